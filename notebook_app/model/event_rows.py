"""Small records for reading events: lines of their list, who was there, what came of one later."""

from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal

from notebook_app.model.contact import Stage
from notebook_app.model.conversation import Formality
from notebook_app.model.event import Involvement, Presence
from notebook_app.model.follow_up import FollowUpKind, FollowUpState
from notebook_app.model.opportunity import OpportunityState


@dataclass(frozen=True, slots=True)
class EventRow:
    """A line of the list of events; ``met``, ``seen`` and ``expected`` count people."""

    id: int
    uid: str
    name: str
    on: date
    at: time | None
    place: str
    host: str
    formality: Formality
    involvement: Involvement
    goal_new_people: int | None
    met: int = 0
    seen: int = 0
    expected: int = 0


@dataclass(frozen=True, slots=True)
class EventPerson:
    """Somebody linked to an event, and how things stand with them now."""

    contact_id: int
    name: str
    organization: str
    photo_id: int | None
    stage: Stage | None
    presence: Presence


@dataclass(frozen=True, slots=True)
class LaterTalk:
    """A conversation after the event with somebody who was met there."""

    id: int
    contact_id: int
    name: str
    on: date
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class LaterAct:
    """A follow-up that the event led to; ``on`` is when it was done, or is due."""

    id: int
    contact_id: int
    name: str
    kind: FollowUpKind
    state: FollowUpState
    on: date
    note: str


@dataclass(frozen=True, slots=True)
class LaterWork:
    """An opportunity that the event led to; ``currency`` is an ISO 4217 code."""

    id: int
    contact_id: int
    name: str
    title: str
    state: OpportunityState
    value: Decimal | None
    currency: str
    on: date


@dataclass(frozen=True, slots=True)
class EventOutcome:
    """What came of an event later: the newest of each kind, and how many there are of it.

    Talk and acts count that are with people who were met there, or grew from what was said
    there; work also if it came through one of them.
    """

    talks: int = 0
    done: int = 0
    open: int = 0
    newest_talks: tuple[LaterTalk, ...] = ()
    acts: tuple[LaterAct, ...] = ()
    work: tuple[LaterWork, ...] = ()
    values: dict[tuple[OpportunityState, str], Decimal] = field(default_factory=dict)
    """Sums by state and currency."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing came of it yet."""
        return not (self.talks or self.done or self.open or self.work)
