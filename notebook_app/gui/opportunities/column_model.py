"""A column of opportunities as Qt's views want it: cards are read as they are looked at."""

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

from notebook_app.gui.opportunities.opportunity_words import spoken_row
from notebook_app.model.opportunity_rows import OpportunityColumn, OpportunityRow
from notebook_app.storage.opportunity_list import OpportunityList

ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 20
"""The ``OpportunityRow`` of a card."""

_PAGE: Final = 60
_Index = QModelIndex | QPersistentModelIndex


class ColumnModel(QAbstractListModel):
    """The cards of one column, in its order."""

    def __init__(
        self,
        opportunities: OpportunityList,
        today: Callable[[], date],
        parent: QObject | None = None,
    ) -> None:
        """Take where to read, and who knows the day; the model is empty until ``show``."""
        super().__init__(parent)
        self._opportunities = opportunities
        self._today = today
        self._rows: dict[int, OpportunityRow] = {}
        self.column = OpportunityColumn((), (), 0)

    def show(self, column: OpportunityColumn) -> None:
        """Show these; cards are read anew."""
        self.beginResetModel()
        self.column = column
        self._rows = {}
        self.endResetModel()

    def id_at(self, row: int) -> int | None:
        """Return the opportunity on a line, or None beside the list."""
        return self.column.ids[row] if 0 <= row < len(self.column.ids) else None

    def row_of(self, opportunity_id: int) -> int | None:
        """Return the line of an opportunity, if it is in this column."""
        try:
            return self.column.ids.index(opportunity_id)
        except ValueError:
            return None

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many cards there are."""
        return 0 if parent is not None and parent.isValid() else len(self.column.ids)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return the card's record, or all of it in words for screen readers."""
        wanted = role in (
            ROW_ROLE,
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        )
        opportunity_id = self.id_at(index.row()) if index.isValid() else None
        if not wanted or opportunity_id is None:
            return None
        row = self._row(index.row(), opportunity_id)
        if role == ROW_ROLE or row is None:
            return row
        return spoken_row(row, self._today(), QLocale())

    def _row(self, position: int, opportunity_id: int) -> OpportunityRow | None:
        if opportunity_id not in self._rows:
            start = position - position % _PAGE
            for row in self._opportunities.rows(self.column.ids[start : start + _PAGE]):
                self._rows[row.id] = row
        return self._rows.get(opportunity_id)
