"""``log "one whole line"`` and the marks in ``log CONTACT TEXT``: read, shown, stored."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace

from notebook_app.cli.captured_answers import captured_json, say_captured, say_stored, stored_json
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import WrongUsage
from notebook_app.cli.date_words import past_date_from, time_from
from notebook_app.cli.json_document import write_json
from notebook_app.cli.word_choices import channel_from
from notebook_app.model.capture.captured import CapturedFollowUp, CapturedLine, NamedPerson
from notebook_app.model.capture.read_line import read_line
from notebook_app.model.conversation import Initiator
from notebook_app.model.follow_up_words import FollowUpWords
from notebook_app.services.find_contact import find_contact
from notebook_app.services.guess_follow_up import guess_follow_up
from notebook_app.services.log_captured_line import log_captured_line
from notebook_app.services.read_capture_line import capture_context
from notebook_app.storage.notebook import Notebook


def log_line(line: str, options: Namespace, context: CommandContext) -> int:
    """Store a line that names its people itself, or show what is understood of it."""
    if len(line.split()) < 2:
        raise WrongUsage(
            f"'{line}' says too little; write for example 'Coffee with Carla, son plays the"
            " cello', or: log CONTACT TEXT."
        )
    with context.reading() if options.dry_run else context.writing() as notebook:
        how = capture_context(notebook, context.today, context.languages, context.region)
        captured = read_line(line, how)
        captured = chosen_by_id(captured, options.who)
        store_or_show(
            notebook, with_options(notebook, captured, options, context), options, context
        )
    return 0


def store_or_show(
    notebook: Notebook,
    captured: CapturedLine,
    options: Namespace,
    context: CommandContext,
    with_contact_id: int | None = None,
) -> None:
    """Store what a line says and tell so; with ``--dry-run`` only say what was understood."""
    if options.dry_run:
        if options.json:
            write_json(captured_json(captured), context.stdout)
        else:
            say_captured(captured, context)
        return
    changes = log_captured_line(notebook, captured, with_contact_id)
    if options.json:
        write_json(stored_json(notebook, changes, captured), context.stdout)
    else:
        say_stored(notebook, changes, captured, context)


def chosen_by_id(captured: CapturedLine, ids: Sequence[str]) -> CapturedLine:
    """Return the line with namesakes chosen by the numbers that ``--who`` gave."""
    wanted = {int(each) for each in ids if each.isdecimal()}
    people = tuple(
        next(
            (
                replace(person, chosen=choice.id)
                for choice in person.choices
                if person.is_unclear and choice.id in wanted
            ),
            person,
        )
        for person in captured.people
    )
    return replace(captured, people=people)


def with_options(
    notebook: Notebook, captured: CapturedLine, options: Namespace, context: CommandContext
) -> CapturedLine:
    """Return the line with what the options say besides; they go before the line's own words."""
    others = [find_contact(notebook, words) for words in options.others]
    known = {person.chosen for person in captured.people}
    people = captured.people + tuple(
        NamedPerson(other.name, 0, 0, (other,), other.id)
        for other in others
        if other.id not in known
    )
    follow_ups = captured.follow_ups
    if options.follow_up is not None:
        planned = follow_up_of(notebook, options.follow_up)
        follow_ups += (
            CapturedFollowUp(
                planned.kind,
                planned.due,
                planned.at,
                planned.note,
                planned.repeat,
                promised=planned.promised,
            ),
        )
    changed = replace(captured, people=people, follow_ups=follow_ups)
    if options.on is not None:
        changed = replace(changed, on=past_date_from(options.on, context.today))
    if options.at:
        changed = replace(changed, at=time_from(options.at))
    if options.channel is not None:
        changed = replace(changed, channel=channel_from(options.channel))
    if options.setting:
        changed = replace(changed, setting=options.setting, formality=None)
    if options.place:
        changed = replace(changed, place=options.place)
    if options.initiated_by:
        changed = replace(changed, initiated_by=Initiator(options.initiated_by))
    return changed


def follow_up_of(notebook: Notebook, words: str) -> FollowUpWords:
    """Return what ``--follow-up`` says is to be done next.

    Raises:
        WrongUsage: it names neither a day nor what to do.
    """
    planned = guess_follow_up(notebook, words)
    if planned is None:
        raise WrongUsage(
            f"'{words}' names no day to come and nothing to do; write for example 'call next"
            " tuesday' or 'send the slides'."
        )
    return planned
