"""``backup [FILE]``: a verified copy of the notebook."""

from argparse import Namespace
from pathlib import Path

from notebook_app.cli.command import Command
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, add_shared_arguments
from notebook_app.cli.json_document import write_json
from notebook_app.cli.plain_text import one_line
from notebook_app.services.back_up import back_up


def _add_arguments(parser: CommandParser) -> None:
    parser.add_argument(
        "file", metavar="FILE", nargs="?", help="where to (a folder beside the notebook)"
    )
    add_shared_arguments(parser)


def _run(options: Namespace, context: CommandContext) -> int:
    target = Path(options.file) if options.file else None
    written = back_up(context.notebook_path, target, context.clock)
    size = written.stat().st_size
    if options.json:
        write_json({"backup": str(written), "size": size}, context.stdout)
    else:
        context.say(one_line(f"Backed up to {written} ({size / 1_000_000:.1f} MB)."))
    return 0


COMMAND = Command(_add_arguments, _run)
