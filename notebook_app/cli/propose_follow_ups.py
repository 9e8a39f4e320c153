"""``follow-up propose``: the next act with those newly met, and with those on the ladder."""

from argparse import Namespace

from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser
from notebook_app.cli.date_words import day_words
from notebook_app.cli.json_document import write_json
from notebook_app.cli.plain_text import table
from notebook_app.model.ladder import KINDS
from notebook_app.services.propose_follow_ups import proposals


def add_propose_arguments(_parser: CommandParser) -> None:
    """There are no arguments of its own."""


def run_propose(options: Namespace, context: CommandContext) -> int:
    """Tell what is proposed; nothing is planned by it."""
    with context.reading() as notebook:
        found = proposals(notebook)
    if options.json:
        rows = [
            {
                "contact": {"id": each.contact_id, "name": each.name},
                "rung": each.rung.value,
                "kind": KINDS[each.rung].value if each.rung in KINDS else None,
                "due_date": each.due.isoformat(),
                "met_on": each.met_on.isoformat() if each.met_on else None,
            }
            for each in found
        ]
        write_json(rows, context.stdout)
        return 0
    if not found:
        context.say("Nothing is proposed.")
        return 0
    cells = [
        (
            each.name,
            each.rung.value,
            f"by {day_words(each.due)}" if each.rung in KINDS else "every 3 months",
        )
        for each in found
    ]
    for line in table(cells):
        context.say(line)
    return 0
