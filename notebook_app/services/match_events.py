"""Hold what calendar files say against the notebook: what is new, what changed, and on whose side.

An event is known again by what the file calls it.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from notebook_app.formats.icalendar.found_event import CalendarReading, FoundEvent
from notebook_app.model.calendar_file import CalendarEvent, KnownEvent
from notebook_app.model.calendar_merge import merged_event
from notebook_app.services.calendar_plan import EventState, PlannedEvent
from notebook_app.services.yearly_items import person_in
from notebook_app.storage.notebook import Notebook


def matched_events(
    notebook: Notebook, readings: Iterable[tuple[str, CalendarReading]]
) -> list[PlannedEvent]:
    """Return what would become of each event of these files: unreadable ones first, then by day.

    What the notebook wrote itself is there once, however often it repeats.
    """
    found: dict[str, tuple[str, FoundEvent]] = {}
    planned: list[PlannedEvent] = []
    for name, reading in readings:
        for each in reading.events:
            found[each.event.calendar_uid] = (name, each)
        planned += [
            PlannedEvent(name, bad.line, EventState.BAD, bad.name, reason=bad.reason)
            for bad in reading.bad
        ]
    store = notebook.read_events
    others = [each.event.other_uid for _name, each in found.values() if each.event.other_uid]
    known = store.known([*found, *others])
    uids = {person_in(each.uid) for _name, each in found.values()}
    ours = store.ours(list(uids))
    today = notebook.clock.today()
    matched: list[PlannedEvent] = []
    told: set[str] = set()
    for name, each in found.values():
        is_ours = person_in(each.uid) in ours
        if not is_ours or each.uid not in told:
            matched.append(_planned(name, each, known, is_ours, today))
        if is_ours:
            told.add(each.uid)
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
    merged = merged_event(event, there.event, there.read_before)
    changes = _changes(there.event, merged.event)
    if there.has_people and merged.event.on > today:
        reason = "people were met at it already, and the file says it is still to come"
        return replace(plan, state=EventState.BAD, event=None, reason=reason)
    plan = replace(plan, event=merged.event, changes=changes)
    if merged.is_own or there.read_before is not None:
        plan = replace(plan, in_file=event)
    if merged.is_own:
        plan = replace(plan, theirs=merged.theirs)
    if merged.both_changed and not (there.has_people and merged.theirs.on > today):
        their_changes = _changes(there.event, merged.theirs)
        return replace(plan, state=EventState.BOTH, their_changes=their_changes)
    if changes or merged.event.calendar_uid != there.event.calendar_uid:
        return replace(plan, state=EventState.CHANGED)
    return replace(plan, state=EventState.OWN if merged.is_own else EventState.SAME)


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
