"""Write people as vCards, and report success only when what was written reads back the same."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from notebook_app.formats.vcard.card_style import PROFILES, card_style
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress, no_progress
from notebook_app.foundation.steady_pace import steady_pace
from notebook_app.model.contact import Contact, Photo
from notebook_app.services.export_targets import open_target, written_whole
from notebook_app.services.verified_cards import CardToWrite, WrittenCard, verified_cards
from notebook_app.storage.notebook import Notebook

__all__ = [
    "PROFILES",
    "ExportChoice",
    "ExportOutcome",
    "NotCarried",
    "Scale",
    "export_vcards",
    "written_cards",
]

_CONTACTS_A_BATCH = 100

Scale = Callable[[Photo, int], Photo | None]
"""Makes a picture smaller: no side is longer than so many pixels; None if it can't be read."""


@dataclass(frozen=True, slots=True)
class NotCarried:
    """Something that the cards could not hold, in a few words, and of how many people."""

    what: str
    people: int


@dataclass(frozen=True, slots=True)
class ExportOutcome:
    """How many people were written, where to, in how many seconds, and what had no place."""

    count: int
    path: Path
    seconds: float
    not_carried: tuple[NotCarried, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """How to write: see ``card_style`` for versions and profiles.

    A profile brings its own version. ``longest_side`` is in pixels, for photos; 0 leaves them
    as they are.
    """

    version: str = "3.0"
    profile: str = ""
    one_per_person: bool = False
    longest_side: int = 0


def export_vcards(
    notebook: Notebook,
    target: Path,
    contact_ids: Sequence[int] | None = None,
    version: str = "3.0",
    progress: Progress | None = None,
    *,
    choice: ExportChoice | None = None,
    scale: Scale | None = None,
) -> ExportOutcome:
    """Write contacts to ``target``, which is replaced only by something whole and verified.

    Args:
        notebook: where the contacts are. The running thread needs a connection to it.
        target: the file to write; one that ends in ``.zip`` gets a file for each person. With
            ``one_per_person`` it is a folder, which must not exist or be empty.
        contact_ids: whom; None for everyone.
        version: of the vCards, if there is no ``choice``.
        progress: told how many of all cards are written and read back.
        choice: how to write them.
        scale: makes photos smaller, where ``choice`` asks for it.

    Raises:
        UserProblem: there is nobody to write, or the target can't be written.
        Cancelled: the user asked to stop; ``target`` is as it was.
    """
    progress = progress or no_progress()
    choice = choice or ExportChoice(version)
    start = time.monotonic()
    ids = notebook.contacts.all_ids() if contact_ids is None else list(contact_ids)
    _check_somebody(ids)
    opening = open_target(target, choice.one_per_person)
    missing: Counter[str] = Counter()
    count = 0
    with written_whole(target, opening) as writing:
        with steady_pace():
            for card in written_cards(notebook, ids, progress, choice, scale):
                writing.add(card.name, card.data)
                missing.update(card.not_carried)
                count += 1
        progress.report(count, len(ids), "Reading back")
    not_carried = tuple(NotCarried(what, people) for what, people in sorted(missing.items()))
    return ExportOutcome(count, target, time.monotonic() - start, not_carried)


def written_cards(
    notebook: Notebook,
    contact_ids: Sequence[int],
    progress: Progress,
    choice: ExportChoice,
    scale: Scale | None = None,
) -> Iterator[WrittenCard]:
    """Yield the cards of contacts, each read back as what it was written from.

    Raises:
        UserProblem: there is nobody to write, or a card does not read back.
        Cancelled: the user asked to stop.
    """
    _check_somebody(contact_ids)
    style = card_style(choice.version, choice.profile)
    count = 0
    for batch in _batches(notebook, contact_ids, choice, scale):
        progress.report(count, len(contact_ids), "Writing cards")
        for card in verified_cards(batch, style):
            yield card
            count += 1


def _check_somebody(contact_ids: Sequence[int]) -> None:
    if not contact_ids:
        raise UserProblem("There is nobody to export yet.", "", "Add or import people first.")


def _batches(
    notebook: Notebook, ids: Sequence[int], choice: ExportChoice, scale: Scale | None
) -> Iterator[list[CardToWrite]]:
    """Yield contacts with the cards that they came from."""
    for start in range(0, len(ids), _CONTACTS_A_BATCH):
        some = ids[start : start + _CONTACTS_A_BATCH]
        sources = notebook.recognition.source_cards(some)
        batch: list[CardToWrite] = []
        for stored in notebook.contacts.many(some):
            contact = _scaled(stored, choice.longest_side, scale)
            raw = tuple(source.raw for source in sources.get(contact.id, ()))
            batch.append(CardToWrite(contact.details, contact.uid, raw))
        yield batch


def _scaled(contact: Contact, longest_side: int, scale: Scale | None) -> Contact:
    photo = contact.details.photo
    if photo is None or scale is None or longest_side <= 0:
        return contact
    smaller = scale(photo, longest_side)
    if smaller is None or len(smaller.data) >= len(photo.data):
        return contact
    return replace(contact, details=replace(contact.details, photo=smaller))
