"""``set-aside list|retry|export|forget``: the cards that could not be read."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from notebook_app.cli.acts import Act, command_of
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, WrongUsage
from notebook_app.cli.json_document import Json, write_json
from notebook_app.cli.plain_text import one_line
from notebook_app.foundation.problem import UserProblem
from notebook_app.services.import_vcards import import_vcards
from notebook_app.services.set_aside import (
    edit_set_aside,
    export_set_aside,
    forget_set_aside,
    retry_cards,
)
from notebook_app.storage.notebook import Notebook
from notebook_app.storage.set_aside_cards import SetAsideCard


def _add_ids(parser: CommandParser) -> None:
    parser.add_argument("ids", metavar="ID", nargs="*", type=int, help="as the list has them (all)")


def _add_retry(parser: CommandParser) -> None:
    _add_ids(parser)
    parser.add_argument(
        "--text", metavar="FILE", help="the mended text of the one card; - for standard input"
    )


def _add_export(parser: CommandParser) -> None:
    parser.add_argument("file", metavar="FILE", help="the file to write")
    _add_ids(parser)


def _list(options: Namespace, context: CommandContext) -> int:
    with context.reading() as notebook:
        cards = notebook.set_aside.all()
    if options.json:
        write_json([_card(card) for card in cards], context.stdout)
        return 0
    for card in cards:
        context.say(one_line(f"{card.id}  {card.file_name}, line {card.line}: {card.reason}"))
    if not cards:
        context.say("No cards are set aside.")
    return 0


def _retry(options: Namespace, context: CommandContext) -> int:
    if options.text and len(options.ids) != 1:
        raise WrongUsage("--text goes with the ID of one card.")
    with context.writing() as notebook:
        cards = _chosen(notebook, options.ids)
        texts = {card.id: card.raw for card in cards}
        if options.text:
            texts = {options.ids[0]: _text(options.text)}
        retry = retry_cards(notebook, texts)
        edit_set_aside(
            notebook, {card_id: texts[card_id] for card_id in retry.reasons}, retry.reasons
        )
        outcome = None if retry.plan is None else import_vcards(notebook, retry.plan)
    added, updated, unchanged = (
        (outcome.added, outcome.updated, outcome.unchanged) if outcome else (0, 0, 0)
    )
    if options.json:
        document: Json = {
            "added": added,
            "updated": updated,
            "unchanged": unchanged,
            "rejected": len(retry.reasons) + (outcome.rejected if outcome else 0),
            "import_id": outcome.import_id if outcome else None,
        }
        write_json(document, context.stdout)
        return 0
    context.say(f"{added} added, {updated} updated, {unchanged} already there.")
    for card_id, reason in retry.reasons.items():
        context.say("  " + one_line(f"{card_id}: {reason}"))
    return 0


def _export(options: Namespace, context: CommandContext) -> int:
    target = Path(options.file)
    with context.reading() as notebook:
        count = export_set_aside(notebook, target, options.ids or None)
    if options.json:
        write_json({"count": count, "file": str(target)}, context.stdout)
    else:
        context.say(one_line(f"Wrote {count} cards to {target}."))
    return 0


def _forget(options: Namespace, context: CommandContext) -> int:
    with context.writing() as notebook:
        cards = _chosen(notebook, options.ids)
        changes = forget_set_aside(notebook, [card.id for card in cards])
    if options.json:
        write_json({"forgotten": len(cards)}, context.stdout)
    else:
        context.say(f"{changes.label}.")
    return 0


def _chosen(notebook: Notebook, ids: Sequence[int]) -> list[SetAsideCard]:
    cards = notebook.set_aside.some(ids) if ids else notebook.set_aside.all()
    missing = set(ids) - {card.id for card in cards}
    if missing:
        numbers = ", ".join(map(str, sorted(missing)))
        raise UserProblem(f"No card set aside has the number {numbers}.", "", "Look at the list.")
    if not cards:
        raise UserProblem("No cards are set aside.")
    return cards


def _text(name: str) -> str:
    if name == "-":
        return sys.stdin.buffer.read().decode("utf-8", "replace")
    try:
        return Path(name).read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise UserProblem(f"{name} can't be read.", f"{error.strerror}.") from error


def _card(card: SetAsideCard) -> Json:
    return {
        "id": card.id,
        "file": card.file_name,
        "line": card.line,
        "reason": card.reason,
        "text": card.raw,
        "whole": card.whole,
        "rejected_file": card.rejected_file,
        "import_id": card.import_id,
        "set_aside_at": card.set_aside_at,
    }


COMMAND = command_of(
    Act("list", "the cards with file, line and reason", _list),
    Act("retry", "read cards once more and import those understood", _retry, _add_retry),
    Act("export", "write cards into a vCard file, to mend them there", _export, _add_export),
    Act("forget", "take cards off the list", _forget, _add_ids),
)
