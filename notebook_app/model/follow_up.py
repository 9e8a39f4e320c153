"""Follow-ups: the next act with a contact, and by when."""

from datetime import date, time
from enum import StrEnum

from notebook_app.foundation.record import record


class FollowUpKind(StrEnum):
    """By what means to follow up."""

    CALL = "call"
    EMAIL = "e-mail"
    NOTE = "handwritten note"
    MESSAGE = "message"
    COFFEE = "coffee"
    LUNCH = "lunch"
    MEETING = "meeting"
    INTRODUCTION = "introduction"
    SEND = "send something"
    THANK = "thank"
    OTHER = "other"


class FollowUpState(StrEnum):
    """What became of it."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"


class NoteState(StrEnum):
    """How far a handwritten note is."""

    WRITE = "write"
    STAMPED = "stamped"
    POSTED = "posted"


@record
class FollowUpDraft:
    """What is planned. ``repeat`` is an RFC 5545 RRULE value, or empty."""

    contact_id: int
    kind: FollowUpKind
    due: date
    at: time | None = None
    note: str = ""
    repeat: str = ""
    from_conversation_id: int | None = None


@record
class FollowUp:
    """A stored follow-up. ``closed_on`` is the day it was done or skipped."""

    id: int
    uid: str
    draft: FollowUpDraft
    state: FollowUpState
    note_state: NoteState | None
    closed_on: date | None
    conversation_id: int | None
    created_at: str
    changed_at: str
