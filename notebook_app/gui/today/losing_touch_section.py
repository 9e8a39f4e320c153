"""The people one is losing touch with, the most overdue first."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import MEDIUM
from notebook_app.gui.today.losing_touch_card import LosingTouchCard
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.labels import SectionHeading
from notebook_app.model.query.ready_lists import LOSING_TOUCH

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
        self.more_button = LinkButton(
            self.tr("More of them are in the list Losing touch"),
            lambda: desk.ask(Act.FIND, LOSING_TOUCH.query),
            self,
        )
        self.more_button.hide()

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
            card.show()
        self._column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.more_button.setVisible(len(rows) > _SHOWN)
