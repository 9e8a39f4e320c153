"""The column beside the month: what stands on the selected day, and what is overdue."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from notebook_app.gui.calendar.entry_card import EntryCard
from notebook_app.gui.follow_ups.due_words import day_title
from notebook_app.gui.follow_ups.forms import show_plan_form
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import SMALL, TextRole, Tone
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.card import ScrollColumn
from notebook_app.gui.widgets.labels import PlainLabel, SectionHeading
from notebook_app.model.calendar_filter import CalendarFilter
from notebook_app.model.rows import CalendarEntry, CalendarKind, FollowUpRow

_SHOWN_A_DAY = 12
_SHOWN_LATE = 6
_CARDS_A_STEP = 3


class DayColumn(ScrollColumn):
    """``chosen`` carries the entry of the card that was chosen."""

    chosen = Signal(object)

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        narrowed: Callable[[], CalendarFilter] = CalendarFilter,
    ) -> None:
        """Take the desk, and who knows what is shown; nothing is read before ``show_day``."""
        super().__init__(parent)
        self._narrowed = narrowed
        self._desk = desk
        self._late: list[CalendarEntry] = []
        self._late_count = 0
        self._is_whole = False
        self.cards: list[EntryCard] = []

    @property
    def is_whole(self) -> bool:
        """Whether all of the day is shown, and what is overdue, too."""
        return self._is_whole

    def show_in_steps(self, day: date, entry: CalendarEntry | None) -> Iterator[None]:
        """Show a day, then what is overdue, with a ``yield`` where a frame may be painted."""
        self._late, self._late_count, self._is_whole = [], 0, False
        yield from self._show(day, entry, _SHOWN_A_DAY)
        yield
        self.read_late()
        yield from self._show_late(day)
        self._is_whole = True

    def read_late(self) -> None:
        """Read what is overdue anew; it is the same for every day."""
        store = self._desk.notebook.follow_ups
        ids = store.open_ids(self._desk.clock.today() - timedelta(days=1))
        self._late_count = len(ids)
        self._late = [_entry(row) for row in store.rows_of(ids[:_SHOWN_LATE])]

    def show_day(self, day: date, entry: CalendarEntry | None, shown: int = _SHOWN_A_DAY) -> None:
        """Read and show a day, with ``entry`` or the first one chosen.

        Of a long day the first ``shown`` entries, and ``entry``; a link shows the rest.
        """
        for _step in self._show(day, entry, shown):
            pass
        self._is_whole = True

    def _show(self, day: date, entry: CalendarEntry | None, shown: int) -> Iterator[None]:
        today = self._desk.clock.today()
        narrowed = self._narrowed()
        entries = self._desk.notebook.calendar.between(day, day, 500)
        if not narrowed.is_open():
            entries = [each for each in entries if narrowed.holds(each)]
        focused = self._focused_place()
        self.clear()
        self.cards = []
        self._add_heading(SectionHeading(day_title(day, today, self.locale())))
        for place, each in enumerate(entries):
            if place < shown or _same(each, entry):
                self._add(each)
                if len(self.cards) % _CARDS_A_STEP == 0:
                    yield
        if len(entries) > shown:
            count = self.locale().toString(len(entries))
            words = self.tr("Show all {count}").format(count=count)
            rest = LinkButton(words, lambda: self.show_day(day, entry, len(entries)))
            self.column.addWidget(rest, 0, Qt.AlignmentFlag.AlignLeft)
        if not entries:
            self.column.addWidget(
                PlainLabel(self.tr("Nothing planned."), TextRole.SMALL, Tone.MUTED)
            )
        plan = LinkButton(
            self.tr("Plan something"),
            lambda: show_plan_form(self._desk, self, due=day),
        )
        self.column.addWidget(plan, 0, Qt.AlignmentFlag.AlignLeft)
        if self._desk.offers(Act.ADD_EVENT):
            event = LinkButton(self.tr("New event"), lambda: self._desk.ask(Act.ADD_EVENT, day))
            self.column.addWidget(event, 0, Qt.AlignmentFlag.AlignLeft)
        yield from self._show_late(day)
        self.show_chosen(entry)
        if focused is not None and self.cards:
            place = min(focused, len(self.cards) - 1)
            self.cards[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_chosen(self, entry: CalendarEntry | None) -> None:
        """Mark the card of ``entry``; without one, the first card offers what can be done."""
        known = any(_same(card.entry, entry) for card in self.cards)
        for place, card in enumerate(self.cards):
            chosen = _same(card.entry, entry) if known else place == 0
            card.show_chosen(chosen)
            card.set_highlighted(known and chosen)

    def _focused_place(self) -> int | None:
        """Return the place of the card with the focus, which the next one there takes over."""
        return next((at for at, card in enumerate(self.cards) if card.holds_focus()), None)

    def _show_late(self, day: date) -> Iterator[None]:
        late = [entry for entry in self._late if entry.on != day]
        if not late:
            return
        self.column.addSpacing(SMALL)
        self._add_heading(SectionHeading(self.tr("Overdue"), Tone.DANGER))
        for entry in late:
            self._add(entry, by_day=True)
            if len(self.cards) % _CARDS_A_STEP == 0:
                yield
        more = self._late_count - len(self._late)
        if more > 0:
            words = self.tr("and {count} more, all on Today")
            count = self.locale().toString(more)
            label = PlainLabel(words.format(count=count), TextRole.SMALL, Tone.MUTED, wrap=True)
            self.column.addWidget(label)

    def _add_heading(self, heading: SectionHeading) -> None:
        # With large letters it takes two lines rather than making the column wider.
        heading.setWordWrap(True)
        heading.setMinimumWidth(1)
        self.column.addWidget(heading)

    def _add(self, entry: CalendarEntry, *, by_day: bool = False) -> None:
        card = EntryCard(self._desk, entry, by_day=by_day)
        card.chosen.connect(self._choose)
        card.step_wanted.connect(lambda step, stepped=card: self._step(stepped, step))
        self.column.addWidget(card)
        # Shown now, not by the layout in a moment: it may get the focus at once.
        card.show()
        self.cards.append(card)

    def _choose(self, entry: CalendarEntry) -> None:
        self.show_chosen(entry)
        self.chosen.emit(entry)

    def _step(self, card: EntryCard, step: int) -> None:
        place = self.cards.index(card) + step
        if 0 <= place < len(self.cards):
            self.cards[place].setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(self.cards[place])


def _same(one: CalendarEntry, other: CalendarEntry | None) -> bool:
    return other is not None and _key(one) == _key(other)


def _key(entry: CalendarEntry) -> tuple[object, ...]:
    return entry.kind, entry.id, entry.on, entry.occurs_on


def _entry(row: FollowUpRow) -> CalendarEntry:
    return CalendarEntry(
        kind=CalendarKind.FOLLOW_UP,
        id=row.id,
        on=row.due,
        at=row.at,
        title=row.contact_name,
        contact_id=row.contact_id,
        photo_id=row.photo_id,
        note=row.note,
        follow_up_kind=row.kind,
        state=row.state,
    )
