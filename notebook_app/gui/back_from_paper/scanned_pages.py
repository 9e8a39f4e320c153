"""Looks for the code of a printed list in pictures and scans, beside the window."""

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
from notebook_app.services.importable_endings import PICTURE_ENDINGS, SCAN_ENDINGS

_LARGEST_BYTES: Final = 100_000_000

Picture = tuple[str, Callable[[], bytes]]
"""What it is called, and what reads its bytes."""


def are_pictures(files: Sequence[Path]) -> bool:
    """Return whether there are files, and all are pictures or scans by their endings."""
    endings = PICTURE_ENDINGS + SCAN_ENDINGS
    return bool(files) and all(file.name.lower().endswith(endings) for file in files)


def without_scans(files: Sequence[Path]) -> list[Path]:
    """Return the files that an import may know: beside cards, scans are nothing to it."""
    return [file for file in files if not file.name.lower().endswith(SCAN_ENDINGS)]


def open_scanned(desk: Desk, files: Sequence[Path], otherwise: Callable[[], object]) -> None:
    """Open the printed list whose code is on a picture or in a scan; ``otherwise`` if none is.

    A scan that is no list is said to be none: nothing else is read from it.
    """
    scans = [file.name for file in files if file.name.lower().endswith(SCAN_ENDINGS)]

    def opened(code: PrintedCode | None) -> None:
        if code is not None:
            desk.ask(Act.BACK_FROM_PAPER, code)
        elif scans:
            desk.problem_met.emit(_no_list(scans[0]))
        else:
            otherwise()

    look_for_code(desk, pictures_of(files), opened)


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
            code = printed_code(name, read(), grey_pictures, progress)
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


def _no_list(name: str) -> UserProblem:
    return UserProblem(
        _words("No code of a printed list can be made out in {file}.").format(file=name),
        _words("A PDF can't be imported; it is only looked through for the code of a list."),
        _words("If it is a scan of one, scan the page once more, straight and at 200 dpi or more."),
    )


def _words(text: str) -> str:
    return QCoreApplication.translate("BackFromPaper", text)
