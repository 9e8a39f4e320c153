"""What the printed documents are told on the command line: paper, columns, whom to leave out."""

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import Final, TypeVar

from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, WrongUsage
from notebook_app.cli.word_choices import choice_from
from notebook_app.foundation.problem import UserProblem
from notebook_app.reports.contact_parts import Part
from notebook_app.reports.follow_up_parts import ListPart
from notebook_app.reports.page_setup import PageSetup, paper_of_country
from notebook_app.services.print_contacts import carriers_of
from notebook_app.storage.notebook import Notebook

MOST_LINES: Final = 9
_PAPERS: Final = ("A4", "Letter")
_TEXT_FORMS: Final = (".html", ".htm", ".txt")
_DOCUMENTS: Final = ("follow-ups", "contacts", "briefing", "event")
_ONLY_FOR: Final = {
    "range": ("follow-ups",),
    "columns": ("follow-ups", "contacts"),
    "margins": _DOCUMENTS,
    "landscape": (*_DOCUMENTS, "calendar"),
    "with_private": ("calendar",),
}

Column = TypeVar("Column", ListPart, Part)


def add_page_arguments(parser: CommandParser) -> None:
    """Add what every document takes."""
    add = parser.add_argument
    add("--paper", choices=_PAPERS, help="the paper (that of your country)")
    add("--landscape", action="store_true", help="with the long side of the paper below")
    add("--margins", metavar="MM", type=int, help="the margins, in millimetres")
    add(
        "--columns",
        metavar="A,B",
        help=f"what to show: of follow-ups {_named(ListPart)}; of contacts {_named(Part)}",
    )
    add(
        "--leave-out",
        metavar="TAG",
        action="append",
        default=[],
        help="without the people who have this tag; may be said several times",
    )


def paper_from(options: Namespace, context: CommandContext) -> str | None:
    """Return the name of the sheet that is asked for, None for the usual one."""
    if not options.landscape and options.margins is None:
        paper: str | None = options.paper
        return paper
    paper = options.paper or paper_of_country(context.region)
    return PageSetup(paper, options.landscape, options.margins).name()


def columns_from(options: Namespace, columns: type[Column]) -> frozenset[Column] | None:
    """Return which columns are asked for, None for the usual ones.

    Raises:
        WrongUsage: there is no such column.
    """
    if options.columns is None:
        return None
    named = (name for name in options.columns.split(",") if name.strip())
    return frozenset(choice_from(name, columns, "column") for name in named)


def left_out(options: Namespace, notebook: Notebook) -> frozenset[int]:
    """Return whoever is not to be printed.

    Raises:
        UserProblem: there is no such tag; a mistyped one would print what is private.
    """
    for tag in options.leave_out:
        if notebook.tags.named(tag) is None:
            raise UserProblem(f"There is no tag “{tag}”, so nothing was printed.")
    return carriers_of(notebook, options.leave_out)


def ensure_taken(options: Namespace) -> None:
    """Refuse what a document does not take, rather than pass it over.

    Raises:
        WrongUsage: an option is not for this document, or it can only be a PDF.
    """
    kind = options.document
    for option, kinds in _ONLY_FOR.items():
        if getattr(options, option) not in (None, False) and kind not in kinds:
            raise WrongUsage(f"--{option.replace('_', '-')} is for {', '.join(kinds)} alone.")
    if kind not in (*_DOCUMENTS, "calendar") and Path(options.output).suffix.lower() in _TEXT_FORMS:
        raise WrongUsage(f"{kind.capitalize()} can only be a PDF.")


def _named(columns: Iterable[str]) -> str:
    return ", ".join(name.replace(" ", "-") for name in columns)
