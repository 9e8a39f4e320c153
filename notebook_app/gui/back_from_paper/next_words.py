"""A line for what comes next, as it was written on paper: ``coffee next tue``, ``in 2 weeks``."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.gui.follow_ups.due_words import short_day
from notebook_app.gui.follow_ups.kind_words import kind_name
from notebook_app.gui.theme import TIGHT, TextRole, Tone
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.gui.widgets.text_fields import LineField
from notebook_app.model.follow_up import FollowUpKind
from notebook_app.model.follow_up_words import FollowUpWords
from notebook_app.services.answer_printed_row import next_step


class NextWords(QWidget):
    """Says below the line how it was understood; ``entered`` is emitted by Enter."""

    entered = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        """Take who knows the day."""
        super().__init__(parent)
        self._today = today
        self._kind = FollowUpKind.OTHER
        self.field = _EnteredField()
        self.field.setPlaceholderText(self.tr("or in words: coffee next Tuesday (X)"))
        self.field.setAccessibleName(self.tr("What comes next, in words"))
        self.understood = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        self.understood.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self.field)
        column.addWidget(self.understood)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(lambda _text: self._say())
        self.field.entered.connect(self.entered)

    def text(self) -> str:
        """Return what is written."""
        return self.field.text()

    def begin(self, kind: FollowUpKind) -> None:
        """Begin with an empty line; what names only a day is of this kind."""
        self._kind = kind
        self.field.setText("")

    def read(self) -> FollowUpWords | None:
        """Return what the line means, if that is clear."""
        return next_step(self.text(), self._today(), self._kind)

    def is_wrong(self) -> bool:
        """Return whether there are words without a day, and if so say it and go there."""
        if not self.text().strip() or self.read() is not None:
            return False
        self.understood.setText(
            self.tr("This names no day; write it as “coffee next Tuesday” or “in 2 weeks”.")
        )
        self.understood.show()
        self.field.setFocus()
        return True

    def _say(self) -> None:
        words = self.read()
        self.understood.setVisible(words is not None)
        if words is not None:
            day = short_day(words.due, self._today(), self.locale())
            note = f" · {words.note}" if words.note else ""
            self.understood.setText(f"{kind_name(words.kind)}, {day}{note}"[:300])


class _EnteredField(LineField):
    """A line in which Enter is "done"."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)
