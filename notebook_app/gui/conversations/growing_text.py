"""A field that is one line high and grows with what is written, up to a few lines."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from notebook_app.gui.follow_ups.note_lines import NoteLines

_MOST_LINES = 7


class GrowingText(NoteLines):
    """Enter is "done", Shift+Enter a new line; it scrolls only when it is seven lines high."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Take the name for screen readers."""
        super().__init__(1, name, parent)
        self.setProperty("bare", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(1)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def sizeHint(self) -> QSize:
        """Return the height of the lines that are there."""
        lines = min(_MOST_LINES, max(1, round(self.document().size().height())))
        height = self.fontMetrics().lineSpacing() * lines + 4
        return QSize(self.fontMetrics().averageCharWidth() * 30, height)

    def _grow(self) -> None:
        if self.height() != self.sizeHint().height():
            self.updateGeometry()
