"""The cards of an import as a list with ticks: what is in the plan, and what the user chose."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from notebook_app.gui.importing.state_words import badge_of
from notebook_app.gui.importing.two_line_delegate import BADGE_ROLE, SECOND_ROLE, TITLE_ROLE
from notebook_app.services.import_plan import CardState, ImportPlan, PlannedCard

CARD_ROLE = Qt.ItemDataRole.UserRole
PLACE_ROLE = Qt.ItemDataRole.UserRole + 1
_NO_PARENT = QModelIndex()
_NEVER_WRITTEN = (CardState.UNREADABLE, CardState.UNCHANGED)

Index = QModelIndex | QPersistentModelIndex


class CardList(QAbstractListModel):
    """Shows the cards of a plan, all or some.

    Signals:
        chosen: the user ticked or unticked cards.
    """

    chosen = Signal()

    def __init__(self, plan: ImportPlan) -> None:
        """Take the plan; all cards are shown."""
        super().__init__()
        self._plan = plan
        self._shown: list[int] | range = range(len(plan.cards))

    def show_only(self, wanted: Callable[[PlannedCard], bool] | None) -> None:
        """Show the cards that ``wanted`` says yes to, or all."""
        self.beginResetModel()
        cards = self._plan.cards
        self._shown = (
            range(len(cards))
            if wanted is None
            else [place for place, card in enumerate(cards) if wanted(card)]
        )
        self.endResetModel()

    def places(self) -> Iterable[int]:
        """Return the places in the plan of the cards shown."""
        return self._shown

    def refresh(self) -> None:
        """Show the choices as they are now."""
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def can_be_ticked(self, place: int) -> bool:
        """Return whether a card would be written at all, so that it can be left out."""
        choices = self._plan.choices
        return self._plan.cards[place].effect(choices.of(place)) not in _NEVER_WRITTEN

    def tick(self, places: Iterable[int], ticked: bool) -> None:
        """Take cards in, or leave them out."""
        for place in places:
            if self.can_be_ticked(place):
                self._plan.choices.leave_out(place, not ticked)
        self.refresh()
        self.chosen.emit()

    def is_ticked(self, place: int) -> bool:
        """Return whether a card is taken in."""
        return not self._plan.choices.of(place).leave_out

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many cards are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that a card can be chosen, and ticked if there is something to do with it."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and self.can_be_ticked(self._shown[index.row()]):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a card, as screen readers do."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.tick([self._shown[index.row()]], Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the card, its badge and tick, or what a screen reader says of it."""
        place = self._shown[index.row()]
        card = self._plan.cards[place]
        if role == CARD_ROLE:
            return card
        if role == PLACE_ROLE:
            return place
        if role == TITLE_ROLE:
            return card_title(card)
        if role == SECOND_ROLE:
            return _second_line(card)
        if role == BADGE_ROLE:
            return badge_of(card, self._plan.choices.of(place))
        if role == Qt.ItemDataRole.CheckStateRole:
            if not self.can_be_ticked(place):
                return None
            ticked = self.is_ticked(place)
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            words, _kind = badge_of(card, self._plan.choices.of(place))
            return f"{card_title(card)}, {words}"
        return None


def card_title(card: PlannedCard) -> str:
    """Return the name on a card, or where it stands if it has none."""
    return card.name or f"{card.source}, line {card.line}"


def _second_line(card: PlannedCard) -> str:
    if card.state is CardState.UNREADABLE:
        return card.reason
    if card.candidates:
        return f"{card.candidates[0].name}?"
    return card.second_line
