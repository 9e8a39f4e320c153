"""Commands of several acts, as ``follow-up add|list|done``: the word after the name says which."""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass

from notebook_app.cli.command import Command
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, add_shared_arguments


def no_arguments(_parser: CommandParser) -> None:
    """Describe no arguments, for an act that takes none of its own."""


@dataclass(frozen=True)
class Act:
    """One act: its word, what it does in a few words, how it is run, what it takes."""

    name: str
    summary: str
    run: Callable[[Namespace, CommandContext], int]
    add_arguments: Callable[[CommandParser], None] = no_arguments


def command_of(*acts: Act) -> Command:
    """Return the command that does whichever of ``acts`` is named."""

    def add_arguments(parser: CommandParser) -> None:
        names = "|".join(act.name for act in acts)
        offered = parser.add_subparsers(metavar=names, dest="act", required=True)
        for act in acts:
            sentence = f"{act.summary.capitalize()}."
            described = offered.add_parser(act.name, help=act.summary, description=sentence)
            act.add_arguments(described)
            add_shared_arguments(described)
            described.set_defaults(run_act=act.run)

    def run(options: Namespace, context: CommandContext) -> int:
        status: int = options.run_act(options, context)
        return status

    return Command(add_arguments, run)
