"""The people one is losing touch with, the most overdue first."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import MEDIUM
from notebook_app.gui.today.losing_touch_card import LosingTouchCard
from notebook_app.gui.today.patient_reading import PatientReading
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.labels import SectionHeading
from notebook_app.model.query.ready_lists import LOSING_TOUCH
from notebook_app.model.rows import LosingTouchRow

_SHOWN = 10


class LosingTouchSection(QWidget):
    """Hidden while nobody fades. ``step_wanted`` carries a card and +1 or -1.

    ``filled`` tells that there are other cards than before.
    """

    step_wanted = Signal(QWidget, int)
    filled = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is read before ``read``."""
        super().__init__(parent)
        self._desk = desk
        self._shown: list[object] = []
        self._reading = PatientReading(desk, "losing touch", self)
        self._reading.came.connect(self._take)
        self.cards: list[LosingTouchCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(MEDIUM - 2)
        self._column.addWidget(SectionHeading(self.tr("Losing touch")))
        self.more_button = LinkButton(
            self.tr("More of them are in the list Losing touch"),
            lambda: desk.ask(Act.FIND, LOSING_TOUCH.query),
            self,
        )
        self.more_button.hide()
        self.hide()

    def read(self, today: date, people: int) -> None:
        """Read who fades among so many people, and show them if they are others than before."""
        overview = self._desk.notebook.overview

        def find() -> tuple[date, list[LosingTouchRow]]:
            return today, overview.losing_touch(today, _SHOWN + 1)

        self._reading.read(people, find)

    def pause(self) -> None:
        """Read nothing for nobody: the notebook may be closed next."""
        self._reading.pause()

    def go_on(self) -> None:
        """Read what ``pause`` broke off."""
        self._reading.go_on()

    def _take(self, read: tuple[date, list[LosingTouchRow]]) -> None:
        today, rows = read
        self.setVisible(bool(rows))
        marked: list[object] = [today, *rows]
        if marked == self._shown:
            return
        self._shown = marked
        self._show(rows)
        self.filled.emit()

    def _show(self, rows: Sequence[LosingTouchRow]) -> None:
        focused = next((at for at, card in enumerate(self.cards) if card.holds_focus()), None)
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [LosingTouchCard(self._desk, row) for row in rows[:_SHOWN]]
        for card in self.cards:
            card.step_wanted.connect(partial(self.step_wanted.emit, card))
            self._column.addWidget(card)
            card.show()
        self._column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.more_button.setVisible(len(rows) > _SHOWN)
        if focused is not None and self.cards:
            last = len(self.cards) - 1
            self.cards[min(focused, last)].setFocus(Qt.FocusReason.OtherFocusReason)
