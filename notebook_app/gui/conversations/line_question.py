"""Asks about one person of a line before it is saved: who is meant, or whether to add them."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.gui.conversations.line_reading import SOMEBODY_NEW
from notebook_app.gui.theme import SMALL, TIGHT
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton, without_key
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.capture.captured import NamedPerson

_NUMBERED: Final = 9
_LONGEST: Final = 40


class LineQuestion(QWidget):
    """``answered`` carries the name and a row id or ``SOMEBODY_NEW``, ``nobody`` the person.

    The first answer has the focus, so that Enter takes it; figures take the others; Escape goes
    back to the line.
    """

    answered = Signal(str, int)
    nobody = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the row; nothing is asked yet."""
        super().__init__(parent)
        self.words = PlainLabel("", wrap=True)
        self._answers = FlowLayout(across=SMALL, down=TIGHT)
        self.buttons: list[PlainButton | PrimaryButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, TIGHT, 0, TIGHT)
        column.setSpacing(TIGHT)
        column.addWidget(self.words)
        column.addLayout(self._answers)
        self.hide()

    def ask(self, person: NamedPerson) -> None:
        """Ask about somebody, and put the focus on the likeliest answer."""
        self._answers.clear()
        self.buttons = []
        name = " ".join(person.name.split())[:_LONGEST]
        if person.is_unclear:
            self.words.setText(self.tr("Which {name}?").format(name=name))
        else:
            self.words.setText(self.tr("{name} is not in the notebook yet.").format(name=name))
        for choice in person.choices[:_NUMBERED]:
            about = " · ".join(part for part in (choice.name, choice.organization) if part)
            self._add(about, partial(self.answered.emit, person.name, choice.id))
        self._add(
            self.tr("Somebody new") if person.choices else self.tr("Add {name}").format(name=name),
            lambda: self.answered.emit(person.name, SOMEBODY_NEW),
        )
        self._add(self.tr("Only text"), lambda: self.nobody.emit(person), numbered=False)
        self.show()
        self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take an answer by its figure, or go back."""
        number = event.key() - int(Qt.Key.Key_1)
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        elif 0 <= number < len(self.buttons) - 1:
            self.buttons[number].click()
        else:
            super().keyPressEvent(event)

    def _add(self, words: str, act: Callable[[], object], *, numbered: bool = True) -> None:
        number = len(self.buttons) + 1
        shown = without_key(words if len(words) <= 2 * _LONGEST else words[: 2 * _LONGEST] + "…")
        text = f"{number}  {shown}" if numbered and number <= _NUMBERED else shown
        button = PlainButton(text, act) if self.buttons else PrimaryButton(text, act)
        button.setAccessibleName(words)
        button.setAutoDefault(True)
        self._answers.addWidget(button)
        self.buttons.append(button)
