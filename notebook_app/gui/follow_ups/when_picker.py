"""Chooses a day to come: by words, or by one of the distances one usually takes."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.gui.follow_ups.due_words import short_day
from notebook_app.gui.theme import TIGHT
from notebook_app.gui.widgets.chip import Chip
from notebook_app.gui.widgets.date_field import DateField
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.model.date_words import add_months


def usual_days(today: date) -> list[tuple[str, date]]:
    """Return the days that are usually meant, with their words, nearest first."""
    return [
        (_tr("Tomorrow"), today + timedelta(days=1)),
        (_tr("In 3 days"), today + timedelta(days=3)),
        (_tr("Next week"), today + timedelta(days=7)),
        (_tr("In 2 weeks"), today + timedelta(days=14)),
        (_tr("In a month"), add_months(today, 1)),
    ]


class WhenPicker(QWidget):
    """A date field with a row of pills below it; ``value_changed`` carries a date or None."""

    value_changed = Signal(object)

    def __init__(
        self, today: Callable[[], date], name: str = "", parent: QWidget | None = None
    ) -> None:
        """Take who knows today's date, and the field's name for screen readers."""
        super().__init__(parent)
        self._today = today
        self.field = DateField(today, name)
        self.field.value_changed.connect(self._show)
        self.field.value_changed.connect(self.value_changed)
        self.chips: list[tuple[Chip, date]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self.field)
        flow = FlowLayout(across=2)
        for words, day in usual_days(today()):
            chip = Chip(words)
            chip.setToolTip(short_day(day, today(), self.locale()))
            chip.clicked.connect(lambda _checked=False, meant=day: self.set_value(meant))
            flow.addWidget(chip)
            self.chips.append((chip, day))
        column.addLayout(flow)
        self.setFocusProxy(self.field)

    def value(self) -> date | None:
        """Return the day that is meant, or None."""
        return self.field.value()

    def set_value(self, value: date | None) -> None:
        """Show a day."""
        self.field.set_value(value)
        self._show(value)

    def _show(self, value: date | None) -> None:
        for chip, day in self.chips:
            chip.setChecked(day == value)


def _tr(text: str) -> str:
    return QCoreApplication.translate("UsualDays", text)
