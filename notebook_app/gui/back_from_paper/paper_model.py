"""The rows of a printed list as Qt's views want them, in the order of the paper."""

from collections.abc import Callable, Container, Sequence
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QLocale, QObject, Qt

from notebook_app.gui.back_from_paper.paper_words import row_badge, row_name, second_line
from notebook_app.gui.widgets.painted_line import Index
from notebook_app.model.printed_list import PaperRow

ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 30
"""The ``PaperRow``."""


class PaperModel(QAbstractListModel):
    """Keeps its lines while their state changes, so that one stays where one is."""

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        """Take who knows the day; there are no rows yet."""
        super().__init__(parent)
        self._today = today
        self._rows: Sequence[PaperRow] = ()

    @property
    def rows(self) -> Sequence[PaperRow]:
        """The rows."""
        return self._rows

    def show(self, rows: Sequence[PaperRow]) -> None:
        """Show rows as they stand now, or those of another list."""
        same = [row.position for row in rows] == [row.position for row in self._rows]
        if same:
            before, self._rows = self._rows, rows
            changed = [
                at for at, (old, new) in enumerate(zip(before, rows, strict=True)) if old != new
            ]
            if changed:
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def about(self, contact_ids: Container[int], follow_up_ids: Container[int]) -> list[int]:
        """Return the positions of the rows that are about any of these."""
        return [
            row.position
            for row in self._rows
            # Whoever was deleted may be back.
            if row.contact_id is None
            or row.contact_id in contact_ids
            or row.follow_up_id in follow_up_ids
        ]

    def replace_some(self, changed: Sequence[PaperRow]) -> None:
        """Show some rows as they stand now."""
        now = {row.position: row for row in changed}
        self.show([now.get(row.position, row) for row in self._rows])

    def row_at(self, line: int) -> PaperRow | None:
        """Return the row on a line, counted from 0."""
        return self._rows[line] if 0 <= line < len(self._rows) else None

    def line_of(self, position: int) -> int | None:
        """Return the line of a position on the paper."""
        return next((at for at, row in enumerate(self._rows) if row.position == position), None)

    def first_waiting(self, after: int = -1) -> int | None:
        """Return the first line after ``after`` of which nothing is known yet."""
        return next(
            (at for at, row in enumerate(self._rows) if at > after and row.is_waiting), None
        )

    def waiting(self) -> int:
        """Return of how many rows nothing is known yet."""
        return sum(row.is_waiting for row in self._rows)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return the row, or all of it in words for screen readers."""
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        badge = row_badge(row, self._today(), QLocale())
        parts = [row.code, row_name(row), second_line(row), badge[0] if badge else ""]
        return ", ".join(part for part in parts if part)
