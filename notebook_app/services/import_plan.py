"""What an import would do, card by card, before anything is written."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from notebook_app.model.card_merge import FieldChange
from notebook_app.model.contact import ContactDetails
from notebook_app.services.prepare_cards import PreparedCard, UnreadableCard


class CardState(StrEnum):
    """What would happen to a card."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class PlannedCard:
    """One card of the preview.

    ``place`` counts the cards of the file ``source`` from 1, ``line`` its lines. ``contact_id``
    is the contact it was recognised as; None for new ones and for one that joins another card
    of the same import. ``changes`` are what the contact would get; ``kept`` where the card says
    something else, but the notebook's own edit stays. ``reason`` and ``raw`` are for cards
    that could not be read.
    """

    source: str
    place: int
    line: int
    state: CardState
    name: str = ""
    second_line: str = ""
    contact_id: int | None = None
    changes: tuple[FieldChange, ...] = ()
    kept: tuple[FieldChange, ...] = ()
    reason: str = ""
    raw: str = ""


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
    cards: list[tuple[PreparedCard, int | None]] = field(default_factory=list)


@dataclass(slots=True)
class ImportPlan:
    """The preview, and what ``import_vcards`` needs to carry it out.

    ``mark`` tells whether the notebook changed since.
    """

    file_names: tuple[str, ...]
    cards: Sequence[PlannedCard]
    new: list[NewContact]
    changed: list[ChangedContact]
    prepared: Sequence[tuple[str, PreparedCard | UnreadableCard]]
    mark: tuple[int, int]

    def count(self, state: CardState) -> int:
        """Return how many cards are in ``state``."""
        return self.counts()[state]

    def counts(self) -> Counter[CardState]:
        """Return how many cards are in each state."""
        return Counter(card.state for card in self.cards)

    @property
    def changes_nothing(self) -> bool:
        """Whether carrying it out would write nothing into the notebook."""
        return not self.new and not self.changed
