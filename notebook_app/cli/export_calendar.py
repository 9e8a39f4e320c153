"""The ``.ics`` part of ``export FILE``: follow-ups, birthdays and events for other calendars."""

from argparse import Namespace
from pathlib import Path

from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, WrongUsage
from notebook_app.cli.date_words import date_from
from notebook_app.cli.json_document import write_json
from notebook_app.cli.plain_text import one_line
from notebook_app.cli.progress_line import progress_line
from notebook_app.foundation.problem import UserProblem
from notebook_app.services.export_calendar import (
    USUAL_PARTS,
    CalendarChoice,
    CalendarPart,
    export_calendar,
)
from notebook_app.services.list_people import people_ids, read_query

_WORDS = {
    CalendarPart.OPEN: ("follow-up", "follow-ups"),
    CalendarPart.DONE: ("done follow-up", "done follow-ups"),
    CalendarPart.BIRTHDAYS: ("birthday", "birthdays"),
    CalendarPart.DATES: ("anniversary or other date", "anniversaries and other dates"),
    CalendarPart.EVENTS: ("event", "events"),
}


def add_calendar_arguments(parser: CommandParser) -> None:
    """Add what can be said of a calendar."""
    add = parser.add_argument
    add(
        "--kind",
        action="append",
        choices=[part.value for part in CalendarPart],
        help="what goes into a calendar; may be given several times (all but those that are done)",
    )
    add("--from", dest="start", metavar="DATE", help="a calendar begins with this day")
    add("--to", dest="end", metavar="DATE", help="a calendar ends with this day")
    add(
        "--to-dos",
        action="store_true",
        help="write follow-ups as to-dos; most phones show only appointments",
    )


def refuse_calendar_arguments(options: Namespace) -> None:
    """Say what makes no sense with cards and tables.

    Raises:
        WrongUsage: something was said that is for calendars.
    """
    if options.kind or options.start or options.end or options.to_dos:
        raise WrongUsage("--kind, --from, --to and --to-dos are for calendars (.ics).")


def export_to_calendar(options: Namespace, context: CommandContext, path: Path) -> int:
    """Write the calendar and say what is in it.

    Raises:
        UserProblem: there is nothing to write, or the file can't be written.
        WrongUsage: a date is none.
    """
    chosen = options.kind or []
    choice = CalendarChoice(
        tuple(part for part in CalendarPart if part.value in chosen) or USUAL_PARTS,
        date_from(options.start, context.today) if options.start else None,
        date_from(options.end, context.today) if options.end else None,
        options.to_dos,
    )
    with context.reading() as notebook:
        ids = None
        if options.only is not None:
            ids = people_ids(notebook, read_query(notebook, options.only), context.today)
        if ids == []:
            raise UserProblem(f"“{options.only}” finds nobody, so nothing was written.")
        with progress_line(context.stderr, "Exporting") as progress:
            outcome = export_calendar(notebook, path, ids, choice, progress)
    if options.json:
        document = {
            "file": str(outcome.path),
            "count": outcome.count,
            "counts": {part.value: count for part, count in outcome.counts.items()},
            "seconds": round(outcome.seconds, 3),
        }
        write_json(document, context.stdout)
    else:
        counts = outcome.counts.items()
        parts = [f"{count} {_WORDS[part][count > 1]}" for part, count in counts if count]
        context.say(one_line(f"{', '.join(parts)} in {outcome.path}."))
    return 0
