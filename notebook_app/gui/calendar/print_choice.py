"""What can be printed from the calendar: the month or week that is shown, or the follow-ups."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.widgets.buttons import MenuButton
from notebook_app.model.calendar_filter import CalendarFilter


class PrintChoice(MenuButton):
    """A button with the documents that somebody offers to print."""

    def __init__(
        self,
        desk: Desk,
        day: Callable[[], date],
        narrowed: Callable[[], CalendarFilter],
        parent: QWidget | None = None,
    ) -> None:
        """Take the desk, the day that is selected, and what the calendar shows."""
        super().__init__(desk.tr("Print"), parent)
        self._desk = desk
        self._day = day
        self._narrowed = narrowed
        if desk.offers(Act.PRINT_CALENDAR):
            self.add_choice(self.tr("This &month…"), lambda: self._print(week=False))
            self.add_choice(self.tr("This &week…"), lambda: self._print(week=True))
        if desk.offers(Act.PRINT):
            self.add_choice(self.tr("&Follow-up list…"), lambda: desk.ask(Act.PRINT))

    def is_of_use(self) -> bool:
        """Return whether there is anything to choose."""
        return not self.choices().isEmpty()

    def _print(self, *, week: bool) -> None:
        self._desk.ask(Act.PRINT_CALENDAR, week, self._day(), self._narrowed())
