"""The calendar part of ``import FILE…``: events of ``.ics`` files."""

import time
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.json_document import Json, write_json
from notebook_app.cli.plain_text import one_line
from notebook_app.cli.progress_line import progress_line
from notebook_app.services.calendar_plan import CalendarPlan, EventState, PlannedEvent
from notebook_app.services.import_calendar import import_calendar, plan_calendar

_TOLD_AT_MOST = 10


def import_calendars(files: Sequence[Path], options: Namespace, context: CommandContext) -> int:
    """Take in the events of calendar files, or only say what would come of it.

    Raises:
        UserProblem: a file can't be read, or it could not be written.
    """
    begun = time.monotonic()
    opened = context.reading() if options.dry_run else context.writing()
    with opened as notebook:
        with progress_line(context.stderr, "Reading") as progress:
            plan = plan_calendar(notebook, files, progress)
        if not options.dry_run:
            with progress_line(context.stderr, "Importing") as progress:
                import_calendar(
                    notebook,
                    plan,
                    progress,
                    take_out=options.take_out,
                    taken=_taken(plan, options),
                )
    seconds = time.monotonic() - begun
    if options.json:
        taken_out = options.take_out and not options.dry_run
        updated = plan.updated(_taken(plan, options))
        document = _document(plan, seconds, updated, dry_run=options.dry_run, taken_out=taken_out)
        write_json(document, context.stdout)
    else:
        _tell(plan, seconds, options, context)
        _tell_gone(plan, options, context)
    return 0


def _taken(plan: CalendarPlan, options: Namespace) -> frozenset[int]:
    """Return of which events that both sides changed the file's word is taken."""
    both = plan.of(EventState.BOTH) if options.take_theirs else ()
    return frozenset(event.event_id for event in both if event.event_id is not None)


def _document(
    plan: CalendarPlan, seconds: float, updated: int, *, dry_run: bool, taken_out: bool
) -> Json:
    counts = plan.counts()
    document: Json = {
        "events": plan.in_files,
        "series": plan.series,
        "added": counts[EventState.NEW],
        "updated": updated,
        "unchanged": counts[EventState.SAME],
        "changed_here": counts[EventState.OWN],
        "changed_by_both": counts[EventState.BOTH],
        "rejected": counts[EventState.BAD],
        "cancelled": counts[EventState.CANCELLED],
        "ours": counts[EventState.OURS],
        "gone": counts[EventState.GONE],
        "gone_kept": counts[EventState.KEPT],
        "taken_out": counts[EventState.GONE] if taken_out else 0,
        "to_dos": plan.our_to_dos + plan.other_to_dos,
        "remarks": list(plan.remarks()),
        "bad": [_event(event) for event in plan.of(EventState.BAD)],
        "seconds": round(seconds, 3),
    }
    if dry_run:
        document["preview"] = [_event(event) for event in plan.events]
    return document


def _event(event: PlannedEvent) -> Json:
    there = event.event
    return {
        "file": event.source,
        "line": event.line,
        "state": event.state.value,
        "name": event.name or None,
        "on": there.on.isoformat() if there else None,
        "at": there.at.isoformat("minutes") if there and there.at else None,
        "event_id": event.event_id,
        "changes": [
            {"field": what, "old": old or None, "new": new or None}
            for what, old, new in event.changes
        ],
        "reason": event.reason or None,
    }


def _tell(plan: CalendarPlan, seconds: float, options: Namespace, context: CommandContext) -> None:
    counts = plan.counts()
    updated = plan.updated(_taken(plan, options))
    end = " Nothing was written." if options.dry_run else f" ({seconds:.1f} s)."
    parts = [
        f"{counts[EventState.NEW]} {'new' if options.dry_run else 'added'}",
        f"{updated} changed",
        f"{counts[EventState.SAME] + counts[EventState.OWN]} already there",
        f"{counts[EventState.BAD]} unreadable",
    ]
    if ours := counts[EventState.OURS]:
        parts.insert(3, f"{ours} from this notebook itself")
    said = f"{_files_words(plan)}: {', '.join(parts)}"
    context.say(said + (f".{end}" if options.dry_run else end))
    for remark in plan.remarks():
        context.say("  " + one_line(remark))
    for state in (EventState.BAD, EventState.CANCELLED, EventState.BOTH):
        _tell_some(plan.of(state), context)
    if counts[EventState.BOTH] and not options.take_theirs:
        context.say("  --take-theirs takes the file's day, time, name and place.")


def _files_words(plan: CalendarPlan) -> str:
    """Say how many events there are, as one counts them: what repeats is one, on many dates."""
    count = plan.in_files - plan.dates + plan.series
    words = "1 event" if count == 1 else f"{count} events"
    if not plan.series:
        return words
    repeat = "1 repeats" if plan.series == 1 else f"{plan.series} repeat"
    return f"{words} ({repeat}, on {plan.dates} dates)"


def _tell_gone(plan: CalendarPlan, options: Namespace, context: CommandContext) -> None:
    gone = len(plan.of(EventState.GONE))
    if not gone:
        return
    if options.take_out and not options.dry_run:
        context.say(f"  {gone} taken out.")
    elif not options.take_out:
        context.say(f"  --take-out takes {'it' if gone == 1 else gone} out.")


def _tell_some(events: Sequence[PlannedEvent], context: CommandContext) -> None:
    for event in events[:_TOLD_AT_MOST]:
        name = f" “{event.name}”:" if event.name else ""
        reason = event.reason
        if event.state is EventState.CANCELLED and event.event is not None:
            reason = f"cancelled ({event.event.on.isoformat()})"
        if event.state is EventState.BOTH:
            changes = (
                f"{what} {old or '–'} → {new or '–'}" for what, old, new in event.their_changes
            )
            reason = f"changed here and in the file: {', '.join(changes)}"
        context.say("  " + one_line(f"{event.source}, line {event.line}:{name} {reason}"))
    if len(events) > _TOLD_AT_MOST:
        context.say(f"  … and {len(events) - _TOLD_AT_MOST} more")
