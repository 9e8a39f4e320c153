"""Chooses the square part of a photo that is shown."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from notebook_app.gui.theme import LARGE, MEDIUM, TextRole, Tone, theme_of
from notebook_app.gui.widgets.labels import PlainLabel

_SMALLEST = 32
_STEP = 8
_VEIL = 150


class CropView(QWidget):
    """A picture with a square in it: dragged or moved by arrows, sized by the wheel or + and -."""

    def __init__(self, image: QImage, parent: QWidget | None = None) -> None:
        """Take the picture; the largest square in its middle is chosen."""
        super().__init__(parent)
        self._image = image
        side = min(image.width(), image.height())
        self._square = QRect((image.width() - side) // 2, (image.height() - side) // 2, side, side)
        self._held: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(self.tr("The part of the photo that is shown"))
        self.setAccessibleDescription(
            self.tr("Arrow keys move the square, plus and minus make it larger or smaller.")
        )

    def square(self) -> QRect:
        """Return the chosen square in pixels of the picture."""
        return self._square

    def sizeHint(self) -> QSize:
        """Return a size in which the picture can be looked at."""
        side = theme_of(self).em(32)
        return self._image.size().scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio)

    def move_by(self, x: int, y: int) -> None:
        """Move the square by so many pixels of the picture, as far as it goes."""
        area = self._image.rect()
        left = max(0, min(self._square.x() + x, area.width() - self._square.width()))
        top = max(0, min(self._square.y() + y, area.height() - self._square.height()))
        self._square.moveTo(left, top)
        self.update()

    def grow_by(self, pixels: int) -> None:
        """Make the square larger or smaller around its middle."""
        largest = min(self._image.width(), self._image.height())
        smallest = min(_SMALLEST, largest)
        side = max(smallest, min(largest, self._square.width() + pixels))
        middle = self._square.center()
        self._square = QRect(middle.x() - side // 2, middle.y() - side // 2, side, side)
        self.move_by(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move or size the square."""
        step = max(1, self._image.width() // 100)
        moves = {
            Qt.Key.Key_Left: (-step, 0),
            Qt.Key.Key_Right: (step, 0),
            Qt.Key.Key_Up: (0, -step),
            Qt.Key.Key_Down: (0, step),
        }
        key = Qt.Key(event.key())
        if key in moves:
            self.move_by(*moves[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.grow_by(_STEP)
        elif key == Qt.Key.Key_Minus:
            self.grow_by(-_STEP)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Size the square."""
        self.grow_by(_STEP if event.angleDelta().y() > 0 else -_STEP)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the square."""
        self._held = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the square along."""
        if self._held is None:
            return
        way = (event.position() - self._held) / self._scale()
        self._held = event.position()
        self.move_by(round(way.x()), round(way.y()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._held = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture, dark outside the circle that will be seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._area()
        painter.drawImage(area, self._image)
        scale = self._scale()
        chosen = QRectF(
            area.x() + self._square.x() * scale,
            area.y() + self._square.y() * scale,
            self._square.width() * scale,
            self._square.height() * scale,
        )
        outside = QPainterPath()
        outside.addRect(area)
        outside.addEllipse(chosen)
        veil = QColor(theme_of(self).color("ink"))
        veil.setAlpha(_VEIL)
        painter.fillPath(outside, veil)
        width = 3 if self.hasFocus() else 1.5
        painter.setPen(QPen(theme_of(self).color("focus"), width))
        painter.drawRect(chosen)

    def _area(self) -> QRectF:
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(
            (self.width() - size.width()) / 2,
            (self.height() - size.height()) / 2,
            size.width(),
            size.height(),
        )

    def _scale(self) -> float:
        return max(0.001, self._area().width() / max(1, self._image.width()))


class CropDialog(QDialog):
    """``cropped`` carries the chosen part."""

    cropped = Signal(QImage)

    def __init__(self, image: QImage, parent: QWidget) -> None:
        """Take the photo."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Crop the photo"))
        self._image = image
        self.view = CropView(image)
        words = self.tr("Drag the square, or use the arrow keys; + and - change its size.")
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Ok
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Crop"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(self.view, 1)
        column.addWidget(PlainLabel(words, TextRole.SMALL, Tone.MUTED, wrap=True))
        column.addWidget(self.buttons)
        self.view.setFocus()

    def accept(self) -> None:
        """Hand over the chosen part."""
        self.cropped.emit(self._image.copy(self.view.square()))
        super().accept()
