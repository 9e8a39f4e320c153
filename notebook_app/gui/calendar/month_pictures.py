"""Drawn months and weeks: the one that is seen, and those beside it, drawn in idle moments.

Drawing one takes most of a frame; showing a picture of it, hardly anything.
"""

from collections.abc import Callable
from datetime import date
from typing import Final, Generic, TypeVar

from PySide6.QtGui import QPixmap

from notebook_app.gui.calendar.month_geometry import MonthGeometry
from notebook_app.gui.calendar.shown_month import ShownMonth

_KEPT: Final = 3

Geometry = TypeVar("Geometry")


class KeptPictures(Generic[Geometry]):
    """Keeps the last few pictures; each is right only for its place, its day and its content."""

    def __init__(self, draw: Callable[[Geometry, ShownMonth], QPixmap]) -> None:
        """Take what draws a month or a week as it looks today."""
        self._draw = draw
        self._kept: dict[date, tuple[ShownMonth, Geometry, date, QPixmap]] = {}

    def picture(self, geometry: Geometry, month: ShownMonth, today: date) -> QPixmap:
        """Return a month as it looks on the day ``today``."""
        kept = self._kept.pop(month.span.month, None)
        if kept is None or kept[0] is not month or kept[1:3] != (geometry, today):
            kept = (month, geometry, today, self._draw(geometry, month))
        self._kept[month.span.month] = kept
        while len(self._kept) > _KEPT:
            del self._kept[next(iter(self._kept))]
        return kept[3]

    def forget(self) -> None:
        """Forget all pictures, as after a change of colours."""
        self._kept.clear()


MonthPictures = KeptPictures[MonthGeometry]
