"""One value that can be kept or left: a mark with the value beside it, all of it one button."""

import math

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from notebook_app.gui.theme import SMALL, TextRole, theme_of
from notebook_app.gui.theme.tokens import CONTROL_RADIUS
from notebook_app.gui.widgets.labels import plain_tool_tip
from notebook_app.gui.widgets.wrap_mode import wrap_mode

_MOST_LINES = 6
_LONGEST_SHOWN = 600
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class MergeCell(QAbstractButton):
    """Ticked means kept. ``round_mark`` shows that keeping it leaves the other side's.

    ``moved`` carries how far the arrows want to go, to the right and down.
    """

    moved = Signal(int, int)

    def __init__(
        self, text: str, what: str, *, round_mark: bool, parent: QWidget | None = None
    ) -> None:
        """Take the value as plain text, and what a screen reader says it is."""
        super().__init__(parent)
        self._words = text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"
        self._round = round_mark
        self._heights: dict[tuple[int, int], int] = {}
        self.setCheckable(True)
        self.setAccessibleName(f"{what}: {self._words}")
        self.setToolTip(plain_tool_tip(self._words) if len(text) > 40 else "")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """The value shown."""
        return self._words

    def hasHeightForWidth(self) -> bool:
        """Return that a narrow cell is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text in this width, of some lines at most."""
        key = (width, theme_of(self).em())
        if key not in self._heights:
            self._heights[key] = self._height(width)
        return self._heights[key]

    def _height(self, width: int) -> int:
        layout = QTextLayout(self._shown(), theme_of(self).font(TextRole.BODY))
        layout.setTextOption(self._wrapping())
        room = max(20, width - self._start() - SMALL)
        layout.beginLayout()
        height, lines = 0.0, 0
        while lines < _MOST_LINES and (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            height += line.height()
            lines += 1
        layout.endLayout()
        return max(math.ceil(height), theme_of(self).em(1.2)) + 2 * SMALL

    def sizeHint(self) -> QSize:
        """Return some room."""
        width = theme_of(self).em(16)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least width in which a value can be read."""
        return QSize(theme_of(self).em(7), theme_of(self).em(1.2) + 2 * SMALL)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space or Enter; leave for the cells around with the arrows."""
        key = Qt.Key(event.key())
        if key in _ARROWS:
            across, down = _ARROWS[key]
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            self.moved.emit(-across if mirrored else across, down)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the mark, the value, and the focus."""
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        kept = self.isChecked()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(
            theme.color("selected" if kept else "hover" if self.underMouse() else "card")
        )
        painter.drawRoundedRect(ground, CONTROL_RADIUS, CONTROL_RADIUS)
        self._paint_mark(painter)
        painter.setFont(theme.font(TextRole.BODY))
        painter.setPen(theme.color("ink" if kept else "muted"))
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        area = QRect(self._start(), SMALL, self.width() - self._start() - SMALL, self.height())
        area.setHeight(self.height() - 2 * SMALL)
        painter.setClipRect(self._mirrored(area))
        painter.drawText(QRectF(self._mirrored(area)), self._shown(), self._wrapping())
        painter.setClipping(False)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRoundedRect(ground, CONTROL_RADIUS, CONTROL_RADIUS)

    def _paint_mark(self, painter: QPainter) -> None:
        theme = theme_of(self)
        side = theme.em(1.15)
        top = SMALL + (self._metrics().height() - side) // 2
        box = QRectF(self._mirrored(QRect(SMALL + 2, max(3, top), side, side)))
        kept = self.isChecked()
        painter.setBrush(theme.color("accent" if kept else "card"))
        painter.setPen(QPen(theme.color("accent" if kept or self.underMouse() else "muted"), 1.3))
        if self._round:
            painter.drawEllipse(box)
            if kept:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("on_accent"))
                inset = box.width() * 0.32
                painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
            return
        painter.drawRoundedRect(box, 4, 4)
        if kept:
            painter.setPen(QPen(theme.color("on_accent"), box.width() / 8))
            corners = ((0.24, 0.52), (0.43, 0.70), (0.77, 0.30))
            painter.drawPolyline(
                QPolygonF(
                    [
                        QPointF(box.left() + box.width() * x, box.top() + box.height() * y)
                        for x, y in corners
                    ]
                )
            )

    def _shown(self) -> str:
        # What Qt takes for the end of a line within one text.
        return self._words.replace("\n", "\u2028")

    def _wrapping(self) -> QTextOption:
        side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)
        option.setWrapMode(wrap_mode(self._words))
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        return option

    def _metrics(self) -> QFontMetrics:
        return theme_of(self).metrics(TextRole.BODY)

    def _start(self) -> int:
        return SMALL + 2 + theme_of(self).em(1.15) + SMALL

    def _mirrored(self, rect: QRect) -> QRect:
        if self.layoutDirection() is Qt.LayoutDirection.LeftToRight:
            return rect
        return QRect(self.width() - rect.right() - 1, rect.top(), rect.width(), rect.height())
