"""Write people to a vCard file, and report success only when the file reads back the same."""

import errno
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from notebook_app.formats.vcard.cards import ReadCard
from notebook_app.formats.vcard.facts import facts
from notebook_app.formats.vcard.read import read_cards
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress, no_progress
from notebook_app.model.contact import ContactDetails
from notebook_app.storage.notebook import Notebook

_CARDS_A_REPORT = 50


@dataclass(frozen=True, slots=True)
class ExportOutcome:
    """How many people were written, where to, and in how many seconds."""

    count: int
    path: Path
    seconds: float


def export_vcards(
    notebook: Notebook,
    target: Path,
    contact_ids: Sequence[int] | None = None,
    version: str = "3.0",
    progress: Progress | None = None,
) -> ExportOutcome:
    """Write contacts to ``target``, which is replaced only by a whole and verified file.

    Args:
        notebook: where the contacts are. The running thread needs a connection to it.
        target: the file to write.
        contact_ids: whom; None for everyone.
        version: of the vCards: ``2.1``, ``3.0`` or ``4.0``.
        progress: told how many of all cards are written and read back.

    Raises:
        UserProblem: there is nobody to write, or the file can't be written.
        Cancelled: the user asked to stop; ``target`` is as it was.
    """
    progress = progress or no_progress()
    start = time.monotonic()
    ids = notebook.contacts.all_ids() if contact_ids is None else list(contact_ids)
    if not ids:
        raise UserProblem("There is nobody to export yet.", "", "Add or import people first.")
    if target.is_dir():
        raise UserProblem(f"{target} is a folder.", "", "Name the file to write.")
    if target.exists() and not target.is_file():
        # Replacing a device by a file would take it away from everybody.
        raise UserProblem(f"{target} is not a file.", "", "Name the file to write.")
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        written = _write(notebook, temporary, ids, version, progress)
        _read_back(temporary, written, version, progress)
        os.replace(temporary, target)
    except OSError as error:
        raise _problem(target, error) from error
    finally:
        with suppress(OSError):
            temporary.unlink()
    return ExportOutcome(len(written), target, time.monotonic() - start)


def _write(
    notebook: Notebook, path: Path, ids: Sequence[int], version: str, progress: Progress
) -> list[frozenset[int]]:
    # Loading vobject takes as long as a frame or two; no window needs it to open.
    from notebook_app.formats.vcard.write import write_cards

    written: list[frozenset[int]] = []

    def cards() -> Iterator[tuple[ContactDetails, str]]:
        for contact in notebook.contacts.many(ids):
            written.append(facts(contact.details, contact.uid, version))
            yield contact.details, contact.uid

    with path.open("wb") as file:
        for data in write_cards(cards(), version, progress, total=2 * len(ids)):
            file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return written


def _read_back(
    path: Path, written: Sequence[frozenset[int]], version: str, progress: Progress
) -> None:
    count = 0
    for card in read_cards(path.read_bytes()):
        if count % _CARDS_A_REPORT == 0:
            progress.report(len(written) + count, 2 * len(written), "Reading back")
        if not isinstance(card, ReadCard) or count >= len(written):
            raise _differs(card.raw)
        if not written[count] <= facts(card.details, card.uid, version):
            raise _differs(card.details.display_name)
        count += 1
    if count != len(written):
        raise _differs("The last cards are missing.")


def _differs(what: str) -> UserProblem:
    return UserProblem(
        "The file did not read back as it was written, so nothing was replaced.",
        what[:80],
        "Try another vCard version, and tell us about it.",
    )


def _problem(target: Path, error: OSError) -> UserProblem:
    if isinstance(error, FileNotFoundError):
        return UserProblem(
            f"There is no folder {target.parent}.", "", "Choose a folder that exists."
        )
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return UserProblem(
            f"The disk has no room for {target.name}.", "", "Make room, or choose another disk."
        )
    return UserProblem(
        f"{target} can't be written.", f"{error.strerror}.", "Choose a folder you may write to."
    )
