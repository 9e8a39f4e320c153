"""``report favours``: help, introductions and referrals, both ways, and what thanks wait."""

from argparse import Namespace
from datetime import date

from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.date_words import day_words
from notebook_app.cli.json_document import Json, write_json
from notebook_app.cli.plain_text import one_line, table
from notebook_app.model.entry_words import favour_title
from notebook_app.model.offering import Direction, FavourRow


def report_favours(
    options: Namespace, context: CommandContext, start: date | None, end: date | None
) -> int:
    """Tell of the favours from ``start`` to ``end``, None being without end."""
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
