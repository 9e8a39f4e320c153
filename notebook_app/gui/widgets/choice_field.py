"""A field to choose one of a few things from."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from notebook_app.gui.theme import theme_of


class ChoiceField(QComboBox):
    """A combo box in the notebook's look.

    The wheel scrolls the page and does not change the choice unless the field has the focus.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty field; fill it with ``addItem(text, data)``."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def choose(self, data: object) -> None:
        """Choose the line with ``data``; an unknown one leaves the choice."""
        position = self.findData(data)
        if position >= 0:
            self.setCurrentIndex(position)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change the choice only with the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and a small arrow at its end."""
        super().paintEvent(event)
        theme = theme_of(self)
        size = theme.em(0.32)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = theme.em(1.0) if mirrored else self.width() - theme.em(1.0)
        y = self.height() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("muted"), 1.6))
        painter.drawPolyline(
            QPolygonF(
                [
                    QPointF(x - size, y - size / 2),
                    QPointF(x, y + size / 2),
                    QPointF(x + size, y - size / 2),
                ]
            )
        )
