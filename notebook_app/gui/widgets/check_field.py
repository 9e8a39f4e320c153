"""Boxes to tick and rounds to choose by, drawn so that they are plain to see in light and dark."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from notebook_app.gui.theme import SMALL, theme_of

_UPRIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute


class CheckField(QCheckBox):
    """A box to tick, with its words."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, wrap: bool = False
    ) -> None:
        """Take the words; ``&`` marks their key. They may ``wrap`` where there is little room."""
        super().__init__(text, parent)
        self._wraps = wrap
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return the size of box and words."""
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        """Return the size hint, or that of the longest word where they may wrap."""
        hint = self.sizeHint()
        if not self._wraps:
            return hint
        words = self.text().replace("&", "").split()
        longest = max(map(self.fontMetrics().horizontalAdvance, words), default=0)
        return QSize(min(hint.width(), _start(self) + longest + SMALL), hint.height())

    def hasHeightForWidth(self) -> bool:
        """Return whether the words wrap."""
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words at a width."""
        room = QRect(0, 0, width - _start(self), 10_000)
        flags = Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextWordWrap
        words = self.fontMetrics().boundingRect(room, flags, self.text())
        return max(words.height() + SMALL, self.sizeHint().height())

    def hitButton(self, _position: object) -> bool:
        """Return True: the words can be clicked too."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, its tick, and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = _box(self)
        _prepare(painter, self)
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            painter.setPen(QPen(theme_of(self).color("on_accent"), box.width() / 8))
            painter.drawPolyline(
                QPolygonF([_at(box, 0.24, 0.52), _at(box, 0.43, 0.70), _at(box, 0.77, 0.30)])
            )
        _draw_words(painter, self, box, wraps=self._wraps)


class RoundField(QRadioButton):
    """One of several to choose from, with its words."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        """Take the words; ``&`` marks their key."""
        super().__init__(text, parent)

    def sizeHint(self) -> QSize:
        """Return the size of round and words."""
        return _size(self)

    def hitButton(self, _position: object) -> bool:
        """Return True: the words can be clicked too."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the round, its dot, and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = _box(self)
        _prepare(painter, self)
        painter.drawEllipse(box)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme_of(self).color("on_accent"))
            inset = box.width() * 0.32
            painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
        _draw_words(painter, self, box)


def _at(box: QRectF, across: float, down: float) -> QPointF:
    return QPointF(box.left() + box.width() * across, box.top() + box.height() * down)


def _size(field: QAbstractButton) -> QSize:
    words = field.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, field.text())
    side = theme_of(field).em(1.2)
    height = max(words.height(), side) + SMALL
    return QSize(side + SMALL + words.width() + SMALL, height)


def _box(field: QAbstractButton) -> QRectF:
    side = theme_of(field).em(1.2)
    mirrored = field.layoutDirection() is Qt.LayoutDirection.RightToLeft
    left = field.width() - side - 2.5 if mirrored else 2.5
    return QRectF(left, (field.height() - side) / 2, side, side)


def _prepare(painter: QPainter, field: QAbstractButton) -> None:
    theme = theme_of(field)
    on = field.isChecked() and field.isEnabled()
    painter.setBrush(theme.color("accent" if on else "card"))
    painter.setPen(QPen(theme.color("accent" if on or field.underMouse() else "muted"), 1.3))


def _start(field: QAbstractButton) -> int:
    """Return how far from the edge the words begin."""
    return SMALL + theme_of(field).em(1.2) + 2


def _draw_words(
    painter: QPainter, field: QAbstractButton, box: QRectF, *, wraps: bool = False
) -> None:
    theme = theme_of(field)
    mirrored = field.layoutDirection() is Qt.LayoutDirection.RightToLeft
    start = SMALL + round(box.width()) + 2
    area = QRect(0 if mirrored else start, 0, field.width() - start, field.height())
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    painter.setPen(theme.color("ink" if field.isEnabled() else "muted"))
    lines = Qt.TextFlag.TextWordWrap if wraps else Qt.TextFlag.TextShowMnemonic
    painter.drawText(area, side | _UPRIGHT | Qt.TextFlag.TextShowMnemonic | lines, field.text())
    if field.hasFocus():
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("focus"), 2))
        painter.drawRoundedRect(QRectF(field.rect()).adjusted(1, 1, -1, -1), 5, 5)
