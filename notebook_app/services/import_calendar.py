"""Read calendar files and fill the Events page from them, nothing twice, in one undoable step.

An event is known again by what the file calls it. Reading it again changes its name, day, time,
length and place; the user's own note, goal and people stay.
"""

import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta, tzinfo

from notebook_app.formats.icalendar.found_event import CalendarReading, FoundEvent
from notebook_app.formats.icalendar.read_events import read_events
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Cancelled, Progress, no_progress
from notebook_app.foundation.record import record
from notebook_app.foundation.steady_pace import steady_pace
from notebook_app.model.calendar_file import CalendarEvent, KnownEvent
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.services.calendar_plan import CalendarPlan, EventState, PlannedEvent
from notebook_app.services.card_sources import CardSource, source_name
from notebook_app.services.importable_endings import CALENDAR_ENDINGS
from notebook_app.services.vanished_dates import vanished_dates
from notebook_app.services.yearly_items import person_in
from notebook_app.storage.notebook import Notebook

_LARGEST = 300_000_000
_DAYS_BACK = 92
_DAYS_AHEAD = 365
_BATCH = 500
_SNIFFED = 4096


@record
class CalendarImported:
    """What was done, and in how many seconds."""

    changes: ChangeSet
    plan: CalendarPlan
    seconds: float


def is_calendar(source: CardSource) -> bool:
    """Return whether a file is a calendar: by its beginning, else by its ending."""
    beginning = b""
    if isinstance(source, tuple):
        beginning = source[1][:_SNIFFED]
    else:
        with suppress(OSError), source.open("rb") as file:
            beginning = file.read(_SNIFFED)
    beginning = beginning.replace(b"\0", b"").upper()
    if b"BEGIN:VCARD" in beginning:
        return False
    return b"BEGIN:VCALENDAR" in beginning or source_name(source).lower().endswith(CALENDAR_ENDINGS)


def plan_calendar(
    notebook: Notebook,
    files: Sequence[CardSource],
    progress: Progress | None = None,
    local: tzinfo | None = None,
) -> CalendarPlan:
    """Return the preview of an import of calendar files.

    Args:
        notebook: where the events would go. The running thread needs a connection to it.
        files: the calendars, or their names with what came under them.
        progress: told how many entries are read.
        local: the zone of the computer; None for the system's.

    Raises:
        UserProblem: a file can't be read or is no calendar; the sentence names it.
        Cancelled: the user asked to stop.
    """
    progress = progress or no_progress()
    today = notebook.clock.today()
    first, last = today - timedelta(days=_DAYS_BACK), today + timedelta(days=_DAYS_AHEAD)
    with steady_pace():
        readings = [
            (source_name(source), read_events(_data(source), first, last, local, progress))
            for source in files
        ]
        for name, reading in readings:
            if not reading.entries and not reading.bad:
                raise UserProblem(f"{name} holds no events.", "", "Choose a calendar file (.ics).")
        planned = _matched(notebook, readings)
        planned += vanished_dates(notebook, readings, first, last)
    to_dos = [uid for _name, reading in readings for uid, _title in reading.to_dos]
    known = notebook.calendar_files.ours(list(dict.fromkeys(to_dos)))
    ours = sum(uid in known for uid in to_dos)
    unknown = dict.fromkeys(zone for _name, reading in readings for zone in reading.unknown_zones)
    return CalendarPlan(
        tuple(source_name(source) for source in files),
        tuple(planned),
        first,
        last,
        tuple(unknown),
        ours,
        len(to_dos) - ours,
    )


def import_calendar(
    notebook: Notebook,
    plan: CalendarPlan,
    progress: Progress | None = None,
    *,
    take_out: bool = False,
) -> CalendarImported:
    """Add and change what ``plan`` says. A backup is made before; cancelled, nothing is written.

    Events that came in since the plan was made are not added again. With ``take_out`` the dates
    that a series no longer has are taken out, but none that something was written about.

    Raises:
        UserProblem: it could not be written.
        Cancelled: the user asked to stop.
    """
    progress = progress or no_progress()
    begun = time.monotonic()
    gone = [event.event_id for event in plan.of(EventState.GONE) if event.event_id and take_out]
    if plan.changes_nothing and not gone:
        return CalendarImported(ChangeSet(can_undo=False), plan, time.monotonic() - begun)
    notebook.ensure_writable()
    store = notebook.calendar_files
    backup = None
    if notebook.imports.has_contacts() or not store.is_empty():
        backup = notebook.backups.make("before import", progress)
    try:
        with notebook.change(_label(plan, len(gone))) as change:
            written = [event for event in plan.events if _is_written(event)]
            known = store.known([event.event.calendar_uid for event in written if event.event])
            for start in range(0, len(written), _BATCH):
                progress.report(start, len(written), "Writing events")
                some = written[start : start + _BATCH]
                changed = [(_id(each, known), each.event) for each in some if each.event]
                store.change([(event_id, event) for event_id, event in changed if event_id])
                added = store.add([event for event_id, event in changed if not event_id])
                change.touch(Changed.EVENT, *added, *(each for each, _event in changed if each))
            if gone:
                store.take_out(gone)
                change.touch(Changed.EVENT, *gone)
            progress.report(len(written), len(written), "Writing events")
    except BaseException as error:
        if backup and isinstance(error, Cancelled):
            backup.unlink(missing_ok=True)
        raise
    return CalendarImported(change.result(), plan, time.monotonic() - begun)


