"""``report losing-touch``: with whom one is losing touch, most urgent first."""

from argparse import Namespace
from datetime import date

from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.date_words import day_words
from notebook_app.cli.json_document import Json, write_json
from notebook_app.cli.plain_text import one_line, shortened, table
from notebook_app.model.rows import LosingTouchRow

_TOPIC_WIDTH = 60


def report_losing_touch(
    options: Namespace, context: CommandContext, start: date | None, end: date | None
) -> int:
    """Tell of those whose ideal day to be in touch was from ``start`` to before ``end``.

    ``end`` is the day of the report, today unless it is given.
    """
    on = end or context.today
    with context.reading() as notebook:
        found = notebook.overview.losing_touch(on, -1)
    rows = [row for row in found if start is None or row.ideal >= start]
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
        context.say("You are in touch with everybody you wanted to be in touch with.")
        return 0
    lines = [(row.name, row.cadence, _days(row, on), _topic(row)) for row in rows]
    for line in table(lines):
        context.say(line)
    return 0


def _days(row: LosingTouchRow, today: date) -> str:
    latest = f"latest {day_words(row.latest)}"
    return latest if row.latest >= today else f"{latest}: {(today - row.latest).days} days late"


def _topic(row: LosingTouchRow) -> str:
    return shortened(one_line(row.last_topic), _TOPIC_WIDTH)


def _json(row: LosingTouchRow) -> Json:
    last = row.last_conversation
    return {
        "contact": {"id": row.contact_id, "name": row.name},
        "stage": row.stage.value if row.stage else None,
        "cadence": row.cadence,
        "last_conversation": last.isoformat() if last else None,
        "last_topic": row.last_topic or None,
        "ideal": row.ideal.isoformat(),
        "latest": row.latest.isoformat(),
        "days_late": row.days_late,
    }
