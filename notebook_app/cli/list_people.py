"""``list [QUERY]`` and ``search WORDS``: people, one a line, or as JSON."""

from argparse import Namespace
from datetime import date

from notebook_app.cli.command import Command
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, WrongUsage, add_shared_arguments
from notebook_app.cli.date_words import due_words, since_words
from notebook_app.cli.json_document import contact_json, write_json
from notebook_app.cli.plain_text import one_line, table
from notebook_app.model.people_filter import PeopleFilter
from notebook_app.model.people_query import parse_query
from notebook_app.model.rows import ContactRow
from notebook_app.services.list_people import people_ids, people_rows, people_with_rows

_AT_ONCE = 200


def query_from(words: list[str]) -> PeopleFilter:
    """Return the filter that the words of the command line mean.

    Raises:
        WrongUsage: they mean none.
    """
    try:
        return parse_query(" ".join(words))
    except ValueError as error:
        raise WrongUsage(f"This query can't be read: {error}.") from error


def _add_list_arguments(parser: CommandParser) -> None:
    parser.add_argument(
        "words",
        metavar="QUERY",
        nargs="*",
        help='words to find, and tag:NAME (tag:"TWO WORDS") or role:client',
    )
    add_shared_arguments(parser)


def _add_search_arguments(parser: CommandParser) -> None:
    parser.add_argument(
        "words",
        metavar="WORDS",
        nargs="+",
        help="part of a name, number, e-mail, note, or of what was said",
    )
    add_shared_arguments(parser)


def _list(options: Namespace, context: CommandContext) -> int:
    return _show(query_from(options.words), "No people yet.", options, context)


def _search(options: Namespace, context: CommandContext) -> int:
    narrowed = PeopleFilter(words=" ".join(options.words))
    return _show(narrowed, "", options, context)


def _show(narrowed: PeopleFilter, empty: str, options: Namespace, context: CommandContext) -> int:
    with context.reading() as notebook:
        today = context.today
        ids = people_ids(notebook, narrowed, today)
        if options.json:
            found = [contact_json(*pair) for pair in people_with_rows(notebook, ids)]
            write_json(found, context.stdout)
            return 0
        if not ids:
            everyone = narrowed == PeopleFilter()
            context.say(empty if everyone else "Nobody was found.")
        rows = people_rows(notebook, ids)
        for _ in range(0, len(ids), _AT_ONCE):
            some = [row for row, _ in zip(rows, range(_AT_ONCE), strict=False)]
            for line in table([_cells(row, today) for row in some]):
                context.say(line)
    return 0


def _cells(row: ContactRow, today: date) -> tuple[str, ...]:
    last = since_words(row.last_conversation, today) if row.last_conversation else ""
    due = due_words(row.next_due, today) if row.next_due else ""
    return str(row.id), one_line(row.name), row.second_line(), last, due


COMMAND = Command(_add_list_arguments, _list)
SEARCH = Command(_add_search_arguments, _search)
