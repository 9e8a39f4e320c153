"""The sections of a contact's details, each a heading with what stands below it."""

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.follow_ups.due_words import short_day
from notebook_app.gui.people.contact_head import call_address, mail_address
from notebook_app.gui.people.contact_reading import ContactReading
from notebook_app.gui.people.contact_words import cadence_words, label_words
from notebook_app.gui.people.long_text import LongText, breakable
from notebook_app.gui.people.short_dates import qt_date, until_words
from notebook_app.gui.people.value_line import ValueLine
from notebook_app.gui.theme import SMALL, TIGHT, TextRole, Tone
from notebook_app.gui.widgets.badge import Badge, BadgeKind
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import ElidedLabel, PlainLabel, SectionHeading
from notebook_app.model.contact import Link, LinkKind
from notebook_app.model.offering import ServiceKnowledge
from notebook_app.model.partial_date import PartialDate

Opener = Callable[[str], object]
_MOST_RELATED = 30


class DetailSections(QObject):
    """Makes the sections for one contact; ``open_url`` opens what is clicked."""

    def __init__(
        self,
        today: date,
        open_url: Opener,
        open_contact: Callable[[int], object],
        contact_named: Callable[[str], int | None],
        parent: QObject | None = None,
    ) -> None:
        """Take the day, what opens links and people, and what finds one by the exact name."""
        super().__init__(parent)
        self._today = today
        self._open_url = open_url
        self._open_contact = open_contact
        self._contact_named = contact_named
        self._locale = QLocale()

    def all(self, reading: ContactReading) -> Iterator[QWidget]:
        """Yield the sections that have something to show, in their order."""
        for section in (
            self._details(reading),
            self._met(reading),
            self._keep(reading),
            self._services(reading),
            self._related(reading),
            self._note(reading),
        ):
            if section is not None:
                yield section

    def _details(self, reading: ContactReading) -> QWidget | None:
        details = reading.contact.details
        parts: list[tuple[str, list[QWidget]]] = []
        for phone in details.phones:
            label = label_words(phone.label) or self.tr("Phone")
            address = call_address(phone.number)
            parts.append((label, [self._line(phone.number, label, address)]))
        for email in details.emails:
            label = self._of(email.label, self.tr("email"), self.tr("Email"))
            address = mail_address(email.address)
            parts.append((label, [self._line(email.address, label, address)]))
        for postal in details.addresses:
            label = self._of(postal.label, self.tr("address"), self.tr("Address"))
            text = breakable("\n".join(postal.lines())[:600])
            parts.append((label, [PlainLabel(text, wrap=True, selectable=True)]))
        for link in details.links:
            label = link.service or label_words(link.label) or self.tr("Web")
            parts.append((label, [self._line(_shown_link(link), label, link.url)]))
        if details.birthday is not None:
            parts.append((self.tr("Birthday"), [self._day(details.birthday, birthday=True)]))
        for own in details.dates:
            parts.append((label_words(own.label), [self._day(own.date, birthday=False)]))
        for label, value in (
            (self.tr("Nickname"), details.nickname),
            (self.tr("Profession"), details.profession),
        ):
            if value:
                parts.append((label, [ValueLine(value, label)]))
        return self._section(self.tr("Details"), parts) if parts else None

    def _met(self, reading: ContactReading) -> QWidget | None:
        first = reading.first_meeting
        if first is None:
            return None
        widgets: list[QWidget] = []
        if first.on is not None:
            day = short_day(first.on, self._today, self._locale)
            widgets.append(PlainLabel(breakable(f"{first.title[:200]}, {day}"), wrap=True))
        if first.introduced_by:
            names = ", ".join(first.introduced_by)[:300]
            words = self.tr("introduced by {names}").format(names=names)
            widgets.append(PlainLabel(breakable(words), TextRole.SMALL, Tone.MUTED, wrap=True))
        return self._section(self.tr("How we met"), [("", widgets)])

    def _keep(self, reading: ContactReading) -> QWidget | None:
        keep = reading.keep_in_touch
        if keep is None:
            return None
        late = (self._today - keep.until).days
        if late <= 0:
            badge = Badge(self.tr("on track"), BadgeKind.ACCENT)
        elif reading.follow_ups:
            badge = Badge(self.tr("follow-up planned"), BadgeKind.AMBER)
        elif late == 1:
            badge = Badge(self.tr("1 day late"), BadgeKind.DANGER)
        else:
            badge = Badge(self.tr("{count} days late").format(count=late), BadgeKind.DANGER)
        widgets = [_side_by_side([PlainLabel(cadence_words(keep.cadence)), badge])]
        if keep.tag:
            words = self.tr("for everyone tagged {tag}").format(tag=keep.tag[:60])
            widgets.append(PlainLabel(words, TextRole.SMALL, Tone.MUTED, wrap=True))
        return self._section(self.tr("Keep in touch"), [("", widgets)])

    def _services(self, reading: ContactReading) -> QWidget | None:
        rows: list[QWidget] = []
        for service in reading.services:
            words, kind = self._standing(service.knowledge, service.since)
            rows.append(_named(ElidedLabel(service.name[:80], TextRole.SMALL), Badge(words, kind)))
        return self._section(self.tr("Services"), [("", rows)]) if rows else None

    def _related(self, reading: ContactReading) -> QWidget | None:
        rows: list[QWidget] = []
        for related in reading.contact.details.related[:_MOST_RELATED]:
            label = related.label.replace("_", " ")
            words = f"{related.name} — {label}" if label else related.name
            known = self._contact_named(related.name)
            opens = None if known is None else (lambda who=known: self._open_contact(who))
            rows.append(ValueLine(words, self.tr("Related"), opens))
        return self._section(self.tr("Related"), [("", rows)]) if rows else None

    def _note(self, reading: ContactReading) -> QWidget | None:
        note = reading.contact.details.note
        if not note.strip():
            return None
        return self._section(self.tr("Note"), [("", [LongText(note, self.tr("Note"))])])

    def _section(self, title: str, parts: list[tuple[str, list[QWidget]]]) -> QWidget:
        section = QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(SectionHeading(title))
        for label, widgets in parts:
            column.addSpacing(TIGHT + 2 if label else TIGHT)
            if label:
                column.addWidget(PlainLabel(label[:60], TextRole.SMALL, Tone.MUTED))
            for widget in widgets:
                column.addWidget(widget)
        return section

    def _of(self, label: str, thing: str, alone: str) -> str:
        return f"{label_words(label)} {thing}" if label else alone

    def _line(self, text: str, label: str, address: str) -> ValueLine:
        return ValueLine(text, label, lambda: self._open_url(address))

    def _day(self, day: PartialDate, *, birthday: bool) -> QWidget:
        coming = day.next_on_or_after(self._today)
        form = "d MMMM" if day.year is None else "d MMMM yyyy"
        shown = qt_date(date(day.year or 2000, day.month, day.day))
        words = [PlainLabel(self._locale.toString(shown, form))]
        years = day.years_on(coming) if birthday else None
        left = until_words(coming, self._today)
        if years:
            left = self.tr("{years} years {when}").format(years=years, when=left)
        words.append(PlainLabel(left, TextRole.SMALL, Tone.MUTED))
        return _side_by_side(words)

    def _standing(
        self, knowledge: ServiceKnowledge | None, since: date | None
    ) -> tuple[str, BadgeKind]:
        if knowledge is ServiceKnowledge.USES:
            return self.tr("uses"), BadgeKind.ACCENT
        if knowledge is ServiceKnowledge.DECLINED:
            return self.tr("declined"), BadgeKind.NEUTRAL
        if knowledge is ServiceKnowledge.TOLD:
            day = "" if since is None else f" {self._locale.toString(qt_date(since), 'd MMM')}"
            return self.tr("told{day}").format(day=day), BadgeKind.BLUE
        return self.tr("not told yet"), BadgeKind.AMBER


def _side_by_side(widgets: list[PlainLabel]) -> QWidget:
    row = QWidget()
    flow = FlowLayout(row, across=SMALL - 2, down=2)
    for widget in widgets:
        flow.addWidget(widget)
    return row


def _named(name: ElidedLabel, badge: Badge) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 1, 0, 1)
    line.setSpacing(SMALL - 2)
    line.addWidget(name)
    line.addWidget(badge)
    line.addStretch(1)
    return row


def _shown_link(link: Link) -> str:
    if link.kind is LinkKind.WEB:
        return link.url.removeprefix("https://").removeprefix("http://").rstrip("/")
    return link.url
