"""Chooses the next day among those one usually means, each moved to a day that is good."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.gui.follow_ups.holidays_soon import HolidaysSoon
from notebook_app.gui.follow_ups.outcome_words import distance_name, next_day_words
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import TIGHT
from notebook_app.gui.widgets.chip import Chip
from notebook_app.gui.widgets.date_field import DateField
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.model.next_days import Distance, NextDay
from notebook_app.services.next_days import usual_next_days


class NextDayPicker(QWidget):
    """Pills that say the day they mean, and a field for any other day.

    Alt and a number choose from anywhere, the number alone inside the pills.
    """

    value_changed = Signal(object)

    def __init__(self, desk: Desk, name: str = "", parent: QWidget | None = None) -> None:
        """Take the desk and the field's name for screen readers."""
        super().__init__(parent)
        self._desk = desk
        self._distance: Distance | None = None
        self._days: Mapping[Distance, NextDay] = {}
        self._holidays = HolidaysSoon(desk, self)
        self._with_holidays = False
        self._holidays.ready.connect(self._take_holidays)
        self.field = DateField(desk.clock.today, name)
        self.field.value_changed.connect(self._typed)
        self.chips: dict[Distance, Chip] = {}
        flow = FlowLayout(across=2)
        for number, distance in enumerate(Distance, 1):
            chip = Chip("")
            chip.clicked.connect(lambda _checked=False, meant=distance: self.choose(meant))
            self._give_key(number, partial(self.choose, distance))
            self.chips[distance] = chip
            flow.addWidget(chip)
        self.pick = Chip(self.tr("Pick…"), checkable=False)
        self.pick.clicked.connect(self._pick)
        self._give_key(len(self.chips) + 1, self._pick)
        flow.addWidget(self.pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addLayout(flow)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)
        self._read(holidays=False)

    def value(self) -> date | None:
        """Return the day that is meant, or None."""
        return self.field.value()

    def set_value(self, value: date | None) -> None:
        """Show a day, which stays whatever is found to be on it."""
        self._distance = None
        self.field.set_value(value)
        self._check()

    def choose(self, distance: Distance) -> None:
        """Choose one of the usual days; if a holiday is found on it, the next good day."""
        self._distance = distance
        self.field.set_value(self._days[distance].day)
        self._check()
        self.value_changed.emit(self.value())

    def look_again(self) -> None:
        """Find the days anew, as after one of them was filled."""
        self._read(holidays=self._with_holidays)

    def showEvent(self, event: QShowEvent) -> None:
        """Look up public holidays beside the window."""
        super().showEvent(event)
        self._holidays.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a number inside the pills for the day it stands for."""
        number = event.text()
        if not event.modifiers() and number in "123456" and number:
            if int(number) <= len(self.chips):
                self.choose(list(Distance)[int(number) - 1])
            else:
                self._pick()
            return
        super().keyPressEvent(event)

    def _take_holidays(self) -> None:
        self._with_holidays = True
        self.look_again()

    def _read(self, *, holidays: bool) -> None:
        self._days = usual_next_days(self._desk.notebook, holidays=holidays)
        today = self._desk.clock.today()
        for number, (distance, chip) in enumerate(self.chips.items(), 1):
            day = next_day_words(self._days[distance], today, self.locale())
            chip.set_words(f"{distance_name(distance)}: {day}")
            keys = QKeySequence(f"Alt+{number}").toString(QKeySequence.SequenceFormat.NativeText)
            chip.setToolTip(keys)
        if self._distance is not None:
            self.choose(self._distance)
        else:
            self._check()

    def _typed(self, value: date | None) -> None:
        if self._distance is not None and self._days[self._distance].day != value:
            self._distance = None
        self._check()
        self.value_changed.emit(value)

    def _check(self) -> None:
        shown, value = self._distance, self.value()
        if shown is None and value is not None:
            same = (distance for distance, found in self._days.items() if found.day == value)
            shown = next(same, None)
        for distance, chip in self.chips.items():
            chip.setChecked(distance is shown)

    def _pick(self) -> None:
        self.field.setFocus()
        self.field.edit.selectAll()

    def _give_key(self, number: int, act: Callable[[], object]) -> None:
        QShortcut(QKeySequence(f"Alt+{number}"), self).activated.connect(act)
