"""``import FILE…``: cards, tables of people or calendars, or only what would come of them."""

import time
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from notebook_app.cli.command import Command
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, WrongUsage, add_shared_arguments
from notebook_app.cli.json_document import Json, write_json
from notebook_app.cli.plain_text import one_line
from notebook_app.cli.progress_line import progress_line
from notebook_app.cli.table_columns import (
    FIRST_ROW_HELP,
    MAP_HELP,
    chosen_columns,
    table_json,
    tell_tables,
)
from notebook_app.foundation.progress import Progress
from notebook_app.model.card_merge import EVERY_FIELD, FieldChange
from notebook_app.services.import_calendar import is_calendar
from notebook_app.services.import_plan import CardState, ImportPlan, PlannedCard
from notebook_app.services.import_tables import remember_choices
from notebook_app.services.import_vcards import ImportOutcome, import_vcards
from notebook_app.services.plan_import import plan_import, planned_anew
from notebook_app.storage.notebook import Notebook

_TOLD_AT_MOST = 10
_FILES_HELP = (
    "vCard files (.vcf), Windows contacts (.contact), a .zip or a folder of them, tables (.csv,"
    " .tsv), calendars of events (.ics), or pictures of QR codes (.png, .jpg, .webp, .bmp, .gif)"
    " that hold a contact"
)


def _add_arguments(parser: CommandParser) -> None:
    parser.add_argument("files", metavar="FILE", nargs="+", help=_FILES_HELP)
    parser.add_argument(
        "--dry-run", action="store_true", help="only say what would happen; nothing is written"
    )
    possible = parser.add_mutually_exclusive_group()
    possible.add_argument(
        "--same-person",
        action="store_true",
        help="give a card that is possibly of someone you know to the likeliest of them; without"
        " it such cards are added as new",
    )
    possible.add_argument(
        "--leave-out-possible",
        action="store_true",
        help="leave cards out that are possibly of someone you know",
    )
    parser.add_argument(
        "--take-theirs",
        action="store_true",
        help="take the card's value where you edited a field that it also changed; without it"
        " your own edits stay; the same for events of a calendar that you changed",
    )
    parser.add_argument(
        "--take-out",
        action="store_true",
        help="of a calendar: take out the dates of a series that the file no longer has, unless"
        " something is written about them",
    )
    parser.add_argument("--map", metavar="COLUMN=FIELD", action="append", default=[], help=MAP_HELP)
    parser.add_argument("--first-row", choices=("header", "person"), help=FIRST_ROW_HELP)
    add_shared_arguments(parser)


def _choose(plan: ImportPlan, options: Namespace) -> None:
    for place, card in enumerate(plan.cards):
        if card.state is CardState.POSSIBLE and options.same_person:
            plan.choices.is_person(place, card.candidates[0].contact_id)
        if card.state is CardState.POSSIBLE and options.leave_out_possible:
            plan.choices.leave_out(place)
        if options.take_theirs and (card.kept or plan.choices.of(place).contact_id is not None):
            plan.choices.take_theirs(place, frozenset({EVERY_FIELD}))


def _plan(
    notebook: Notebook,
    files: Sequence[Path],
    options: Namespace,
    progress: Progress,
    context: CommandContext,
) -> ImportPlan:
    columns = chosen_columns(notebook, files, options.map, options.first_row)
    return plan_import(notebook, files, progress, context.read_picture, columns)


def _run(options: Namespace, context: CommandContext) -> int:
    begun = time.monotonic()
    files = [Path(name) for name in options.files]
    calendars = [path for path in files if is_calendar(path)]
    if calendars:
        from notebook_app.cli.import_calendar import import_calendars

        if len(calendars) < len(files):
            raise WrongUsage("import calendars by themselves, then the other files.")
        return import_calendars(files, options, context)
    if options.take_out:
        raise WrongUsage("--take-out is for calendars (.ics).")
    if options.dry_run:
        with context.reading() as notebook, progress_line(context.stderr, "Reading") as progress:
            plan = _plan(notebook, files, options, progress, context)
            _choose(plan, options)
            if plan.choices:
                plan = planned_anew(notebook, plan, progress)
        _tell_plan(plan, time.monotonic() - begun, options, context)
        return 0
    with context.writing() as notebook:
        with progress_line(context.stderr, "Reading") as progress:
            plan = _plan(notebook, files, options, progress, context)
        _choose(plan, options)
        with progress_line(context.stderr, "Importing") as progress:
            outcome = import_vcards(notebook, plan, progress)
        remember_choices(notebook, plan.tables)
    _tell_outcome(plan, outcome, time.monotonic() - begun, options, context)
    return 0


