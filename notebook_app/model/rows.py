"""Small records for reading: what lists, pages, the calendar and printed lists show of a thing.

Each holds plain values only, so that showing one can never trigger a query.
"""

from datetime import date, time
from enum import StrEnum
from typing import NamedTuple

from notebook_app.foundation.record import record
from notebook_app.model.contact import Stage
from notebook_app.model.follow_up import FollowUpKind, FollowUpState, NoteState, Outcome
from notebook_app.model.tag import TagColour


@record
class ContactRow:
    """A line of the people list; of the tags only those that have a colour."""

    id: int
    name: str
    organization: str
    title: str
    photo_id: int | None
    stage: Stage | None
    last_conversation: date | None
    next_due: date | None
    coloured_tags: tuple[tuple[str, TagColour], ...] = ()

    def second_line(self) -> str:
        """Return organisation and title, as the list shows them under the name."""
        return " · ".join(part for part in (self.organization, self.title) if part)


@record
class ContactChoice:
    """A contact to choose from, in completions and error messages."""

    id: int
    name: str
    organization: str


class EntryKind(StrEnum):
    """What a line of a timeline is about."""

    CONVERSATION = "conversation"
    FOLLOW_UP = "follow-up"
    ATTEMPT = "attempt"
    EVENT = "event"
    OPPORTUNITY = "opportunity"
    FAVOUR = "favour"
    SERVICE = "service"
    STAGE = "stage"
    IMPORT = "import"
    MERGE = "merge"


class EntryKey(NamedTuple):
    """Where an entry stands on a timeline; ``moment`` is its time of day, empty if unknown."""

    on: date
    moment: str
    kind: EntryKind
    id: int


@record
class NamedPerson:
    """Somebody who is named in an entry; without an id if they are not there to be gone to."""

    id: int | None
    name: str


@record
class NamedPicture:
    """A picture that is kept beside an entry: the row id of the attachment, and its name."""

    id: int
    name: str


@record
class TimelineEntry:
    """Something that happened with a contact, or with several.

    ``title`` and ``text`` are plain text; ``badges`` are short words such as ``informal``;
    ``aside`` is what stands small beside the date (``they invited me``); ``people`` are the
    first of the other people in it, ``more_people`` says how many others there are, and
    ``told_about`` which services came up. ``led_to`` are links between people made from it,
    as words (``introduced``) and whom they are about.
    """

    kind: EntryKind
    id: int
    on: date
    at: time | None
    title: str
    text: str = ""
    badges: tuple[str, ...] = ()
    aside: str = ""
    people: tuple[NamedPerson, ...] = ()
    more_people: int = 0
    told_about: tuple[str, ...] = ()
    led_to: tuple[tuple[str, NamedPerson], ...] = ()
    pictures: tuple[NamedPicture, ...] = ()

    @property
    def key(self) -> tuple[EntryKind, int]:
        """What tells it from all others."""
        return self.kind, self.id

    @property
    def others(self) -> tuple[str, ...]:
        """The names of the people in it."""
        return tuple(person.name for person in self.people)


@record
class FollowUpRow:
    """A follow-up with what one needs to do it: on Today, in the calendar, on paper.

    ``remembered`` are the first things to remember of them, in one line; ``tried`` is how often
    it was tried in vain.
    """

    id: int
    uid: str
    contact_id: int
    contact_name: str
    organization: str
    photo_id: int | None
    phone: str
    email: str
    kind: FollowUpKind
    due: date
    at: time | None
    note: str
    repeat: str
    state: FollowUpState
    note_state: NoteState | None
    last_topic: str
    last_conversation: date | None
    remembered: str = ""
    promised: bool = False
    minutes: int | None = None
    outcome: Outcome | None = None
    rung: str = ""
    tried: int = 0


class CalendarKind(StrEnum):
    """What stands on a day of the calendar."""

    FOLLOW_UP = "follow-up"
    EVENT = "event"
    BIRTHDAY = "birthday"
    DATE = "date"


@record
class CalendarEntry:
    """Something on a day. ``contact_id`` is None for events; ``years`` counts birthdays.

    ``minutes`` is how long it takes. ``occurs_on`` is the day by its rule of one to come, which
    is not stored; ``moved_from_29`` says that 29 February is kept on the 28th.
    """

    kind: CalendarKind
    id: int
    on: date
    at: time | None
    title: str
    contact_id: int | None = None
    photo_id: int | None = None
    note: str = ""
    follow_up_kind: FollowUpKind | None = None
    state: FollowUpState | None = None
    years: int | None = None
    minutes: int | None = None
    repeats: bool = False
    occurs_on: date | None = None
    moved_from_29: bool = False


@record
class LosingTouchRow:
    """A contact whose cadence has run out, ``days_late`` days after the ideal one."""

    contact_id: int
    name: str
    photo_id: int | None
    cadence: str
    last_conversation: date | None
    last_topic: str
    days_late: int
    ideal: date
    latest: date
    stage: Stage | None = None


@record
class Counts:
    """The figures beside the pages in the side bar."""

    due: int
    people: int
    coming_events: int
    clients: int
    losing_touch: int
    not_followed_up: int
    no_way_to_reach: int = 0
    birthdays: int = 0
    recently_added: int = 0
    open_opportunities: int = 0
