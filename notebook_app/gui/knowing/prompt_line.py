"""A quiet card with one sentence and what one can answer: a suggestion, a thank-you, rest."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from notebook_app.gui.theme import SMALL, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import LinkButton, PlainButton
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.labels import PlainLabel

_WORDS_EMS = 20
_ANSWER_EMS = 8

Answer = tuple[str, Callable[[], object]]


class PromptLine(Card):
    """Hidden until it has something to ask."""

    def __init__(
        self, answers: Sequence[Answer], links: Sequence[Answer] = (), parent: QWidget | None = None
    ) -> None:
        """Take the words and acts of its buttons, and of quieter links after them."""
        super().__init__(parent=parent)
        self.words = PlainLabel("", wrap=True)
        self.why = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        self.buttons = [PlainButton(words, act) for words, act in answers]
        self.links = [LinkButton(words, act) for words, act in links]
        said = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        said.setSpacing(2)
        said.addWidget(self.words)
        said.addWidget(self.why)
        acts = QHBoxLayout()
        acts.setSpacing(SMALL)
        for button in (*self.buttons, *self.links):
            acts.addWidget(button)
        acts.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(SMALL + 2)
        self._row.addLayout(said, 1)
        self._row.addLayout(acts)
        self.body.addLayout(self._row)
        self.hide()

    def ask(self, words: str, why: str = "") -> None:
        """Show a sentence; without one the card is hidden."""
        self.words.setText(words)
        self.why.setText(why)
        self.why.setVisible(bool(why))
        for button in self.buttons:
            button.setAccessibleName(f"{button.text()}: {words}")
        self.setVisible(bool(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the answers below the words where there is no room beside them."""
        super().resizeEvent(event)
        answers = len(self.buttons) + len(self.links)
        narrow = self.width() < theme_of(self).em(_WORDS_EMS + answers * _ANSWER_EMS)
        below = QBoxLayout.Direction.TopToBottom
        self._row.setDirection(below if narrow else QBoxLayout.Direction.LeftToRight)
