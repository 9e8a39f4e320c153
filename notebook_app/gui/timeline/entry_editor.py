"""The field in which the text of an entry is written anew, where it stands."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.gui.theme import TIGHT, TextRole, Tone, theme_of
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.gui.widgets.text_fields import TextField
from notebook_app.gui.widgets.wrap_mode import wrap_mode

_HIGHEST_EMS: Final = 26
_STAYS: Final = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class EntryText(TextField):
    """Emits what the keys and leaving it ask for."""

    done = Signal()
    taken_back = Signal()
    left = Signal()
    form_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Ctrl+Enter as done, Esc as taken back, F4 as the wish for the whole form."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.taken_back.emit()
        elif event.key() == Qt.Key.Key_F4:
            self.form_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving it saves; a menu or another window does not leave it."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.left.emit()


class EntryEditor(QWidget):
    """Grows with what is written; ``grown`` is emitted when it needs another height."""

    grown = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Make the field, hidden."""
        super().__init__(parent)
        self.text = EntryText()
        self.text.setAccessibleName(self.tr("What was said"))
        self.hint = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        self.mistake = PlainLabel("", TextRole.SMALL, Tone.DANGER, wrap=True)
        self.mistake.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        for part in (self.text, self.mistake, self.hint):
            column.addWidget(part)
        self.hide()
        self.text.document().documentLayout().documentSizeChanged.connect(self.grown)
        self.text.textChanged.connect(self._forgive)

    def begin(self, text: str, hint: str) -> None:
        """Show a text to be changed, the cursor at its end."""
        self.hint.setText(hint)
        self._forgive()
        self.text.setWordWrapMode(wrap_mode(text))
        self.text.setPlainText(text)
        self.text.moveCursor(QTextCursor.MoveOperation.End)

    def complain(self, words: str) -> None:
        """Say why the text is not saved."""
        self.mistake.setText(words)
        self.mistake.show()
        self.grown.emit()

    def height_for(self, width: int) -> int:
        """Return the height that the text needs at a width, up to a part of the window."""
        lines = max(2, round(self.text.document().size().height()))
        # The field's frame and padding take about one em and a half.
        around = 2 * round(self.text.document().documentMargin()) + theme_of(self).em(1.5)
        high = lines * self.text.fontMetrics().lineSpacing() + around
        highest = theme_of(self).em(_HIGHEST_EMS)
        self.text.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if high > highest
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        high = min(high, highest)
        self.text.setFixedHeight(high)
        for label in (self.mistake, self.hint):
            if not label.isHidden():
                high += TIGHT + max(label.heightForWidth(width), label.sizeHint().height())
        return high

    def sizeHint(self) -> QSize:
        """Return a height for the text."""
        return QSize(theme_of(self).em(20), self.height_for(self.width()))

    def _forgive(self) -> None:
        if not self.mistake.isHidden():
            self.mistake.hide()
            self.grown.emit()
