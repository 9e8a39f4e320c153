"""``conversations [WORDS]``: conversations with anybody, newest first, or as JSON."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace

from notebook_app.cli.command import Command
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, WrongUsage, add_shared_arguments
from notebook_app.cli.date_words import day_words
from notebook_app.cli.json_document import Json, conversation_json, write_json
from notebook_app.cli.plain_text import lines, one_line
from notebook_app.cli.word_choices import channel_from
from notebook_app.model.conversation import Channel
from notebook_app.model.happening_filter import HappeningFilter
from notebook_app.model.past_periods import past_day_or_period
from notebook_app.model.rows import EntryKind, TimelineEntry
from notebook_app.model.talk_sentence import read_talk_sentence
from notebook_app.services.find_contact import find_contact
from notebook_app.storage.everyones_timeline import Happenings
from notebook_app.storage.notebook import Notebook

_AT_ONCE = 300


def _add_arguments(parser: CommandParser) -> None:
    add = parser.add_argument
    add(
        "words",
        metavar="QUERY",
        nargs="*",
        help="a sentence or words: 'phoned in May', 'last week tag:chamber', 'cello'",
    )
    add("--from", metavar="DATE", dest="first", help="from this day, month or year on")
    add("--to", metavar="DATE", dest="last", help="until this day, month or year")
    add("--channel", metavar="C", action="append", default=[], help=", ".join(Channel) + " (again)")
    add("--with", metavar="CONTACT", action="append", default=[], dest="whom", help="with them")
    add_shared_arguments(parser)


def _run(options: Namespace, context: CommandContext) -> int:
    with context.reading() as notebook:
        wanted = _filter(notebook, options, context)
        found = notebook.timeline.of_everybody(wanted, context.today)
        if options.json:
            write_json([_json(notebook, each) for each in _all(found)], context.stdout)
            return 0
        day = None
        for entry in _all(found):
            if entry.on != day:
                context.say(day_words(entry.on) if day is None else f"\n{day_words(entry.on)}")
                day = entry.on
            for line in _lines(entry):
                context.say(line)
        if day is None:
            context.say("No such conversation was found.")
    return 0


def _filter(notebook: Notebook, options: Namespace, context: CommandContext) -> HappeningFilter:
    vocabulary = notebook.saved_lists.vocabulary()
    wanted = read_talk_sentence(" ".join(options.words), context.today, vocabulary)
    channels = frozenset(channel_from(text) for text in options.channel)
    for text in filter(None, (options.first, options.last)):
        period = past_day_or_period(text, context.today)
        if period is None:
            raise WrongUsage(f"'{text}' is no date; write 2026-05-24, 2026-05, monday, last week.")
        if text is options.first:
            wanted = replace(wanted, first=period.first)
        if text is options.last:
            wanted = replace(wanted, last=period.last)
    return replace(
        wanted,
        kinds=frozenset({EntryKind.CONVERSATION}),
        channels=channels or wanted.channels,
        with_all=tuple(find_contact(notebook, words).id for words in options.whom),
    )


def _all(found: Happenings) -> Iterator[TimelineEntry]:
    keys, after = found.keys(None, _AT_ONCE)
    yield from found.entries(keys)
    while after is not None:
        keys, after = found.keys(after, _AT_ONCE)
        yield from found.entries(keys)


def _lines(entry: TimelineEntry) -> Iterator[str]:
    who = ", ".join(one_line(name) for name in entry.others)
    if entry.more_people:
        who = f"{who} and {entry.more_people} others"
    badges = f" ({', '.join(entry.badges)})" if entry.badges else ""
    at = f"{entry.at.isoformat('minutes')} " if entry.at else ""
    yield one_line(f"{at}{who}: {entry.title}{badges}")
    for line in lines(entry.text):
        yield f"    {line}"


def _json(notebook: Notebook, entry: TimelineEntry) -> Json:
    conversation = notebook.conversations.get(entry.id)
    if conversation is None:
        return {}
    names = notebook.contacts.names_of(conversation.draft.contact_ids)
    return conversation_json(conversation, names)


COMMAND = Command(_add_arguments, _run, takes_query=True)
