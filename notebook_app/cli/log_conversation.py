"""``log CONTACT TEXT``: write down a conversation, and what is to follow."""

from argparse import Namespace

from notebook_app.cli.command import Command
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, WrongUsage, add_shared_arguments
from notebook_app.cli.date_words import due_words, past_date_from, time_from
from notebook_app.cli.json_document import conversation_json, follow_up_json, write_json
from notebook_app.cli.plain_text import one_line
from notebook_app.cli.word_choices import channel_from
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.conversation import Channel, ConversationDraft, Initiator
from notebook_app.model.follow_up import FollowUpDraft
from notebook_app.model.follow_up_words import parse_follow_up
from notebook_app.services.find_contact import find_contact
from notebook_app.services.log_conversation import log_conversation
from notebook_app.storage.notebook import Notebook


def _add_arguments(parser: CommandParser) -> None:
    add = parser.add_argument
    add("contact", metavar="CONTACT", help="an id, a UUID, or enough of a name")
    add("text", metavar="TEXT", help="what was said, in quotes")
    add("--with", metavar="CONTACT", action="append", default=[], dest="others", help="who else")
    add("--on", metavar="DATE", default="today", help="the day (today)")
    add("--at", metavar="TIME", help="the time of day, as 10:00")
    add("--channel", metavar="C", default=Channel.IN_PERSON.value, help=", ".join(Channel))
    add("--setting", metavar="S", default="", help="café, event, street, meeting, …")
    add("--place", metavar="P", default="", help="where it was")
    add("--initiated-by", choices=[who.value for who in Initiator], help="who reached out")
    add(
        "--follow-up",
        metavar="TEXT",
        help="what next and when: 'call next tue', 'coffee in 2 weeks', '2026-12-01 send slides'",
    )
    add_shared_arguments(parser)


def _run(options: Namespace, context: CommandContext) -> int:
    on = past_date_from(options.on, context.today)
    at = time_from(options.at) if options.at else None
    channel = channel_from(options.channel)
    planned = None
    if options.follow_up is not None:
        planned = parse_follow_up(options.follow_up, context.today)
        if planned is None:
            raise WrongUsage(
                f"'{options.follow_up}' names no day; write for example 'call next tuesday'."
            )
    with context.writing() as notebook:
        contacts = [find_contact(notebook, words) for words in (options.contact, *options.others)]
        draft = ConversationDraft(
            contact_ids=tuple(dict.fromkeys(contact.id for contact in contacts)),
            text=options.text,
            on=on,
            at=at,
            channel=channel,
            setting=options.setting,
            place=options.place,
            initiated_by=Initiator(options.initiated_by) if options.initiated_by else None,
        )
        follow_up = None
        if planned is not None:
            follow_up = FollowUpDraft(
                contacts[0].id, planned.kind, planned.due, planned.at, planned.note
            )
        changes = log_conversation(notebook, draft, follow_up)
        _answer(notebook, changes, options, context)
    return 0


def _answer(
    notebook: Notebook, changes: ChangeSet, options: Namespace, context: CommandContext
) -> None:
    (conversation_id,) = changes.of(Changed.CONVERSATION)
    follow_up_id = next(iter(changes.of(Changed.FOLLOW_UP)), None)
    row = None if follow_up_id is None else notebook.follow_ups.row(follow_up_id)
    conversation = notebook.conversations.get(conversation_id)
    if options.json and conversation is not None:
        names = notebook.contacts.names_of(conversation.draft.contact_ids)
        document = conversation_json(conversation, names)
        document["follow_up"] = follow_up_json(row) if row else None
        write_json(document, context.stdout)
        return
    context.say(one_line(f"{changes.label}."))
    if row is not None:
        context.say(f"Next: {row.kind.value}, {due_words(row.due, context.today)}.")


COMMAND = Command(_add_arguments, _run)
