"""Chooses for all cards that are shown at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from notebook_app.gui.importing.card_list import CardList
from notebook_app.gui.widgets.buttons import MenuButton
from notebook_app.model.card_merge import EVERY_FIELD
from notebook_app.services.import_plan import CardState, ImportPlan


class ForAllMenu(MenuButton):
    """A menu for the cards that the list shows now.

    Signals:
        chosen: something was chosen for them.
    """

    chosen = Signal()

    def __init__(self, plan: ImportPlan, cards: CardList, parent: QWidget | None = None) -> None:
        """Take the plan and the list that says which cards are shown."""
        super().__init__(self.tr("Choose for a&ll shown"), parent)
        self._plan = plan
        self._cards = cards
        self.add_all = self.add_choice(self.tr("&Take all in"), lambda: self._tick(True))
        self.leave_out = self.add_choice(self.tr("&Leave all out"), lambda: self._tick(False))
        self.choices().addSeparator()
        self.theirs = self.add_choice(
            self.tr("Where yours differs: take the &card's"), lambda: self._conflicts(True)
        )
        self.mine = self.add_choice(
            self.tr("Where yours differs: &keep mine"), lambda: self._conflicts(False)
        )
        self.choices().addSeparator()
        self.known = self.add_choice(
            self.tr("Someone you know? &Yes, the likeliest"), lambda: self._possible(True)
        )
        self.new = self.add_choice(
            self.tr("Someone you know? &No, all are new"), lambda: self._possible(False)
        )
        self.choices().aboutToShow.connect(self._enable)
        self._enable()

    def _enable(self) -> None:
        shown = [self._plan.cards[place] for place in self._cards.places()]
        conflicts = any(card.kept or card.candidates for card in shown)
        possible = any(card.candidates for card in shown)
        ticks = any(map(self._cards.can_be_ticked, self._cards.places()))
        for actions, on in (
            ((self.add_all, self.leave_out), ticks),
            ((self.theirs, self.mine), conflicts),
            ((self.known, self.new), possible),
        ):
            for action in actions:
                action.setEnabled(on)

    def _tick(self, ticked: bool) -> None:
        self._cards.tick(self._cards.places(), ticked)

    def _conflicts(self, theirs: bool) -> None:
        fields = frozenset({EVERY_FIELD}) if theirs else frozenset()
        for place in self._cards.places():
            joined = self._plan.choices.of(place).contact_id is not None
            if self._plan.cards[place].kept or joined:
                self._plan.choices.take_theirs(place, fields)
        self.chosen.emit()

    def _possible(self, known: bool) -> None:
        for place in self._cards.places():
            card = self._plan.cards[place]
            if card.state is not CardState.POSSIBLE:
                continue
            if known:
                self._plan.choices.is_person(place, card.candidates[0].contact_id)
            else:
                self._plan.choices.is_new(place)
        self.chosen.emit()
