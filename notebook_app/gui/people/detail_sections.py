"""The sections of a contact's details, each a heading with what stands below it."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.follow_ups.due_words import short_day
from notebook_app.gui.people.attached_files import FileActs, FileLine
from notebook_app.gui.people.contact_reading import ContactReading
from notebook_app.gui.people.contact_words import cadence_words
from notebook_app.gui.people.detail_spots import DetailSpots
from notebook_app.gui.people.in_place.spot import CADENCE, Spot
from notebook_app.gui.people.in_place.spot_view import SpotView
from notebook_app.gui.people.long_text import LongText, breakable
from notebook_app.gui.people.related_line import RelatedLine, RelationActs
from notebook_app.gui.people.short_dates import qt_date
from notebook_app.gui.people.value_line import ValueLine
from notebook_app.gui.theme import SMALL, TIGHT, TextRole, Tone
from notebook_app.gui.widgets.badge import Badge, BadgeKind
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import ElidedLabel, PlainLabel, SectionHeading
from notebook_app.model.offering import ServiceKnowledge
from notebook_app.model.query.values import in_quotes

_MOST_NAMING = 30

Opener = Callable[[str], object]


class DetailSections(QObject):
    """Makes the sections for one contact; ``spots`` holds the values that can be edited."""

    def __init__(
        self,
        today: date,
        *,
        open_url: Opener,
        open_contact: Callable[[int], object],
        contact_known: Callable[[str, str], int | None],
        file_acts: FileActs,
        relation_acts: RelationActs,
        favours: Callable[[ContactReading], QWidget | None],
        work: Callable[[ContactReading], Iterable[QWidget]],
    ) -> None:
        """Take the day, what opens links, people and files, and what finds one by name and UID."""
        super().__init__()
        self._file_acts = file_acts
        self._relation_acts = relation_acts
        self._favours = favours
        self._work = work
        self._today = today
        self._values = DetailSpots(today, open_url, self)
        self._open_contact = open_contact
        self._contact_known = contact_known
        self.spots: list[SpotView] = []
        self.begin_with_details = False
        self._locale = QLocale()

    def all(self, reading: ContactReading) -> Iterator[QWidget]:
        """Yield the sections that have something to show, in their order."""
        details = reading.contact.details
        values = self._values
        reach = [*values.reach(details), *values.about(details)]
        self.begin_with_details = bool(reach)
        for section in (
            self._spots(self.tr("Details"), reach),
            self._met(reading),
            self._keep(reading),
            *self._work(reading),
            self._services(reading),
            self._favours(reading),
            self._related(reading),
            self._members(reading),
            self._spots(self.tr("Own fields"), list(values.own(details))),
            self._note(reading),
            self._files(reading),
        ):
            if section is not None:
                yield section

    def _spots(self, title: str, views: list[SpotView]) -> QWidget | None:
        if not views:
            return None
        self.spots += views
        return self._section(title, [*views])

    def _related(self, reading: ContactReading) -> QWidget | None:
        names = {row.uid: row.name for row in reading.relations if row.uid and row.name}
        views = list(self._values.related(reading.contact.details, names, self._shows))
        self.spots += views
        others = [row for row in reading.relations if row.named_by_them]
        contact_id, acts = reading.contact.id, self._relation_acts
        lines: list[QWidget] = [RelatedLine(contact_id, row, acts) for row in others[:_MOST_NAMING]]
        if len(others) > len(lines):
            lines.append(self._and_more(len(others) - len(lines)))
        return self._section(self.tr("Related"), [*views, *lines]) if views or lines else None

    def _members(self, reading: ContactReading) -> QWidget | None:
        lines: list[QWidget] = [
            self._person(member.id, member.name, member.organization) for member in reading.members
        ]
        more = reading.member_count - len(lines)
        find = self._relation_acts.find_people
        if more > 0 and find is not None:
            count = self._locale.toString(reading.member_count)
            name = reading.contact.details.display_name
            words = self.tr("Show all {count}").format(count=count)
            lines.append(LinkButton(words, lambda: find(f"org:{in_quotes(name)}")))
        elif more > 0:
            lines.append(self._and_more(more))
        return self._section(self.tr("People here"), lines) if lines else None

    def _and_more(self, count: int) -> QWidget:
        words = self.tr("and {count} more").format(count=self._locale.toString(count))
        return PlainLabel(words, TextRole.SMALL, Tone.MUTED)

    def _files(self, reading: ContactReading) -> QWidget | None:
        lines = [FileLine(row, self._file_acts) for row in reading.files]
        return self._section(self.tr("Files"), [*lines]) if lines else None

    def _person(self, contact_id: int | None, name: str, words: str) -> QWidget:
        shown = f"{name} — {words}" if words else name
        opens = None if contact_id is None else (lambda: self._open_contact(contact_id))
        return ValueLine(shown, self.tr("Related"), opens)

    def _shows(self, name: str, uid: str) -> Callable[[], object] | None:
        known = self._contact_known(name, uid)
        return None if known is None else lambda: self._open_contact(known)

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
        return self._section(self.tr("How we met"), widgets)

    def _keep(self, reading: ContactReading) -> QWidget | None:
        keep = reading.keep_in_touch
        if keep is None:
            return None
        over = (self._today - keep.latest).days
        if self._today <= keep.until:
            badge = Badge(self.tr("on track"), BadgeKind.ACCENT)
        elif reading.follow_ups:
            badge = Badge(self.tr("follow-up planned"), BadgeKind.AMBER)
        elif over <= 0:
            badge = Badge(self.tr("time to be in touch"), BadgeKind.AMBER)
        elif over == 1:
            badge = Badge(self.tr("1 day late"), BadgeKind.DANGER)
        else:
            badge = Badge(self.tr("{count} days late").format(count=over), BadgeKind.DANGER)
        words = cadence_words(keep.cadence)
        content = _side_by_side([PlainLabel(words), badge])
        view = SpotView(Spot(CADENCE), content, name=self.tr("Keep in touch"), value=words)
        self.spots.append(view)
        days = self.tr("ideal {ideal}, latest {latest}").format(
            ideal=short_day(keep.until, self._today, self._locale),
            latest=short_day(keep.latest, self._today, self._locale),
        )
        widgets: list[QWidget] = [view, PlainLabel(days, TextRole.SMALL, Tone.MUTED, wrap=True)]
        if keep.tag:
            words = self.tr("for everyone tagged {tag}").format(tag=keep.tag[:60])
            widgets.append(PlainLabel(words, TextRole.SMALL, Tone.MUTED, wrap=True))
        return self._section(self.tr("Keep in touch"), widgets)

    def _services(self, reading: ContactReading) -> QWidget | None:
        rows: list[QWidget] = []
        for service in reading.services:
            words, kind = self._standing(service.knowledge, service.since)
            rows.append(_named(ElidedLabel(service.name[:80], TextRole.SMALL), Badge(words, kind)))
        return self._section(self.tr("Services"), rows) if rows else None

    def _note(self, reading: ContactReading) -> QWidget | None:
        note = reading.contact.details.note
        if not note.strip():
            return None
        view = self._values.note(LongText(note, self.tr("Note")), note)
        return self._spots(self.tr("Note"), [view])

    def _section(self, title: str, widgets: list[QWidget]) -> QWidget:
        section = QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        for widget in (SectionHeading(title), *widgets):
            if not isinstance(widget, SpotView):
                # In line with the values, whose ground under the pointer goes a little beyond.
                widget.setContentsMargins(TIGHT, 0, TIGHT, 0)
            column.addWidget(widget)
        return section

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
