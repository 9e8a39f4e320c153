"""The trash as Qt's views want it; lines are read as they are looked at."""

from collections.abc import Callable
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

from notebook_app.gui.importing.two_line_delegate import BADGE_ROLE, SECOND_ROLE, TITLE_ROLE
from notebook_app.gui.trash.trash_words import second_line, time_left
from notebook_app.model.trash import TrashedRow
from notebook_app.storage.trash import TrashStore

_PAGE: Final = 60
_Index = QModelIndex | QPersistentModelIndex


class TrashModel(QAbstractListModel):
    """Those in the trash whom the words find, the last deleted first."""

    def __init__(
        self, trash: TrashStore, today: Callable[[], date], parent: QObject | None = None
    ) -> None:
        """Take where to read, and who knows the day; the model is empty until ``show``."""
        super().__init__(parent)
        self._trash = trash
        self._today = today
        self._ids: list[int] = []
        self._rows: dict[int, TrashedRow] = {}

    def show(self, words: str) -> None:
        """Read who is in the trash now."""
        self.beginResetModel()
        self._ids = self._trash.ids(words)
        self._rows = {}
        self.endResetModel()

    def id_at(self, position: int) -> int:
        """Return the contact on a line."""
        return self._ids[position]

    def ids(self) -> list[int]:
        """Return all contacts that are shown."""
        return list(self._ids)

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return the name, what hangs on them, the time left; all in words for screen readers."""
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        wanted = (TITLE_ROLE, SECOND_ROLE, BADGE_ROLE, Qt.ItemDataRole.DisplayRole)
        if role not in wanted and role != Qt.ItemDataRole.AccessibleTextRole:
            return None
        row = self._row(index.row())
        if row is None:
            return "" if role != BADGE_ROLE else None
        if role == BADGE_ROLE:
            return time_left(row, self._today())
        name = f"{row.name}, {row.organization}" if row.organization else row.name
        if role == TITLE_ROLE:
            return name
        second = second_line(row, QLocale())
        if role == SECOND_ROLE:
            return second
        return f"{name}, {second}, {time_left(row, self._today())[0]}"

    def _row(self, position: int) -> TrashedRow | None:
        contact_id = self._ids[position]
        if contact_id not in self._rows:
            start = position - position % _PAGE
            for row in self._trash.rows(self._ids[start : start + _PAGE]):
                self._rows[row.id] = row
        return self._rows.get(contact_id)
