"""Services that the user offers, and favours given and received."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ServiceKnowledge(StrEnum):
    """What a contact knows of a service; no record means not told."""

    TOLD = "told"
    USES = "uses"
    DECLINED = "declined"


class FavourKind(StrEnum):
    """What was done for somebody."""

    HELP = "help"
    INTRODUCTION = "introduction"
    REFERRAL = "referral"


class Direction(StrEnum):
    """Who did it for whom."""

    GIVEN = "given"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class FavourDraft:
    """A favour between the user and a contact, perhaps about a third person."""

    contact_id: int
    kind: FavourKind
    direction: Direction
    on: date
    about_contact_id: int | None = None
    text: str = ""
