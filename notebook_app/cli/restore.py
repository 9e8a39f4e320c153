"""``restore FILE``: a backup put in the place of the notebook."""

from argparse import Namespace
from pathlib import Path

from notebook_app.cli.command import Command
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, add_shared_arguments
from notebook_app.cli.json_document import write_json
from notebook_app.cli.plain_text import one_line
from notebook_app.services.restore_backup import restore_backup


def _add_arguments(parser: CommandParser) -> None:
    parser.add_argument("file", metavar="FILE", help="the backup")
    add_shared_arguments(parser)


def _run(options: Namespace, context: CommandContext) -> int:
    file = Path(options.file)
    restored = restore_backup(context.notebook_path, file, context.clock)
    # Opening it brings an older backup up to this version.
    with context.reading() as notebook:
        contacts = notebook.overview.counts(context.today).people
    if options.json:
        document = {
            "notebook": str(restored.notebook),
            "backup": str(restored.backup),
            "kept": str(restored.kept) if restored.kept else None,
            "was_damaged": restored.was_damaged,
            "contacts": contacts,
        }
        write_json(document, context.stdout)
        return 0
    context.say(one_line(f"Restored {restored.backup}: {contacts} people."))
    if restored.kept is not None:
        what = "The damaged notebook" if restored.was_damaged else "What was there before"
        context.say(one_line(f"{what} is kept as {restored.kept}."))
    return 0


COMMAND = Command(_add_arguments, _run)
