"""The people one is losing touch with, the most overdue first."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import MEDIUM, TextRole, Tone
from notebook_app.gui.today.losing_touch_card import LosingTouchCard
from notebook_app.gui.widgets.labels import PlainLabel, SectionHeading

_SHOWN = 10


class LosingTouchSection(QWidget):
    """Hidden while nobody fades. ``step_wanted`` carries a card and +1 or -1."""

    step_wanted = Signal(QWidget, int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is read before ``read``."""
        super().__init__(parent)
        self._desk = desk
        self._rows: list[object] = []
        self.cards: list[LosingTouchCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(MEDIUM - 2)
        self._column.addWidget(SectionHeading(self.tr("Losing touch")))
        self._more = PlainLabel("", TextRole.SMALL, Tone.MUTED)

    def read(self, today: date) -> None:
        """Read who fades, and show them if they are others than before."""
        rows = self._desk.notebook.overview.losing_touch(today, _SHOWN + 1)
        self.setVisible(bool(rows))
        marked: list[object] = [today, *rows]
        if marked == self._rows:
            return
        self._rows = marked
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [LosingTouchCard(self._desk, row) for row in rows[:_SHOWN]]
        for card in self.cards:
            card.step_wanted.connect(
                lambda step, stepped=card: self.step_wanted.emit(stepped, step)
            )
            self._column.addWidget(card)
        self._more.setVisible(len(rows) > _SHOWN)
        self._more.setText(self.tr("More of them are in the list Losing touch."))
        self._column.addWidget(self._more)
