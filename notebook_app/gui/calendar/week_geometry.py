"""Where things are in the week: weekdays, the row of whole days, hours, lanes; mirrored or not."""

from PySide6.QtCore import QPoint, QRect, QSize

from notebook_app.foundation.record import record
from notebook_app.gui.calendar.week_lanes import DAY_MINUTES, Placed

_DAYS = 7
_HOURS = 24
SNAP_MINUTES = 15


@record
class WeekGeometry:
    """All sizes in device-independent pixels.

    ``gutter`` is the width of the hours' names, ``head`` the height of the days', ``line`` of an
    entry in the row of whole days, which has ``all_day`` lines; ``scrolled`` is how far the hours
    are scrolled.
    """

    size: QSize
    mirrored: bool
    gutter: int
    head: int
    line: int
    all_day: int
    hour: int
    scrolled: int = 0

    @property
    def top(self) -> int:
        """Where the hours begin on the screen."""
        return self.head + self.all_day * (self.line + 3) + 6

    @property
    def hours_height(self) -> int:
        """The height of all hours."""
        return self.hour * _HOURS

    def hours_rect(self) -> QRect:
        """Return the part of the screen in which the hours are."""
        return QRect(0, self.top, self.size.width(), max(0, self.size.height() - self.top))

    def head_rect(self, column: int) -> QRect:
        """Return where the name of a day stands."""
        left, right = self._across(column)
        return QRect(left, 0, right - left, self.head)

    def whole_day_rect(self, column: int) -> QRect:
        """Return a day's part of the row of whole days."""
        left, right = self._across(column)
        return QRect(left, self.head, right - left, self.top - self.head)

    def line_rect(self, column: int, line: int) -> QRect:
        """Return where an entry in the row of whole days stands."""
        day = self.whole_day_rect(column)
        return QRect(
            day.left() + 3, day.top() + 2 + line * (self.line + 3), day.width() - 6, self.line
        )

    def day_rect(self, column: int) -> QRect:
        """Return a day with all its hours, as they are scrolled."""
        left, right = self._across(column)
        return QRect(left, self.top - self.scrolled, right - left, self.hours_height)

    def y_of(self, minute: int) -> int:
        """Return where a minute of the day is, as scrolled."""
        return self.top - self.scrolled + minute * self.hour // 60

    def block_rect(self, column: int, placed: Placed) -> QRect:
        """Return where an entry with a time stands."""
        left, right = self._across(column)
        room = right - left - 5
        start, end = (
            room * placed.lane // placed.lanes,
            room * (placed.lane + 1) // placed.lanes,
        )
        if self.mirrored:
            start, end = room - end, room - start
        top = self.y_of(placed.begin) + 1
        return QRect(
            left + 2 + start, top, max(4, end - start - 1), self.y_of(placed.end) - top - 1
        )

    def span_rect(self, column: int, begin: int, end: int) -> QRect:
        """Return a stretch of a day."""
        left, right = self._across(column)
        top = self.y_of(begin)
        return QRect(left + 2, top, right - left - 4, self.y_of(end) - top)

    def column_at(self, point: QPoint) -> int | None:
        """Return which day is at ``point``, or None beside them."""
        for column in range(_DAYS):
            left, right = self._across(column)
            if left <= point.x() < right:
                return column
        return None

    def minute_at(self, point: QPoint) -> int | None:
        """Return the minute of the day at ``point``, or None above the hours."""
        if point.y() < self.top:
            return None
        minute = (point.y() - self.top + self.scrolled) * 60 // self.hour
        return min(max(minute, 0), DAY_MINUTES - 1)

    def _across(self, column: int) -> tuple[int, int]:
        room = self.size.width() - self.gutter
        start, end = room * column // _DAYS, room * (column + 1) // _DAYS
        if self.mirrored:
            return room - end, room - start
        return self.gutter + start, self.gutter + end


def snapped(minute: int, step: int = SNAP_MINUTES) -> int:
    """Return the quarter of an hour in which a minute lies."""
    return min(max(0, minute // step * step), DAY_MINUTES - step)
