"""What a page says when there is nothing on it yet: kindly, and with a way on."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import PlainLabel


class EmptyState(QWidget):
    """A title, a kind sentence, and up to three acts; the first one is the primary."""

    def __init__(
        self,
        title: str,
        sentence: str,
        acts: Sequence[tuple[str, Callable[[], object]]] = (),
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

    def _row(self, acts: Sequence[tuple[str, Callable[[], object]]]) -> FlowLayout:
        row = FlowLayout(across=SMALL, down=SMALL, centred=True)
        for position, (words, act) in enumerate(acts):
            button = PrimaryButton(words, act) if position == 0 else PlainButton(words, act)
            self.buttons.append(button)
            row.addWidget(button)
        return row
