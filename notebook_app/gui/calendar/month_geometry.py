"""Where things are in the month: weekday names, days, the lines of a day; mirrored or not."""

from PySide6.QtCore import QPoint, QRect, QSize

from notebook_app.foundation.record import record
from notebook_app.gui.theme import TIGHT

_DAYS = 7
_FEWEST_WEEKS = 4


@record
class MonthGeometry:
    """All sizes in device-independent pixels.

    ``gutter`` is the width of the week numbers, ``head`` the height of the weekday names,
    ``number`` the height of a day's number, ``line`` of an entry.
    """

    size: QSize
    weeks: int
    mirrored: bool
    gutter: int
    head: int
    number: int
    line: int

    @property
    def line_step(self) -> int:
        """How far one entry of a day stands below another."""
        return self.line + 3

    def most_lines(self) -> int:
        """Return how many lines fit into the highest day there can be: that of a short month."""
        highest = (self.size.height() - self.head) // _FEWEST_WEEKS + 1
        return max(1, (highest - self.number - TIGHT) // self.line_step)

    def head_rect(self, column: int) -> QRect:
        """Return where the name of a weekday stands."""
        left, right = self._across(column)
        return QRect(left, 0, right - left, self.head)

    def week_rect(self, week: int) -> QRect:
        """Return where the number of a week stands."""
        top, bottom = self._down(week)
        left = self.size.width() - self.gutter if self.mirrored else 0
        return QRect(left, top, self.gutter, bottom - top)

    def day_rect(self, week: int, column: int) -> QRect:
        """Return the cell of a day."""
        left, right = self._across(column)
        top, bottom = self._down(week)
        return QRect(left, top, right - left, bottom - top)

    def place_at(self, point: QPoint) -> tuple[int, int] | None:
        """Return week and column of the day at ``point``, or None."""
        for week in range(self.weeks):
            for column in range(_DAYS):
                if self.day_rect(week, column).contains(point):
                    return week, column
        return None

    def lines(self, week: int) -> int:
        """Return how many lines of entries fit into a day of that week; none where it is low."""
        top, bottom = self._down(week)
        return max(0, (bottom - top - self.number - TIGHT) // self.line_step)

    def rest_rect(self, week: int, column: int) -> QRect:
        """Return where a day tells how many more there are, where no entry fits: by its number."""
        day = self.day_rect(week, column)
        start = day.width() * 11 // 20
        width = day.width() - start - 2
        rect = QRect(day.left() + start, day.top(), width, min(self.number, day.height()))
        if self.mirrored:
            rect.moveLeft(day.left() + 3)
        return rect

    def line_rect(self, week: int, column: int, line: int) -> QRect:
        """Return where the entry in a line of a day stands."""
        day = self.day_rect(week, column)
        top = day.top() + self.number + line * self.line_step
        return QRect(day.left() + 4, top, day.width() - 7, self.line)

    def _across(self, column: int) -> tuple[int, int]:
        room = self.size.width() - self.gutter
        start, end = room * column // _DAYS, room * (column + 1) // _DAYS
        if self.mirrored:
            return room - end, room - start
        return self.gutter + start, self.gutter + end

    def _down(self, week: int) -> tuple[int, int]:
        room = max(self.weeks, self.size.height() - self.head)
        return self.head + room * week // self.weeks, self.head + room * (week + 1) // self.weeks
