"""Read calendar files and fill the Events page from them, nothing twice, in one undoable step.

Reading a file again changes the name, day, time, length and place of its events; the user's own
note, goal and people stay, and whatever they changed of the rest since.
"""

import time
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta, tzinfo

from notebook_app.formats.icalendar.read_events import read_events
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Cancelled, Progress, no_progress
from notebook_app.foundation.record import record
from notebook_app.foundation.steady_pace import steady_pace
from notebook_app.model.calendar_file import CalendarEvent, KnownEvent
from notebook_app.model.calendar_merge import is_as_in_file
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.services.calendar_plan import CalendarPlan, EventState, PlannedEvent
from notebook_app.services.card_sources import CardSource, source_name
from notebook_app.services.importable_endings import CALENDAR_ENDINGS
from notebook_app.services.match_events import matched_events
from notebook_app.services.vanished_dates import vanished_dates
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
        planned = matched_events(notebook, readings)
        planned += vanished_dates(notebook, readings, first, last)
    to_dos = [uid for _name, reading in readings for uid, _title in reading.to_dos]
    known = notebook.read_events.ours(list(dict.fromkeys(to_dos)))
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
    taken: Collection[int] = (),
) -> CalendarImported:
    """Add and change what ``plan`` says. A backup is made before; cancelled, nothing is written.

    Events that came in since the plan was made are not added again. With ``take_out`` the dates
    that a series no longer has are taken out, but none that something was written about. ``taken``
    are the row ids of events that both the user and the file changed, and that are to be as the
    file has them.

    Raises:
        UserProblem: it could not be written.
        Cancelled: the user asked to stop.
    """
    progress = progress or no_progress()
    begun = time.monotonic()
    gone = [event.event_id for event in plan.of(EventState.GONE) if event.event_id and take_out]
    updated = plan.updated(taken)
    if not plan.counts()[EventState.NEW] and not updated and not gone:
        return CalendarImported(ChangeSet(can_undo=False), plan, time.monotonic() - begun)
    notebook.ensure_writable()
    store = notebook.read_events
    backup = None
    if notebook.imports.has_contacts() or not store.is_empty():
        backup = notebook.backups.make("before import", progress)
    try:
        with notebook.change(_label(plan, updated, len(gone))) as change:
            written = [
                _as_taken(event, taken) for event in plan.events if _is_written(event, taken)
            ]
            known = store.known([event.event.calendar_uid for event in written if event.event])
            for start in range(0, len(written), _BATCH):
                progress.report(start, len(written), "Writing events")
                some = written[start : start + _BATCH]
                changed = [(_id(each, known), each.event) for each in some if each.event]
                store.change([(event_id, event) for event_id, event in changed if event_id])
                added = store.add([event for event_id, event in changed if not event_id])
                change.touch(Changed.EVENT, *added, *(each for each, _event in changed if each))
            for event in plan.events:
                if event.event_id and event.in_file:
                    store.remember(event.event_id, _kept_apart(event, event.in_file, taken))
            if gone:
                store.take_out(gone)
                change.touch(Changed.EVENT, *gone)
            progress.report(len(written), len(written), "Writing events")
    except BaseException as error:
        if backup and isinstance(error, Cancelled):
            backup.unlink(missing_ok=True)
        raise
    return CalendarImported(change.result(), plan, time.monotonic() - begun)


def _is_written(event: PlannedEvent, taken: Collection[int]) -> bool:
    if event.state is EventState.BOTH:
        return bool(event.changes) or event.event_id in taken
    return event.state in (EventState.NEW, EventState.CHANGED) and event.event is not None


def _as_taken(event: PlannedEvent, taken: Collection[int]) -> PlannedEvent:
    if event.state is EventState.BOTH and event.event_id in taken:
        return replace(event, event=event.theirs)
    return event


def _kept_apart(
    planned: PlannedEvent, in_file: CalendarEvent, taken: Collection[int]
) -> CalendarEvent | None:
    """Return what the file says of an event that is otherwise here from now on, else None."""
    stored = _as_taken(planned, taken).event
    return None if stored is None or is_as_in_file(stored, in_file) else in_file


def _id(planned: PlannedEvent, known: dict[str, KnownEvent]) -> int:
    """Return the row id of the stored event, 0 for none: it may have come in meanwhile."""
    if planned.event_id is not None:
        return planned.event_id
    there = known.get(planned.event.calendar_uid) if planned.event else None
    return there.id if there else 0


def _label(plan: CalendarPlan, changed: int, gone: int) -> str:
    new = plan.counts()[EventState.NEW]
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
