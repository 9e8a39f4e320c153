"""Opportunities: possible or real work, and where it came from."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class OpportunityDraft:
    """Work that may come, or came; ``currency`` is an ISO 4217 code."""

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


@dataclass(frozen=True, slots=True)
class Opportunity:
    """A stored opportunity."""

    id: int
    uid: str
    draft: OpportunityDraft
    created_at: str
    changed_at: str
