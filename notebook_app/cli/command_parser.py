"""Reads a command's arguments, and says in one sentence what is wrong with them.

argparse alone would write to the process's own streams and end it; here help and complaints are
raised, so that whoever started the command decides where they go.
"""

import argparse
from collections.abc import Sequence
from typing import NoReturn

PROGRAM = "contact-notebook"
_REST = (argparse.PARSER, argparse.REMAINDER)


class WrongUsage(Exception):
    """The arguments don't make sense; told in one sentence, exit status 2."""


class HelpWanted(Exception):
    """Help was asked for instead of a command; its text is the message."""


class _HelpAction(argparse.Action):
    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[object] | None,
        option_string: str | None = None,
    ) -> None:
        raise HelpWanted(parser.format_help())


class CommandParser(argparse.ArgumentParser):
    """A parser that raises ``WrongUsage`` and ``HelpWanted`` instead of ending the process."""

    def __init__(
        self,
        prog: str | None = None,
        usage: str | None = None,
        description: str | None = None,
        **more: object,
    ) -> None:
        """Take the words that stand before the arguments, and what the command does."""
        more.pop("help", None)
        super().__init__(
            prog=prog,
            usage=usage,
            description=description,
            epilog=str(more["epilog"]) if "epilog" in more else None,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            add_help=False,
            allow_abbrev=False,
        )
        self.add_argument(
            "-h", "--help", action=_HelpAction, nargs=0, default=argparse.SUPPRESS, help="this help"
        )

    def parse(self, arguments: Sequence[str]) -> argparse.Namespace:
        """Read the arguments; several kinds of words may have options between them.

        argparse alone would take ``print briefing -o FILE Ann`` for a briefing on nobody, and
        refuse Ann.
        """
        words = self._get_positional_actions()
        if len(words) < 2 or any(each.nargs in _REST for each in words):
            return self.parse_args(arguments)
        return self.parse_intermixed_args(arguments)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong.

        Raises:
            WrongUsage: always.
        """
        sentence = " ".join(message.split()).rstrip(".")
        raise WrongUsage(f"{self.prog}: {sentence}. See '{self.prog} --help'.")


def add_shared_arguments(parser: argparse.ArgumentParser, *, json: bool = True) -> None:
    """Let ``--notebook`` and ``--json`` also stand behind the command's name."""
    parser.add_argument(
        "--notebook", metavar="FILE", default=argparse.SUPPRESS, help="the notebook to use"
    )
    if json:
        parser.add_argument(
            "--json", action="store_true", help="answer with one JSON document in UTF-8"
        )