def _is_written(event: PlannedEvent) -> bool:
    return event.state in (EventState.NEW, EventState.CHANGED) and event.event is not None


def _id(planned: PlannedEvent, known: dict[str, KnownEvent]) -> int:
    """Return the row id of the stored event, 0 for none: it may have come in meanwhile."""
    if planned.event_id is not None:
        return planned.event_id
    there = known.get(planned.event.calendar_uid) if planned.event else None
    return there.id if there else 0


def _label(plan: CalendarPlan, gone: int) -> str:
    counts = plan.counts()
    new, changed = counts[EventState.NEW], counts[EventState.CHANGED]
    names = plan.file_names[0] if len(plan.file_names) == 1 else f"{len(plan.file_names)} files"
    if not new and not changed:
        return f"Took out {_events(gone)} that {names} no longer has"
    label = f"Added {_events(new)} and changed {changed:,} from {names}"
    if not new:
        label = f"Changed {_events(changed)} from {names}"
    if not changed:
        label = f"Added {_events(new)} from {names}"
    return f"{label}, took out {gone:,}" if gone else label


def _events(count: int) -> str:
    return "1 event" if count == 1 else f"{count:,} events"


def _data(source: CardSource) -> bytes:
    if isinstance(source, tuple):
        return source[1]
    path = source
    try:
        if path.stat().st_size > _LARGEST:
            raise UserProblem(
                f"{path.name} is too large for a calendar.", "", "Export a shorter time of it."
            )
        return path.read_bytes()
    except OSError as error:
        raise UserProblem(
            f"{path.name} can’t be read.", f"{error.strerror}.", "Choose another file."
        ) from error


def _matched(
    notebook: Notebook, readings: Iterable[tuple[str, CalendarReading]]
) -> list[PlannedEvent]:
    found: dict[str, tuple[str, FoundEvent]] = {}
    planned: list[PlannedEvent] = []
    for name, reading in readings:
        for each in reading.events:
            found[each.event.calendar_uid] = (name, each)
        planned += [
            PlannedEvent(name, bad.line, EventState.BAD, bad.name, reason=bad.reason)
            for bad in reading.bad
        ]
    store = notebook.calendar_files
    others = [each.event.other_uid for _name, each in found.values() if each.event.other_uid]
    known = store.known([*found, *others])
    uids = {person_in(each.uid) for _name, each in found.values()}
    ours = store.ours(list(uids))
    today = notebook.clock.today()
    matched = [
        _planned(name, each, known, person_in(each.uid) in ours, today)
        for name, each in found.values()
    ]
    matched.sort(key=lambda each: (each.event.on if each.event else date.max, each.line))
    return planned + matched


def _planned(
    source: str, found: FoundEvent, known: dict[str, KnownEvent], is_ours: bool, today: date
) -> PlannedEvent:
    event = found.event
    there = known.get(event.calendar_uid) or known.get(event.other_uid)
    plan = PlannedEvent(
        source,
        found.line,
        EventState.NEW,
        event.name,
        event,
        there.id if there else None,
        repeats=found.repeats,
    )
    if is_ours:
        return replace(plan, state=EventState.OURS)
    if found.cancelled:
        return replace(plan, state=EventState.CANCELLED)
    if there is None:
        return plan
    merged = _merged(event, there.event)
    changes = _changes(there.event, merged)
    if not changes and merged.calendar_uid == there.event.calendar_uid:
        return replace(plan, state=EventState.SAME)
    if there.has_people and merged.on > today:
        reason = "people were met at it already, and the file says it is still to come"
        return replace(plan, state=EventState.BAD, event=None, reason=reason)
    return replace(plan, state=EventState.CHANGED, event=merged, changes=changes)


def _merged(event: CalendarEvent, stored: CalendarEvent) -> CalendarEvent:
    """Return the event as the file has it now; what only the user has of it stays."""
    return replace(
        event,
        other_uid="",
        note=stored.note or event.note,
        host=stored.host or event.host,
        place=event.place or stored.place,
        minutes=stored.minutes if event.minutes is None else event.minutes,
    )


def _changes(before: CalendarEvent, after: CalendarEvent) -> tuple[tuple[str, str, str], ...]:
    rows = (
        ("name", before.name, after.name),
        ("day", before.on.isoformat(), after.on.isoformat()),
        ("time", _clock(before), _clock(after)),
        ("minutes", str(before.minutes or ""), str(after.minutes or "")),
        ("place", before.place, after.place),
        ("host", before.host, after.host),
        ("note", before.note, after.note),
    )
    return tuple((what, old, new) for what, old, new in rows if old != new)


def _clock(event: CalendarEvent) -> str:
    return event.at.isoformat("minutes") if event.at else ""
