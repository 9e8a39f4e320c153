"""``print follow-ups|briefing|contacts|event -o FILE.pdf``: documents, without a display."""

from argparse import Namespace
from pathlib import Path

from notebook_app.cli.command import Command
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, add_shared_arguments
from notebook_app.cli.date_words import date_from
from notebook_app.cli.json_document import write_json
from notebook_app.cli.plain_text import one_line
from notebook_app.cli.print_labels import (
    LABEL_DOCUMENTS,
    add_label_arguments,
    print_labels,
)
from notebook_app.cli.print_people import print_contacts, print_event
from notebook_app.cli.progress_line import progress_line
from notebook_app.cli.word_choices import choice_from
from notebook_app.foundation.problem import UserProblem
from notebook_app.reports.follow_up_list import ListStyle
from notebook_app.reports.people_style import PeopleStyle
from notebook_app.services.find_contact import find_contact
from notebook_app.services.list_people import people_ids, read_query
from notebook_app.services.print_follow_ups import follow_ups_to_print

_PAPERS = ("A4", "Letter")


def _add_arguments(parser: CommandParser) -> None:
    add = parser.add_argument
    add(
        "document",
        choices=["follow-ups", "briefing", "contacts", "event", *LABEL_DOCUMENTS],
        help="the list of all open follow-ups, what to know before you meet somebody, people as"
        " sheets or lists, the sheet of an event; address labels, envelopes, cards to write on",
    )
    add("contacts", metavar="CONTACT", nargs="*", help="whom it is about; for event, which one")
    add("-o", "--output", metavar="FILE.pdf", required=True, help="where to")
    add("--from", metavar="D", dest="start", help="the first day")
    add("--to", metavar="D", dest="end", help="the last day")
    add("--overdue", action="store_true", help="those due before today, besides --from and --to")
    add("--only", metavar="QUERY", help="only with those whom the query finds")
    add(
        "--style",
        metavar="S",
        help=f"follow-ups: {', '.join(ListStyle)}; contacts: {', '.join(PeopleStyle)} (directory);"
        " labels: a sheet such as L7160; envelopes: DL, C6, C5, #10",
    )
    add("--paper", choices=_PAPERS, help="the paper (that of your country)")
    add(
        "--fold",
        action="store_true",
        help="follow-ups: eight small pages on each sheet, to fold into a booklet",
    )
    add_label_arguments(parser)
    add_shared_arguments(parser)


def _run(options: Namespace, context: CommandContext) -> int:
    if options.fold and options.document != "follow-ups":
        raise UserProblem("Only the list of follow-ups can be folded.", "", "Leave out --fold.")
    if options.document == "briefing":
        return _print_briefing(options, context)
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
    return _print_follow_ups(options, context)


def _print_briefing(options: Namespace, context: CommandContext) -> int:
    path = Path(options.output)
    with context.reading() as notebook, progress_line(context.stderr, "Printing") as progress:
        people = [find_contact(notebook, words).id for words in options.contacts]
        if options.only is not None:
            people += people_ids(notebook, read_query(notebook, options.only), context.today)
        pages = context.print_briefing(
            notebook, path, people, paper=options.paper, progress=progress
        )
    count = len(set(people))
    if options.json:
        write_json({"file": str(path), "pages": pages, "people": count}, context.stdout)
    else:
        on = "1 page" if pages == 1 else f"{pages} pages"
        who = "1 person" if count == 1 else f"{count} people"
        context.say(one_line(f"A briefing on {who}, {on}, is in {path}."))
    return 0


def _print_follow_ups(options: Namespace, context: CommandContext) -> int:
    today = context.today
    start = date_from(options.start, today) if options.start else None
    end = date_from(options.end, today) if options.end else None
    style = choice_from(options.style or ListStyle.BY_DAY.value, ListStyle, "style")
    path = Path(options.output)
    with context.reading() as notebook, progress_line(context.stderr, "Printing") as progress:
        only = None
        if options.only is not None:
            query = read_query(notebook, options.only)
            only = people_ids(notebook, query, today)
            if not only:
                raise UserProblem(f"“{options.only}” finds nobody, so nothing was printed.")
        count = len(follow_ups_to_print(notebook, start, end, options.overdue, only))
        pages = context.print_follow_ups(
            notebook,
            path,
            start=start,
            end=end,
            overdue=options.overdue,
            paper=options.paper,
            style=style,
            progress=progress,
            only=only,
            fold=options.fold,
        )
    if options.json:
        write_json({"file": str(path), "pages": pages, "follow_ups": count}, context.stdout)
    else:
        sort = "sheet" if options.fold else "page"
        on = f"1 {sort}" if pages == 1 else f"{pages} {sort}s"
        context.say(one_line(f"{count} follow-ups on {on} are in {path}."))
    return 0


COMMAND = Command(_add_arguments, _run)
