"""Finds the command that the arguments name, runs it, and turns trouble into one sentence."""

import argparse
import logging
import os
import re
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from notebook_app import __version__
from notebook_app.cli.command import Command
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import (
    PROGRAM,
    CommandParser,
    HelpWanted,
    WrongUsage,
    add_shared_arguments,
)
from notebook_app.cli.command_table import COMMANDS
from notebook_app.cli.plain_text import one_line
from notebook_app.cli.pointed_mistake import pointed_at
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.query.mistake import QueryMistake
from notebook_app.services.importable_endings import IMPORTABLE_ENDINGS

_log = logging.getLogger(__name__)

_NEGATED_KEY = re.compile(r"-+[^\W\d_][\w-]*:")
DONE, FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


def run_command(arguments: Sequence[str], context: CommandContext) -> int:
    """Do what the arguments say and return the exit status.

    0 is success, 1 a trouble told in one sentence on standard error, 2 wrong usage, 130 an
    interruption from the keyboard.
    """
    try:
        status = _run(list(arguments), context)
        context.stdout.flush()
        return status
    except HelpWanted as wanted:
        return _answer(str(wanted), context.stdout)
    except WrongUsage as wrong:
        return _complain(str(wrong), context, WRONG_USAGE)
    except UserProblem as problem:
        return _complain(problem.one_line(), context)
    except QueryMistake as mistake:
        return _complain(mistake.message, context, below=pointed_at(mistake))
    except BrokenPipeError:
        # Whoever read our output (head) has enough of it.
        _let_go(context.stdout)
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        _log.exception("the system refused something")
        where = f" ({error.filename})" if error.filename else ""
        return _complain(f"That did not work: {error.strerror or error}{where}.", context)
    except Exception:
        _log.exception("a bug, met by a command")
        return _complain(
            "Something unexpected went wrong; the notebook is intact, and what happened is written"
            f" down in {context.folders.log_file}.",
            context,
        )


def _run(arguments: list[str], context: CommandContext) -> int:
    options = _main_parser().parse_args(arguments)
    if options.version:
        context.say(f"Contact Notebook {__version__}")
        return DONE
    name, command, rest = _chosen(options.words)
    parser = CommandParser(f"{PROGRAM} {name}".strip(), description=_description(name))
    command.add_arguments(parser)
    chosen = parser.parse([_as_word(word, command) for word in rest])
    if options.json:
        if not hasattr(chosen, "json"):
            parser.error("there is no JSON answer to this")
        chosen.json = True
    notebook = getattr(chosen, "notebook", options.notebook)
    if notebook is not None:
        context = replace(context, notebook_path=_notebook_path(notebook))
    return command.run(chosen, context)


def _as_word(argument: str, command: Command) -> str:
    """Return an argument so that a negated term of a query is not taken for an option."""
    key = _NEGATED_KEY.match(argument)
    word = command.takes_query and argument[:1] == "-" and argument[:2] not in ("--", "-h", "-")
    return f" {argument}" if key or word else argument


def _notebook_path(text: str) -> Path:
    try:
        path = Path(text).expanduser()  # A shell leaves the ~ of --notebook=~/x alone.
    except RuntimeError as error:
        raise WrongUsage(f"{PROGRAM}: there is no home folder for '{text}'.") from error
    # A folder's short names (., .., /) are no names to put backups beside.
    if path.name in ("", ".."):
        raise WrongUsage(f"{PROGRAM}: '{text}' is no file to keep a notebook in.")
    return path


def _chosen(words: list[str]) -> tuple[str, Command, list[str]]:
    """Return the name of the command that the words begin with, the command, its arguments."""
    window = Command(_add_window_arguments, _open_window)
    if not words:
        return "", window, []
    name, *rest = words
    if name in COMMANDS:
        return name, COMMANDS[name].load(), rest
    if name.lower().endswith(IMPORTABLE_ENDINGS) or os.path.isfile(name):
        return "", window, words
    raise WrongUsage(f"{PROGRAM}: there is no command '{name}'. See '{PROGRAM} --help'.")


def _main_parser() -> CommandParser:
    width = max(map(len, COMMANDS))
    listed = "\n".join(
        f"  {name:<{width}}  {offered.summary}" for name, offered in COMMANDS.items()
    )
    parser = CommandParser(
        PROGRAM,
        usage=f"{PROGRAM} [--notebook FILE] [COMMAND … | FILE.vcf …]",
        description=(
            "Remembers whom you met, what was said, and what to do next.\n"
            "Without a command it opens the window; with vCard files, to import them.\n\n"
            f"commands:\n{listed}"
        ),
        epilog=f"'{PROGRAM} COMMAND --help' says more about a command.",
    )
    parser.add_argument(
        "--notebook", metavar="FILE", help="the notebook to use instead of your own"
    )
    parser.add_argument("--json", action="store_true", help="answer with one JSON document")
    parser.add_argument("--version", action="store_true", help="which version this is")
    parser.add_argument("words", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    return parser


def _description(name: str) -> str:
    if not name:
        return "Opens the window, with the import preview of the files."
    summary = COMMANDS[name].summary
    return f"{summary[0].upper()}{summary[1:]}."


def _add_window_arguments(parser: CommandParser) -> None:
    parser.add_argument(
        "files", metavar="FILE.vcf", nargs="*", help="what to import, as by the command import"
    )
    add_shared_arguments(parser, json=False)


def _open_window(options: Namespace, context: CommandContext) -> int:
    files = [Path(name) for name in options.files]
    for file in files:
        if file.is_dir():
            raise UserProblem(f"{file} is a folder, not a vCard file.", "", "Name the file in it.")
        if not file.is_file():
            raise UserProblem(f"There is no file {file}.", "", "Check its name.")
    # A window that is open already stands in another folder.
    absolute = [file.absolute() for file in files]
    return context.open_window(context.notebook_path.absolute(), absolute, False)


def _answer(text: str, stdout: TextIO) -> int:
    try:
        stdout.write(text)
        stdout.flush()
    except BrokenPipeError:
        _let_go(stdout)
    return DONE


def _complain(
    sentence: str, context: CommandContext, status: int = FAILED, below: Sequence[str] = ()
) -> int:
    try:
        context.stdout.flush()
    except OSError:
        _let_go(context.stdout)
    try:
        context.stderr.write("".join(f"{line}\n" for line in (one_line(sentence), *below)))
        context.stderr.flush()
    except OSError:
        _let_go(context.stderr)
    return status


def _let_go(stream: TextIO) -> None:
    """Point a stream that can't be written any more at nothing, so that ending is quiet too."""
    try:
        descriptor = stream.fileno()
    except (OSError, ValueError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
