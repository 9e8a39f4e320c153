"""Whom one has just met, and those one climbs the ladder with: one act proposed for each."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import MEDIUM
from notebook_app.gui.today.more_button import MoreButton
from notebook_app.gui.today.patient_reading import PatientReading
from notebook_app.gui.widgets.labels import SectionHeading

if TYPE_CHECKING:
    from notebook_app.gui.today.just_met_card import JustMetCard
    from notebook_app.services.propose_follow_ups import Proposal

_SHOWN = 5
_MORE_AT_ONCE = 20
_MOMENT_MS = 15


class JustMetSection(QWidget):
    """Hidden while nothing is proposed; read a moment after the rest of the page.

    ``step_wanted`` carries a card and +1 or -1; ``filled`` tells that there are other cards.
    """

    step_wanted = Signal(QWidget, int)
    filled = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is read before ``read``."""
        super().__init__(parent)
        self._desk = desk
        self._shown: Sequence[object] = ()
        self.cards: list[JustMetCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(MEDIUM - 2)
        self._column.addWidget(SectionHeading(self.tr("Just met")))
        self._most = _SHOWN
        self.more_button = MoreButton(self.tr("Just met"), self.show_more, self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_MOMENT_MS)
        self._timer.timeout.connect(self._read)
        self._people = 0
        self._left = False
        self._found: Sequence[Proposal] = ()
        self._reading = PatientReading(desk, "just met", self)
        self._reading.came.connect(self._take)
        self.hide()

    def read(self, people: int) -> None:
        """Read what is proposed among so many people, in a moment."""
        self._people = people
        self._timer.start()

    def pause(self) -> None:
        """Read nothing for nobody, and wait: the notebook may be closed next."""
        self._left = self._timer.isActive()
        self._timer.stop()
        self._reading.pause()

    def go_on(self) -> None:
        """Read what ``pause`` broke off."""
        self._reading.go_on()
        if self._left:
            self.read(self._people)

    def show_more(self) -> None:
        """Show the next ones, and go to the first of them."""
        first = len(self.cards)
        self._most += _MORE_AT_ONCE
        self._show()
        if first < len(self.cards):
            self.cards[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self) -> None:
        # What proposes is loaded once the page is painted.
        from notebook_app.services.propose_follow_ups import proposals

        notebook = self._desk.notebook
        if not notebook.is_closed:
            self._reading.read(self._people, lambda: proposals(notebook))

    def _take(self, found: "Sequence[Proposal]") -> None:
        self._found = found
        self._show()

    def _show(self) -> None:
        from notebook_app.gui.today.just_met_card import JustMetCard

        found = self._found
        marked: Sequence[object] = (self._desk.clock.today(), self._most, *found)
        if marked == self._shown:
            return
        self._shown = marked
        focused = next((at for at, card in enumerate(self.cards) if card.holds_focus()), None)
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [JustMetCard(self._desk, proposal) for proposal in found[: self._most]]
        for card in self.cards:
            card.step_wanted.connect(partial(self.step_wanted.emit, card))
            self._column.addWidget(card)
            card.show()
        self._column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.more_button.show_count(len(found) - len(self.cards))
        self.setVisible(bool(found))
        self.filled.emit()
        if focused is not None and self.cards:
            last = len(self.cards) - 1
            self.cards[min(focused, last)].setFocus(Qt.FocusReason.OtherFocusReason)
