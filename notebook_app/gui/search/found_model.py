"""What a search found as Qt's views want it: headings, results, and a line for more of a group."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from notebook_app.gui.search.search_words import (
    count_words,
    heading_words,
    more_words,
    spoken_words,
)
from notebook_app.model.found import Found, FoundKind
from notebook_app.storage.search_everything import FoundGroup

LINE_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
"""The ``Heading``, ``Found`` or ``More`` of a line."""

_MORE_AT_A_TIME: Final = 20
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a group."""

    kind: FoundKind
    words: str
    count: str


@dataclass(frozen=True, slots=True)
class More:
    """The line that gives more of a group."""

    kind: FoundKind
    words: str


Line = Heading | Found | More


@dataclass(slots=True)
class ShownGroup:
    """A group as far as it was read."""

    group: FoundGroup
    results: list[Found] = field(default_factory=list)


class FoundModel(QAbstractListModel):
    """The lines of all groups that have results."""

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        """Take who knows the day; the model is empty until ``show``."""
        super().__init__(parent)
        self._today = today
        self._groups: list[ShownGroup] = []
        self._lines: list[Line] = []

    def show(self, groups: Sequence[ShownGroup]) -> None:
        """Show other results."""
        self.beginResetModel()
        self._groups = [each for each in groups if each.results]
        self._lines = [line for each in self._groups for line in _lines_of(each)]
        self.endResetModel()

    def add(self, shown: ShownGroup) -> None:
        """Show one more group, which has results, below the others."""
        lines, before = _lines_of(shown), len(self._lines)
        self.beginInsertRows(QModelIndex(), before, before + len(lines) - 1)
        self._groups.append(shown)
        self._lines += lines
        self.endInsertRows()

    def more(self, kind: FoundKind) -> int:
        """Read more of a group, and return the line of the first that came."""
        start = 0
        for each in self._groups:
            count = len(_lines_of(each))
            if each.group.kind is not kind:
                start += count
                continue
            last = start + count - 1
            fresh = each.group.more(_MORE_AT_A_TIME)
            self.beginRemoveRows(QModelIndex(), last, last)
            del self._lines[last]
            self.endRemoveRows()
            each.results += fresh
            lines = _lines_of(each)[last - start :]
            if lines:
                self.beginInsertRows(QModelIndex(), last, last + len(lines) - 1)
                self._lines[last:last] = lines
                self.endInsertRows()
            return min(last, len(self._lines) - 1)
        return -1

    def shown_of(self, kind: FoundKind) -> int:
        """Return how many results of a kind were read."""
        return sum(len(each.results) for each in self._groups if each.group.kind is kind)

    def line(self, position: int) -> Line | None:
        """Return what stands on a line; None beyond the last."""
        return self._lines[position] if 0 <= position < len(self._lines) else None

    def position_of(self, found: Found) -> int | None:
        """Return the line of the same thing, if it is there."""
        for position, line in enumerate(self._lines):
            if isinstance(line, Found) and (line.kind, line.id) == (found.kind, found.id):
                return position
        return None

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let the cursor pass over headings."""
        if isinstance(self.line(index.row()), Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return the line itself, or its words for screen readers."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if isinstance(line, Heading):
            return f"{line.words}, {line.count}"
        if isinstance(line, More):
            return line.words
        return spoken_words(line, self._today(), QLocale())


def _lines_of(each: ShownGroup) -> list[Line]:
    group = each.group
    count = count_words(group.count, group.counted_all, QLocale())
    lines: list[Line] = [Heading(group.kind, heading_words(group.kind), count), *each.results]
    if group.has_more:
        lines.append(More(group.kind, more_words(group.kind)))
    return lines
