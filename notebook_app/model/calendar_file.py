"""What goes out to other calendars, and what comes from their files."""

from datetime import date, time

from notebook_app.foundation.record import record
from notebook_app.model.follow_up import FollowUpKind, FollowUpState
from notebook_app.model.occurrences import MovedOccurrence
from notebook_app.model.partial_date import PartialDate


@record
class ActToTell:
    """A follow-up as other calendars are told of it, with how to reach the person.

    ``on`` is the day that its rule has it on, ``due`` where it stands.
    """

    id: int
    uid: str
    kind: FollowUpKind
    name: str
    organization: str
    phone: str
    email: str
    note: str
    on: date
    due: date
    at: time | None
    minutes: int | None
    rule: str
    remind_minutes: int | None
    state: FollowUpState
    closed_on: date | None
    created: str
    changed: str
    moved: tuple[MovedOccurrence, ...] = ()


@record
class BirthdayToTell:
    """Somebody's birthday; ``uid`` is the person's."""

    uid: str
    name: str
    birthday: PartialDate
    created: str
    changed: str


@record
class OwnDateToTell:
    """An anniversary or another date of somebody's own; ``uid`` is the person's.

    ``number`` counts the dates of one label from 0.
    """

    uid: str
    name: str
    label: str
    number: int
    date: PartialDate
    created: str
    changed: str


@record
class EventToTell:
    """An event of the notebook's own."""

    uid: str
    name: str
    on: date
    at: time | None
    minutes: int | None
    place: str
    host: str
    note: str
    created: str
    changed: str


@record
class CalendarEvent:
    """What a calendar file says of one occasion, on a local day and at a local time.

    ``calendar_uid`` is what the file calls it; of a series, each occurrence has its own.
    ``other_uid`` is what it may have been called before it became a series, or empty.
    """

    calendar_uid: str
    name: str
    on: date
    at: time | None = None
    minutes: int | None = None
    place: str = ""
    host: str = ""
    note: str = ""
    other_uid: str = ""


@record
class StoredDate:
    """An occurrence of a series that came from a calendar file before.

    ``written`` says whether the user put something to it: people, a goal, a conversation, costs.
    Its note may be the file's.
    """

    id: int
    series: str
    event: CalendarEvent
    written: bool


@record
class KnownEvent:
    """An event that came from a calendar file before, as it stands; ``has_people`` were met.

    ``read_before`` is what the file said of it, if the user changed that since.
    """

    id: int
    event: CalendarEvent
    has_people: bool
    read_before: CalendarEvent | None = None
