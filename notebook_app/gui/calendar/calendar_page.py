"""The calendar: a month or an agenda, with the selected day and what is overdue beside it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedLayout, QWidget

from notebook_app.gui.calendar.agenda_view import AgendaView
from notebook_app.gui.calendar.day_column import DayColumn
from notebook_app.gui.calendar.entry_look import can_move
from notebook_app.gui.calendar.go_to_form import GoToForm
from notebook_app.gui.calendar.month_shelf import MonthShelf
from notebook_app.gui.calendar.month_view import MonthView
from notebook_app.gui.follow_ups.day_watch import DayWatch
from notebook_app.gui.follow_ups.due_words import month_title
from notebook_app.gui.follow_ups.forms import later_menu, show_complete_form, show_plan_form
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.page import Page, PageState
from notebook_app.gui.theme import theme_of
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.chip import Chip
from notebook_app.gui.widgets.labels import Divider
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.rows import CalendarEntry, CalendarKind
from notebook_app.services.plan_follow_up import reschedule_follow_up

_SHOWS = (Changed.CONTACT, Changed.FOLLOW_UP, Changed.EVENT)
_COLUMN_AFTER_MS = 50
_ANY_HEIGHT = 16_777_215


class CalendarPage(Page):
    """The page with the key ``calendar``."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk."""
        super().__init__(desk, parent)
        self._shelf = MonthShelf(desk.notebook, self)
        self.month = MonthView(self._shelf.month, desk.clock.today)
        self.agenda = AgendaView(desk)
        self.column = DayColumn(desk)
        self._shelf.came.connect(self.month.prepare)
        self._chosen: CalendarEntry | None = None
        self._make_bar()
        self._lay_out()
        self._connect()
        # Holding a key down walks through the days; the column follows when the key rests.
        self._column_timer = QTimer(self)
        self._column_timer.setSingleShot(True)
        self._column_timer.setInterval(_COLUMN_AFTER_MS)
        self._column_timer.timeout.connect(self._show_day)
        self._title = ""

    @property
    def title(self) -> str:
        """The month, such as ``November 2026``."""
        return month_title(self.month.day, self.locale())

    def top_bar_left(self) -> Sequence[QWidget]:
        """Return the ways through time, and the kinds of view."""
        return (self.back, self.to_today, self.onward, self.month_chip, self.agenda_chip)

    def top_bar_right(self) -> Sequence[QWidget]:
        """Return the buttons for which there is somebody who does it."""
        if self.desk.offers(Act.PRINT):
            return (self.print_button, self.plan_button)
        return (self.plan_button,)

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read again what is shown, if something of it changed."""
        if changes is not None and not changes.touches(*_SHOWS):
            return
        self._shelf.clear()
        self.month.reread()
        self.column.read_late()
        self._show_day()
        self.agenda.reread()

    def focus_content(self) -> None:
        """Go to the grid or the list."""
        self._view().setFocus(Qt.FocusReason.TabFocusReason)

    def save_state(self) -> PageState:
        """Return the kind of view; the day is today again after a restart."""
        return {"view": "agenda" if self.agenda_chip.isChecked() else "month"}

    def restore_state(self, state: PageState) -> None:
        """Show the kind of view again."""
        if state.get("view") == "agenda":
            self.agenda_chip.setChecked(True)
            self._show_view()

    def go_to(self, day: date) -> None:
        """Show a day in the view that is open."""
        self.month.select(day)
        if self.agenda_chip.isChecked():
            self.agenda.go_to(day)

    def ask_for_day(self) -> None:
        """Ask which day to go to."""
        GoToForm(self.desk, self, self.go_to).open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the column its share of the width."""
        super().resizeEvent(event)
        em = theme_of(self).em
        self.column.setFixedWidth(min(em(23), max(em(16), self.width() * 30 // 100)))

    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing more for nobody: the notebook may be closed next."""
        super().hideEvent(event)
        self._column_timer.stop()

    def _make_bar(self) -> None:
        self.back = PlainButton("‹", lambda: self._turn(-1))
        self.to_today = PlainButton(self.tr("Today"), lambda: self.go_to(self.desk.clock.today()))
        self.onward = PlainButton("›", lambda: self._turn(1))
        for button, words in (
            (self.back, self.tr("Month before (Page Up)")),
            (self.to_today, self.tr("Today (Home); another day: Ctrl+G")),
            (self.onward, self.tr("Next month (Page Down)")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words.split(" (")[0])
        self.month_chip = Chip(self.tr("Month"))
        self.agenda_chip = Chip(self.tr("Agenda"))
        group = QButtonGroup(self)
        for chip in (self.month_chip, self.agenda_chip):
            group.addButton(chip)
            chip.clicked.connect(self._show_view)
        self.month_chip.setChecked(True)
        self.print_button = PlainButton(self.tr("Print list…"), lambda: self.desk.ask(Act.PRINT))
        self.plan_button = PrimaryButton(self.tr("Plan a follow-up"), self._plan)

    def _lay_out(self) -> None:
        both = QWidget()
        across = QHBoxLayout(both)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        views = QWidget()
        self._stack = QStackedLayout(views)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.month)
        self._stack.addWidget(self.agenda)
        across.addWidget(views, 1)
        line = Divider()
        line.setMaximumHeight(_ANY_HEIGHT)
        line.setFixedWidth(1)
        across.addWidget(line)
        across.addWidget(self.column)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(both)

    def _connect(self) -> None:
        self.month.selected.connect(self._selected)
        self.month.plan_wanted.connect(self._plan)
        self.month.open_wanted.connect(self._open)
        self.month.done_wanted.connect(self._done)
        self.month.later_wanted.connect(self._later)
        self.month.pick_wanted.connect(self._pick)
        self.month.move_wanted.connect(self._move)
        self.month.entries_wanted.connect(self._enter_column)
        self.agenda.selected.connect(self._selected_in_agenda)
        self.column.chosen.connect(self._chosen_in_column)
        QShortcut(QKeySequence("Ctrl+G"), self, self.ask_for_day)
        watch = DayWatch(self.desk.clock, self)
        watch.day_changed.connect(lambda: self.refresh(None))

    def _view(self) -> QWidget:
        return self.agenda if self.agenda_chip.isChecked() else self.month

    def _show_view(self) -> None:
        self._stack.setCurrentWidget(self._view())
        if self.agenda_chip.isChecked():
            self.agenda.go_to(self.month.day)

    def _turn(self, months: int) -> None:
        self.month.go_months(months)
        if self.agenda_chip.isChecked():
            self.agenda.go_to(self.month.day)

    def _selected(self, _day: date, entry: CalendarEntry | None) -> None:
        self._chosen = entry
        self._column_timer.start()
        if self.title != self._title:
            self._title = self.title
            self.title_changed.emit()
            self._shelf.look_ahead(self.month.month.span)

    def _selected_in_agenda(self, day: date, entry: CalendarEntry | None) -> None:
        self.month.select(day, entry)

    def _chosen_in_column(self, entry: CalendarEntry) -> None:
        self._chosen = entry

    def _show_day(self) -> None:
        self._column_timer.stop()
        self.column.show_day(self.month.day, self._chosen)

    def _enter_column(self) -> None:
        self._show_day()
        if self.column.cards:
            self.column.cards[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _plan(self, day: date | None = None) -> None:
        show_plan_form(self.desk, self, due=day or max(self.month.day, self.desk.clock.today()))

    def _open(self, entry: CalendarEntry) -> None:
        if entry.contact_id is not None:
            self.desk.open_contact(entry.contact_id)
        elif entry.kind is CalendarKind.EVENT:
            self.desk.ask(Act.SHOW_EVENT, entry.id)

    def _done(self, entry: CalendarEntry) -> None:
        if can_move(entry):
            show_complete_form(self.desk, self, entry.id)

    def _later(self, entry: CalendarEntry) -> None:
        if can_move(entry):
            menu = later_menu(self.desk, entry.id, self.month)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.month.mapToGlobal(self._below_day()))

    def _below_day(self) -> QPoint:
        place = self.month.month.span.place(self.month.day)
        rect = self.month.geometry_now().day_rect(*(place or (0, 0)))
        return rect.center()

    def _pick(self, entry: CalendarEntry) -> None:
        if can_move(entry):
            GoToForm(
                self.desk, self, lambda day: self._move(entry, day), self.tr("Move to which day?")
            ).open()

    def _move(self, entry: CalendarEntry, day: date) -> None:
        notebook = self.desk.notebook
        if self.desk.perform(lambda: reschedule_follow_up(notebook, entry.id, day)) is None:
            return
        self.month.select(day, replace(entry, on=day))
