"""The menu behind ``Later ▾``: to another day, not at all, or something else."""

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from notebook_app.gui.follow_ups.holidays_soon import HolidaysSoon
from notebook_app.gui.follow_ups.outcome_words import distance_name, next_day_words
from notebook_app.gui.follow_ups.plan_form import show_plan_form
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.next_days import Distance, NextDay
from notebook_app.services.next_days import usual_next_days
from notebook_app.services.plan_follow_up import reschedule_follow_up, skip_follow_up


class LaterMenu(QMenu):
    """Fills itself when it opens, so that it is right at any hour; each line shows its day."""

    def __init__(self, desk: Desk, follow_up_id: int, parent: QWidget) -> None:
        """Take the desk, the follow-up, and the button or list that the menu belongs to."""
        super().__init__(parent)
        self._desk = desk
        self._follow_up_id = follow_up_id
        self._owner = parent
        self._days: Mapping[Distance, NextDay] = {}
        self._lines: dict[Distance, QAction] = {}
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Put the lines in for today."""
        self.clear()
        self._days = usual_next_days(self._desk.notebook, holidays=False)
        self._lines = {distance: self.addAction("") for distance in Distance}
        for distance, line in self._lines.items():
            line.triggered.connect(partial(self._move, distance))
        self._name_days()
        # Looked up beside the window; the menu is shown before.
        holidays = HolidaysSoon(self._desk, self)
        holidays.ready.connect(self._look_up_holidays)
        holidays.start()
        self.addAction(self.tr("&Pick a day…")).triggered.connect(self._pick)
        self.addSeparator()
        self.addAction(self.tr("&Skip it")).triggered.connect(self._skip)
        self.addAction(self.tr("&Edit…")).triggered.connect(self._edit)

    def move_to(self, day: date) -> None:
        """Move the follow-up to another day."""
        notebook, follow_up_id = self._desk.notebook, self._follow_up_id
        self._desk.perform(lambda: reschedule_follow_up(notebook, follow_up_id, day))

    def _move(self, distance: Distance) -> None:
        self.move_to(self._days[distance].day)

    def _look_up_holidays(self) -> None:
        if self.isVisible():
            self._days = usual_next_days(self._desk.notebook)
            self._name_days()

    def _name_days(self) -> None:
        today = self._desk.clock.today()
        for distance, line in self._lines.items():
            day = next_day_words(self._days[distance], today, self.locale())
            line.setText(f"{distance_name(distance)}\t{day}".replace("&", "&&"))

    def _skip(self) -> None:
        notebook, follow_up_id = self._desk.notebook, self._follow_up_id
        self._desk.perform(lambda: skip_follow_up(notebook, follow_up_id))

    def _edit(self) -> None:
        show_plan_form(self._desk, self._owner, follow_up_id=self._follow_up_id)

    def _pick(self) -> None:
        from notebook_app.gui.widgets.calendar_popup import CalendarPopup

        row = self._desk.notebook.follow_ups.get(self._follow_up_id)
        shown = max(row.draft.due if row else self._desk.clock.today(), self._desk.clock.today())
        popup = CalendarPopup(shown, self.tr("To which day"), self._owner)
        # Not the menu's own method: the menu may be gone before a day is clicked.
        desk, follow_up_id = self._desk, self._follow_up_id
        popup.taken.connect(
            lambda day: desk.perform(lambda: reschedule_follow_up(desk.notebook, follow_up_id, day))
        )
        popup.show_below(self._owner)
