"""``print follow-ups|calendar|contacts|… -o FILE.pdf``: documents, without a display."""

from argparse import Namespace

from notebook_app.cli.command import Command
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, add_shared_arguments
from notebook_app.cli.print_arguments import MOST_LINES, add_page_arguments, ensure_taken
from notebook_app.cli.print_calendar import add_calendar_arguments, print_calendar
from notebook_app.cli.print_follow_ups import RANGES, print_follow_ups
from notebook_app.cli.print_labels import (
    LABEL_DOCUMENTS,
    add_label_arguments,
    print_labels,
)
from notebook_app.cli.print_people import print_briefing, print_contacts, print_event
from notebook_app.foundation.problem import UserProblem
from notebook_app.reports.follow_up_list import ListStyle
from notebook_app.reports.people_style import PeopleStyle


def _add_arguments(parser: CommandParser) -> None:
    add = parser.add_argument
    add(
        "document",
        choices=["follow-ups", "calendar", "briefing", "contacts", "event", *LABEL_DOCUMENTS],
        help="the list of all open follow-ups, a month or week of the calendar to hang up, what to"
        " know before you meet somebody, people as sheets or lists, the sheet of an event; address"
        " labels, envelopes, cards to write on",
    )
    add("contacts", metavar="CONTACT", nargs="*", help="whom it is about; for event, which one")
    add("-o", "--output", metavar="FILE.pdf", required=True, help="where to; .html and .txt too")
    add("--from", metavar="D", dest="start", help="the first day")
    add("--to", metavar="D", dest="end", help="the last day")
    add("--range", metavar="R", help=f"or one of: {', '.join(RANGES)}")
    add("--overdue", action="store_true", help="those due before today, besides --from and --to")
    add("--only", metavar="QUERY", help="only with those whom the query finds")
    add(
        "--style",
        metavar="S",
        help=f"follow-ups: {', '.join(ListStyle)}; contacts: {', '.join(PeopleStyle)} (directory);"
        " labels: a sheet such as L7160; envelopes: DL, C6, C5, #10",
    )
    add_page_arguments(parser)
    add(
        "--lines",
        metavar="N",
        type=int,
        choices=range(MOST_LINES + 1),
        default=2,
        help="follow-ups: lines to write on below each (2)",
    )
    add(
        "--fold",
        action="store_true",
        help="follow-ups: eight small pages on each sheet, to fold into a booklet",
    )
    add_label_arguments(parser)
    add_calendar_arguments(parser)
    add_shared_arguments(parser)


def _run(options: Namespace, context: CommandContext) -> int:
    if options.fold and options.document != "follow-ups":
        raise UserProblem("Only the list of follow-ups can be folded.", "", "Leave out --fold.")
    ensure_taken(options)
    if options.document == "calendar":
        return print_calendar(options, context)
    if options.document == "briefing":
        return print_briefing(options, context)
    if options.document == "contacts":
        return print_contacts(options, context)
    if options.document == "event":
        return print_event(options, context)
    if options.document in LABEL_DOCUMENTS:
        return print_labels(options, context)
    if options.contacts:
        raise UserProblem(
            "The follow-up list takes no names.", "", "Say --only and a query to keep to some."
        )
    return print_follow_ups(options, context)


COMMAND = Command(_add_arguments, _run)
