"""``report sources|balance|mix|services|favours|losing-touch|…``: the insights, in any form.

Each report is made once (report_making.py); here its time is read, and the form of the answer
chosen: lines, JSON, a table with commas, or a file whose name says what it is to be.
"""

from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from notebook_app.cli import report_making
from notebook_app.cli.command import Command
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, WrongUsage, add_shared_arguments
from notebook_app.cli.date_words import date_from
from notebook_app.cli.json_document import write_json
from notebook_app.cli.plain_text import one_line
from notebook_app.cli.progress_line import progress_line
from notebook_app.cli.report_favours import favours
from notebook_app.cli.report_lines import document_lines
from notebook_app.cli.report_losing_touch import losing_touch
from notebook_app.cli.report_making import MadeReport
from notebook_app.formats.csv.spreadsheet_cells import csv_line
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.insights.periods import Step
from notebook_app.model.insights.sources import By
from notebook_app.model.past_periods import Period
from notebook_app.reports.date_words import EnglishDateWords
from notebook_app.services.export_targets import open_target, written_whole
from notebook_app.storage.notebook import Notebook

_MAKE: Final[Mapping[str, Callable[[Notebook, Period, Namespace], MadeReport]]] = {
    "sources": report_making.sources,
    "clients": report_making.clients,
    "chains": report_making.chains,
    "events": report_making.events,
    "balance": report_making.balance,
    "mix": report_making.mix,
    "services": report_making.services,
    "year": report_making.year,
    "insights": report_making.insights,
    "favours": favours,
    "losing-touch": losing_touch,
}
_PAPERS: Final = ("A4", "Letter")


def _add_arguments(parser: CommandParser) -> None:
    add = parser.add_argument
    add(
        "report",
        choices=list(_MAKE),
        metavar="REPORT",
        help="sources: where work comes from; clients: how they came; chains: who brought whom;"
        " events: what they cost and what came of them; balance; mix; services; year: looking"
        " back; insights: all of them on two pages; favours: help, introductions and referrals,"
        " both ways; losing-touch: who fades",
    )
    add("--from", metavar="D", dest="start", help="the first day")
    add("--to", metavar="D", dest="end", help="the last day")
    add("--by", metavar="B", help=f"sources: {', '.join(_dashed(by) for by in By)} (source)")
    add("--against-before", action="store_true", help="sources: beside the time before, as long")
    add("--step", choices=[step.value for step in Step], help="balance: by what (month)")
    add("--year", metavar="Y", type=_year, help="year: which one (the running one)")
    add("--csv", action="store_true", help="answer with a table, its cells parted by commas")
    add("-o", "--output", metavar="FILE", help="into a file: .pdf, .html, .txt or .csv")
    add("--paper", choices=_PAPERS, help="the paper of a PDF (that of your country)")
    add_shared_arguments(parser)


def _run(options: Namespace, context: CommandContext) -> int:
    start = date_from(options.start, context.today) if options.start else None
    end = date_from(options.end, context.today) if options.end else None
    if start is not None and end is not None and start > end:
        raise UserProblem(
            "The report would end before it begins.", "", "Choose a last day after the first."
        )
    _ensure_sense(options)
    with context.reading() as notebook:
        made = _MAKE[options.report](notebook, Period(start, end), options)
    if options.output:
        return _to_file(made, options, context)
    if options.json:
        write_json(made.json(), context.stdout)
    elif options.csv:
        context.stdout.write("".join(csv_line(row) for row in made.table))
    else:
        for line in document_lines(made.document(EnglishDateWords())):
            context.say(line)
    return 0


def _to_file(made: MadeReport, options: Namespace, context: CommandContext) -> int:
    path = Path(options.output)
    if path.suffix.lower() == ".csv":
        with written_whole(path, open_target(path, one_per_person=False)) as writing:
            for row in made.table:
                writing.add("", csv_line(row).encode("utf-8", "replace"))
        pages = 0
    else:
        with progress_line(context.stderr, "Printing") as progress:
            pages = context.document_printer().save_document(
                path,
                lambda words, _language: made.document(words),
                paper=options.paper,
                progress=progress,
                remark=context.remark,
            )
    if options.json:
        write_json({"file": str(path), "pages": pages or None}, context.stdout)
    else:
        on = "" if not pages else ", 1 page" if pages == 1 else f", {pages} pages"
        context.say(one_line(f"The report is in {path}{on}."))
    return 0


def _ensure_sense(options: Namespace) -> None:
    """Refuse what a report does not know, instead of leaving it out quietly."""
    for name, given, reports in (
        ("--by", options.by, ("sources",)),
        ("--against-before", options.against_before, ("sources",)),
        ("--step", options.step, ("balance",)),
        ("--year", options.year, ("year",)),
    ):
        if given and options.report not in reports:
            raise WrongUsage(f"{name} has no meaning for the report {options.report}.")
    if options.report in ("services", "year") and (options.start or options.end):
        instead = " Use --year." if options.report == "year" else ""
        raise WrongUsage(f"The report {options.report} takes no days.{instead}")
    if options.json and options.csv:
        raise WrongUsage("Say --json or --csv, not both.")


def _year(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise ArgumentTypeError(f"'{text}' is no year.")
    return int(text[:9])


def _dashed(by: By) -> str:
    return by.value.replace(" ", "-")


COMMAND = Command(_add_arguments, _run)
