"""The field of one person's line: Enter goes on, several lines pasted become several people."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from notebook_app.gui.capture.card_picture import holds_picture
from notebook_app.gui.conversations.growing_text import GrowingText

_LONGEST_LINE = 5000


class LineText(GrowingText):
    """``entered`` is Enter (as with every such field), ``stepped`` carries +1 or -1.

    ``lines_pasted`` carries what stands below the first line that was pasted; ``cleared`` is
    Backspace in an empty line; ``picture_came`` carries a ``QMimeData``; ``focused`` says whether
    one writes here now.
    """

    stepped = Signal(int)
    lines_pasted = Signal(object)
    cleared = Signal()
    picture_came = Signal(object)
    focused = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Take the name for screen readers."""
        super().__init__(name, parent)
        self.setAcceptDrops(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step from line to line; the rest is writing."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        cursor = self.textCursor()
        match event.key():
            case Qt.Key.Key_Up if plain and self._at_edge(QTextCursor.MoveOperation.Up):
                self.stepped.emit(-1)
            case Qt.Key.Key_Down if plain and self._at_edge(QTextCursor.MoveOperation.Down):
                self.stepped.emit(1)
            case Qt.Key.Key_Backspace if cursor.atStart() and not self.toPlainText():
                self.cleared.emit()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many lines as the text has in this width."""
        super().resizeEvent(event)
        if self.height() != self.sizeHint().height():
            self.updateGeometry()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that one writes here now."""
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that one left, unless only a menu opened."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.focused.emit(False)

    def canInsertFromMimeData(self, data: QMimeData) -> bool:
        """Take text and pictures."""
        return holds_picture(data) or super().canInsertFromMimeData(data)

    def insertFromMimeData(self, data: QMimeData) -> None:
        """Take a picture, or text; all lines after the first go on as lines of their own."""
        if holds_picture(data):
            self.picture_came.emit(data)
            return
        lines = [line.strip()[:_LONGEST_LINE] for line in data.text().splitlines()]
        lines = [line for line in lines if line]
        if not lines:
            return
        cursor = self.textCursor()
        if len(lines) == 1:
            cursor.insertText(lines[0] if not self.toPlainText() else data.text().strip("\r\n"))
            return
        cursor.removeSelectedText()
        rest = cursor.block().text()[cursor.positionInBlock() :]
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(lines[0])
        lines[-1] += rest
        self.lines_pasted.emit(lines[1:])

    def _at_edge(self, move: QTextCursor.MoveOperation) -> bool:
        return not QTextCursor(self.textCursor()).movePosition(move)
