"""``list [QUERY]`` and ``search WORDS``: people, one a line, or as JSON."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import date

from notebook_app.cli.command import Command
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, add_shared_arguments
from notebook_app.cli.contact_fields import known_people
from notebook_app.cli.date_words import due_words, since_words
from notebook_app.cli.json_document import contact_json, write_json
from notebook_app.cli.plain_text import one_line, table
from notebook_app.cli.search_everything import show_everything
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.name_form import folded
from notebook_app.model.partial_date import PartialDate
from notebook_app.model.query.columns import ColumnKey, ListColumn, parse_columns
from notebook_app.model.query.keys import KEYS, OWN_FIELD_EXAMPLE
from notebook_app.model.query.ready_lists import READY_LISTS
from notebook_app.model.query.sorting import ListSort, SortKey, parse_sort
from notebook_app.model.query.terms import PeopleQuery, words_query
from notebook_app.model.rows import ContactRow
from notebook_app.model.saved_list import SavedList
from notebook_app.services.list_people import (
    people_ids,
    people_rows,
    people_with_rows,
    read_query,
)
from notebook_app.storage.list_cells import Cell
from notebook_app.storage.notebook import Notebook

_AT_ONCE = 200


def _add_list_arguments(parser: CommandParser) -> None:
    examples = " ".join(key.examples[0] for key in KEYS[1:5])
    sorts = ", ".join(key.value for key in SortKey if key is not SortKey.FIELD)
    columns = ", ".join(key.value for key in ColumnKey if key is not ColumnKey.FIELD)
    parser.add_argument(
        "words",
        metavar="QUERY",
        nargs="*",
        help=(
            f"words to find, keys such as {examples} (README has all), and own fields such as"
            f" {OWN_FIELD_EXAMPLE[0]}"
        ),
    )
    parser.add_argument("--saved", metavar="NAME", help="the people of a saved or ready-made list")
    parser.add_argument(
        "--sort", metavar="KEY", help=f"{sorts}, or an own field; --sort=-KEY for downwards"
    )
    parser.add_argument("--columns", metavar="C,…", help=f"{columns}, or own fields")
    add_shared_arguments(parser)


def _add_search_arguments(parser: CommandParser) -> None:
    parser.add_argument(
        "words",
        metavar="WORDS",
        nargs="+",
        help="part of a name, number, e-mail, note, or of what was said",
    )
    parser.add_argument(
        "--everything",
        action="store_true",
        help="conversations, follow-ups, events and opportunities too, with the words marked",
    )
    parser.add_argument(
        "--most", metavar="N", type=_count, default=10, help="of each kind with --everything"
    )
    add_shared_arguments(parser)


def _list(options: Namespace, context: CommandContext) -> int:
    with context.reading() as notebook:
        saved = None if options.saved is None else _list_named(notebook, options.saved)
        text = " ".join(options.words)
        query = read_query(notebook, text)
        if saved is not None:
            query = PeopleQuery((*read_query(notebook, saved.query).terms, *query.terms))
        vocabulary = notebook.saved_lists.vocabulary()
        sort_text = saved.sort if options.sort is None and saved is not None else options.sort
        sort = parse_sort(sort_text, vocabulary) if sort_text else None
        chosen = saved.columns if options.columns is None and saved is not None else options.columns
        columns = parse_columns(chosen, vocabulary) if chosen else ()
        return _show(notebook, query, options, context, sort=sort, columns=columns)


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise ValueError
    return count


def _search(options: Namespace, context: CommandContext) -> int:
    if options.everything:
        return show_everything(options, context)
    query = words_query(" ".join(options.words))
    with context.reading() as notebook:
        return _show(notebook, query, options, context)


def _list_named(notebook: Notebook, name: str) -> SavedList:
    lists = {folded(ready.name): SavedList(0, ready.name, ready.query) for ready in READY_LISTS}
    lists |= {folded(saved.name): saved for saved in notebook.saved_lists.all()}
    found = lists.get(folded(name))
    if found is None:
        names = ", ".join(one_line(each.name) for each in lists.values())
        raise UserProblem(f"There is no list “{name}”.", f"There is {names}.")
    return found


def _show(
    notebook: Notebook,
    query: PeopleQuery,
    options: Namespace,
    context: CommandContext,
    *,
    sort: ListSort | None = None,
    columns: Sequence[ListColumn] = (),
) -> int:
    today = context.today
    ids = people_ids(notebook, query, today, sort)
    if options.json:
        files = notebook.attachments.of_many(ids)
        found = [
            contact_json(contact, row, known_people(notebook, [contact]), files.get(contact.id, ()))
            for contact, row in people_with_rows(notebook, ids)
        ]
        write_json(found, context.stdout)
        return 0
    if not ids:
        context.say("Nobody was found." if query.terms or options.words else "No people yet.")
    if columns:
        lines = (
            (str(each), *map(_words, cells))
            for start in range(0, len(ids), _AT_ONCE)
            for each, cells in notebook.list_cells.rows(
                ids[start : start + _AT_ONCE], columns
            ).items()
        )
    else:
        lines = (_cells(row, today) for row in people_rows(notebook, ids))
    _write(lines, len(ids), context)
    return 0


def _write(lines: Iterator[tuple[str, ...]], count: int, context: CommandContext) -> None:
    for _ in range(0, count, _AT_ONCE):
        some = [line for line, _ in zip(lines, range(_AT_ONCE), strict=False)]
        for line in table(some):
            context.say(line)


def _cells(row: ContactRow, today: date) -> tuple[str, ...]:
    last = since_words(row.last_conversation, today) if row.last_conversation else ""
    due = due_words(row.next_due, today) if row.next_due else ""
    return str(row.id), one_line(row.name), row.second_line(), last, due


def _words(cell: Cell) -> str:
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, PartialDate):
        return cell.iso()
    return cell or ""


COMMAND = Command(_add_list_arguments, _list, takes_query=True)
SEARCH = Command(_add_search_arguments, _search, takes_query=True)
