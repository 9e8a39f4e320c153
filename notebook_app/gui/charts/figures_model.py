"""Lines of figures as Qt's tables want them: thousands cost nothing until they are looked at."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

LEADS_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""Whether a line leads to what is behind it."""

TOTAL_ROLE: Final = LEADS_ROLE + 1
"""Whether a line is the sum of those above."""

_Index = QModelIndex | QPersistentModelIndex


class FiguresModel(QAbstractTableModel):
    """Cells under titles; ``keys`` has what each line leads to, or None."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty one."""
        super().__init__(parent)
        self.header: Sequence[str] = ()
        self.rows: Sequence[Sequence[str]] = ()
        self.keys: Sequence[object] = ()
        self._total = False

    def show(
        self,
        header: Sequence[str],
        rows: Sequence[Sequence[str]],
        keys: Sequence[object],
        *,
        total: bool,
    ) -> None:
        """Show other lines; with ``total`` the last one is their sum."""
        self.beginResetModel()
        self.header, self.rows, self.keys, self._total = header, rows, keys, total
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return how many titles there are."""
        return 0 if parent is not None and parent.isValid() else len(self.header)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        """Return a title, and on which side it stands."""
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self.header):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return side_of(section)
        return self.header[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return a cell."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return side_of(index.column())
        if role == LEADS_ROLE:
            return self.key(index.row()) is not None
        if role == TOTAL_ROLE:
            return self._total and index.row() == len(self.rows) - 1
        return None

    def key(self, row: int) -> object:
        """Return what a line leads to, or None."""
        return self.keys[row] if row < len(self.keys) else None


def side_of(column: int) -> Qt.AlignmentFlag:
    """Return that labels begin at the side and figures end at the other."""
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
