"""The line under several chips: what is typed there becomes one more, or takes the last one out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class ChipLine(QLineEdit):
    """``entered``: Enter or a comma behind words; ``back``: Backspace where there are none."""

    entered = Signal()
    back = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of these keys; the rest is typed."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control
        if (enter or event.key() == Qt.Key.Key_Comma) and self.text().strip():
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.back.emit()
        else:
            super().keyPressEvent(event)
