"""Figures under column titles, to read line by line and to take along."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from notebook_app.formats.csv.spreadsheet_cells import csv_line
from notebook_app.gui.theme import theme_of

_MOST_SEEN: Final = 12


class FiguresTable(QTableWidget):
    """As high as its lines, up to a dozen; then it scrolls. ``row_opened`` carries a line.

    Labels, in the first column, take what room the figures leave.
    """

    row_opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty one."""
        super().__init__(parent)
        self._lines: list[Sequence[str]] = []
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.cellActivated.connect(lambda row, _column: self.row_opened.emit(row))

    def show_rows(self, name: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show other lines; ``name`` is what the table is called."""
        self._lines = [header, *rows]
        self.setAccessibleName(name)
        self.setColumnCount(len(header))
        self.setRowCount(len(rows))
        for column, words in enumerate(header):
            title = QTableWidgetItem(words)
            title.setTextAlignment(_alignment(column))
            self.setHorizontalHeaderItem(column, title)
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                item = QTableWidgetItem(cell)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                item.setTextAlignment(_alignment(column))
                self.setItem(at, column, item)
        sections = self.horizontalHeader()
        sections.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        sections.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        line = theme_of(self).em(2.1)
        self.verticalHeader().setDefaultSectionSize(line)
        head = sections.sizeHint().height() + 2 * self.frameWidth()
        self.setFixedHeight(head + line * min(len(rows), _MOST_SEEN))

    def copy(self) -> None:
        """Put the figures on the clipboard, as text with tabs and as CSV."""
        carried = QMimeData()
        carried.setText("\n".join("\t".join(line) for line in self._lines))
        carried.setData("text/csv", "".join(map(csv_line, self._lines)).encode())
        QGuiApplication.clipboard().setMimeData(carried)


def _alignment(column: int) -> Qt.AlignmentFlag:
    """Return that labels begin at the side and figures end at the other."""
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
