"""What is counted beside the follow-ups: the month's balance, and what to tell whom."""

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import MEDIUM
from notebook_app.gui.today.aside_reading import Aside, AsideReader
from notebook_app.gui.today.balance_card import BalanceCard
from notebook_app.gui.today.paper_card import PaperCard
from notebook_app.gui.today.tell_card import TellCard


class AsideColumn(QWidget):
    """Cards, of which all but the first are there only if they have something to say."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is read before ``read``."""
        super().__init__(parent)
        self.balance = BalanceCard(desk)
        self.tell = TellCard(desk)
        self.paper = PaperCard(desk)
        self._reader = AsideReader(desk, self)
        self._reader.came.connect(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM - 2)
        column.addWidget(self.paper)
        column.addWidget(self.balance)
        column.addWidget(self.tell)

    def read(self) -> None:
        """Count anew; the cards follow a moment later."""
        self.paper.read()
        self._reader.read()

    def showEvent(self, event: QShowEvent) -> None:
        """Count on what was being counted when the page was left."""
        super().showEvent(event)
        self._reader.go_on()

    def hideEvent(self, event: QHideEvent) -> None:
        """Wait for what is being counted: the notebook may be closed next."""
        super().hideEvent(event)
        self._reader.pause()

    def _show(self, aside: Aside) -> None:
        self.balance.show_balance(aside.balance, *aside.targets)
        self.tell.show_services(aside.untold)
