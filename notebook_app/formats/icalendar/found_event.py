"""What was found in a calendar file, ready to be compared with the notebook."""

from notebook_app.foundation.record import record
from notebook_app.model.calendar_file import CalendarEvent


@record
class FoundEvent:
    """An occasion of the file; ``uid`` is what its whole series is called."""

    event: CalendarEvent
    uid: str
    line: int
    cancelled: bool = False
    repeats: bool = False


@record
class BadEntry:
    """Something that can't be taken in: where it is, what it is called, and why."""

    line: int
    name: str
    reason: str


@record
class CalendarReading:
    """All of a file. ``to_dos`` are the UIDs and names of what is no occasion but a thing to do.

    ``whole`` are the UIDs of the occasions and series of which everything could be read;
    ``beyond`` are what occurrences are called that were moved out of the stretch of time.
    """

    events: tuple[FoundEvent, ...]
    bad: tuple[BadEntry, ...]
    to_dos: tuple[tuple[str, str], ...]
    unknown_zones: tuple[str, ...]
    entries: int
    whole: frozenset[str] = frozenset()
    beyond: frozenset[str] = frozenset()
