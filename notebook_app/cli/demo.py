"""``demo``: the example notebook in a window, in a temporary place; or written to a file."""

import tempfile
from argparse import Namespace
from pathlib import Path

from notebook_app.cli.command import Command
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser
from notebook_app.cli.json_document import write_json
from notebook_app.cli.plain_text import one_line
from notebook_app.services.example_notebook.write import CONVERSATIONS, PEOPLE, write_example


def _add_arguments(parser: CommandParser) -> None:
    parser.add_argument("--into", metavar="FILE", help="only write it, to a new file")
    parser.add_argument(
        "--json", action="store_true", help="with --into: answer with one JSON document in UTF-8"
    )


def _run(options: Namespace, context: CommandContext) -> int:
    if options.into is not None:
        path = Path(options.into)
        write_example(path, context.clock, context.region)
        if options.json:
            counts = {"contacts": len(PEOPLE), "conversations": CONVERSATIONS}
            write_json({"notebook": str(path), **counts}, context.stdout)
        else:
            context.say(
                one_line(f"{len(PEOPLE)} people and {CONVERSATIONS} conversations are in {path}.")
            )
        return 0
    with tempfile.TemporaryDirectory(
        prefix="contact-notebook-", ignore_cleanup_errors=True
    ) as folder:
        path = Path(folder, "Example.db")
        write_example(path, context.clock, context.region)
        return context.open_window(path, [], True)


COMMAND = Command(_add_arguments, _run)
