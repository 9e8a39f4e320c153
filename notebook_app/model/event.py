"""Events: dated occasions at which one meets people."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from notebook_app.model.conversation import Formality


class Involvement(StrEnum):
    """What the user did there."""

    ATTENDED = "attended"
    HOSTED = "hosted"
    TALKED = "gave a talk"


class Presence(StrEnum):
    """Whether a contact was new at an event, or known already."""

    MET = "met"
    SEEN = "seen"


@dataclass(frozen=True, slots=True)
class EventDraft:
    """An occasion; ``goal_new_people`` is how many new people the user wants to meet."""

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


@dataclass(frozen=True, slots=True)
class Event:
    """A stored event."""

    id: int
    uid: str
    draft: EventDraft
    created_at: str
    changed_at: str
