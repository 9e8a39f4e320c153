"""Find the dates of a series that a calendar file no longer has, since it was read before."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from notebook_app.formats.icalendar.found_event import CalendarReading
from notebook_app.model.calendar_file import StoredDate
from notebook_app.services.calendar_plan import EventState, PlannedEvent
from notebook_app.storage.notebook import Notebook

_MOMENT = re.compile(r"\d{8}(T\d{6}Z?)?")
_UNTIL = re.compile(r"\AUntil \d{4}-\d\d-\d\d\.\n?")


def vanished_dates(
    notebook: Notebook, readings: Sequence[tuple[str, CalendarReading]], first: date, last: date
) -> list[PlannedEvent]:
    """Return the stored dates between two days that their series no longer has, by day.

    Only of series that are in a file still and could be read whole. Those that something was
    written about are ``KEPT``; the others are ``GONE`` and may be taken out.
    """
    there: set[str] = set()
    source: dict[str, str] = {}
    for name, reading in readings:
        there.update(each.event.calendar_uid for each in reading.events)
        there.update(reading.beyond)
        source |= dict.fromkeys(reading.whole, name)
    stored = [
        each
        for each in notebook.read_events.dates(list(source), first, last)
        if _MOMENT.fullmatch(each.event.calendar_uid.removeprefix(f"{each.series}/"))
    ]
    # A note that several dates of a series have, or the file has now, is the file's.
    notes = Counter((each.series, _bare(each.event.note)) for each in stored)
    for _name, reading in readings:
        notes.update({(each.uid, _bare(each.event.note)): 2 for each in reading.events})
    planned = [
        _planned(source[each.series], each, notes[each.series, _bare(each.event.note)] > 1)
        for each in stored
        if each.event.calendar_uid not in there
    ]
    return sorted(planned, key=lambda each: (each.event.on if each.event else date.max, each.name))


def _planned(source: str, stored: StoredDate, note_of_file: bool) -> PlannedEvent:
    written = stored.written or bool(_bare(stored.event.note) and not note_of_file)
    return PlannedEvent(
        source,
        0,
        EventState.KEPT if written else EventState.GONE,
        stored.event.name,
        stored.event,
        stored.id,
        repeats=True,
    )


def _bare(note: str) -> str:
    return _UNTIL.sub("", note)
