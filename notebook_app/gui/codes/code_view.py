"""A QR code on the screen: black on white in any look of the window, as large as there is room."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from notebook_app.formats.qr_code import QUIET_SQUARES
from notebook_app.gui.theme import theme_of
from notebook_app.gui.theme.tokens import RADIUS
from notebook_app.gui.widgets.qr_squares import draw_squares

_PICTURE_SQUARE = 8
_LEAST = 21
"""The squares of the smallest code, while there is none."""


class CodeView(QWidget):
    """Squares are whole pixels, so that none is wider than its neighbour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make one without a code."""
        super().__init__(parent)
        self._squares: Sequence[Sequence[bool]] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_squares(self, squares: Sequence[Sequence[bool]]) -> None:
        """Show another code."""
        self._squares = squares
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size that a phone reads at arm's length: about 12 cm."""
        side = theme_of(self).em(34)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return two pixels a square."""
        side = 2 * self._side_in_squares()
        return QSize(side, side)

    def picture(self) -> QImage:
        """Return the code as a picture of its own, to be copied or saved."""
        side = self._side_in_squares() * _PICTURE_SQUARE
        image = QImage(side, side, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        self._draw(painter, 0, 0, _PICTURE_SQUARE)
        painter.end()
        return image

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the white ground and the squares in the middle."""
        if not self._squares:
            return
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        count = self._side_in_squares()
        step = max(1, int(min(self.width(), self.height()) * ratio / count)) / ratio
        side = step * count
        left, top = (self.width() - side) / 2, (self.height() - side) / 2
        # On whole pixels of the screen.
        left, top = int(left * ratio) / ratio, int(top * ratio) / ratio
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRoundedRect(QRectF(left, top, side, side), RADIUS, RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._draw(painter, left, top, step)

    def _draw(self, painter: QPainter, left: float, top: float, step: float) -> None:
        white, side = QUIET_SQUARES * step, len(self._squares) * step
        draw_squares(painter, self._squares, QRectF(left + white, top + white, side, side))

    def _side_in_squares(self) -> int:
        return (len(self._squares) or _LEAST) + 2 * QUIET_SQUARES
