"""A few lines to write in, where Enter is enough to be done."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget


class NoteLines(QPlainTextEdit):
    """Enter emits ``entered``, Shift+Enter begins a new line, Tab leaves."""

    entered = Signal()

    def __init__(self, lines: int, name: str, parent: QWidget | None = None) -> None:
        """Take how many lines are seen at once, and the name for screen readers."""
        super().__init__(parent)
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the height of the lines, growing with the font."""
        around = self.contentsMargins().top() + self.contentsMargins().bottom() + 10
        height = self.fontMetrics().lineSpacing() * self._lines + around
        return QSize(
            super().sizeHint().width(), height + 2 * round(self.document().documentMargin())
        )

    def minimumSizeHint(self) -> QSize:
        """Return the height of the size hint."""
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as "done"."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.entered.emit()
            return
        super().keyPressEvent(event)
