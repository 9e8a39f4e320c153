"""The list of events as Qt's views want it: two headings, and lines read as they are looked at."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from notebook_app.gui.events.event_words import row_badge, second_line
from notebook_app.gui.follow_ups.due_words import day_title
from notebook_app.model.event_rows import EventRow
from notebook_app.storage.event_list import EventList

LINE_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 20
"""A ``Heading``, or an ``EventRow``."""

_PAGE: Final = 60
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Heading:
    """The words above the coming or the past events, and how many there are."""

    words: str
    count: int


class EventsModel(QAbstractListModel):
    """Those events that the words find, the coming ones first; ``headings`` are their lines."""

    def __init__(
        self, events: EventList, today: Callable[[], date], parent: QObject | None = None
    ) -> None:
        """Take where to read, and who knows the day; the model is empty until ``show``."""
        super().__init__(parent)
        self._events = events
        self._today = today
        self._lines: list[Heading | int] = []
        self._rows: dict[int, EventRow] = {}
        self.headings: frozenset[int] = frozenset()

    def show(self, words: str) -> None:
        """Read which events there are now."""
        ids = self._events.ids(self._today(), words)
        lines: list[Heading | int] = []
        for heading, some in ((_tr("Coming"), ids.coming), (_tr("Past"), ids.past)):
            if some:
                lines += [Heading(heading, len(some)), *some]
        self.beginResetModel()
        self._lines = lines
        self._rows = {}
        self.headings = frozenset(
            row for row, line in enumerate(lines) if isinstance(line, Heading)
        )
        self.endResetModel()

    def event_at(self, row: int) -> int | None:
        """Return the event on a line; None on a heading or beside the list."""
        line = self._lines[row] if 0 <= row < len(self._lines) else None
        return line if isinstance(line, int) else None

    def row_of(self, event_id: int) -> int | None:
        """Return the line of an event, if it is shown."""
        try:
            return self._lines.index(event_id)
        except ValueError:
            return None

    def first_of(self, which: int) -> int | None:
        """Return the line of the first event from line ``which`` on, else the last one before."""
        after = range(max(0, which), len(self._lines))
        before = range(min(which, len(self._lines)) - 1, -1, -1)
        return next((row for row in (*after, *before) if self.event_at(row) is not None), None)

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many lines there are, headings too."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let headings be neither chosen nor entered."""
        if isinstance(self._line(index), Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return the line itself, or all of it in words for screen readers."""
        line = self._line(index)
        if line is None or role not in (
            LINE_ROLE,
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        if isinstance(line, Heading):
            return line if role == LINE_ROLE else f"{line.words}, {line.count}"
        row = self._row(index.row(), line)
        if role == LINE_ROLE or row is None:
            return row
        today, locale = self._today(), QLocale()
        badge = row_badge(row, today, locale)
        parts = [row.name, day_title(row.on, today, locale), second_line(row, today, locale)]
        return ", ".join(part for part in (*parts, badge[0] if badge else "") if part)

    def _line(self, index: _Index) -> Heading | int | None:
        inside = index.isValid() and index.row() < len(self._lines)
        return self._lines[index.row()] if inside else None

    def _row(self, position: int, event_id: int) -> EventRow | None:
        if event_id not in self._rows:
            start = position - position % _PAGE
            wanted = [line for line in self._lines[start : start + _PAGE] if isinstance(line, int)]
            for row in self._events.rows(wanted):
                self._rows[row.id] = row
        return self._rows.get(event_id)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Events", text)
