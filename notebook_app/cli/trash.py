"""``trash list|restore|empty``: the people who were deleted."""

from argparse import Namespace
from collections.abc import Callable, Sequence

from notebook_app.cli.acts import Act, command_of
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser
from notebook_app.cli.json_document import Json, write_json
from notebook_app.cli.plain_text import one_line, table
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.name_form import folded
from notebook_app.model.trash import TrashedRow
from notebook_app.services.empty_trash import erase_contacts, restore_contacts
from notebook_app.storage.notebook import Notebook


def _add_restored(parser: CommandParser) -> None:
    _add_contacts(parser, "whom to bring back")


def _add_erased(parser: CommandParser) -> None:
    _add_contacts(parser, "whom to delete for good")


def _add_contacts(parser: CommandParser, whom: str) -> None:
    parser.add_argument(
        "contacts", metavar="CONTACT", nargs="*", help=f"{whom}: number, UUID or name (all)"
    )


def _list(options: Namespace, context: CommandContext) -> int:
    with context.reading() as notebook:
        rows = notebook.trash.rows(notebook.trash.ids())
    if options.json:
        write_json([_row(row, context) for row in rows], context.stdout)
        return 0
    lines = [
        (str(row.id), row.name, f"deleted {row.deleted_on}", _left(row.days_left(context.today)))
        for row in rows
    ]
    for line in table(lines) if lines else ["The trash is empty."]:
        context.say(line)
    return 0


def _restore(options: Namespace, context: CommandContext) -> int:
    return _change(options, context, restore_contacts, "restored")


def _empty(options: Namespace, context: CommandContext) -> int:
    return _change(options, context, erase_contacts, "deleted")


def _change(
    options: Namespace,
    context: CommandContext,
    change: Callable[[Notebook, Sequence[int]], ChangeSet],
    word: str,
) -> int:
    with context.writing() as notebook:
        ids = _chosen(notebook, options.contacts)
        changes = change(notebook, ids) if ids else ChangeSet("The trash is empty")
    count = len(changes.of(Changed.CONTACT))
    if options.json:
        write_json({word: count}, context.stdout)
    else:
        again = " “undo” brings them back." if count and word == "deleted" else ""
        context.say(one_line(f"{changes.label}.{again}"))
    return 0


def _chosen(notebook: Notebook, named: Sequence[str]) -> list[int]:
    rows = notebook.trash.rows(notebook.trash.ids())
    if not named:
        return [row.id for row in rows]
    return list(dict.fromkeys(_one(rows, words) for words in named))


def _one(rows: Sequence[TrashedRow], words: str) -> int:
    key = folded(words)
    for found in (
        [row for row in rows if words.strip() in (str(row.id), row.uid)],
        [row for row in rows if folded(row.name) == key],
        [row for row in rows if key and key in folded(row.name)],
    ):
        if len(found) == 1:
            return found[0].id
        if found:
            listed = "; ".join(f"{row.name} ({row.id})" for row in found[:8])
            raise UserProblem(f"“{words}” can be {listed}.", "", "Use the number.")
    raise UserProblem(f"There is nobody called “{words}” in the trash.")


def _left(days: int) -> str:
    if days == 0:
        return "last day"
    return "1 day left" if days == 1 else f"{days} days left"


def _row(row: TrashedRow, context: CommandContext) -> Json:
    return {
        "id": row.id,
        "uid": row.uid,
        "name": row.name,
        "organization": row.organization or None,
        "deleted": row.deleted_on.isoformat(),
        "days_left": row.days_left(context.today),
        "conversations": row.conversations,
        "follow_ups": row.follow_ups,
        "opportunities": row.opportunities,
        "favours": row.favours,
        "files": row.files,
    }


COMMAND = command_of(
    Act("list", "who is in the trash, and for how long", _list),
    Act("restore", "bring people back with everything", _restore, _add_restored),
    Act("empty", "delete people for good", _empty, _add_erased),
)
