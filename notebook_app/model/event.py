"""Events: dated occasions at which one meets people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

from notebook_app.model.conversation import Formality


class Involvement(StrEnum):
    """What the user did there."""

    ATTENDED = "attended"
    HOSTED = "hosted"
    TALKED = "gave a talk"


class Presence(StrEnum):
    """Whether a contact was new at an event, known already, or is hoped to be there."""

    MET = "met"
    SEEN = "seen"
    EXPECTED = "expected"


@dataclass(frozen=True, slots=True)
class EventDraft:
    """An occasion; ``goal_new_people`` is how many new people the user wants to meet.

    ``fee`` is what it cost, in ``fee_currency`` (an ISO 4217 code), ``hours`` how long it took.
    """

    name: str
    on: date
    at: time | None = None
    place: str = ""
    host: str = ""
    formality: Formality = Formality.ORGANISED
    involvement: Involvement = Involvement.ATTENDED
    goal: str = ""
    goal_new_people: int | None = None
    note: str = ""
    met: tuple[int, ...] = ()
    seen: tuple[int, ...] = ()
    expected: tuple[int, ...] = ()
    fee: Decimal | None = None
    fee_currency: str = ""
    hours: Decimal | None = None

    def people(self) -> Sequence[tuple[Presence, tuple[int, ...]]]:
        """Return the row ids of who is linked to it, by how."""
        return (
            (Presence.MET, self.met),
            (Presence.SEEN, self.seen),
            (Presence.EXPECTED, self.expected),
        )


@dataclass(frozen=True, slots=True)
class Event:
    """A stored event."""

    id: int
    uid: str
    draft: EventDraft
    created_at: str
    changed_at: str
