"""Paints a line of a list in two rows of text, with a tick before and a badge after them."""

from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, Theme, theme_of
from notebook_app.gui.widgets.badge import badge_size, paint_badge

TITLE_ROLE = Qt.ItemDataRole.UserRole + 10
SECOND_ROLE = Qt.ItemDataRole.UserRole + 11
BADGE_ROLE = Qt.ItemDataRole.UserRole + 12
"""The upper text, the lower text, and (words, kind) of the badge or None."""

_LONGEST_DRAWN = 200
_CHECK = Qt.ItemDataRole.CheckStateRole


class TwoLineDelegate(QStyledItemDelegate):
    """Paints what the model has under the roles above; lists of which ``ticks`` leave room."""

    def __init__(self, parent: QWidget, *, ticks: bool = True) -> None:
        """Take the list, and whether its lines may have ticks."""
        super().__init__(parent)
        self._ticks = ticks

    def sizeHint(self, _option: Any, _index: Any) -> QSize:
        """Return the height of two lines of text with air around them."""
        theme = theme_of()
        lines = theme.metrics(TextRole.STRONG).height() + theme.metrics(TextRole.SMALL).height()
        return QSize(theme.em(14), lines + MEDIUM + SMALL)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Tick with a click on the box, or with Space."""
        ticked = index.data(_CHECK)
        if ticked is None:
            return False
        if isinstance(event, QKeyEvent):
            wanted = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            whole: QRect = option.rect
            direction: Qt.LayoutDirection = option.direction
            start = self._text_start(theme_of())
            room = QRect(whole.left(), whole.top(), start, whole.height())
            placed = QStyle.visualRect(direction, whole, room)
            wanted = placed.contains(event.position().toPoint())
        else:
            return False
        if not wanted:
            return False
        on = Qt.CheckState(ticked) is Qt.CheckState.Checked
        other = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        return bool(model.setData(index, other, _CHECK))

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
        theme = theme_of()
        badge = index.data(BADGE_ROLE)
        ticked = index.data(_CHECK)
        painter.save()
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            painter.fillRect(whole, theme.color("selected" if chosen else "hover"))
        if state & QStyle.StateFlag.State_HasFocus:
            bar = QRect(whole.left(), whole.top(), 3, whole.height())
            painter.fillRect(QStyle.visualRect(direction, whole, bar), theme.color("focus"))
        painter.fillRect(QRect(whole.left(), whole.bottom(), whole.width(), 1), theme.color("line"))
        inner = whole.adjusted(self._text_start(theme), SMALL, -LARGE, -SMALL)
        if ticked is not None:
            side = theme.em(1.15)
            box = QRect(whole.left() + LARGE, whole.center().y() - side // 2, side, side)
            is_ticked = Qt.CheckState(ticked) is Qt.CheckState.Checked
            _paint_box(painter, QStyle.visualRect(direction, whole, box), is_ticked, theme)
        text = QRect(inner)
        if badge:
            words, kind = badge
            size = badge_size(words, theme)
            top = inner.center().y() - size.height() // 2
            left = inner.right() - size.width() + 1
            place = QRect(left, top, size.width(), size.height())
            paint_badge(painter, QStyle.visualRect(direction, whole, place), words, kind, theme)
            text.setRight(left - SMALL)
        name_height = theme.metrics(TextRole.STRONG).height()
        name, second = QRect(text), QRect(text)
        name.setHeight(name_height)
        second.setTop(name.bottom() + 3)
        left_out = ticked is not None and Qt.CheckState(ticked) is Qt.CheckState.Unchecked
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        for area, line, role, colour in (
            (name, index.data(TITLE_ROLE), TextRole.STRONG, "muted" if left_out else "ink"),
            (second, index.data(SECOND_ROLE), TextRole.SMALL, "muted"),
        ):
            painter.setFont(theme.font(role))
            painter.setPen(theme.color(colour))
            placed = QStyle.visualRect(direction, whole, area)
            one_line = " ".join(line[:_LONGEST_DRAWN].split())
            cut = theme.metrics(role).elidedText(
                one_line, Qt.TextElideMode.ElideRight, placed.width()
            )
            side_flag = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
            flags = side_flag | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(placed, flags | Qt.TextFlag.TextSingleLine, cut)
        painter.restore()

    def _text_start(self, theme: Theme) -> int:
        return LARGE + theme.em(1.15) + MEDIUM if self._ticks else LARGE


def _paint_box(painter: QPainter, place: QRect, ticked: bool, theme: Theme) -> None:
    box = QRectF(place)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.color("accent" if ticked else "card"))
    painter.setPen(QPen(theme.color("accent" if ticked else "muted"), 1.3))
    painter.drawRoundedRect(box, 4, 4)
    if ticked:
        painter.setPen(QPen(theme.color("on_accent"), box.width() / 8))
        corners = ((0.24, 0.52), (0.43, 0.70), (0.77, 0.30))
        painter.drawPolyline(
            QPolygonF(
                [
                    QPointF(box.left() + box.width() * across, box.top() + box.height() * down)
                    for across, down in corners
                ]
            )
        )
    painter.restore()