def _tell_plan(
    plan: ImportPlan, seconds: float, options: Namespace, context: CommandContext
) -> None:
    counts = plan.counts()
    if options.json:
        document: Json = {
            "cards": len(plan.cards),
            "added": counts[CardState.NEW] + counts[CardState.POSSIBLE],
            "updated": counts[CardState.CHANGED],
            "unchanged": counts[CardState.UNCHANGED],
            "rejected": counts[CardState.UNREADABLE],
            "rejected_file": None,
            "import_id": None,
            "seconds": round(seconds, 3),
            "possible": counts[CardState.POSSIBLE],
            "left_out": counts[CardState.LEFT_OUT],
            "preview": [_card(card) for card in plan.cards],
            **_tables(plan),
        }
        write_json(document, context.stdout)
        return
    tell_tables(plan.tables, context)
    context.say(
        f"{len(plan.cards)} cards: {counts[CardState.NEW]} new, {counts[CardState.CHANGED]}"
        f" changed, {counts[CardState.POSSIBLE]} possibly someone you know,"
        f" {counts[CardState.UNCHANGED]} already there,"
        f" {counts[CardState.UNREADABLE]} unreadable. Nothing was written."
    )
    _tell_possible(plan, context)
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
            **_tables(plan),
        }
        write_json(document, context.stdout)
        return
    tell_tables(plan.tables, context)
    context.say(
        f"{outcome.cards} cards: {outcome.added} added, {outcome.updated} updated,"
        f" {outcome.unchanged} already there, {outcome.rejected} unreadable"
        f" ({seconds:.1f} s)."
    )
    _tell_unreadable(plan, context)
    if rejected_file is not None:
        context.say(one_line(f"The unreadable cards are kept in {rejected_file}."))


def _tell_possible(plan: ImportPlan, context: CommandContext) -> None:
    possible = [card for card in plan.cards if card.state is CardState.POSSIBLE]
    for card in possible[:_TOLD_AT_MOST]:
        likeliest = card.candidates[0]
        why = ", ".join(likeliest.why)
        context.say("  " + one_line(f"{card.name}: possibly {likeliest.name} ({why})"))
    if len(possible) > _TOLD_AT_MOST:
        context.say(f"  … and {len(possible) - _TOLD_AT_MOST} more")


def _tell_unreadable(plan: ImportPlan, context: CommandContext) -> None:
    unreadable = [card for card in plan.cards if card.state is CardState.UNREADABLE]
    for card in unreadable[:_TOLD_AT_MOST]:
        context.say("  " + one_line(f"{card.source}, line {card.line}: {card.reason}"))
    if len(unreadable) > _TOLD_AT_MOST:
        context.say(f"  … and {len(unreadable) - _TOLD_AT_MOST} more")


def _tables(plan: ImportPlan) -> Json:
    """Return how the tables among the files were read, if there are any."""
    return {"tables": [table_json(table) for table in plan.tables]} if plan.tables else {}


def _card(card: PlannedCard) -> Json:
    return {
        "file": card.source,
        "card": card.place,
        "line": card.line,
        "state": card.state.value,
        "name": card.name or None,
        "contact_id": card.contact_id,
        "changes": [_change(change) for change in card.changes],
        "kept": [_change(change) for change in card.kept],
        "candidates": [
            {"id": candidate.contact_id, "name": candidate.name, "why": list(candidate.why)}
            for candidate in card.candidates
        ],
        "reason": card.reason or None,
    }


def _change(change: FieldChange) -> Json:
    return {"field": change.field, "old": change.old or None, "new": change.new or None}


COMMAND = Command(_add_arguments, _run)
