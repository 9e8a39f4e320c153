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


QUIET_KINDS = (
    FollowUpKind.EMAIL,
    FollowUpKind.NOTE,
    FollowUpKind.MESSAGE,
    FollowUpKind.SEND,
    FollowUpKind.THANK,
)
"""Kinds that need no talking: what one does in ten quiet minutes."""


class FollowUpState(StrEnum):
    """What became of it."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"


class Outcome(StrEnum):
    """What came of trying."""

    REACHED = "reached"
    NO_ANSWER = "no answer"
    MESSAGE_LEFT = "left a message"
    POSTPONED = "postponed by them"
    DONE = "done"


STILL_OPEN = (Outcome.NO_ANSWER, Outcome.MESSAGE_LEFT, Outcome.POSTPONED)
"""After these it is tried again another day."""


class NoteState(StrEnum):
    """How far a handwritten note is."""

    WRITE = "write"
    STAMPED = "stamped"
    POSTED = "posted"


@record
class FollowUpDraft:
    """What is planned. ``repeat`` is an RFC 5545 RRULE value, or empty.

    ``minutes`` is how long it takes, where it has a time. ``promised`` things come before
    courtesies. ``remind_minutes`` before it one is reminded: None as usual, -1 never. ``rung`` is
    the rung of the ladder that it stands on, or empty.
    """

    contact_id: int
    kind: FollowUpKind
    due: date
    at: time | None = None
    note: str = ""
    repeat: str = ""
    from_conversation_id: int | None = None
    minutes: int | None = None
    promised: bool = False
    remind_minutes: int | None = None
    rung: str = ""


@record
class FollowUp:
    """A stored follow-up. ``closed_on`` is the day it was done or skipped.

    ``scheduled_on`` is the day that its repeat rule has it on, where this one alone was moved.
    """

    id: int
    uid: str
    draft: FollowUpDraft
    state: FollowUpState
    note_state: NoteState | None
    closed_on: date | None
    conversation_id: int | None
    created_at: str
    changed_at: str
    outcome: Outcome | None = None
    scheduled_on: date | None = None


@record
class Attempt:
    """A time that a follow-up was tried, and is still to be done."""

    id: int
    follow_up_id: int
    on: date
    outcome: Outcome
    text: str = ""
