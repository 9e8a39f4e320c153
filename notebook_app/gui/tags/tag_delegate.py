"""Paints a line of the list of tags: dot, name, how many carry it."""

from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from notebook_app.gui.theme import LARGE, SMALL, TextRole, theme_of
from notebook_app.gui.widgets.badge import paint_dot
from notebook_app.model.tag import TagRow

TAG_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""A ``TagRow``."""


class TagDelegate(QStyledItemDelegate):
    """All lines are equally high."""

    def sizeHint(self, _option: Any, _index: Any) -> QSize:
        """Return one line of text with air around it."""
        theme = theme_of(self)
        return QSize(theme.em(12), theme.metrics(TextRole.BODY).height() + 2 * SMALL)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the line."""
        whole: QRect = option.rect
        state: QStyle.StateFlag = option.state
        direction: Qt.LayoutDirection = option.direction
        theme = theme_of(self)
        row = index.data(TAG_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(whole, theme.color("selected" if selected else "hover"))
        if state & QStyle.StateFlag.State_HasFocus:
            bar = QRect(whole.left(), whole.top(), 3, whole.height())
            painter.fillRect(QStyle.visualRect(direction, whole, bar), theme.color("focus"))
        if isinstance(row, TagRow):
            side = theme.em(0.62)
            dot = QRect(whole.left() + LARGE, whole.center().y() - side // 2, side, side)
            placed = QStyle.visualRect(direction, whole, dot)
            paint_dot(painter, QPointF(placed.center()) + QPointF(0.5, 0.5), theme, row.colour)
            count = str(row.count)
            room = theme.metrics(TextRole.SMALL).horizontalAdvance(count)
            start = LARGE + side + SMALL
            name = whole.adjusted(start, 0, -LARGE - room - SMALL, 0)
            figure = QRect(whole.right() - LARGE - room, whole.top(), room + 1, whole.height())
            cut = theme.metrics(TextRole.BODY).elidedText(
                " ".join(row.name[:200].split()), Qt.TextElideMode.ElideRight, name.width()
            )
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            side_flag = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
            flags = side_flag | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
            painter.setFont(theme.font(TextRole.STRONG if selected else TextRole.BODY))
            painter.setPen(theme.color("ink"))
            painter.drawText(QStyle.visualRect(direction, whole, name), flags, cut)
            painter.setFont(theme.font(TextRole.SMALL))
            painter.setPen(theme.color("muted"))
            painter.drawText(QStyle.visualRect(direction, whole, figure), flags, count)
        painter.restore()
