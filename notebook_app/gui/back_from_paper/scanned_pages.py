"""Looks for the code of a printed list in pictures, beside the window."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.printed_list import PrintedCode
from notebook_app.services.importable_endings import PICTURE_ENDINGS

_LARGEST_BYTES: Final = 100_000_000

Picture = tuple[str, Callable[[], bytes]]
"""What it is called, and what reads its bytes."""


def are_pictures(files: Sequence[Path]) -> bool:
    """Return whether there are files, and all of them are pictures by their endings."""
    return bool(files) and all(file.name.lower().endswith(PICTURE_ENDINGS) for file in files)


def open_scanned(desk: Desk, files: Sequence[Path], otherwise: Callable[[], object]) -> None:
    """Open the printed list whose code is on a picture; ``otherwise`` if there is none."""
    look_for_code(desk, pictures_of(files), lambda code: _open(desk, code, otherwise))


def pictures_of(files: Sequence[Path]) -> list[Picture]:
    """Return files as pictures that are read when they are looked at."""
    return [(file.name, partial(_bytes_of, file)) for file in files]


def look_for_code(
    desk: Desk, pictures: Sequence[Picture], found: Callable[[PrintedCode | None], object]
) -> None:
    """Hand the first code of a printed list on pictures to ``found``, or None."""
    title = _words("Looking at {file}").format(file=pictures[0][0])
    desk.run_in_background(
        lambda progress: _first_code(pictures, progress), found, title, writes=False
    )


def _first_code(pictures: Sequence[Picture], progress: Progress) -> PrintedCode | None:
    from notebook_app.gui.importing.grey_picture import grey_pictures
    from notebook_app.services.read_printed_code import printed_code

    for number, (name, read) in enumerate(pictures):
        progress.report(number, len(pictures), name)
        try:
            code = printed_code(name, read(), grey_pictures)
        except (UserProblem, OSError):
            # Whoever takes it next says what is wrong with it.
            continue
        if code is not None:
            return code
    return None


def _bytes_of(file: Path) -> bytes:
    """Return what a file holds; nothing if it is none, or too large for a picture."""
    if not file.is_file() or file.stat().st_size > _LARGEST_BYTES:
        return b""
    return file.read_bytes()


def _open(desk: Desk, code: PrintedCode | None, otherwise: Callable[[], object]) -> None:
    if code is None:
        otherwise()
    else:
        desk.ask(Act.BACK_FROM_PAPER, code)


def _words(text: str) -> str:
    return QCoreApplication.translate("BackFromPaper", text)
