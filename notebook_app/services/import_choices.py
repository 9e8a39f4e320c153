"""What the user decided about the cards of an import, before it is carried out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class CardChoice:
    """What is to be done with one card, where that is not what the plan says by itself.

    ``contact_id`` is the contact that it belongs to, ``as_new`` that it belongs to none;
    ``theirs`` the fields (``FieldChange.field``) where the card's value replaces the
    notebook's own, or ``EVERY_FIELD``.
    """

    leave_out: bool = False
    contact_id: int | None = None
    as_new: bool = False
    theirs: frozenset[str] = frozenset()


AS_PLANNED = CardChoice()
"""The choice for a card that nothing was chosen for."""


class ImportChoices:
    """The choices by the place of their card in the plan."""

    def __init__(self) -> None:
        """Begin without any."""
        self._choices: dict[int, CardChoice] = {}

    def __bool__(self) -> bool:
        """Whether anything was chosen."""
        return bool(self._choices)

    def __iter__(self) -> Iterator[tuple[int, CardChoice]]:
        """Yield place and choice of each card that something was chosen for."""
        return iter(self._choices.items())

    def of(self, place: int) -> CardChoice:
        """Return the choice for the card at ``place``."""
        return self._choices.get(place, AS_PLANNED)

    def leave_out(self, place: int, leave_out: bool = True) -> None:
        """Leave a card out, or take it in again."""
        self._set(place, replace(self.of(place), leave_out=leave_out))

    def is_person(self, place: int, contact_id: int) -> None:
        """Say that a card is of this contact."""
        choice = replace(self.of(place), contact_id=contact_id, as_new=False, leave_out=False)
        self._set(place, choice)

    def is_new(self, place: int) -> None:
        """Say that a card is of somebody new."""
        choice = replace(
            self.of(place), contact_id=None, as_new=True, leave_out=False, theirs=frozenset()
        )
        self._set(place, choice)

    def as_planned(self, place: int) -> None:
        """Say that a card is whose the plan says it is."""
        choice = replace(self.of(place), contact_id=None, as_new=False, leave_out=False)
        self._set(place, choice)

    def take_theirs(self, place: int, fields: frozenset[str]) -> None:
        """Say in which fields the card's value replaces the notebook's own."""
        self._set(place, replace(self.of(place), theirs=fields))

    def _set(self, place: int, choice: CardChoice) -> None:
        if choice == AS_PLANNED:
            self._choices.pop(place, None)
        else:
            self._choices[place] = choice
