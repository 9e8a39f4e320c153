"""What a page says when there is nothing on it yet: kindly, and with a way on."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import PlainLabel

Choices = Sequence[tuple[str, Callable[[], object]]]
"""Lines of a menu, with what each does."""


class EmptyState(QWidget):
    """A title, a kind sentence, and up to three acts; the first one is the primary.

    An act may be several: then its button opens a menu of them.
    """

    def __init__(
        self,
        title: str,
        sentence: str,
        acts: Sequence[tuple[str, Callable[[], object] | Choices]] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Take the words and the acts as (words on the button, what it does)."""
        super().__init__(parent)
        self._title = PlainLabel(title, TextRole.TITLE, wrap=True)
        self._sentence = PlainLabel(sentence, tone=Tone.MUTED, wrap=True)
        self.buttons: list[PlainButton] = []
        column = QVBoxLayout(self)
        column.setSpacing(SMALL)
        column.addStretch(2)
        for label in (self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        if acts:
            column.addSpacing(MEDIUM)
            column.addLayout(self._row(acts[:3]))
        column.addStretch(3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words in a column that is easy to read, in the middle."""
        super().resizeEvent(event)
        beside = max(LARGE, (self.width() - theme_of(self).em(40)) // 2)
        self.setContentsMargins(beside, LARGE, beside, LARGE)

    def say(self, title: str, sentence: str) -> None:
        """Say something else, as when a search finds nobody."""
        self._title.setText(title)
        self._sentence.setText(sentence)

    def _row(self, acts: Sequence[tuple[str, Callable[[], object] | Choices]]) -> FlowLayout:
        row = FlowLayout(across=SMALL, down=SMALL, centred=True)
        for position, (words, act) in enumerate(acts):
            button = PrimaryButton(words) if position == 0 else PlainButton(words)
            _connect(button, act)
            self.buttons.append(button)
            row.addWidget(button)
        return row


def _connect(button: PlainButton, act: Callable[[], object] | Choices) -> None:
    if callable(act):
        button.clicked.connect(lambda _checked=False: act())
    else:
        button.clicked.connect(lambda _checked=False: _open_menu(button, act))


def _open_menu(button: PlainButton, choices: Choices) -> None:
    menu = QMenu(button)
    menu.aboutToHide.connect(menu.deleteLater)
    for words, act in choices:
        menu.addAction(words).triggered.connect(act)
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))
