"""``print follow-ups``: the list to take along, without a display."""

from argparse import Namespace
from pathlib import Path
from typing import Final

from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import WrongUsage
from notebook_app.cli.date_words import date_from
from notebook_app.cli.json_document import Json, write_json
from notebook_app.cli.plain_text import one_line
from notebook_app.cli.print_arguments import columns_from, left_out, paper_from
from notebook_app.cli.progress_line import progress_line
from notebook_app.cli.word_choices import choice_from
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.print_range import PrintRange, PrintRangeKind, preset_range
from notebook_app.reports.follow_up_list import ListStyle
from notebook_app.reports.follow_up_parts import USUAL_LIST_PARTS, ListPart
from notebook_app.services.list_people import people_ids, read_query
from notebook_app.services.print_follow_ups import follow_ups_to_print
from notebook_app.storage.notebook import Notebook

RANGES: Final = tuple(
    kind.value.replace(" ", "-") for kind in PrintRangeKind if kind is not PrintRangeKind.OWN_DATES
)


def print_follow_ups(options: Namespace, context: CommandContext) -> int:
    """Print those of the range that is asked for, or all that are open."""
    today = context.today
    chosen = _range(options, context)
    style = choice_from(options.style or ListStyle.BY_DAY.value, ListStyle, "style")
    shown = columns_from(options, ListPart)
    path = Path(options.output)
    with context.reading() as notebook, progress_line(context.stderr, "Printing") as progress:
        only = None
        if options.only is not None:
            query = read_query(notebook, options.only)
            only = people_ids(notebook, query, today)
            if not only:
                raise UserProblem(f"“{options.only}” finds nobody, so nothing was printed.")
        left_out(options, notebook)
        leave_out = options.leave_out
        rows = follow_ups_to_print(
            notebook, chosen.start, chosen.end, chosen.overdue, only, leave_out=leave_out
        )
        if not rows:
            raise UserProblem(
                "There is nothing to print.",
                "No follow-up falls into this range.",
                "Choose a longer one.",
            )
        before = _last_list(notebook)
        pages = context.document_printer().save_follow_up_list(
            notebook,
            path,
            start=chosen.start,
            end=chosen.end,
            overdue=chosen.overdue,
            paper=paper_from(options, context),
            style=style,
            progress=progress,
            only=only,
            fold=options.fold,
            ruled=options.lines,
            shown=USUAL_LIST_PARTS if shown is None else shown,
            leave_out=leave_out,
            remark=context.remark,
        )
        after = _last_list(notebook)
    number = after if after != before else None
    if options.json:
        document: Json = {"file": str(path), "pages": pages, "follow_ups": len(rows)}
        write_json({**document, "list": number}, context.stdout)
    else:
        sort = "sheet" if options.fold else "page"
        on = f"1 {sort}" if pages == 1 else f"{pages} {sort}s"
        one = len(rows) == 1
        count = "1 follow-up" if one else f"{len(rows)} follow-ups"
        named = f", as list {number}" if number is not None else ""
        context.say(one_line(f"{count} on {on} {'is' if one else 'are'} in {path}{named}."))
    return 0


def _last_list(notebook: Notebook) -> int | None:
    return next((printed.number for printed in notebook.printed_lists.recent(1)), None)


def _range(options: Namespace, context: CommandContext) -> PrintRange:
    today = context.today
    if options.range is None:
        start = date_from(options.start, today) if options.start else None
        end = date_from(options.end, today) if options.end else None
        return PrintRange(start, end, options.overdue)
    if options.start or options.end or options.overdue:
        raise WrongUsage("Say either --range, or --from, --to and --overdue.")
    kind = choice_from(options.range, PrintRangeKind, "range")
    if kind is PrintRangeKind.OWN_DATES:
        raise WrongUsage("Say --from and --to for dates of your own.")
    return preset_range(kind, today)
