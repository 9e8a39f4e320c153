"""Paints the matrix: names that lead to people, signs in the middle, a ring where the keys are."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from notebook_app.gui.insights.heard_words import heard_sign
from notebook_app.gui.theme import SMALL, TextRole
from notebook_app.gui.widgets.painted_line import PaintedLine
from notebook_app.model.insights.services_report import Heard


class MatrixDelegate(QStyledItemDelegate):
    """A cell is chosen by itself, since a key speaks of one client and one service."""

    def __init__(self, view: QTableView) -> None:
        """Take the table."""
        super().__init__(view)
        self._view = view

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a cell."""
        painter.save()
        line, text = PaintedLine(painter, option), str(index.data() or "")
        here = self._view.hasFocus() and index == self._view.currentIndex()
        line.selected, line.focused = here, False
        line.fill_ground()
        if index.column() == 0:
            area = line.whole.adjusted(SMALL, 0, -SMALL, 0)
            line.write(area, text, TextRole.BODY, "accent")
        else:
            never = text == heard_sign(Heard.NOT_TOLD)
            painter.setFont(line.theme.font(TextRole.BODY))
            painter.setPen(line.theme.color("muted" if never else "ink"))
            painter.drawText(line.whole, Qt.AlignmentFlag.AlignCenter, text)
        if here:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(line.theme.color("focus"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(line.whole).adjusted(1, 1, -1, -1), 4, 4)
        painter.restore()
