"""The values of a contact's details that are edited where they stand."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QWidget

from notebook_app.gui.people.contact_head import call_address, mail_address
from notebook_app.gui.people.contact_words import label_words
from notebook_app.gui.people.field_words import gender_words, language_words
from notebook_app.gui.people.in_place.spot import Spot
from notebook_app.gui.people.in_place.spot_view import SpotView
from notebook_app.gui.people.long_text import breakable
from notebook_app.gui.people.short_dates import qt_date, until_words
from notebook_app.gui.theme import SMALL, TextRole, Tone
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import ElidedLabel, PlainLabel
from notebook_app.model.contact import Affiliation, ContactDetails, Link, LinkKind
from notebook_app.model.partial_date import PartialDate

_LONGEST_SHOWN = 600
_MOST_SHOWN = 30

Opens = tuple[str, Callable[[], object]]


class DetailSpots(QObject):
    """Makes the views of one contact's values, in the order in which they stand."""

    def __init__(
        self, today: date, open_url: Callable[[str], object], parent: QObject | None = None
    ) -> None:
        """Take the day, and what opens links."""
        super().__init__(parent)
        self._today = today
        self._open_url = open_url
        self._locale = QLocale()

    def reach(self, details: ContactDetails) -> Iterator[SpotView]:
        """Yield phones, e-mails, addresses and links."""
        for number, phone in enumerate(details.phones):
            label = label_words(phone.label) or self.tr("Phone")
            yield self._line(
                Spot("phones", number),
                label,
                phone.number,
                opens=self._leads(self.tr("Call"), call_address(phone.number)),
                preferred=phone.preferred,
            )
        for number, email in enumerate(details.emails):
            label = self._of(email.label, self.tr("email"), self.tr("Email"))
            yield self._line(
                Spot("emails", number),
                label,
                email.address,
                opens=self._leads(self.tr("Write"), mail_address(email.address)),
                preferred=email.preferred,
            )
        for number, postal in enumerate(details.addresses):
            label = self._of(postal.label, self.tr("address"), self.tr("Address"))
            text = "\n".join(postal.lines())
            yield self._text(Spot("addresses", number), label, text, preferred=postal.preferred)
        for number, link in enumerate(details.links):
            label = link.service or label_words(link.label) or self.tr("Web")
            yield self._line(
                Spot("links", number),
                label,
                _shown_link(link),
                value=link.url,
                opens=self._leads(self.tr("Open"), link.url),
                preferred=link.preferred,
            )

    def about(self, details: ContactDetails) -> Iterator[SpotView]:
        """Yield dates, further organisations, and what one may know of a person besides."""
        if details.birthday is not None:
            words = self._day(details.birthday, birthday=True)
            yield self._pair(Spot("birthday"), self.tr("Birthday"), words)
        for number, own in enumerate(details.dates):
            words = self._day(own.date, birthday=False)
            yield self._pair(Spot("dates", number), label_words(own.label), words)
        for number, post in enumerate(details.affiliations):
            yield self._text(
                Spot("affiliations", number), self.tr("Also at"), affiliation_words(post)
            )
        for field, label, value in (
            ("nickname", self.tr("Nickname"), details.nickname),
            ("profession", self.tr("Profession"), details.profession),
            ("pronouns", self.tr("Pronouns"), details.pronouns),
            ("gender", self.tr("Gender"), gender_words(details.gender)),
            ("languages", self.tr("Languages"), language_words(details.languages)),
            ("time_zone", self.tr("Time zone"), details.time_zone),
        ):
            if value:
                yield self._line(Spot(field), label, value)
        if details.name.maiden:
            yield self._line(Spot("name"), self.tr("Name at birth"), details.name.maiden)

    def own(self, details: ContactDetails) -> Iterator[SpotView]:
        """Yield the fields of the user's own."""
        for number, own in enumerate(details.own_fields):
            label = own.name or self.tr("Field")
            yield self._text(Spot("own_fields", number), label, own.value)

    def related(
        self,
        details: ContactDetails,
        names: Mapping[str, str],
        opens: Callable[[str, str], Callable[[], object] | None],
    ) -> Iterator[SpotView]:
        """Yield related people.

        ``names`` are those that people bear today by their UIDs, which is all that some cards
        say; ``opens`` says for a name and a UID what shows them, or None.
        """
        for number, related in enumerate(details.related[:_MOST_SHOWN]):
            label = related.label.replace("_", " ")
            name = names.get(related.uid) or related.name or self.tr("somebody")
            words = f"{name} — {label}" if label else name
            show = opens(name, related.uid)
            yield SpotView(
                Spot("related", number),
                ElidedLabel(words[:_LONGEST_SHOWN]),
                name=self.tr("Related"),
                value=name,
                opens=None if show is None else (self.tr("Show"), show),
            )

    def note(self, content: QWidget, note: str) -> SpotView:
        """Return the view of a note, whose text stands in ``content``."""
        return SpotView(Spot("note"), content, name=self.tr("Note"), value=note)

    def _line(
        self,
        spot: Spot,
        label: str,
        text: str,
        *,
        value: str = "",
        opens: Opens | None = None,
        preferred: bool = False,
    ) -> SpotView:
        return SpotView(
            spot,
            ElidedLabel(text[:_LONGEST_SHOWN]),
            name=label,
            value=value or text,
            label=label,
            opens=opens,
            preferred=preferred,
        )

    def _text(self, spot: Spot, label: str, text: str, *, preferred: bool = False) -> SpotView:
        content = PlainLabel(breakable(text[:_LONGEST_SHOWN]), wrap=True)
        return SpotView(spot, content, name=label, value=text, label=label, preferred=preferred)

    def _pair(self, spot: Spot, label: str, words: tuple[str, str]) -> SpotView:
        content = QWidget()
        flow = FlowLayout(content, across=SMALL - 2, down=2)
        flow.addWidget(PlainLabel(words[0]))
        flow.addWidget(PlainLabel(words[1], TextRole.SMALL, Tone.MUTED))
        return SpotView(spot, content, name=label, value=words[0], label=label)

    def _leads(self, words: str, address: str) -> Opens:
        return (words, lambda: self._open_url(address))

    def _of(self, label: str, thing: str, alone: str) -> str:
        return f"{label_words(label)} {thing}" if label else alone

    def _day(self, day: PartialDate, *, birthday: bool) -> tuple[str, str]:
        coming = day.next_on_or_after(self._today)
        form = "d MMMM" if day.year is None else "d MMMM yyyy"
        shown = qt_date(date(day.year or 2000, day.month, day.day))
        years = day.years_on(coming) if birthday else None
        left = until_words(coming, self._today)
        if years:
            left = self.tr("{years} years {when}").format(years=years, when=left)
        return self._locale.toString(shown, form), left


def affiliation_words(post: Affiliation) -> str:
    """Return ``Chair, Rowing club · Board`` on one line."""
    first = ", ".join(part for part in (post.title, post.organization) if part)
    return " · ".join(part for part in (first, post.department, post.profession) if part)


def _shown_link(link: Link) -> str:
    if link.kind is LinkKind.WEB:
        return link.url.removeprefix("https://").removeprefix("http://").rstrip("/")
    return link.url
