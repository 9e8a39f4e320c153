"""Puts the cards that could not be read into a file beside the notebook, with their reasons.

The file is a vCard file again: it can be mended by hand and imported once more.
"""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from notebook_app.formats.vcard.set_aside import set_aside_text
from notebook_app.foundation.problem import UserProblem
from notebook_app.services.import_plan import PlannedCard

_TRIES = 1_000


def rejected_folder(notebook_path: Path) -> Path:
    """Return the folder for rejected cards, beside the notebook."""
    return notebook_path.with_name(f"{notebook_path.stem} rejected")


def write_rejected(notebook_path: Path, cards: Sequence[PlannedCard]) -> tuple[Path, bool] | None:
    """Write the cards into a new file, or find the one that holds just them already.

    Returns the file and whether it was written now; None without cards.

    Raises:
        UserProblem: the file could not be written.
    """
    if not cards:
        return None
    data = "".join(set_aside_text(card.raw, card.reason) for card in cards).encode(
        "utf-8", "replace"
    )
    folder = rejected_folder(notebook_path)
    stem = Path(cards[0].source).stem or "cards"
    try:
        folder.mkdir(exist_ok=True)
        for number in range(1, _TRIES):
            path = folder / (f"{stem}.vcf" if number == 1 else f"{stem} {number}.vcf")
            if not path.exists():
                _write(path, data)
                return path, True
            if path.stat().st_size == len(data) and path.read_bytes() == data:
                return path, False
    except OSError as error:
        raise UserProblem(
            f"The cards that could not be read could not be put into {folder}.",
            f"{error.strerror}.",
            "Check that you may write there and that the disk has room.",
        ) from error
    raise UserProblem(f"{folder} holds too many files.", "", "Delete those you don't need.")


def _write(path: Path, data: bytes) -> None:
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        temporary.write_bytes(data)
        os.replace(temporary, path)
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()
