"""The sign of an event on a round ground, where a person would have a face."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from notebook_app.gui.calendar.glyphs import paint_glyph
from notebook_app.gui.theme import theme_of
from notebook_app.model.rows import CalendarKind


class GlyphDisc(QWidget):
    """Only beside words that say the same, so screen readers pass it by."""

    def __init__(self, kind: CalendarKind, parent: QWidget | None = None) -> None:
        """Take what it stands for."""
        super().__init__(parent)
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square that grows with the font, as large as a face beside it."""
        side = theme_of(self).em(2.3)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the sign."""
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("amber_soft"))
        painter.drawEllipse(self.rect())
        side = self.width() * 0.42
        inset = (self.width() - side) / 2
        paint_glyph(painter, QRectF(inset, inset, side, side), self._kind, theme.color("amber"))
