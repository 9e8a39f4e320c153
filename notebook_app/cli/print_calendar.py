"""``print calendar``: a month or a week to hang up, or to read on a screen."""

import re
from argparse import Namespace
from datetime import date
from pathlib import Path

from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, WrongUsage
from notebook_app.cli.date_words import date_from
from notebook_app.cli.json_document import write_json
from notebook_app.cli.plain_text import one_line
from notebook_app.cli.print_arguments import left_out
from notebook_app.cli.progress_line import progress_line
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.calendar_filter import CalendarFilter
from notebook_app.services.list_people import people_ids, read_query
from notebook_app.services.print_calendar import PrintedCalendar

_MONTH = re.compile(r"(\d{4})-(\d{1,2})$")
_WEEK = re.compile(r"(\d{4})-?[wW](\d{1,2})$")
_NOW = "today"
_FIRST_YEAR, _LAST_YEAR = 1900, 2200


def add_calendar_arguments(parser: CommandParser) -> None:
    """Add what only calendars take."""
    add = parser.add_argument
    add("--month", metavar="M", nargs="?", const=_NOW, help="calendar: 2026-12, or a day in it")
    add(
        "--with-private",
        action="store_true",
        help="calendar: also people whose tags are never printed",
    )
    add("--week", metavar="W", nargs="?", const=_NOW, help="calendar: 2026-W49, or a day in it")


def print_calendar(options: Namespace, context: CommandContext) -> int:
    """Write the month or week that is asked for, without either this month, and say so."""
    if context.calendar_printer is None:
        raise UserProblem("The calendar can't be printed here.")
    if options.month is not None and options.week is not None:
        raise WrongUsage("say --month or --week, not both")
    week, path = options.week is not None, Path(options.output)
    day = _day(options.week, options.month, context.today)
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise WrongUsage(f"a calendar is printed of the years {_FIRST_YEAR} to {_LAST_YEAR}")
    printer = context.calendar_printer()
    with context.reading() as notebook, progress_line(context.stderr, "Printing") as progress:
        narrowed = None
        if options.only is not None:
            people = people_ids(notebook, read_query(notebook, options.only), context.today)
            narrowed = CalendarFilter(done=False, people=frozenset(people))
        printed = printer.save_calendar(
            notebook,
            path,
            day,
            week=week,
            paper=options.paper,
            lies=True if options.landscape else None,
            narrowed=narrowed,
            without=left_out(options, notebook),
            with_private=options.with_private,
            progress=progress,
        )
    _answer(options, context, printed)
    return 0


def _day(week: str | None, month: str | None, today: date) -> date:
    if week is not None:
        match = _WEEK.match(week.strip())
        try:
            year, number = map(int, match.groups()) if match else (0, 0)
            return date.fromisocalendar(year, number, 1) if match else date_from(week, today)
        except ValueError:
            raise WrongUsage(f"'{week}' is no week; write 2026-W49, or a day in it") from None
    text = _NOW if month is None else month
    match = _MONTH.match(text.strip())
    try:
        year, number = map(int, match.groups()) if match else (0, 0)
        return date(year, number, 1) if match else date_from(text, today)
    except ValueError:
        raise WrongUsage(f"'{text}' is no month; write 2026-12, or a day in it") from None


def _answer(options: Namespace, context: CommandContext, printed: PrintedCalendar) -> None:
    if options.json:
        answer = {
            "file": options.output,
            "pages": printed.pages,
            "from": printed.first.isoformat(),
            "to": printed.last.isoformat(),
            "entries": printed.entries,
            "left_out": printed.left_out,
        }
        write_json(answer, context.stdout)
        return
    on = "1 page" if printed.pages == 1 else f"{printed.pages} pages"
    what = "1 entry" if printed.entries == 1 else f"{printed.entries} entries"
    days = f"{printed.first.isoformat()} to {printed.last.isoformat()}"
    verb = "is" if printed.pages == 1 else "are"
    context.say(one_line(f"{on} with {what}, {days}, {verb} in {options.output}."))
    if printed.missing:
        context.remark(printed.missing)
    if printed.left_out:
        context.remark(
            f"Left out for private tags: {printed.left_out}; --with-private prints them too."
        )
