"""What a command file offers: its arguments, and what it does with them."""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass

from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser


@dataclass(frozen=True)
class Command:
    """A command: ``add_arguments`` describes them, ``run`` does it and returns the exit status."""

    add_arguments: Callable[[CommandParser], None]
    run: Callable[[Namespace, CommandContext], int]
