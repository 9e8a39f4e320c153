"""``log --event NAME``: everyone met at an event, one line each, from a file or what is typed."""

import sys
from argparse import Namespace
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from notebook_app.cli.captured_answers import captured_json, say_captured
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.date_words import past_date_from
from notebook_app.cli.json_document import write_json
from notebook_app.cli.log_line import chosen_by_id
from notebook_app.cli.plain_text import one_line
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.capture.captured import CapturedLine
from notebook_app.model.capture.read_line import read_line
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.conversation import Formality
from notebook_app.model.event import EventDraft
from notebook_app.model.name_form import folded
from notebook_app.services.log_captured_event import log_captured_event
from notebook_app.services.read_capture_line import capture_context
from notebook_app.storage.notebook import Notebook

_LONGEST_FILE = 5_000_000


@dataclass(frozen=True)
class _Met:
    """The lines, and the numbers of those after which nothing is planned."""

    lines: list[CapturedLine]
    without_next: list[int]


def log_event(options: Namespace, context: CommandContext) -> int:
    """Store the event and everyone in the lines, or show what is understood of them."""
    on = past_date_from(options.on, context.today) if options.on else context.today
    texts = [line for line in _text(options.source).splitlines() if line.strip()]
    with context.reading() if options.dry_run else context.writing() as notebook:
        met = _read(notebook, texts, options, context)
        if options.dry_run:
            _show(met, options, context)
            return 0
        event = _event(notebook, options, on)
        resting = met.without_next if options.let_rest else []
        changes = log_captured_event(notebook, event, met.lines, resting)
        _tell(notebook, met, changes, options, context)
    return 0


def _read(
    notebook: Notebook, texts: list[str], options: Namespace, context: CommandContext
) -> _Met:
    how = capture_context(
        notebook, context.today, context.languages, context.region, after_event=True
    )
    lines = [chosen_by_id(read_line(text, how), options.who) for text in texts]
    planned = {_first(line) for line in lines if line.follow_ups}
    waiting = {_first(line): number for number, line in enumerate(lines) if line.people}
    return _Met(lines, sorted(waiting[who] for who in waiting if who not in planned))


def _first(line: CapturedLine) -> int | str:
    """Return who the first person of a line is: their row id, or the name of somebody new."""
    if not line.people:
        return ""
    return line.people[0].chosen or folded(line.people[0].name)


def _text(source: str | None) -> str:
    if source is None or source == "-":
        return sys.stdin.buffer.read(_LONGEST_FILE).decode("utf-8-sig", "replace")
    path = Path(source)
    try:
        with path.open("rb") as file:
            return file.read(_LONGEST_FILE).decode("utf-8-sig", "replace")
    except OSError as error:
        raise UserProblem(
            f"{path} can't be read: {error.strerror or error}.", "", "Check its name."
        ) from error


def _event(notebook: Notebook, options: Namespace, on: date) -> EventDraft | int:
    """Return the event of that name on that day, or a new one."""
    known = notebook.capture.event(options.event, on)
    if known is not None and known.on == on:
        return known.id
    return EventDraft(
        options.event,
        on,
        place=options.place,
        formality=Formality.INFORMAL if options.informal else Formality.ORGANISED,
    )


def _show(met: _Met, options: Namespace, context: CommandContext) -> None:
    if options.json:
        write_json([captured_json(line) for line in met.lines], context.stdout)
        return
    for number, line in enumerate(met.lines):
        if number:
            context.say()
        say_captured(line, context)


def _tell(
    notebook: Notebook, met: _Met, changes: ChangeSet, options: Namespace, context: CommandContext
) -> None:
    (event_id,) = changes.of(Changed.EVENT)
    event = notebook.events.get(event_id)
    new = [person.name for line in met.lines for person in line.people if person.is_new]
    waiting = [met.lines[number].people[0].name for number in met.without_next]
    if options.json:
        document = {
            "event": {
                "id": event_id,
                "name": event.draft.name if event else None,
                "date": event.draft.on.isoformat() if event else None,
                "met": list(event.draft.met) if event else [],
                "seen": list(event.draft.seen) if event else [],
            },
            "conversations": sorted(changes.of(Changed.CONVERSATION)),
            "follow_ups": sorted(changes.of(Changed.FOLLOW_UP)),
            "new_people": list(dict.fromkeys(new)),
            "without_next_step": waiting,
            "unread": [words for line in met.lines for words in line.unread],
        }
        write_json(document, context.stdout)
        return
    context.say(one_line(f"{changes.label}."))
    if new:
        context.say(one_line(f"New: {', '.join(dict.fromkeys(new))}."))
    if waiting:
        words = "Left to rest" if options.let_rest else "No next step yet"
        context.say(one_line(f"{words}: {', '.join(waiting)}."))
    for line in met.lines:
        for unread in line.unread:
            context.say(one_line(f"Kept as text: {unread}."))
