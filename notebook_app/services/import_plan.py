"""What an import would do, card by card, before anything is written."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from notebook_app.model.card_merge import FieldChange
from notebook_app.model.contact import ContactDetails
from notebook_app.model.contact_match import Likeness
from notebook_app.services.import_choices import AS_PLANNED, CardChoice, ImportChoices
from notebook_app.services.listed_member import ListedMember
from notebook_app.services.prepare_cards import PreparedCard, UnreadableCard
from notebook_app.services.prepare_table import TableReading


class CardState(StrEnum):
    """What would happen to a card.

    One that is possibly of someone who is known is added as new unless the user says whose it
    is. ``LEFT_OUT`` is only what the user's choice makes of a card.
    """

    NEW = "new"
    CHANGED = "changed"
    POSSIBLE = "possible"
    UNCHANGED = "unchanged"
    UNREADABLE = "unreadable"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone in the notebook whom a card may be of, and why one may think so."""

    contact_id: int
    name: str
    why: tuple[Likeness, ...]


@dataclass(frozen=True, slots=True)
class PlannedCard:
    """One card of the preview.

    ``place`` counts the cards of the file ``source`` from 1, ``line`` its lines. ``contact_id``
    is the contact it was recognised as; None for new ones and for one that joins another card
    of the same import; ``known_as`` is how it is called in the notebook. ``changes`` are what
    the contact would get; ``kept`` where the card says something else, but the notebook's own
    edit stays. ``candidates`` are those whom a possibly known card may be of, the likeliest
    first. ``reason`` and ``raw`` are for cards that could not be read; ``set_aside`` tells that
    such a card is in the list of them already. ``on_list`` is the name of a list in the file
    that names somebody who is in the notebook and has no card of their own in the file.
    """

    source: str
    place: int
    line: int
    state: CardState
    name: str = ""
    second_line: str = ""
    contact_id: int | None = None
    known_as: str = ""
    changes: tuple[FieldChange, ...] = ()
    kept: tuple[FieldChange, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    reason: str = ""
    raw: str = ""
    set_aside: bool = False
    on_list: str = ""

    def effect(self, choice: CardChoice) -> CardState:
        """Return what would happen to the card with this choice, told without comparing anew.

        A card that joins a contact by choice counts as changing it.
        """
        if self.state is CardState.UNREADABLE:
            return self.state
        if choice.leave_out and (self.state is not CardState.UNCHANGED or choice.theirs):
            return CardState.LEFT_OUT
        if choice.contact_id is not None:
            return CardState.CHANGED
        if choice.as_new or self.state is CardState.POSSIBLE:
            return CardState.NEW
        if self.state is CardState.UNCHANGED and choice.theirs and self.kept:
            return CardState.CHANGED
        return self.state


@dataclass(slots=True)
class NewContact:
    """A contact to be added: its first card, and what further cards of the import made of it."""

    cards: list[PreparedCard]
    merged: ContactDetails | None = None


@dataclass(slots=True)
class ChangedContact:
    """A contact to be changed: its new details, and for each card the source card it replaces.

    ``photo`` tells whether the photo of ``details`` is to be taken; otherwise the stored one
    stays.
    """

    contact_id: int
    details: ContactDetails
    takes_photo: bool
    cards: list[tuple[PreparedCard | ListedMember, int | None]] = field(default_factory=list)


@dataclass(slots=True)
class ImportPlan:
    """The preview, and what ``import_vcards`` needs to carry it out.

    ``mark`` tells whether the notebook changed since. ``choices`` are the user's, by the place
    in ``cards``; ``new`` and ``changed`` are as planned, without them. ``retried`` are the ids
    of cards set aside that this import is another try of. ``tables`` say how those among the
    files were read.
    """

    file_names: tuple[str, ...]
    cards: Sequence[PlannedCard]
    new: list[NewContact]
    changed: list[ChangedContact]
    prepared: Sequence[tuple[str, PreparedCard | UnreadableCard | ListedMember]]
    mark: tuple[int, int]
    choices: ImportChoices = field(default_factory=ImportChoices)
    retried: tuple[int, ...] = ()
    tables: tuple[TableReading, ...] = ()

    def count(self, state: CardState) -> int:
        """Return how many cards are in ``state``."""
        return self.counts()[state]

    def counts(self) -> Counter[CardState]:
        """Return how many cards are in each state."""
        return Counter(card.state for card in self.cards)

    def effects(self) -> Counter[CardState]:
        """Return how many cards would come to which state with the user's choices."""
        effects = self.counts()
        effects[CardState.NEW] += effects.pop(CardState.POSSIBLE, 0)
        for place, choice in self.choices:
            card = self.cards[place]
            effects[card.effect(AS_PLANNED)] -= 1
            effects[card.effect(choice)] += 1
        return +effects

    @property
    def changes_nothing(self) -> bool:
        """Whether carrying it out would write nothing into the notebook."""
        return not self.new and not self.changed
