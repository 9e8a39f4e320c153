"""Figures taken along: as text with tabs, and as CSV in which no cell is a formula."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from notebook_app.formats.csv.spreadsheet_cells import csv_line


def copy_figures(header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Put a table on the clipboard."""
    lines = [header, *rows]
    carried = QMimeData()
    carried.setText("\n".join("\t".join(line) for line in lines))
    carried.setData("text/csv", "".join(map(csv_line, lines)).encode("utf-8", "replace"))
    QGuiApplication.clipboard().setMimeData(carried)
