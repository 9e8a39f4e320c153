"""``duplicates``: who may be in the notebook twice; ``merge KEEP OTHER…``: make one of them."""

from argparse import Namespace

from notebook_app.cli.command import Command
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, add_shared_arguments
from notebook_app.cli.json_document import Json, write_json
from notebook_app.cli.plain_text import one_line, table
from notebook_app.cli.progress_line import progress_line
from notebook_app.services.find_contact import find_contact
from notebook_app.services.find_duplicates import DuplicatePair, find_duplicates
from notebook_app.services.merge_contacts import merge_contacts
from notebook_app.storage.notebook import Notebook


def _add_arguments(parser: CommandParser) -> None:
    add_shared_arguments(parser)


def _run(options: Namespace, context: CommandContext) -> int:
    with context.reading() as notebook, progress_line(context.stderr, "Looking") as progress:
        pairs = find_duplicates(notebook, progress)
        if options.json:
            write_json([_pair(notebook, pair) for pair in pairs], context.stdout)
            return 0
        rows = [_row(notebook, pair) for pair in pairs]
    if not rows:
        context.say("Nobody seems to be in the notebook twice.")
        return 0
    for line in table(rows):
        context.say(line)
    return 0


def _row(notebook: Notebook, pair: DuplicatePair) -> tuple[str, ...]:
    one, other = notebook.contacts.names_of(pair.key)
    return (
        pair.score.certainty.value,
        f"{one} ({pair.first_id})",
        f"{other} ({pair.second_id})",
        ", ".join(reason.value for reason in pair.score.reasons),
    )


def _pair(notebook: Notebook, pair: DuplicatePair) -> Json:
    names = notebook.contacts.names_of(pair.key)
    return {
        "contacts": [
            {"id": contact_id, "name": name}
            for contact_id, name in zip(pair.key, names, strict=True)
        ],
        "score": pair.score.points,
        "certainty": pair.score.certainty.value,
        "reasons": [reason.value for reason in pair.score.reasons],
    }


def _add_merge_arguments(parser: CommandParser) -> None:
    parser.add_argument("keep", metavar="KEEP", help="who stays: an id, a UUID or a name")
    parser.add_argument(
        "others", metavar="OTHER", nargs="+", help="who goes into KEEP, with all that happened"
    )
    add_shared_arguments(parser)


def _merge(options: Namespace, context: CommandContext) -> int:
    with context.writing() as notebook:
        keep = find_contact(notebook, options.keep)
        others = [find_contact(notebook, words) for words in options.others]
        changes = merge_contacts(notebook, keep.id, [other.id for other in others])
        name = notebook.contacts.name_of(keep.id)
    if options.json:
        write_json(
            {"id": keep.id, "name": name, "merged": [other.id for other in others]},
            context.stdout,
        )
    else:
        context.say(one_line(f"{changes.label}; “undo” takes it back."))
    return 0


DUPLICATES = Command(_add_arguments, _run)
MERGE = Command(_add_merge_arguments, _merge)
