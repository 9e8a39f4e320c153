"""``back``: printed lists, their rows, and what was written beside them."""

from argparse import Namespace
from pathlib import Path
from typing import Final

from notebook_app.cli.command import Command
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, WrongUsage, add_shared_arguments
from notebook_app.cli.date_words import date_from, day_words, due_words, past_date_from
from notebook_app.cli.json_document import Json, follow_up_json, write_json
from notebook_app.cli.plain_text import one_line, shortened, table
from notebook_app.cli.word_choices import choice_from
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed
from notebook_app.model.follow_up import FollowUpDraft
from notebook_app.model.printed_list import PaperAnswer, PaperRow, PrintedList, Standing
from notebook_app.services.answer_printed_row import (
    Written,
    answer_printed_row,
    find_printed_list,
    find_printed_row,
    next_step,
)
from notebook_app.storage.notebook import Notebook

_WIDTH: Final = 34
_LONGEST_NUMBER: Final = 9
_LARGEST_PICTURE: Final = 100_000_000


def _add_arguments(parser: CommandParser) -> None:
    add = parser.add_argument
    add("list", metavar="LIST", nargs="?", help="its number, or a picture of its paper (all lists)")
    add("row", metavar="ROW", nargs="?", help="the code of a row, as 17K (all rows)")
    add("answer", metavar="ANSWER", nargs="?", help=", ".join(PaperAnswer))
    add("--said", metavar="TEXT", default="", help="what was said, for the timeline")
    add(
        "--next",
        metavar="WORDS",
        help="what comes next, as in 'coffee next tue' or 'in 2 weeks'; when to try again",
    )
    add("--on", metavar="DATE", default="today", help="the day it happened (today)")
    add_shared_arguments(parser)


def _run(options: Namespace, context: CommandContext) -> int:
    if options.list is None:
        return _tell_lists(options, context)
    if options.answer is not None:
        return _answer(options, context)
    return _tell_rows(options, context)


def _tell_lists(options: Namespace, context: CommandContext) -> int:
    with context.reading() as notebook:
        lists = notebook.printed_lists.recent()
    if options.json:
        write_json([_list_json(printed) for printed in lists], context.stdout)
        return 0
    if not lists:
        context.say("No list was printed within a year.")
        return 0
    for line in table(
        [
            (
                str(printed.number),
                day_words(printed.printed_on),
                f"{printed.waiting} of {printed.rows} to go",
                printed.title,
            )
            for printed in lists
        ]
    ):
        context.say(line)
    return 0


def _tell_rows(options: Namespace, context: CommandContext) -> int:
    with context.reading() as notebook:
        printed = _list_of(notebook, options.list, context)
        if options.row is not None:
            rows = [find_printed_row(notebook, printed.number, options.row)]
        else:
            rows = notebook.printed_lists.rows(printed.number)
    if options.json:
        write_json(
            {**_list_json(printed), "rows": [_row_json(row) for row in rows]}, context.stdout
        )
        return 0
    context.say(
        one_line(f"List {printed.number}, {day_words(printed.printed_on)}: {printed.title}")
    )
    for line in table([_cells(row, context) for row in rows]):
        context.say(line)
    return 0


def _answer(options: Namespace, context: CommandContext) -> int:
    today = context.today
    answer = choice_from(options.answer, PaperAnswer, "answer")
    on = past_date_from(options.on, today)
    if answer is PaperAnswer.SKIPPED and (options.said or options.next):
        raise WrongUsage("What is skipped has nothing said and nothing next.")
    with context.writing() as notebook:
        printed = _list_of(notebook, options.list, context)
        row = find_printed_row(notebook, printed.number, options.row)
        written = Written(answer, options.said, on=on)
        if answer is PaperAnswer.DONE:
            written = Written(
                answer, options.said, following=_following(options, row, context), on=on
            )
        elif options.next is not None:
            again_on = date_from(options.next, today)
            written = Written(answer, options.said, again_on=again_on, on=on)
        changes = answer_printed_row(notebook, printed.number, row.position, written)
        after = notebook.printed_lists.row(printed.number, row.position)
        others = changes.of(Changed.FOLLOW_UP) - {row.follow_up_id}
        following = next((notebook.follow_ups.row(each) for each in sorted(others)), None)
    if options.json:
        document = _row_json(after or row)
        document["next"] = follow_up_json(following) if following else None
        write_json(document, context.stdout)
        return 0
    context.say(one_line(f"{row.code}: {changes.label}."))
    if following is not None:
        when = due_words(following.due, today)
        context.say(f"Next: {following.kind.value}, {when} (number {following.id}).")
    return 0


def _following(options: Namespace, row: PaperRow, context: CommandContext) -> FollowUpDraft | None:
    if options.next is None or row.kind is None or row.contact_id is None:
        return None
    words = next_step(options.next, context.today, row.kind)
    if words is None:
        raise WrongUsage(
            f"'{options.next}' names no day; write it as 'call next tuesday' or 'in 2 weeks'."
        )
    return FollowUpDraft(row.contact_id, words.kind, words.due, words.at, words.note, words.repeat)


def _list_of(notebook: Notebook, words: str, context: CommandContext) -> PrintedList:
    """Return the list with a number, or the one whose code is on a picture.

    Raises:
        UserProblem: there is none.
        WrongUsage: it is neither a number nor a file.
    """
    if words.isascii() and words.isdecimal() and len(words) <= _LONGEST_NUMBER:
        return find_printed_list(notebook, int(words))
    path = Path(words)
    if not path.is_file():
        raise WrongUsage(f"'{words}' is neither the number of a list nor a picture of its paper.")
    # Only whoever has a picture needs what reads it.
    from notebook_app.services.read_printed_code import list_of_code, printed_code

    if path.stat().st_size > _LARGEST_PICTURE:
        raise UserProblem(f"{path.name} is too large to be looked through.", "", "Make it smaller.")
    code = printed_code(path.name, path.read_bytes(), context.read_picture)
    if code is None:
        raise UserProblem(
            f"No code of a printed list can be made out in {path.name}.",
            "",
            "Take the picture again, straight on and in good light, or give the list's number.",
        )
    return list_of_code(notebook, code)


def _cells(row: PaperRow, context: CommandContext) -> tuple[str, ...]:
    due = due_words(row.due, context.today) if row.due and row.standing is Standing.OPEN else ""
    became = row.answer.value if row.answer else row.standing.value.replace("open", "")
    return (
        row.code,
        shortened(row.name, _WIDTH),
        row.kind.value if row.kind else "",
        shortened(row.note, _WIDTH),
        due,
        became,
    )


def _list_json(printed: PrintedList) -> Json:
    return {
        "number": printed.number,
        "uid": printed.uid,
        "title": printed.title,
        "printed_on": printed.printed_on.isoformat(),
        "count": printed.rows,
        "to_go": printed.waiting,
    }


def _row_json(row: PaperRow) -> Json:
    named = {"id": row.contact_id, "name": row.name} if row.name else None
    return {
        "list": row.list_number,
        "position": row.position,
        "code": row.code,
        "contact": named,
        "merged_from": row.printed_name or None,
        "follow_up": row.follow_up_id,
        "kind": row.kind.value if row.kind else None,
        "note": row.note or None,
        "due_date": row.due.isoformat() if row.due else None,
        "state": row.standing.value,
        "answer": row.answer.value if row.answer else None,
        "answered_on": row.answered_on.isoformat() if row.answered_on else None,
    }


COMMAND = Command(_add_arguments, _run)
