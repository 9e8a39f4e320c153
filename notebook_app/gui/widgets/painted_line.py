"""What lists that paint their own lines have in common: where a line is, its state, words on it.

Places are thought from left to right and mirrored at the end. The list of people, which paints
most lines and at the start, has a faster way of its own.
"""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from notebook_app.gui.theme import TextRole, theme_of

Index = QModelIndex | QPersistentModelIndex
"""What Qt names a line by, to a delegate."""

_LONGEST_DRAWN: Final = 200
_BAR: Final = 3


class PaintedLine:
    """One line while it is painted."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """Take what Qt hands to a delegate."""
        state: QStyle.StateFlag = option.state
        self.painter = painter
        self.whole: QRect = option.rect
        self.direction: Qt.LayoutDirection = option.direction
        self.theme = theme_of()
        self.selected = bool(state & QStyle.StateFlag.State_Selected)
        self.pointed_at = bool(state & QStyle.StateFlag.State_MouseOver)
        self.focused = bool(state & QStyle.StateFlag.State_HasFocus)

    def placed(self, area: QRect) -> QRect:
        """Return where ``area`` really is: on the other side in right-to-left windows."""
        return QStyle.visualRect(self.direction, self.whole, area)

    def fill_ground(self) -> None:
        """Colour the line if it is selected or pointed at, and mark at its side if focused."""
        if self.selected or self.pointed_at:
            ground = "selected" if self.selected else "hover"
            self.painter.fillRect(self.whole, self.theme.color(ground))
        if self.focused:
            bar = QRect(self.whole.left(), self.whole.top(), _BAR, self.whole.height())
            self.painter.fillRect(self.placed(bar), self.theme.color("focus"))

    def write(self, area: QRect, text: str, role: TextRole, colour: str = "ink") -> int:
        """Write one line of plain text, cut at its end, and return how wide it became."""
        painter, metrics = self.painter, self.theme.metrics(role)
        words = " ".join(text[:_LONGEST_DRAWN].split())
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0, area.width()))
        side = QStyle.visualAlignment(self.direction, Qt.AlignmentFlag.AlignLeft)
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        # A text runs in the direction of its own script, whichever side the window reads from.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setFont(self.theme.font(role))
        painter.setPen(self.theme.color(colour))
        painter.drawText(self.placed(area), flags | Qt.TextFlag.TextSingleLine, shown)
        return metrics.horizontalAdvance(shown)


class LineDelegate(QStyledItemDelegate):
    """Calls ``paint_line``, which subclasses write, and leaves the painter as it was."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line."""
        painter.save()
        self.paint_line(PaintedLine(painter, option), index)
        painter.restore()

    def paint_line(self, line: PaintedLine, index: Index) -> None:
        """Draw the line."""
        raise NotImplementedError


def fill_place(view: QAbstractItemView) -> None:
    """Have a list stand without a frame, scroll smoothly and never sideways, and feel the mouse."""
    view.setMouseTracking(True)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
