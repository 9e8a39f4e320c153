"""``follow-up done``: what was planned happened, was perhaps talked over, and leads to the next."""

from argparse import Namespace

from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, WrongUsage
from notebook_app.cli.date_words import date_from, due_words, past_date_from
from notebook_app.cli.json_document import conversation_json, follow_up_json, write_json
from notebook_app.cli.one_follow_up import open_follow_up
from notebook_app.cli.plain_text import one_line
from notebook_app.cli.word_choices import kind_from
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.follow_up import FollowUpDraft
from notebook_app.services.complete_follow_up import complete_follow_up, conversation_from
from notebook_app.storage.notebook import Notebook


def add_done_arguments(parser: CommandParser) -> None:
    """Describe the arguments."""
    add = parser.add_argument
    add("follow_up", metavar="ID", help="its number or UUID")
    add("--said", metavar="TEXT", help="what was said, logged as a conversation")
    add("--on", metavar="DATE", default="today", help="the day it was done (today)")
    add("--next", metavar="KIND", help="what to do next")
    add("--next-due", metavar="DATE", help="the day of the next")
    add("--next-note", metavar="N", default="", help="what the next is about")


def run_done(options: Namespace, context: CommandContext) -> int:
    """Note that a follow-up was done."""
    on = past_date_from(options.on, context.today)
    if (options.next is None) != (options.next_due is None):
        raise WrongUsage("--next and --next-due belong together: what to do next, and when.")
    kind = kind_from(options.next) if options.next is not None else None
    due = date_from(options.next_due, context.today) if options.next_due is not None else None
    with context.writing() as notebook:
        row = open_follow_up(notebook, options.follow_up)
        stored = notebook.follow_ups.get(row.id)
        conversation = None
        if options.said and stored is not None:
            conversation = conversation_from(stored.draft, options.said, on)
        following = None
        if kind is not None and due is not None:
            following = FollowUpDraft(row.contact_id, kind, due, note=options.next_note)
        changes = complete_follow_up(notebook, row.id, conversation, following, on)
        _answer(notebook, row.id, changes, options, context)
    return 0


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
