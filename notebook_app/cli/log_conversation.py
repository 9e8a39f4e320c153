"""``log``: write down a conversation, and what is to follow.

``log CONTACT TEXT``, a whole line that names its people, or many lines after an event. Without
anything it opens the small window to write a line in.
"""

from argparse import Namespace

from notebook_app.cli.command import Command
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, WrongUsage, add_shared_arguments
from notebook_app.cli.date_words import due_words, past_date_from, time_from
from notebook_app.cli.json_document import conversation_json, follow_up_json, write_json
from notebook_app.cli.log_event import log_event
from notebook_app.cli.log_line import follow_up_of, log_line, store_or_show, with_options
from notebook_app.cli.plain_text import one_line
from notebook_app.cli.word_choices import channel_from
from notebook_app.model.capture.only_marks import has_marks, read_marks_only
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.conversation import Channel, ConversationDraft, Initiator
from notebook_app.model.follow_up import FollowUpDraft
from notebook_app.services.find_contact import find_contact
from notebook_app.services.log_conversation import log_conversation
from notebook_app.services.read_capture_line import capture_context
from notebook_app.storage.notebook import Notebook


def _add_arguments(parser: CommandParser) -> None:
    add = parser.add_argument
    add(
        "words",
        metavar="CONTACT TEXT | LINE",
        nargs="*",
        help="whom (an id, a UUID, enough of a name) and what was said, in quotes; or one whole"
        " line: 'Coffee with Carla @Bean House, son plays the cello #chamber !call next tue'",
    )
    add("--with", metavar="CONTACT", action="append", default=[], dest="others", help="who else")
    add("--who", metavar="ID", action="append", default=[], help="who of several namesakes it is")
    add("--on", metavar="DATE", help="the day (today)")
    add("--at", metavar="TIME", help="the time of day, as 10:00")
    add("--channel", metavar="C", help=", ".join(Channel))
    add("--setting", metavar="S", default="", help="café, event, street, meeting, …")
    add("--place", metavar="P", default="", help="where it was")
    add("--initiated-by", choices=[who.value for who in Initiator], help="who reached out")
    add(
        "--follow-up",
        metavar="TEXT",
        help="what next and when: 'call next tue', 'coffee in 2 weeks', '2026-12-01 send slides';"
        " without a day it is for the next days: 'send the slides'",
    )
    add("--event", metavar="NAME", help="write down whom one met there: a line each, as typed")
    add("--from", metavar="FILE", dest="source", help="where the lines of an event stand")
    add("--informal", action="store_true", help="the event was not organised")
    add("--let-rest", action="store_true", help="those met without a next step are left to rest")
    add("--dry-run", action="store_true", help="only say what is understood")
    add_shared_arguments(parser)


def _run(options: Namespace, context: CommandContext) -> int:
    words = options.words
    if options.event is not None:
        if words:
            raise WrongUsage("With --event the lines stand in a file or are typed, not here.")
        return log_event(options, context)
    if options.source or options.informal or options.let_rest:
        raise WrongUsage("--from, --informal and --let-rest belong to --event NAME.")
    if not words:
        return _open_window(context)
    if len(words) == 1:
        return log_line(words[0], options, context)
    if len(words) > 2:
        raise WrongUsage("Put the text in quotes: log CONTACT 'what was said'.")
    return _log_with(words[0], words[1], options, context)


def _open_window(context: CommandContext) -> int:
    if context.open_log is None:
        raise WrongUsage("Say whom you spoke with and what was said: log CONTACT TEXT.")
    return context.open_log(context.notebook_path.absolute())


def _log_with(who: str, text: str, options: Namespace, context: CommandContext) -> int:
    on = past_date_from(options.on or "today", context.today)
    at = time_from(options.at) if options.at else None
    channel = channel_from(options.channel or Channel.IN_PERSON.value)
    with context.reading() if options.dry_run else context.writing() as notebook:
        planned = None
        if options.follow_up is not None:
            planned = follow_up_of(notebook, options.follow_up)
        contacts = [find_contact(notebook, words) for words in (who, *options.others)]
        how = capture_context(
            notebook,
            context.today,
            context.languages,
            context.region,
            with_contact_id=contacts[0].id,
        )
        captured = read_marks_only(text, how)
        if has_marks(captured) or options.dry_run:
            # Of words without a mark nothing is guessed, so the usual stands for what is not said.
            captured = with_options(notebook, captured, options, context)
            store_or_show(notebook, captured, options, context, contacts[0].id)
            return 0
        draft = ConversationDraft(
            contact_ids=tuple(dict.fromkeys(contact.id for contact in contacts)),
            text=text,
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
                contacts[0].id,
                planned.kind,
                planned.due,
                planned.at,
                planned.note,
                planned.repeat,
                promised=planned.promised,
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
