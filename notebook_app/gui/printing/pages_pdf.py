"""Writes painted pages as PDF, with bookmarks, to the exact millimetre and never half a file."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QTemporaryFile
from PySide6.QtGui import QPageLayout, QPainter, QPdfWriter

from notebook_app.foundation.progress import Progress, no_progress
from notebook_app.gui.printing.paper import UNITS_PER_INCH
from notebook_app.gui.printing.pdf_outline import (
    Bookmark,
    TornFile,
    UnknownForm,
    outline_update,
)
from notebook_app.gui.printing.whole_file import (
    ensure_can_be_written,
    not_written,
    whole_file,
    write_into,
)

if TYPE_CHECKING:
    # It brings in all of the window, which a command does without.
    from notebook_app.gui.printing.page_preview import PaintedPages

_CREATOR: Final = "Contact Notebook"
_COPIED_AT_ONCE: Final = 1 << 20


def write_pages(
    pages: "PaintedPages",
    path: Path,
    layout: QPageLayout,
    title: str,
    *,
    bookmarks: Sequence[Bookmark] = (),
    progress: Progress | None = None,
) -> int:
    """Write ``pages`` to ``path`` and return how many there are; ``progress`` counts them.

    Raises:
        UserProblem: ``path`` can't be written; what was there is as it was.
        Cancelled: the user asked to stop.
    """
    progress, count = progress or no_progress(), pages.page_count
    ensure_can_be_written(path)
    # Bookmarks need a file that can be read again, which QSaveFile's can't.
    draft = QTemporaryFile()
    if not draft.open():
        raise not_written(path, draft)
    writer = QPdfWriter(draft)
    writer.setResolution(UNITS_PER_INCH)
    writer.setPageLayout(layout)
    writer.setTitle(title)
    writer.setCreator(f"{_CREATOR} {QCoreApplication.applicationVersion()}".strip())
    painter = QPainter()
    if not painter.begin(writer):
        raise not_written(path, draft)
    try:
        for number in range(count):
            progress.report(number, count, f"Page {number + 1} of {count}")
            if number:
                writer.newPage()
            pages.paint(painter, number)
    finally:
        painter.end()
    if not draft.flush():
        raise not_written(path, draft)
    try:
        update = outline_update(draft, bookmarks)
    except UnknownForm:
        update = b""
    except TornFile as torn:
        raise not_written(path, draft) from torn
    with whole_file(path) as file:
        draft.seek(0)
        while not draft.atEnd():
            progress.report(count, count, "Saving")
            write_into(file, path, draft.read(_COPIED_AT_ONCE))
        write_into(file, path, update)
    return count
