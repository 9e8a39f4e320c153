"""What can be done with cards that could not be read: mend and try again, export, forget."""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from notebook_app.formats.vcard.read import read_cards
from notebook_app.formats.vcard.set_aside import set_aside_text, without_reason
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.services.import_plan import CardState, ImportPlan
from notebook_app.services.plan_import import plan_import
from notebook_app.storage.notebook import Notebook
from notebook_app.storage.set_aside_cards import SetAsideCard


@dataclass(frozen=True, slots=True)
class Retry:
    """What another try gave: a plan to look at, or why each card still can't be read, by id."""

    plan: ImportPlan | None
    reasons: Mapping[int, str]


def retry_cards(
    notebook: Notebook, texts: Mapping[int, str], progress: Progress | None = None
) -> Retry:
    """Read cards set aside once more, as the user mended them; ``texts`` are by their ids.

    One of which only the beginning is kept is read from its file of rejected cards, where the
    user may have mended it. Those that are understood now are in the plan, and leave the list when
    it is carried out.

    Raises:
        UserProblem: none of them is on the list any more.
    """
    stored = notebook.set_aside.some(list(texts))
    if not stored:
        raise UserProblem("These cards are no longer on the list.")
    sources: list[tuple[str, bytes]] = []
    retried: list[int] = []
    reasons: dict[int, str] = {}
    for card in stored:
        try:
            source = (card.file_name, _text_to_read(card, texts[card.id]))
            plan = plan_import(notebook, [source], progress)
        except UserProblem as problem:
            reasons[card.id] = problem.title
            continue
        bad = [each for each in plan.cards if each.state is CardState.UNREADABLE]
        in_file = not card.whole and texts[card.id] == card.raw
        still = [each for each in bad if not in_file or _is_beginning(card.raw, each.raw)]
        if len(bad) == len(plan.cards) or (still and in_file):
            reasons[card.id] = still[0].reason if still else "There is no card in this text."
        else:
            sources.append(source)
            retried.append(card.id)
    if not sources:
        return Retry(None, reasons)
    # All at once, so that two cards of one person become one.
    plan = replace(plan_import(notebook, sources, progress), retried=tuple(retried))
    names = tuple(dict.fromkeys(plan.file_names))
    return Retry(replace(plan, file_names=names), reasons)


def _text_to_read(card: SetAsideCard, text: str) -> bytes:
    """Return the text of a card, or the file that holds all of it.

    Raises:
        UserProblem: that file can't be read.
    """
    if card.whole or text != card.raw:
        return without_reason(text).encode("utf-8", "replace")
    file = card.rejected_file or card.file_name
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise UserProblem(
            f"Only the beginning of this card is kept here, and {file} can't be read.",
            f"{error.strerror}.",
            "Import the phone's export again.",
        ) from error


def _whole_text(card: SetAsideCard) -> str:
    """Return the text of a card, found in its file if only its beginning is kept.

    Raises:
        UserProblem: that file can't be read, or does not hold it any more.
    """
    if card.whole:
        return card.raw
    for found in read_cards(_text_to_read(card, card.raw)):
        if _is_beginning(card.raw, found.raw):
            return found.raw
    raise UserProblem(
        f"Only the beginning of a card is kept here, and {card.rejected_file} has changed since.",
        "",
        "Try this card again, or forget it.",
    )


def _is_beginning(beginning: str, text: str) -> bool:
    """Return whether a text begins so, however its lines end."""
    return "\n".join(text.splitlines()).startswith("\n".join(beginning.splitlines()).strip())


def edit_set_aside(
    notebook: Notebook, texts: Mapping[int, str], reasons: Mapping[int, str]
) -> ChangeSet | None:
    """Keep what the user made of cards set aside, and why they can't be read as they are now.

    Returns None if that is what is kept already.

    Raises:
        UserProblem: it could not be written.
    """
    changed = [
        card
        for card in notebook.set_aside.some([*texts, *reasons])
        if texts.get(card.id, card.raw) != card.raw
        or reasons.get(card.id, card.reason) != card.reason
    ]
    if not changed:
        return None
    with notebook.change("Edited a card that was set aside") as change:
        for card in changed:
            notebook.set_aside.edit(
                card.id, texts.get(card.id, card.raw), reasons.get(card.id, card.reason)
            )
        change.touch(Changed.IMPORT)
    return change.result()


def forget_set_aside(notebook: Notebook, card_ids: Sequence[int]) -> ChangeSet:
    """Take cards off the list; the file of rejected cards stays.

    Raises:
        UserProblem: it could not be written.
    """
    count = len(card_ids)
    words = "1 card" if count == 1 else f"{count} cards"
    with notebook.change(f"Forgot {words} that could not be read") as change:
        notebook.set_aside.remove(card_ids)
        change.touch(Changed.IMPORT)
    return change.result()


def export_set_aside(notebook: Notebook, path: Path, card_ids: Sequence[int] | None = None) -> int:
    """Write cards set aside into a file, with their reasons inside; return how many.

    Raises:
        UserProblem: there are none, the rest of a very long one is gone, or the file could not be
            written.
    """
    store = notebook.set_aside
    cards = store.all() if card_ids is None else store.some(card_ids)
    if not cards:
        raise UserProblem("No cards are set aside.", "", "There is nothing to export.")
    data = "".join(set_aside_text(_whole_text(card), card.reason) for card in cards)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        temporary.write_bytes(data.encode("utf-8", "replace"))
        os.replace(temporary, path)
    except OSError as error:
        raise UserProblem(
            f"{path} could not be written.",
            f"{error.strerror}.",
            "Check that you may write there and that the disk has room.",
        ) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    return len(cards)
