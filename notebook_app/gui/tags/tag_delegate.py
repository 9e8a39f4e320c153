"""Paints a line of the list of tags: dot, name, how many carry it."""

from typing import Any, Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter

from notebook_app.gui.theme import LARGE, SMALL, TextRole, theme_of
from notebook_app.gui.widgets.badge import paint_dot
from notebook_app.gui.widgets.painted_line import Index, LineDelegate, PaintedLine
from notebook_app.model.tag import TagRow

TAG_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""A ``TagRow``."""


class TagDelegate(LineDelegate):
    """All lines are equally high."""

    def sizeHint(self, _option: Any, _index: Any) -> QSize:
        """Return one line of text with air around it."""
        theme = theme_of(self)
        return QSize(theme.em(12), theme.metrics(TextRole.BODY).height() + 2 * SMALL)

    def paint_line(self, line: PaintedLine, index: Index) -> None:
        """Draw the line."""
        row, theme, whole = index.data(TAG_ROLE), line.theme, line.whole
        line.fill_ground()
        if not isinstance(row, TagRow):
            return
        line.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.em(0.62)
        dot = line.placed(QRect(whole.left() + LARGE, whole.center().y() - side // 2, side, side))
        paint_dot(line.painter, QPointF(dot.center()) + QPointF(0.5, 0.5), theme, row.colour)
        count = str(row.count)
        room = theme.metrics(TextRole.SMALL).horizontalAdvance(count)
        name = whole.adjusted(LARGE + side + SMALL, 0, -LARGE - room - SMALL, 0)
        figure = QRect(whole.right() - LARGE - room, whole.top(), room + 1, whole.height())
        line.write(name, row.name, TextRole.STRONG if line.selected else TextRole.BODY)
        line.write(figure, count, TextRole.SMALL, "muted")
