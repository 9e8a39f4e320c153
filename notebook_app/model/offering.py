"""Services that the user offers, and favours given and received."""

from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from notebook_app.foundation.record import record
from notebook_app.model.rows import ContactChoice

THANKED_WITHIN_DAYS: Final = 1
"""Whoever sent work is thanked so soon."""

_COUNTED_DAYS: Final = 30
"""After so many days nobody counts them any more."""


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


@record
class FavourDraft:
    """A favour between the user and a contact, perhaps about a third person.

    ``thanked_on`` is the day on which whoever received it said thank you. Of a referral that led
    to an opportunity, ``told_on`` is the day on which the referrer heard how it went.
    """

    contact_id: int
    kind: FavourKind
    direction: Direction
    on: date
    about_contact_id: int | None = None
    text: str = ""
    conversation_id: int | None = None
    thanked_on: date | None = None
    opportunity_id: int | None = None
    told_on: date | None = None


def thanks_due(favour: FavourDraft, today: date) -> date | None:
    """Return by when to thank for work; None for other favours, and once it is long ago."""
    due = favour.on + timedelta(days=THANKED_WITHIN_DAYS)
    if favour.opportunity_id is None or (today - due).days > _COUNTED_DAYS:
        return None
    return due


@record
class FavourRow:
    """A stored favour with the names in it; ``about_name`` is empty if it is about nobody."""

    id: int
    uid: str
    draft: FavourDraft
    contact_name: str
    about_name: str = ""
    photo_id: int | None = None


@record
class UntoldService:
    """A service that ``count`` clients never heard of; ``people`` are some of them."""

    service_id: int
    name: str
    count: int
    people: tuple[ContactChoice, ...]


@record
class Service:
    """Something that the user offers, and how many people were told, use it, or said no."""

    id: int
    uid: str
    name: str
    description: str
    retired: bool
    told: int
    uses: int
    declined: int
