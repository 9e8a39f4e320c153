"""``tray``: start without a window on the screen, as at login, where the tray is wanted."""

from argparse import Namespace

from notebook_app.cli.command import Command
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, add_shared_arguments


def _add_arguments(parser: CommandParser) -> None:
    add_shared_arguments(parser, json=False)


def _run(_options: Namespace, context: CommandContext) -> int:
    return context.open_window(context.notebook_path.absolute(), [], False, in_tray=True)


COMMAND = Command(_add_arguments, _run)
