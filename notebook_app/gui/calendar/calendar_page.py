"""The calendar: a month, a week or an agenda, a strip of the year, and the selected day beside."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.calendar.calendar_views import CalendarViews
from notebook_app.gui.calendar.day_column import DayColumn
from notebook_app.gui.calendar.entry_acts import EntryActs
from notebook_app.gui.calendar.entry_wishes import EntryWishes
from notebook_app.gui.calendar.filter_row import FilterRow
from notebook_app.gui.calendar.go_to_form import GoToForm
from notebook_app.gui.calendar.print_choice import PrintChoice
from notebook_app.gui.calendar.time_buttons import TimeButtons
from notebook_app.gui.calendar.year_strip import YearStrip
from notebook_app.gui.follow_ups.day_watch import DayWatch
from notebook_app.gui.follow_ups.due_words import month_title
from notebook_app.gui.follow_ups.forms import show_plan_form
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.page import Page, PageState
from notebook_app.gui.theme import theme_of
from notebook_app.gui.widgets.buttons import PrimaryButton
from notebook_app.gui.widgets.labels import Divider
from notebook_app.gui.widgets.later_steps import LaterSteps
from notebook_app.model.calendar_filter import CalendarFilter
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.rows import CalendarEntry
from notebook_app.services.move_occurrence import Slot

if TYPE_CHECKING:
    from notebook_app.gui.calendar.agenda_view import AgendaView
    from notebook_app.gui.calendar.week_view import WeekView

_SHOWS = (Changed.CONTACT, Changed.FOLLOW_UP, Changed.EVENT)
_NARROWED_BY = (Changed.CONTACT, Changed.TAG, Changed.LIST)
_COLUMN_AFTER_MS = 50
_ANY_HEIGHT = 16_777_215
_ROOM_FOR_ALL_EM = 42
_ROOM_FOR_COLUMN_EM = 34
_WIDE_EM = 46


class CalendarPage(Page):
    """The page with the key ``calendar``."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk."""
        super().__init__(desk, parent)
        notebook = desk.notebook
        self.filters = FilterRow(desk)
        self.views = CalendarViews(desk, self._narrowed)
        self.month = self.views.month
        self.year = YearStrip(
            lambda first, last: notebook.calendar.busy(first, last, self._narrowed()),
            desk.clock.today,
        )
        self.column = DayColumn(desk, None, self._narrowed)
        self.acts = EntryActs(desk, self)
        self.buttons = TimeButtons(self)
        self.print_button = PrintChoice(desk, lambda: self.views.day, self._narrowed)
        self.plan_button = PrimaryButton(self.tr("Plan a follow-up"), self._plan)
        self._lay_out()
        self._connect()
        # Holding a key down walks through the days; the column follows when the key rests.
        self._column_timer = QTimer(self)
        self._column_timer.setSingleShot(True)
        self._column_timer.timeout.connect(self._show_day)
        self._column_is_stale = True
        self._column_steps = LaterSteps(self)
        self._title = ""

    @property
    def week(self) -> "WeekView":
        """The week, made when it is first asked for."""
        return self.views.week

    @property
    def agenda(self) -> "AgendaView":
        """The agenda, made when it is first asked for."""
        return self.views.agenda

    @property
    def title(self) -> str:
        """The month, such as ``November 2026``."""
        return month_title(self.views.day, self.locale())

    def top_bar_left(self) -> Sequence[QWidget]:
        """Return the ways through time, and the kinds of view."""
        return self.buttons.all()

    def top_bar_right(self) -> Sequence[QWidget]:
        """Return the buttons for which there is somebody who does it."""
        if self.print_button.is_of_use():
            return (self.print_button, self.plan_button)
        return (self.plan_button,)

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read again what is shown, if something of it changed."""
        if changes is None or changes.touches(*_NARROWED_BY):
            self.filters.reread()
        if changes is not None and not changes.touches(*_SHOWS):
            return
        self._column_is_stale = True
        self._reread()
        if self.isVisible():
            self._show_day()

    def focus_content(self) -> None:
        """Go to the grid or the list."""
        self.views.focus_shown()

    def save_state(self) -> PageState:
        """Return the kind of view; the day is today again after a restart."""
        return {"view": self.buttons.shown_view()}

    def restore_state(self, state: PageState) -> None:
        """Show the kind of view again."""
        if state.get("view") in self.buttons.views:
            self.show_view(state["view"])

    def show_view(self, key: str) -> None:
        """Show ``month``, ``week`` or ``agenda`` at the day that is selected."""
        self.buttons.show_view(key)
        self.views.show_view(key)

    def go_to(self, day: date) -> None:
        """Show a day in the view that is open."""
        self.views.go_to(day)

    def ask_for_day(self) -> None:
        """Ask which day to go to."""
        GoToForm(self.desk, self, self.go_to).open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a letter stands for that the view has no use for."""
        acts = {
            Qt.Key.Key_T: lambda: self.go_to(self.desk.clock.today()),
            Qt.Key.Key_M: lambda: self.show_view("month"),
            Qt.Key.Key_W: lambda: self.show_view("week"),
            Qt.Key.Key_A: lambda: self.show_view("agenda"),
            Qt.Key.Key_Y: self._show_year,
            Qt.Key.Key_G: self.ask_for_day,
            Qt.Key.Key_N: self._plan,
            Qt.Key.Key_F: self.filters.ask,
        }
        act = acts.get(Qt.Key(event.key()))
        if act is None or event.modifiers() or self.filters.query.hasFocus():
            super().keyPressEvent(event)
            return
        act()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the column its share of the width, and the strip room only where there is some.

        Where letters are so large that both would be too narrow to read, there is no column; the
        agenda shows the day then.
        """
        super().resizeEvent(event)
        em = theme_of(self).em
        least = em(16) if self.width() >= em(_WIDE_EM) else em(13)
        self.column.setFixedWidth(min(em(23), max(least, self.width() * 30 // 100)))
        beside = self.width() >= em(_ROOM_FOR_COLUMN_EM)
        self._beside.setVisible(beside)
        self.buttons.show_narrow(not beside)
        roomy = self.height() >= em(_ROOM_FOR_ALL_EM)
        self.year.setVisible(roomy or self.year.hasFocus())
        self.filters.show_compact(not roomy)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what may be shown next, and the column beside once the month is painted."""
        super().showEvent(event)
        self.views.look_ahead()
        if self._column_is_stale:
            self._column_steps.begin(self._fill_column())

    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing more for nobody: the notebook may be closed next."""
        super().hideEvent(event)
        self._column_is_stale = self._column_is_stale or self._column_timer.isActive()
        self._column_timer.stop()
        self._column_steps.drop()

    def _lay_out(self) -> None:
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.filters)
        inside.addWidget(self.views, 1)
        inside.addWidget(self.year)
        line = Divider()
        line.setMaximumHeight(_ANY_HEIGHT)
        line.setFixedWidth(1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addLayout(inside, 1)
        self._beside = QWidget()
        beside = QHBoxLayout(self._beside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(line)
        beside.addWidget(self.column)
        across.addWidget(self._beside)

    def _connect(self) -> None:
        self._listen(self.month.wishes)
        self.views.wishes_come.connect(self._listen)
        self.views.menu_wanted.connect(self.acts.offer)
        self.views.selected.connect(self._selected)
        self.year.day_wanted.connect(self.go_to)
        self.column.chosen.connect(self._chosen_in_column)
        self.filters.changed.connect(self._narrow)
        self.filters.left.connect(self.focus_content)
        self.buttons.turned.connect(self.views.turn)
        self.buttons.today_wanted.connect(lambda: self.go_to(self.desk.clock.today()))
        self.buttons.view_wanted.connect(self.show_view)
        QShortcut(QKeySequence("Ctrl+G"), self, self.ask_for_day)
        watch = DayWatch(self.desk.clock, self)
        watch.day_changed.connect(lambda: self.refresh(None))

    def _listen(self, wishes: EntryWishes) -> None:
        """Do what is wanted in the month or the week."""
        wishes.plan_wanted.connect(self._plan_at)
        wishes.open_wanted.connect(self.acts.open)
        wishes.done_wanted.connect(self.acts.complete)
        wishes.later_wanted.connect(self._later)
        wishes.entries_wanted.connect(self._enter_column)
        wishes.rest_wanted.connect(self._show_rest)
        wishes.pick_wanted.connect(partial(self.acts.pick, then=self._moved))
        wishes.menu_wanted.connect(self.acts.offer)
        wishes.move_wanted.connect(self._move)

    def _show_year(self) -> None:
        self.year.show()
        self.year.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _reread(self) -> None:
        self.views.reread()
        self.year.show_day(self.views.day)
        self.year.reread()

    def _narrowed(self) -> CalendarFilter:
        return self.filters.shown

    def _narrow(self) -> None:
        self._reread()
        self._show_day()

    def _selected(self, day: date) -> None:
        self._column_timer.start(_COLUMN_AFTER_MS)
        self.year.show_day(day)
        if self.title != self._title:
            self._title = self.title
            self.title_changed.emit()
            self.views.look_ahead()

    def _chosen_in_column(self, entry: CalendarEntry) -> None:
        self.views.chosen = entry

    def _fill_column(self) -> Iterator[None]:
        yield from self.column.show_in_steps(self.views.day, self.views.chosen)
        self._column_is_stale = False

    def _show_day(self) -> None:
        self._column_timer.stop()
        self._column_steps.drop()
        if self._column_is_stale:
            self._column_is_stale = False
            self.column.read_late()
        self.column.show_day(self.views.day, self.views.chosen)

    def _show_rest(self) -> None:
        """Show what does not fit into a day, where there is no column to show it."""
        if self._beside.isHidden():
            self.show_view("agenda")

    def _enter_column(self) -> None:
        if self._beside.isHidden():
            self.show_view("agenda")
            return
        self._show_day()
        if self.column.cards:
            self.column.cards[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _plan(self) -> None:
        self._plan_at(self.views.slot())

    def _plan_at(self, slot: Slot) -> None:
        show_plan_form(self.desk, self, due=slot.on, at=slot.at, minutes=slot.minutes)

    def _later(self, entry: CalendarEntry) -> None:
        self.acts.offer(entry, self.views.place_of(entry))

    def _move(self, entry: CalendarEntry, to: Slot) -> None:
        self.acts.move(entry, to, self._moved, self.views.place_of(entry))

    def _moved(self, entry: CalendarEntry) -> None:
        """Go along with what was moved."""
        self.views.select(entry.on, self.acts.stored(entry))
