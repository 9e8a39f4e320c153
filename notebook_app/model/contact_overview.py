"""What a contact's page tells beside the contact: how we met, keep in touch, and what they know."""

from dataclasses import dataclass
from datetime import date

from notebook_app.model.contact import Cadence
from notebook_app.model.offering import ServiceKnowledge


@dataclass(frozen=True, slots=True)
class FirstMeeting:
    """The first thing that happened with a contact; ``introduced_by`` are names, or none."""

    on: date | None
    title: str
    introduced_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeepInTouch:
    """How often to be in touch, the ideal day for it (``until``), and the latest one.

    ``tag`` is the tag that the cadence comes from, empty for the contact's own.
    """

    cadence: Cadence
    until: date
    latest: date
    tag: str = ""
    snoozed_until: date | None = None


@dataclass(frozen=True, slots=True)
class ServiceStanding:
    """What a contact knows of one of the user's services; no knowledge means not told."""

    service_id: int
    name: str
    knowledge: ServiceKnowledge | None
    since: date | None
