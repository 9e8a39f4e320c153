"""The month, the week and the agenda in one place: one is shown, and all keep to the same day.

The month always knows the day; the others are made and led to it when they are shown.
"""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from notebook_app.gui.calendar.month_shelf import MonthShelf
from notebook_app.gui.calendar.month_view import MonthView
from notebook_app.gui.calendar.shown_month import ShownMonth
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.calendar_filter import CalendarFilter
from notebook_app.model.rows import CalendarEntry
from notebook_app.services.move_occurrence import Slot

if TYPE_CHECKING:
    from notebook_app.gui.calendar.agenda_view import AgendaView
    from notebook_app.gui.calendar.week_view import WeekView


_MADE_LATE: Final = ("week", "agenda")


class CalendarViews(QWidget):
    """``selected`` carries the day (``date``) and the entry in it (``CalendarEntry``) or None.

    ``wishes_come`` carries the ``EntryWishes`` of a view that is made; ``menu_wanted`` an entry of
    the agenda and where on the screen (``QPoint``) its menu opens.
    """

    selected = Signal(object, object)
    wishes_come = Signal(object)
    menu_wanted = Signal(object, QPoint)

    def __init__(
        self, desk: Desk, narrowed: Callable[[], CalendarFilter], parent: QWidget | None = None
    ) -> None:
        """Take the desk, and what says which entries are wanted."""
        super().__init__(parent)
        self._desk = desk
        self._narrowed = narrowed
        self.chosen: CalendarEntry | None = None
        self._today = desk.clock.today
        self._shelf = MonthShelf(desk.notebook, self, narrowed)
        self.month = MonthView(self._shelf.month, desk.clock.today)
        self._shown: QWidget = self.month
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.month)
        self._shelf.came.connect(self.month.prepare)
        self.month.selected.connect(self._selected)

    @cached_property
    def week(self) -> "WeekView":
        """The week; made, and its code loaded, when it is first asked for."""
        from notebook_app.gui.calendar.week_view import WeekView

        notebook = self._desk.notebook
        week = WeekView(
            lambda span, each: ShownMonth.read(notebook, span, each, self._narrowed()),
            self._desk.clock,
        )
        self._stack.addWidget(week)
        self.wishes_come.emit(week.wishes)
        week.selected.connect(self.month.select)
        return week

    @cached_property
    def agenda(self) -> "AgendaView":
        """The agenda; made, and its code loaded, when it is first asked for."""
        from notebook_app.gui.calendar.agenda_view import AgendaView

        agenda = AgendaView(self._desk, None, self._narrowed)
        self._stack.addWidget(agenda)
        agenda.menu_wanted.connect(self.menu_wanted)
        agenda.selected.connect(self.month.select)
        return agenda

    @property
    def day(self) -> date:
        """The selected day."""
        return self.month.day

    def show_view(self, key: str) -> None:
        """Show ``month``, ``week`` or ``agenda`` at the day that is selected."""
        had_focus = self._shown.hasFocus()
        self._shown = getattr(self, key) if key in _MADE_LATE else self.month
        self._stack.setCurrentWidget(self._shown)
        if self._shows("week"):
            self.week.select(self.day, self.chosen, self.week.minute)
        elif self._shows("agenda"):
            self.agenda.go_to(self.day)
        if had_focus:
            self._shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_shown(self) -> None:
        """Go to the grid or the list."""
        self._shown.setFocus(Qt.FocusReason.TabFocusReason)

    def go_to(self, day: date) -> None:
        """Show a day in the view that is open."""
        if self._shows("week"):
            self.week.select(day, None, self.week.minute)
        else:
            self.month.select(day)
        if self._shows("agenda"):
            self.agenda.go_to(day)

    def select(self, day: date, entry: CalendarEntry | None) -> None:
        """Select an entry in the view that is open."""
        if self._shows("week"):
            self.week.select(day, entry)
        else:
            self.month.select(day, entry)

    def turn(self, steps: int) -> None:
        """Go so many weeks on in the week, so many months elsewhere."""
        if self._shows("week"):
            self.week.go_weeks(steps)
            return
        self.month.go_months(steps)
        if self._shows("agenda"):
            self.agenda.go_to(self.day)

    def reread(self) -> None:
        """Read again what is shown; the week only if it is."""
        self._shelf.clear()
        self.month.reread()
        self.look_ahead()
        if self._shows("week"):
            self.week.reread()
        elif self._is_made("week"):
            self.week.forget()
        if self._is_made("agenda"):
            self.agenda.reread()

    def look_ahead(self) -> None:
        """Read the months that may be shown next."""
        if self.month.isVisible():
            self._shelf.look_ahead(self.month.span)

    def slot(self) -> Slot:
        """Return where a new follow-up would go: at the keys, but outside the week not back."""
        if self._shows("week"):
            return self.week.slot()
        return Slot(max(self.day, self._today()))

    def place_of(self, entry: CalendarEntry) -> QPoint:
        """Return where menus of an entry open, on the screen."""
        if self._shows("week"):
            rect = self.week.rect_of(entry)
            middle = self.week.viewport().rect().center() if rect is None else rect.center()
            return self.week.viewport().mapToGlobal(middle)
        place = self.month.span.place(entry.on)
        rect = self.month.geometry_now().day_rect(*(place or (0, 0)))
        return self.month.mapToGlobal(rect.center())

    def _is_made(self, key: str) -> bool:
        return key in vars(self)

    def _shows(self, key: str) -> bool:
        return self._is_made(key) and self._shown is getattr(self, key)

    def _selected(self, day: date, entry: CalendarEntry | None) -> None:
        self.chosen = entry
        self.selected.emit(day, entry)
