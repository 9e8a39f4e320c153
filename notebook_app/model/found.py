"""What a search over everything finds: small records, each with the words marked in its texts."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Final

from notebook_app.model.search_marks import MarkedText


class FoundKind(StrEnum):
    """The groups of results, in the order in which they are shown."""

    PEOPLE = "people"
    CONVERSATIONS = "conversations"
    FOLLOW_UPS = "follow-ups"
    EVENTS = "events"
    OPPORTUNITIES = "opportunities"


class FoundIn(StrEnum):
    """What part of a thing its fragment is of."""

    NOTE = "note"
    PHONE = "phone"
    EMAIL = "e-mail"
    LINK = "link"
    ADDRESS = "address"
    TAG = "tag"
    WORK = "work"
    NAME = "name"
    RELATED = "related"
    OWN_FIELD = "own field"
    REMEMBERED = "to remember"
    PLACE = "place"
    GOAL = "goal"
    HOST = "host"
    TEXT = "text"


_NOTHING: Final = MarkedText("")


@dataclass(frozen=True, slots=True)
class Found:
    """One result.

    ``contact_id`` is the person it belongs to, or is opened with; None if there is nobody.
    ``title`` is a name or heading, ``beside`` what stands quietly after it (an organisation, a
    place), ``fragment`` the part of a longer text where the words stand, taken from ``part``.
    ``on`` and ``at`` are when it happened or is due. ``sort`` is the channel of a conversation,
    the kind of a follow-up; ``state`` is that of a follow-up or an opportunity.
    """

    kind: FoundKind
    id: int
    contact_id: int | None
    title: MarkedText
    beside: MarkedText = _NOTHING
    fragment: MarkedText = _NOTHING
    part: FoundIn = FoundIn.TEXT
    on: date | None = None
    at: time | None = None
    sort: str = ""
    state: str = ""
    photo_id: int | None = None
