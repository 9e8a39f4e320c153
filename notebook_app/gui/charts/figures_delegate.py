"""Paints the cells of figures: what leads somewhere in the accent's colour, a sum set apart."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from notebook_app.gui.charts.figures_model import LEADS_ROLE, TOTAL_ROLE
from notebook_app.gui.theme import SMALL, TextRole, theme_of
from notebook_app.gui.widgets.painted_line import PaintedLine


class FiguresDelegate(QStyledItemDelegate):
    """A line is chosen, pointed at and has the focus as a whole, whichever cell of it is meant."""

    def __init__(self, view: QTableView) -> None:
        """Take the table; no line is pointed at yet."""
        super().__init__(view)
        self._view = view
        self.pointed_at = -1

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a cell."""
        painter.save()
        line = PaintedLine(painter, option)
        leads, total = index.data(LEADS_ROLE), index.data(TOTAL_ROLE)
        line.pointed_at = leads and index.row() == self.pointed_at
        focused = self._view.hasFocus() and self._view.currentIndex().row() == index.row()
        line.selected, line.focused = focused, focused and index.column() == 0
        line.fill_ground()
        if total:
            painter.setPen(line.theme.color("strong_line"))
            painter.drawLine(line.whole.topLeft(), line.whole.topRight())
        area = line.whole.adjusted(SMALL, 0, -SMALL, 0)
        role = TextRole.SMALL_STRONG if total else TextRole.SMALL
        # Where columns have no titles, the second one only says more of the first.
        quiet = index.column() and self._view.horizontalHeader().isHidden()
        colour = "accent" if leads and not index.column() else "muted" if quiet else "ink"
        text = str(index.data() or "")
        if index.column():
            width = line.theme.metrics(role).horizontalAdvance(text)
            area.setLeft(max(area.left(), area.right() - width))
        line.write(area, text, role, colour)
        painter.restore()


def cell_width(text: str, role: TextRole = TextRole.SMALL) -> int:
    """Return how wide a column must be for a cell."""
    return theme_of().metrics(role).horizontalAdvance(text) + 2 * SMALL + 2
