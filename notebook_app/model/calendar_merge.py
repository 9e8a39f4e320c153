"""What becomes of an event whose calendar file is read again after the user changed it here.

A file's own marks (SEQUENCE, LAST-MODIFIED: RFC 5545, 3.8.7) only say that it was touched, not
what; and many programs write the time of the export. So each side is held against what the file
said when it was read last: what only one side changed is taken, and where both did, the user's own
stays unless they say otherwise.
"""

from dataclasses import replace
from typing import Any

from notebook_app.foundation.record import record
from notebook_app.model.calendar_file import CalendarEvent

_Part = tuple[str, ...]
_PARTS: tuple[_Part, ...] = (("name",), ("on", "at"), ("minutes",), ("place",))
"""What is taken from one side or the other, as a whole."""


@record
class MergedEvent:
    """``event`` is how it is stored; ``theirs`` the same with the file's word in all of it.

    ``is_own`` says whether something of the user's stays that the file does not say;
    ``both_changed`` whether the file has news of the very same thing.
    """

    event: CalendarEvent
    theirs: CalendarEvent
    is_own: bool
    both_changed: bool


def merged_event(
    in_file: CalendarEvent, stored: CalendarEvent, read_before: CalendarEvent | None
) -> MergedEvent:
    """Return an event as it is to be stored after its file was read again.

    Args:
        in_file: what the file says now.
        stored: the event as it stands in the notebook.
        read_before: what the file said when it was read last; None if the user changed nothing.
    """
    theirs = replace(
        in_file,
        other_uid="",
        note=stored.note or in_file.note,
        host=stored.host or in_file.host,
        place=in_file.place or stored.place,
        minutes=stored.minutes if in_file.minutes is None else in_file.minutes,
    )
    event, is_own, both = theirs, False, False
    for part in _PARTS if read_before is not None else ():
        own = _of(stored, part)
        # Also what the user filled in where the file says nothing, which nothing stands against.
        if own in (_of(in_file, part), _of(read_before, part)):
            continue
        values: dict[str, Any] = dict(zip(part, own, strict=True))
        event = replace(event, **values)
        is_own = True
        has_news = _of(in_file, part) != _of(read_before, part)
        both = both or (has_news and own != _of(theirs, part))
    return MergedEvent(event, theirs, is_own, both)


def is_as_in_file(stored: CalendarEvent, in_file: CalendarEvent) -> bool:
    """Return whether nothing of a stored event is the user's own."""
    return all(_of(stored, part) == _of(in_file, part) for part in _PARTS)


def _of(event: CalendarEvent | None, part: _Part) -> tuple[object, ...]:
    return tuple(getattr(event, name) for name in part)
