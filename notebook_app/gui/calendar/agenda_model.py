"""The agenda's lines: days that hold something, and their entries, read stretch by stretch."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from notebook_app.foundation.record import record
from notebook_app.gui.calendar.entry_look import spoken_words
from notebook_app.gui.follow_ups.due_words import day_title
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.calendar_filter import CalendarFilter
from notebook_app.model.rows import CalendarEntry

_STRETCH: Final = timedelta(days=28)
_STRETCHES: Final = 14
_FIRST_DAYS: Final = 2
_ENOUGH: Final = 60
"""Lines to fill a high window; where days are full, two of them hold more."""
_AHEAD: Final = timedelta(days=3 * 366)
_BEHIND: Final = timedelta(days=20 * 366)
_MOST: Final = 1_000_000

_ROOT: Final = QModelIndex()
LINE_ROLE: Final = Qt.ItemDataRole.UserRole


@record
class DayLine:
    """The heading of a day; ``empty`` only for the first day asked for."""

    on: date
    empty: bool = False


@record
class EarlierLine:
    """The line on top that leads to what was before."""


Line = DayLine | EarlierLine | CalendarEntry


class AgendaModel(QAbstractListModel):
    """Begins at a day; goes on as it is scrolled, and back when it is asked to."""

    def __init__(
        self,
        desk: Desk,
        parent: QObject | None = None,
        narrowed: Callable[[], CalendarFilter] = CalendarFilter,
    ) -> None:
        """Take the desk, and who knows what is shown; nothing is read before ``begin``."""
        super().__init__(parent)
        self._narrowed = narrowed
        self._desk = desk
        self._lines: list[Line] = []
        self._start = self._first = self._until = desk.clock.today()

    def begin(self, day: date) -> None:
        """Show what there is from ``day`` on."""
        self.beginResetModel()
        self._start = self._first = self._until = day
        self._lines = [EarlierLine()]
        found = self._read_on()
        if not found or found[0] != DayLine(day):
            found.insert(0, DayLine(day, empty=True))
        self._lines += found
        self.endResetModel()

    def reread(self) -> None:
        """Read the days shown again."""
        self.beginResetModel()
        lines = self._between(self._first, self._until - timedelta(days=1))
        if DayLine(self._start) not in lines:
            after = (
                place
                for place, line in enumerate(lines)
                if isinstance(line, DayLine) and line.on > self._start
            )
            lines.insert(next(after, len(lines)), DayLine(self._start, empty=True))
        self._lines = [EarlierLine(), *lines]
        self.endResetModel()

    def go_back(self) -> int:
        """Read a stretch before the first day; return how many lines came in below the top one."""
        lines: list[Line] = []
        for _attempt in range(_STRETCHES):
            before = self._first
            self._first = before - _STRETCH
            lines = self._between(self._first, before - timedelta(days=1))
            if lines or self._first < self._start - _BEHIND:
                break
        if lines:
            self.beginInsertRows(QModelIndex(), 1, len(lines))
            self._lines[1:1] = lines
            self.endInsertRows()
        return len(lines)

    def covers(self, day: date) -> bool:
        """Return whether a day lies within what was read."""
        return bool(self._lines) and self._first <= day < self._until

    def row_of(self, wanted: date | CalendarEntry) -> int | None:
        """Return the row of an entry, or of the first heading on or after a day."""
        for row, line in enumerate(self._lines):
            if isinstance(wanted, date):
                if isinstance(line, DayLine) and line.on >= wanted:
                    return row
            elif isinstance(line, CalendarEntry) and line == wanted:
                return row
        return None

    def line(self, row: int) -> Line | None:
        """Return the line of a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many lines were read."""
        return 0 if parent.isValid() else len(self._lines)

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Return whether there may be more days: birthdays never end, so three years are enough."""
        begun = bool(self._lines)
        return begun and not parent.isValid() and self._until <= self._start + _AHEAD

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:
        """Read the next stretch."""
        lines = self._read_on()
        if lines:
            end = len(self._lines)
            self.beginInsertRows(QModelIndex(), end, end + len(lines) - 1)
            self._lines += lines
            self.endInsertRows()

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the line, or its words for those who read them out."""
        line = self.line(index.row())
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(line)
        return None

    def _words(self, line: Line | None) -> str:
        today, locale = self._desk.clock.today(), QLocale()
        if isinstance(line, DayLine):
            title = day_title(line.on, today, locale)
            return f"{title}: {self.tr('nothing planned')}" if line.empty else title
        if isinstance(line, CalendarEntry):
            return spoken_words(line, today, locale)
        return self.tr("Earlier…")

    def _read_on(self) -> list[Line]:
        lines: list[Line] = []
        days = timedelta(days=_FIRST_DAYS)
        for _attempt in range(_STRETCHES):
            after = self._until
            self._until = after + days
            lines += self._between(after, self._until - timedelta(days=1))
            wide = days == _STRETCH
            if len(lines) >= _ENOUGH or (lines and wide) or self._until > self._start + _AHEAD:
                break
            # The longer it is quiet, the further it is looked at once.
            days = min(2 * days, _STRETCH)
        return lines

    def _between(self, first: date, last: date) -> list[Line]:
        calendar = self._desk.notebook.calendar
        entries, _more = calendar.days(first, last, _MOST, _MOST, self._narrowed())
        lines: list[Line] = []
        for day, of_day in groupby(entries, key=lambda entry: entry.on):
            lines.append(DayLine(day))
            lines += of_day
        return lines
