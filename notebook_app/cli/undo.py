"""``undo``: the last change or import taken back."""

from argparse import Namespace

from notebook_app.cli.command import Command
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, add_shared_arguments
from notebook_app.cli.json_document import write_json
from notebook_app.cli.plain_text import one_line
from notebook_app.services.undo import undo_last


def _add_arguments(parser: CommandParser) -> None:
    add_shared_arguments(parser)


def _run(options: Namespace, context: CommandContext) -> int:
    with context.writing() as notebook:
        changes = undo_last(notebook)
    if options.json:
        write_json({"undone": changes.label}, context.stdout)
    else:
        context.say(one_line(f"{changes.label}."))
    return 0


COMMAND = Command(_add_arguments, _run)
