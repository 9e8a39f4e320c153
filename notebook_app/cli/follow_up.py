"""``follow-up add|list|done|skip|snooze|propose``: the next acts with people."""

from argparse import Namespace
from datetime import timedelta

from notebook_app.cli.acts import Act, command_of
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, WrongUsage
from notebook_app.cli.complete_follow_up import add_done_arguments, run_done
from notebook_app.cli.date_words import date_from, due_words, time_from
from notebook_app.cli.json_document import follow_up_json, write_json
from notebook_app.cli.one_follow_up import open_follow_up, tell_follow_up
from notebook_app.cli.plain_text import shortened, table
from notebook_app.cli.propose_follow_ups import add_propose_arguments, run_propose
from notebook_app.cli.word_choices import kind_from
from notebook_app.model.changes import Changed
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.model.recurrence import checked_rule
from notebook_app.services.find_contact import find_contact
from notebook_app.services.plan_follow_up import (
    plan_follow_up,
    reschedule_follow_up,
    skip_follow_up,
)

_NOTE_WIDTH = 60


def _add_add_arguments(parser: CommandParser) -> None:
    add = parser.add_argument
    add("contact", metavar="CONTACT", help="an id, a UUID, or enough of a name")
    add("--kind", metavar="K", required=True, help=", ".join(FollowUpKind))
    add("--due", metavar="DATE", required=True, help="2026-11-24, or words such as next tuesday")
    add("--time", metavar="T", help="the time of day, as 10:00")
    add("--repeat", metavar="RRULE", default="", help="how it repeats, as FREQ=MONTHLY")
    add("--note", metavar="N", default="", help="what it is about")
    add("--promised", action="store_true", help="it was promised: it comes before courtesies")


def _add(options: Namespace, context: CommandContext) -> int:
    kind = kind_from(options.kind)
    due = date_from(options.due, context.today)
    at = time_from(options.time) if options.time else None
    try:
        repeat = checked_rule(options.repeat) if options.repeat else ""
    except ValueError as error:
        raise WrongUsage(
            f"'{options.repeat}' is no repeat rule; write for example FREQ=WEEKLY;INTERVAL=2."
        ) from error
    with context.writing() as notebook:
        contact = find_contact(notebook, options.contact)
        draft = FollowUpDraft(
            contact.id, kind, due, at, options.note, repeat, promised=options.promised
        )
        changes = plan_follow_up(notebook, draft)
        (follow_up_id,) = changes.of(Changed.FOLLOW_UP)
        return tell_follow_up(notebook, follow_up_id, changes, options, context)


def _add_list_arguments(parser: CommandParser) -> None:
    parser.add_argument("--from", metavar="D", dest="start", help="the first day")
    parser.add_argument("--to", metavar="D", dest="end", help="the last day")
    parser.add_argument("--overdue", action="store_true", help="only those due before today")


def _list(options: Namespace, context: CommandContext) -> int:
    today = context.today
    start = date_from(options.start, today) if options.start else None
    end = date_from(options.end, today) if options.end else None
    if options.overdue:
        yesterday = today - timedelta(days=1)
        end = yesterday if end is None else min(end, yesterday)
    with context.reading() as notebook:
        rows = notebook.follow_ups.open_between(start, end)
    if options.json:
        write_json([follow_up_json(row) for row in rows], context.stdout)
        return 0
    if not rows:
        context.say("Nothing is overdue." if options.overdue else "Nothing is planned.")
        return 0
    cells = [
        (
            str(row.id),
            due_words(row.due, today) + (f" {row.at.isoformat('minutes')}" if row.at else ""),
            row.contact_name,
            row.kind.value
            + (f" ({row.note_state.value})" if row.note_state else "")
            + (", promised" if row.promised else ""),
            shortened(row.note, _NOTE_WIDTH),
        )
        for row in rows
    ]
    for line in table(cells):
        context.say(line)
    return 0


def _add_skip_arguments(parser: CommandParser) -> None:
    parser.add_argument("follow_up", metavar="ID", help="its number or UUID")


def _skip(options: Namespace, context: CommandContext) -> int:
    with context.writing() as notebook:
        row = open_follow_up(notebook, options.follow_up)
        changes = skip_follow_up(notebook, row.id)
        return tell_follow_up(notebook, row.id, changes, options, context)


def _add_snooze_arguments(parser: CommandParser) -> None:
    parser.add_argument("follow_up", metavar="ID", help="its number or UUID")
    parser.add_argument("due", metavar="DATE", help="2026-11-24, or words such as in 2 weeks")


def _snooze(options: Namespace, context: CommandContext) -> int:
    due = date_from(options.due, context.today)
    with context.writing() as notebook:
        row = open_follow_up(notebook, options.follow_up)
        changes = reschedule_follow_up(notebook, row.id, due)
        return tell_follow_up(notebook, row.id, changes, options, context)


COMMAND = command_of(
    Act("add", "plan a follow-up", _add, _add_add_arguments),
    Act("list", "those that are open, by day", _list, _add_list_arguments),
    Act("done", "note that one was done", run_done, add_done_arguments),
    Act("skip", "note that one will not be done", _skip, _add_skip_arguments),
    Act("snooze", "move one to another day", _snooze, _add_snooze_arguments),
    Act("propose", "what fits next with those newly met", run_propose, add_propose_arguments),
)
