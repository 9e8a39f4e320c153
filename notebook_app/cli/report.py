"""``report favours|losing-touch``: what thanks wait, and with whom one is losing touch."""

from argparse import Namespace

from notebook_app.cli.command import Command
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, add_shared_arguments
from notebook_app.cli.date_words import date_from, day_words
from notebook_app.cli.json_document import Json, write_json
from notebook_app.cli.losing_touch import report_losing_touch
from notebook_app.cli.plain_text import one_line, table
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.entry_words import favour_title
from notebook_app.model.offering import Direction, FavourRow


def _add_arguments(parser: CommandParser) -> None:
    add = parser.add_argument
    add(
        "report",
        choices=["favours", "losing-touch"],
        help="help, introductions and referrals, both ways; or who fades",
    )
    add("--from", metavar="D", dest="start", help="the first day")
    add("--to", metavar="D", dest="end", help="the last day")
    add_shared_arguments(parser)


def _run(options: Namespace, context: CommandContext) -> int:
    start = date_from(options.start, context.today) if options.start else None
    end = date_from(options.end, context.today) if options.end else None
    if start is not None and end is not None and start > end:
        raise UserProblem(
            "The report would end before it begins.", "", "Choose a last day after the first."
        )
    if options.report == "losing-touch":
        return report_losing_touch(options, context, start, end)
    with context.reading() as notebook:
        rows = notebook.favours.between(start, end)
    if options.json:
        write_json(
            {
                "from": start.isoformat() if start else None,
                "to": end.isoformat() if end else None,
                "rows": [_json(row) for row in rows],
                "total": len(rows),
            },
            context.stdout,
        )
        return 0
    if not rows:
        context.say("No favours are written down in this time.")
        return 0
    for line in table([(day_words(row.draft.on), _words(row)) for row in rows]):
        context.say(line)
    return 0


def _words(row: FavourRow) -> str:
    draft = row.draft
    done = favour_title(draft.direction, draft.kind)
    about = f" ({row.about_name})" if row.about_name else ""
    text = f": {one_line(draft.text)}" if draft.text else ""
    waits = draft.direction is Direction.RECEIVED and draft.thanked_on is None
    return f"{row.contact_name} – {done}{about}{text}" + (" – not thanked yet" if waits else "")


def _json(row: FavourRow) -> Json:
    draft = row.draft
    about = {"id": draft.about_contact_id, "name": row.about_name}
    return {
        "id": row.id,
        "uid": row.uid,
        "contact": {"id": draft.contact_id, "name": row.contact_name},
        "kind": draft.kind.value,
        "direction": draft.direction.value,
        "date": draft.on.isoformat(),
        "about": about if row.about_name else None,
        "text": draft.text or None,
        "thanked_on": draft.thanked_on.isoformat() if draft.thanked_on else None,
    }


COMMAND = Command(_add_arguments, _run)
