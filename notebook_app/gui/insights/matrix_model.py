"""Clients by service, as Qt's tables want it: rows are read as they are looked at."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from notebook_app.gui.insights.heard_words import heard_sign, heard_words
from notebook_app.gui.widgets.labels import plain_tool_tip
from notebook_app.model.insights.services_report import ClientServices, Heard, ServicesReport
from notebook_app.storage.notebook import Notebook

_PAGE: Final = 60
_LONGEST: Final = 120
_Index = QModelIndex | QPersistentModelIndex


class MatrixModel(QAbstractTableModel):
    """The name of a client, and for each service how it stands."""

    def __init__(self, notebook: Notebook, parent: QObject | None = None) -> None:
        """Take where to read; there is nobody until ``show``."""
        super().__init__(parent)
        self._notebook = notebook
        self.report = ServicesReport(0, ())
        self.contact_ids: Sequence[int] = ()
        self._rows: dict[int, ClientServices] = {}

    def show(self, report: ServicesReport, contact_ids: Sequence[int]) -> None:
        """Show these services and clients; what is the same stays where it is."""
        same = [each.service_id for each in report.services] == [
            each.service_id for each in self.report.services
        ] and tuple(contact_ids) == tuple(self.contact_ids)
        if not same:
            self.beginResetModel()
        self.report, self.contact_ids = report, contact_ids
        self._rows = {}
        if same:
            if contact_ids:
                last = self.index(self.rowCount() - 1, self.columnCount() - 1)
                self.dataChanged.emit(self.index(0, 0), last)
        else:
            self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many clients there are."""
        return 0 if parent is not None and parent.isValid() else len(self.contact_ids)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return one for the name, and one for each service."""
        return 0 if parent is not None and parent.isValid() else 1 + len(self.report.services)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        """Return the names of the services."""
        if orientation is Qt.Orientation.Vertical or section < 0:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignHCenter if section else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if section == 0:
            return self.tr("Client")
        name = " ".join(self.report.services[section - 1].name[:_LONGEST].split())
        return name if role == Qt.ItemDataRole.DisplayRole else plain_tool_tip(name)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return a name or a sign; in words for screen readers."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignHCenter if index.column() else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            words = self.data(index, int(Qt.ItemDataRole.AccessibleTextRole))
            return plain_tool_tip(words) if words else None
        spoken = role == Qt.ItemDataRole.AccessibleTextRole
        if role != Qt.ItemDataRole.DisplayRole and not spoken:
            return None
        row = self._row(index.row())
        if row is None:
            return None
        if index.column() == 0:
            return row.name[:_LONGEST]
        heard = row.knows[index.column() - 1]
        if not spoken:
            return heard_sign(heard)
        service = self.report.services[index.column() - 1].name
        return f"{row.name[:_LONGEST]}, {service[:_LONGEST]}: {heard_words(heard)}"

    def heard(self, row: int, column: int) -> Heard | None:
        """Return how it stands in a cell."""
        client = self._row(row)
        return None if client is None or column == 0 else client.knows[column - 1]

    def _row(self, at: int) -> ClientServices | None:
        contact_id = self.contact_ids[at]
        if contact_id not in self._rows:
            start = at - at % _PAGE
            some = self.contact_ids[start : start + _PAGE]
            for row in self._notebook.insights.matrix(self.report, some):
                self._rows[row.contact_id] = row
        return self._rows.get(contact_id)
