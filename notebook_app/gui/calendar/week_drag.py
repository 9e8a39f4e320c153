"""What a press in the week becomes as the pointer moves: an entry dragged or stretched, or hours
drawn out for a new one."""

from dataclasses import dataclass
from datetime import date, time

from PySide6.QtCore import QPoint

from notebook_app.gui.calendar.week_geometry import SNAP_MINUTES, WeekGeometry, snapped
from notebook_app.gui.calendar.week_lanes import DAY_MINUTES
from notebook_app.model.rows import CalendarEntry
from notebook_app.services.move_occurrence import Slot


@dataclass(slots=True)
class WeekDrag:
    """``entry`` is what was pressed, None for empty hours; ``moves`` once the pointer is far."""

    start: QPoint
    entry: CalendarEntry | None
    stretches: bool
    moves: bool = False

    def drawn_span(self, geometry: WeekGeometry, point: QPoint) -> tuple[int, int, int] | None:
        """Return the column and the minutes from and until which hours are drawn out."""
        column, first = geometry.column_at(self.start), geometry.minute_at(self.start)
        if column is None or first is None:
            return None
        last = geometry.minute_at(QPoint(self.start.x(), max(point.y(), geometry.top))) or 0
        begin, end = sorted((first, last))
        return column, snapped(begin), min(DAY_MINUTES, snapped(end) + SNAP_MINUTES)

    def target(
        self, geometry: WeekGeometry, point: QPoint, under: tuple[date, int | None] | None
    ) -> Slot | None:
        """Return where the entry would be if it were let go at ``point``.

        ``under`` is the day there, and the minute unless it is the row of whole days; None beside
        the week.
        """
        entry = self.entry
        if entry is None:
            return None
        if self.stretches and entry.at is not None:
            minute = geometry.minute_at(QPoint(point.x(), max(point.y(), geometry.top))) or 0
            end = min(DAY_MINUTES, snapped(minute) + SNAP_MINUTES)
            return Slot(entry.on, entry.at, max(SNAP_MINUTES, end - minute_of(entry.at)))
        if under is None:
            return None
        day, minute_at = under
        if minute_at is None:
            return Slot(day, None, entry.minutes)
        if entry.at is not None:
            grabbed, begin = geometry.minute_at(self.start), minute_of(entry.at)
            minute_at = max(0, minute_at - max(0, (grabbed or begin) - begin))
            if day == entry.on and abs(minute_at - begin) < SNAP_MINUTES // 2:
                return Slot(day, entry.at, entry.minutes)
        return Slot(day, time_of(snapped(minute_at)), entry.minutes)


def slot_of(day: date, minute: int | None) -> Slot:
    """Return the slot at a minute of a day; None for the row of whole days."""
    return Slot(day) if minute is None else Slot(day, time_of(minute))


def time_of(minute: int) -> time:
    """Return the time of a minute of the day."""
    return time(minute // 60, minute % 60)


def minute_of(at: time) -> int:
    """Return the minute of the day of a time."""
    return at.hour * 60 + at.minute
