"""What a command file offers: its arguments, and what it does with them."""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass

from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser


@dataclass(frozen=True)
class Command:
    """A command: ``add_arguments`` describes them, ``run`` does it and returns the exit status.

    With ``takes_query`` an argument with one minus before it is part of the query, no option.
    """

    add_arguments: Callable[[CommandParser], None]
    run: Callable[[Namespace, CommandContext], int]
    takes_query: bool = False
