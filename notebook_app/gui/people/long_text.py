"""A text of any length in a narrow column: its beginning, and all of it when asked for."""

from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from notebook_app.gui.theme import TIGHT, theme_of
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.gui.widgets.wrap_mode import wrap_mode

_LETTERS_SHOWN = 700
_LINES_SHOWN = 15
_HIGHEST_EMS = 30


class LongText(QWidget):
    """Shown as the text it is; can be selected and copied."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        """Take the text and its name for screen readers."""
        super().__init__(parent)
        self._text = text
        self._name = name
        short = "\n".join(text[:_LETTERS_SHOWN].split("\n")[:_LINES_SHOWN])
        self._short = PlainLabel(breakable(short), wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(TIGHT)
        self._column.addWidget(self._short)
        if len(short) < len(text):
            self._short.setText(breakable(short.rstrip()) + "…")
            self.more = LinkButton(self.tr("Show all"), self.show_all)
            self._column.addWidget(self.more)

    def show_all(self) -> None:
        """Show the whole text, in a field of its own that scrolls."""
        theme = theme_of(self)
        field = QPlainTextEdit()
        field.setReadOnly(True)
        field.setAccessibleName(self._name)
        field.setFrameShape(QFrame.Shape.NoFrame)
        field.setProperty("bare", True)
        field.setFixedHeight(theme.em(_HIGHEST_EMS))
        field.setWordWrapMode(wrap_mode(self._text))
        field.setPlainText(self._text)
        self._short.hide()
        self.more.hide()
        self._column.addWidget(field)
        field.setFocus()


def breakable(text: str, longest: int = 24) -> str:
    """Return ``text`` with chances to break in words too long for a narrow column."""
    words = text.split(" ")
    if all(len(word) <= longest for word in words):
        return text
    step = longest // 2
    return " ".join(
        word
        if len(word) <= longest
        else "\u200b".join(word[start : start + step] for start in range(0, len(word), step))
        for word in words
    )
