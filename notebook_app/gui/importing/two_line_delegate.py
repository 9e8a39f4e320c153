"""Paints a line of a list in two rows of text, with a tick before and a badge after them."""

from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, Theme, theme_of
from notebook_app.gui.widgets.badge import badge_size, paint_badge
from notebook_app.gui.widgets.painted_line import Index, LineDelegate, PaintedLine

TITLE_ROLE = Qt.ItemDataRole.UserRole + 10
SECOND_ROLE = Qt.ItemDataRole.UserRole + 11
BADGE_ROLE = Qt.ItemDataRole.UserRole + 12
"""The upper text, the lower text, and (words, kind) of the badge or None."""

_CHECK = Qt.ItemDataRole.CheckStateRole


class TwoLineDelegate(LineDelegate):
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
        index: Index,
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

    def paint_line(self, line: PaintedLine, index: Index) -> None:
        """Draw the line."""
        painter, theme, whole = line.painter, line.theme, line.whole
        badge = index.data(BADGE_ROLE)
        ticked = index.data(_CHECK)
        line.fill_ground()
        painter.fillRect(QRect(whole.left(), whole.bottom(), whole.width(), 1), theme.color("line"))
        inner = whole.adjusted(self._text_start(theme), SMALL, -LARGE, -SMALL)
        if ticked is not None:
            side = theme.em(1.15)
            box = QRect(whole.left() + LARGE, whole.center().y() - side // 2, side, side)
            is_ticked = Qt.CheckState(ticked) is Qt.CheckState.Checked
            _paint_box(painter, line.placed(box), is_ticked, theme)
        text = QRect(inner)
        if badge:
            words, kind = badge
            size = badge_size(words, theme)
            top = inner.center().y() - size.height() // 2
            left = inner.right() - size.width() + 1
            place = QRect(left, top, size.width(), size.height())
            paint_badge(painter, line.placed(place), words, kind, theme)
            text.setRight(left - SMALL)
        name, second = QRect(text), QRect(text)
        name.setHeight(theme.metrics(TextRole.STRONG).height())
        second.setTop(name.bottom() + 3)
        left_out = ticked is not None and Qt.CheckState(ticked) is Qt.CheckState.Unchecked
        line.write(name, index.data(TITLE_ROLE), TextRole.STRONG, "muted" if left_out else "ink")
        line.write(second, index.data(SECOND_ROLE), TextRole.SMALL, "muted")

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
