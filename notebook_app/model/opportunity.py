"""Opportunities: possible or real work, and where it came from."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from notebook_app.foundation.record import record


class OpportunityState(StrEnum):
    """How it stands."""

    OPEN = "open"
    WON = "won"
    LOST = "lost"


class Source(StrEnum):
    """How a client or an opportunity came about."""

    DIRECT_REFERRAL = "direct referral"
    INDIRECT_REFERRAL = "indirect referral"
    NETWORK_REFERRAL = "network referral"
    SELF_REFERRAL = "self referral"
    MARKETING_RESPONSE = "marketing response"
    REPUTATION_RESPONSE = "reputation response"


REFERRALS: Final = frozenset(
    {Source.DIRECT_REFERRAL, Source.INDIRECT_REFERRAL, Source.NETWORK_REFERRAL}
)
"""Sources with people in between, who are thanked, and told how it went."""


@record
class OpportunityDraft:
    """Work that may come, or came; ``currency`` is an ISO 4217 code, empty without a value.

    ``via`` are the people in between, the farthest first: Ann, who knows Bob, who brought the
    client. ``came_by`` is the advertisement, article or page, in the user's words.
    """

    contact_id: int
    title: str
    value: Decimal | None = None
    currency: str = ""
    state: OpportunityState = OpportunityState.OPEN
    source: Source | None = None
    via: tuple[int, ...] = ()
    conversation_id: int | None = None
    event_id: int | None = None
    opened_on: date | None = None
    expected_on: date | None = None
    closed_on: date | None = None
    lost_because: str = ""
    note: str = ""
    came_by: str = ""
    service_ids: tuple[int, ...] = ()

    @property
    def referrers(self) -> tuple[int, ...]:
        """Those who are thanked, and told how it went: the people in between of a referral."""
        return self.via if self.source in REFERRALS else ()


@record
class Opportunity:
    """A stored opportunity."""

    id: int
    uid: str
    draft: OpportunityDraft
    created_at: str
    changed_at: str
