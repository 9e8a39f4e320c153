"""Counts a year month by month while nothing else is to do, so that no frame waits for a year."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from notebook_app.model.month_steps import add_months

_IDLE_MS: Final = 30
"""Between two months that are read, and before the first: turning pages comes before."""

Read = Callable[[date, date], dict[date, tuple[int, int]]]


class YearCounts(QObject):
    """``came`` tells that a month was counted, ``complete`` that it was the last of the year."""

    came = Signal()
    complete = Signal()

    def __init__(self, read: Read, parent: QObject) -> None:
        """Take what counts open and all entries of the days from one to another."""
        super().__init__(parent)
        self.days: dict[date, tuple[int, int]] = {}
        self._read = read
        self._left: list[date] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_IDLE_MS)
        self._timer.timeout.connect(self._read_month)

    def has_begun(self) -> bool:
        """Whether something is counted, or waits for it."""
        return bool(self.days or self._left)

    def begin(self, around: date) -> None:
        """Count the year of a day again: its month first, then those around it."""
        if self.days and next(iter(self.days)).year != around.year:
            self.days = {}
        months = [date(around.year, month, 1) for month in range(1, 13)]
        months.sort(key=lambda month: -abs(month.month - around.month))
        self._left = months

    def go_on(self) -> None:
        """Count on what is left, in a moment."""
        if self._left:
            self._timer.start()

    def wait(self) -> None:
        """Let whoever turns pages go before."""
        if self._left and self._timer.isActive():
            self._timer.start()

    def pause(self) -> None:
        """Count nothing more until ``go_on``."""
        self._timer.stop()

    def read_all(self) -> None:
        """Read what is left at once."""
        while self._left:
            self._read_month()

    def _read_month(self) -> None:
        if not self._left:
            self._timer.stop()
            return
        first = self._left.pop()
        last = add_months(first, 1) - timedelta(days=1)
        for number in range((last - first).days + 1):
            self.days.pop(first + timedelta(days=number), None)
        self.days.update(self._read(first, last))
        if not self._left:
            self._timer.stop()
            self.complete.emit()
        self.came.emit()
