"""``follow-up done``: what was planned happened, was perhaps talked over, and leads to the next."""

from argparse import Namespace
from dataclasses import replace
from datetime import date

from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, WrongUsage
from notebook_app.cli.date_words import date_from, due_words, past_date_from
from notebook_app.cli.json_document import conversation_json, follow_up_json, write_json
from notebook_app.cli.one_follow_up import open_follow_up
from notebook_app.cli.plain_text import one_line
from notebook_app.cli.word_choices import choice_from, kind_from
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.follow_up import STILL_OPEN, FollowUpDraft, Outcome
from notebook_app.model.follow_up_words import FollowUpWords, parse_follow_up
from notebook_app.model.next_days import AGAIN, day_after
from notebook_app.services.complete_follow_up import (
    complete_follow_up,
    conversation_from,
    try_again,
    usual_outcome,
)
from notebook_app.services.next_days import good_day
from notebook_app.storage.notebook import Notebook


def add_done_arguments(parser: CommandParser) -> None:
    """Describe the arguments."""
    add = parser.add_argument
    add("follow_up", metavar="ID", help="its number or UUID")
    add("--outcome", metavar="O", help=", ".join(Outcome))
    add("--text", "--said", metavar="TEXT", dest="said", help="what was said, for the timeline")
    add("--on", metavar="DATE", default="today", help="the day it was done (today)")
    add(
        "--next",
        metavar="WORDS",
        help="what to do next and when, as in 'coffee next tue'; after no answer when to try again",
    )
    add("--next-due", metavar="DATE", help="the day of the next, if --next is only its kind")
    add("--next-note", metavar="N", default="", help="what the next is about")


def run_done(options: Namespace, context: CommandContext) -> int:
    """Note that a follow-up was done, or was tried and is to be tried again."""
    on = past_date_from(options.on, context.today)
    outcome = choice_from(options.outcome, Outcome, "outcome") if options.outcome else None
    if outcome in STILL_OPEN:
        return _try_again(outcome, on, options, context)
    planned = _planned(options, context)
    with context.writing() as notebook:
        row = open_follow_up(notebook, options.follow_up)
        stored = notebook.follow_ups.get(row.id)
        conversation = None
        if options.said and stored is not None:
            conversation = conversation_from(stored.draft, options.said, on)
        following = None
        if planned is not None:
            following = FollowUpDraft(
                row.contact_id,
                planned.kind,
                planned.due,
                planned.at,
                planned.note,
                planned.repeat,
                promised=planned.promised,
            )
        came_of_it = outcome or usual_outcome(row.kind)
        changes = complete_follow_up(
            notebook, row.id, conversation, following, on, outcome=came_of_it
        )
        _answer(notebook, row.id, changes, options, context)
    return 0


def _try_again(outcome: Outcome, on: date, options: Namespace, context: CommandContext) -> int:
    if options.next_due is not None:
        raise WrongUsage(f"After '{outcome}' --next is the day to try again, as in 'tomorrow'.")
    with context.writing() as notebook:
        row = open_follow_up(notebook, options.follow_up)
        if options.next is not None:
            again = date_from(options.next, context.today)
        else:
            again = good_day(notebook, day_after(context.today, AGAIN[outcome])).day
        changes = try_again(notebook, row.id, outcome, again, text=options.said or "", on=on)
        _answer(notebook, row.id, changes, options, context)
    return 0


def _planned(options: Namespace, context: CommandContext) -> FollowUpWords | None:
    """Return what is to be done next, from words or from its parts.

    Raises:
        WrongUsage: what or when is missing, or not understood.
    """
    if options.next is not None and options.next_due is None:
        planned = parse_follow_up(options.next, context.today)
        if planned is None:
            raise WrongUsage(
                f"'{options.next}' names no day; write it as 'call next tuesday', or give"
                " --next-due."
            )
        return planned if not options.next_note else replace(planned, note=options.next_note)
    if (options.next is None) != (options.next_due is None):
        raise WrongUsage("--next and --next-due belong together: what to do next, and when.")
    if options.next is None:
        return None
    due = date_from(options.next_due, context.today)
    return FollowUpWords(kind_from(options.next), due, None, options.next_note)


def _answer(
    notebook: Notebook,
    follow_up_id: int,
    changes: ChangeSet,
    options: Namespace,
    context: CommandContext,
) -> None:
    row = notebook.follow_ups.row(follow_up_id)
    following_id = next(iter(changes.of(Changed.FOLLOW_UP) - {follow_up_id}), None)
    following = None if following_id is None else notebook.follow_ups.row(following_id)
    conversation_id = next(iter(changes.of(Changed.CONVERSATION)), None)
    stored = None if conversation_id is None else notebook.conversations.get(conversation_id)
    if options.json and row is not None:
        document = follow_up_json(row)
        document["conversation"] = (
            conversation_json(stored, notebook.contacts.names_of(stored.draft.contact_ids))
            if stored
            else None
        )
        document["next"] = follow_up_json(following) if following else None
        write_json(document, context.stdout)
        return
    context.say(one_line(f"{changes.label}."))
    if following is not None:
        when = due_words(following.due, context.today)
        context.say(f"Next: {following.kind.value}, {when} (number {following.id}).")
