"""``import FILE…``: vCards from a phone into the notebook, or only what would come of it."""

import time
from argparse import Namespace
from pathlib import Path

from notebook_app.cli.command import Command
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, add_shared_arguments
from notebook_app.cli.json_document import Json, write_json
from notebook_app.cli.plain_text import one_line
from notebook_app.cli.progress_line import progress_line
from notebook_app.services.import_plan import CardState, ImportPlan, PlannedCard
from notebook_app.services.import_vcards import ImportOutcome, import_vcards
from notebook_app.services.plan_import import plan_import

_TOLD_AT_MOST = 10


def _add_arguments(parser: CommandParser) -> None:
    parser.add_argument("files", metavar="FILE", nargs="+", help="vCard files (.vcf)")
    parser.add_argument(
        "--dry-run", action="store_true", help="only say what would happen; nothing is written"
    )
    add_shared_arguments(parser)


def _run(options: Namespace, context: CommandContext) -> int:
    begun = time.monotonic()
    files = [Path(name) for name in options.files]
    if options.dry_run:
        with context.reading() as notebook, progress_line(context.stderr, "Reading") as progress:
            plan = plan_import(notebook, files, progress)
        _tell_plan(plan, time.monotonic() - begun, options, context)
        return 0
    with context.writing() as notebook:
        with progress_line(context.stderr, "Reading") as progress:
            plan = plan_import(notebook, files, progress)
        with progress_line(context.stderr, "Importing") as progress:
            outcome = import_vcards(notebook, plan, progress)
    _tell_outcome(plan, outcome, time.monotonic() - begun, options, context)
    return 0


def _tell_plan(
    plan: ImportPlan, seconds: float, options: Namespace, context: CommandContext
) -> None:
    counts = plan.counts()
    if options.json:
        document: Json = {
            "cards": len(plan.cards),
            "added": counts[CardState.NEW],
            "updated": counts[CardState.CHANGED],
            "unchanged": counts[CardState.UNCHANGED],
            "rejected": counts[CardState.UNREADABLE],
            "rejected_file": None,
            "import_id": None,
            "seconds": round(seconds, 3),
            "preview": [_card(card) for card in plan.cards],
        }
        write_json(document, context.stdout)
        return
    context.say(
        f"{len(plan.cards)} cards: {counts[CardState.NEW]} new, {counts[CardState.CHANGED]}"
        f" changed, {counts[CardState.UNCHANGED]} already there,"
        f" {counts[CardState.UNREADABLE]} unreadable. Nothing was written."
    )
    _tell_unreadable(plan, context)


def _tell_outcome(
    plan: ImportPlan,
    outcome: ImportOutcome,
    seconds: float,
    options: Namespace,
    context: CommandContext,
) -> None:
    rejected_file = None if outcome.rejected_file is None else str(outcome.rejected_file)
    if options.json:
        document: Json = {
            "cards": outcome.cards,
            "added": outcome.added,
            "updated": outcome.updated,
            "unchanged": outcome.unchanged,
            "rejected": outcome.rejected,
            "rejected_file": rejected_file,
            "import_id": outcome.import_id,
            "seconds": round(seconds, 3),
        }
        write_json(document, context.stdout)
        return
    context.say(
        f"{outcome.cards} cards: {outcome.added} added, {outcome.updated} updated,"
        f" {outcome.unchanged} already there, {outcome.rejected} unreadable"
        f" ({seconds:.1f} s)."
    )
    _tell_unreadable(plan, context)
    if rejected_file is not None:
        context.say(one_line(f"The unreadable cards are kept in {rejected_file}."))


def _tell_unreadable(plan: ImportPlan, context: CommandContext) -> None:
    unreadable = [card for card in plan.cards if card.state is CardState.UNREADABLE]
    for card in unreadable[:_TOLD_AT_MOST]:
        context.say("  " + one_line(f"{card.source}, line {card.line}: {card.reason}"))
    if len(unreadable) > _TOLD_AT_MOST:
        context.say(f"  … and {len(unreadable) - _TOLD_AT_MOST} more")


def _card(card: PlannedCard) -> Json:
    return {
        "file": card.source,
        "card": card.place,
        "line": card.line,
        "state": card.state.value,
        "name": card.name or None,
        "contact_id": card.contact_id,
        "changes": [
            {"field": change.field, "old": change.old or None, "new": change.new or None}
            for change in card.changes
        ],
        "reason": card.reason or None,
    }


COMMAND = Command(_add_arguments, _run)
