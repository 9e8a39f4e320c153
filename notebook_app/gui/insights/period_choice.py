"""Chooses the time that figures are about: this quarter, this year, two years, or any days."""

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from notebook_app.gui.theme import SMALL, theme_of
from notebook_app.gui.widgets.choice_field import ChoiceField
from notebook_app.gui.widgets.date_field import DateField
from notebook_app.model.date_words import add_months
from notebook_app.model.insights.periods import Step, stretch_of
from notebook_app.model.past_periods import Period, month_of, year_of

_OTHER: Final = "other"
USUAL: Final = "two-years"


class PeriodChoice(QWidget):
    """``changed`` is emitted when another time was chosen."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        """Take who knows what day it is."""
        super().__init__(parent)
        self._today = today
        self.choice = ChoiceField()
        self.choice.setAccessibleName(self.tr("Which time"))
        for key, words in (
            ("month", self.tr("This month")),
            ("quarter", self.tr("This quarter")),
            ("year", self.tr("This year")),
            ("last-year", self.tr("Last year")),
            ("twelve-months", self.tr("The last 12 months")),
            (USUAL, self.tr("The last two years")),
            ("all", self.tr("All that is written down")),
            (_OTHER, self.tr("Other days…")),
        ):
            self.choice.addItem(words, key)
        self.choice.choose(USUAL)
        self.first = DateField(today, self.tr("From which day"), optional=True)
        self.last = DateField(today, self.tr("Until which day"), optional=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.choice)
        for field in (self.first, self.last):
            field.setMaximumWidth(theme_of(self).em(15))
            field.hide()
            field.value_changed.connect(lambda _day: self._days_typed())
            row.addWidget(field)
        self.setFocusProxy(self.choice)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Else nothing could set its place for Tab.
        self.choice.currentIndexChanged.connect(lambda _index: self._chosen())

    def key(self) -> str:
        """Return the choice as it is remembered."""
        return str(self.choice.currentData())

    def choose(self, key: str) -> None:
        """Choose as it was remembered; other days are not, since they are past by then."""
        if key != _OTHER:
            self.choice.choose(key)

    def period(self) -> Period:
        """Return the days that are chosen now."""
        key, today = self.key(), self._today()
        quarter = Period(*stretch_of(today, Step.QUARTER))
        if key == _OTHER:
            return Period(self.first.value(), self.last.value())
        return {
            "month": month_of(today),
            "quarter": quarter,
            "year": year_of(today),
            "last-year": year_of(date(today.year - 1, 1, 1)),
            "twelve-months": Period(add_months(today, -12), today),
            USUAL: Period(add_months(today, -24), today),
        }.get(key, Period())

    def _chosen(self) -> None:
        other = self.key() == _OTHER
        for field in (self.first, self.last):
            field.setVisible(other)
        if other:
            today = self._today()
            for field, day in ((self.first, add_months(today, -3)), (self.last, today)):
                field.blockSignals(True)
                field.set_value(day)
                field.blockSignals(False)
            self.first.setFocus()
        self.changed.emit()

    def _days_typed(self) -> None:
        first, last = self.first.value(), self.last.value()
        if self.first.is_right() and self.last.is_right():
            if first is not None and last is not None and first > last:
                return
            self.changed.emit()
