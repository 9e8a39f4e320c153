"""Asks for a day to go to in the calendar, in words or as a date."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from notebook_app.gui.follow_ups.form_dialog import FormDialog
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.widgets.date_field import DateField
from notebook_app.gui.widgets.labels import FieldLabel


class GoToForm(FormDialog):
    """One field; ``taken`` is called with the day."""

    def __init__(
        self, desk: Desk, parent: QWidget, taken: Callable[[date], object], words: str = ""
    ) -> None:
        """Take what is done with the day, and what it is asked for."""
        super().__init__(desk, parent, words or self.tr("Go to a day"), self.tr("Go"))
        self._taken = taken
        self.field = DateField(desk.clock.today, self.windowTitle())
        self.body.addWidget(FieldLabel(self.windowTitle(), self.field.edit))
        self.body.addWidget(self.field)
        self.field.setFocus()

    def act(self) -> None:
        """Hand the day on and close."""
        day = self.field.value()
        if day is None:
            self.complain(
                self.tr("Write a day, such as “24 December” or “in 2 months”."), self.field
            )
            return
        self.accept()
        self._taken(day)
