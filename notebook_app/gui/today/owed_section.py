"""A part of Today with a card for each of those to whom one owes something."""

from collections.abc import Sequence
from datetime import date
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import MEDIUM
from notebook_app.gui.today.more_button import MoreButton
from notebook_app.gui.today.person_card import PersonCard
from notebook_app.gui.widgets.labels import SectionHeading

_SHOWN = 5
_MORE_AT_ONCE = 20

Row = TypeVar("Row")


class OwedSection(QWidget, Generic[Row]):
    """Hidden while nobody waits. ``step_wanted`` carries a card and +1 or -1."""

    step_wanted = Signal(QWidget, int)

    def __init__(self, desk: Desk, title: str, parent: QWidget | None = None) -> None:
        """Take the desk and the heading; nothing is read before ``read``."""
        super().__init__(parent)
        self._desk = desk
        self._shown: object = None
        self.cards: list[PersonCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(MEDIUM - 2)
        self._column.addWidget(SectionHeading(title))
        self._most = _SHOWN
        self.more_button = MoreButton(title, self.show_more, self)
        self.hide()

    def rows(self, today: date, most: int) -> Sequence[Row]:
        """Return who waits, at most so many."""
        raise NotImplementedError

    def count(self, today: date) -> int:
        """Return how many wait in all."""
        raise NotImplementedError

    def card(self, row: Row) -> PersonCard:
        """Return the card of somebody who waits."""
        raise NotImplementedError

    def read(self, today: date) -> None:
        """Read who waits, and show them if they are others than before."""
        rows = self.rows(today, self._most)
        more = self.count(today) - len(rows) if len(rows) == self._most else 0
        self.setVisible(bool(rows))
        if (rows, more, today) == self._shown:
            return
        self._shown = rows, more, today
        focused = next((at for at, card in enumerate(self.cards) if card.holds_focus()), None)
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [self.card(row) for row in rows]
        for card in self.cards:
            card.step_wanted.connect(
                lambda step, stepped=card: self.step_wanted.emit(stepped, step)
            )
            self._column.addWidget(card)
            card.show()
        self._column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.more_button.show_count(more)
        if focused is not None and self.cards:
            last = len(self.cards) - 1
            self.cards[min(focused, last)].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_more(self) -> None:
        """Show the next ones, and go to the first of them."""
        first = len(self.cards)
        self._most += _MORE_AT_ONCE
        self.read(self._desk.clock.today())
        if first < len(self.cards):
            self.cards[first].setFocus(Qt.FocusReason.OtherFocusReason)
