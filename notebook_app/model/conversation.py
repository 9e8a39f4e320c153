"""Conversations: any touch with one or more contacts, however short and wherever it was."""

from datetime import date, time
from enum import StrEnum

from notebook_app.foundation.record import record


class Channel(StrEnum):
    """By what means people spoke."""

    IN_PERSON = "in person"
    CALL = "call"
    EMAIL = "e-mail"
    MESSAGE = "message"
    VIDEO = "video"
    NOTE = "handwritten note"


class Formality(StrEnum):
    """Whether an occasion was organised, or just happened."""

    ORGANISED = "organised"
    INFORMAL = "informal"


class Initiator(StrEnum):
    """Who reached out."""

    ME = "me"
    THEM = "them"


SETTINGS: dict[str, Formality] = {
    "café": Formality.INFORMAL,
    "neighbour": Formality.INFORMAL,
    "hairdresser": Formality.INFORMAL,
    "shop": Formality.INFORMAL,
    "street": Formality.INFORMAL,
    "co-working space": Formality.INFORMAL,
    "online": Formality.INFORMAL,
    "lunch": Formality.INFORMAL,
    "home": Formality.INFORMAL,
    "party": Formality.INFORMAL,
    "school": Formality.INFORMAL,
    "club": Formality.INFORMAL,
    "gym": Formality.INFORMAL,
    "pub": Formality.INFORMAL,
    "train": Formality.INFORMAL,
    "event": Formality.ORGANISED,
    "conference": Formality.ORGANISED,
    "meeting": Formality.ORGANISED,
    "talk": Formality.ORGANISED,
    "course": Formality.ORGANISED,
    "trade fair": Formality.ORGANISED,
}
"""The usual settings and whether they are organised; any other word is the user's own."""


def formality_of(setting: str) -> Formality | None:
    """Return whether a usual setting is organised or informal; None for the user's own words."""
    return SETTINGS.get(setting.strip().lower())


@record
class ConversationDraft:
    """What the user writes down about a conversation.

    ``on`` and ``at`` are local, never shifted by a time zone.
    """

    contact_ids: tuple[int, ...]
    text: str
    on: date
    at: time | None = None
    channel: Channel = Channel.IN_PERSON
    setting: str = ""
    formality: Formality | None = None
    place: str = ""
    initiated_by: Initiator | None = None
    event_id: int | None = None
    service_ids: tuple[int, ...] = ()


@record
class Conversation:
    """A stored conversation."""

    id: int
    uid: str
    draft: ConversationDraft
    created_at: str
    changed_at: str
