"""``follow-up propose``: the next act with those newly met, and with those on the ladder.

It only tells them, or plans what is proposed with one person.
"""

from argparse import Namespace

from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser
from notebook_app.cli.date_words import day_words, due_words
from notebook_app.cli.json_document import follow_up_json, write_json
from notebook_app.cli.plain_text import one_line, table
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed
from notebook_app.model.ladder import KINDS
from notebook_app.services.find_contact import find_contact
from notebook_app.services.propose_follow_ups import plan_proposal, proposal_for, proposals


def add_propose_arguments(parser: CommandParser) -> None:
    """Add whom to plan it with."""
    parser.add_argument("--plan", metavar="CONTACT", help="plan what is proposed with somebody")


def run_propose(options: Namespace, context: CommandContext) -> int:
    """Tell what is proposed, or plan it with one person.

    Raises:
        UserProblem: nothing is proposed with that person, or it could not be written.
    """
    if options.plan is not None:
        return _plan(options, context)
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


def _plan(options: Namespace, context: CommandContext) -> int:
    with context.writing() as notebook:
        who = find_contact(notebook, options.plan)
        proposal = proposal_for(notebook, who.id)
        if proposal is None:
            raise UserProblem(f"Nothing is proposed with {who.name}.")
        changes = plan_proposal(notebook, proposal)
        planned = next(iter(changes.of(Changed.FOLLOW_UP)), None)
        row = None if planned is None else notebook.follow_ups.row(planned)
    if options.json:
        write_json(follow_up_json(row) if row else None, context.stdout)
    else:
        due = "" if row is None else f", {due_words(row.due, context.today)}"
        context.say(one_line(f"{changes.label}{due}."))
    return 0
