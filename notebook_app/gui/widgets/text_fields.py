"""Fields to write in that leave Ctrl+Z to the window once nothing typed is left to take back.

Qt's own fields keep the keys of undo and redo to themselves even when they have nothing to undo,
so that what was just saved from a field could not be undone while the focus is still in it.
"""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


def _is_left_to_the_window(event: QEvent, *, can_undo: bool, can_redo: bool) -> bool:
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
    return (event.matches(undo) and not can_undo) or (event.matches(redo) and not can_redo)


class LineField(QLineEdit):
    """A line to write in. After saving its text empty it with ``setText("")``, which forgets."""

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window when there is nothing of the kind here."""
        can_undo, can_redo = self.isUndoAvailable(), self.isRedoAvailable()
        if _is_left_to_the_window(event, can_undo=can_undo, can_redo=can_redo):
            event.ignore()
            return False
        return super().event(event)


class TextField(QPlainTextEdit):
    """Several lines to write in, always plain text. Tab leads to the next field."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        """Take the text to begin with."""
        super().__init__(text, parent)
        self.setTabChangesFocus(True)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window when there is nothing of the kind here."""
        document = self.document()
        if _is_left_to_the_window(
            event, can_undo=document.isUndoAvailable(), can_redo=document.isRedoAvailable()
        ):
            event.ignore()
            return False
        return super().event(event)
