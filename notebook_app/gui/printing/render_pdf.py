"""Writes a document as PDF: selectable text, embedded fonts, and never half a file.

Works in any thread and without a window, as long as there is a QGuiApplication (see
``headless.py`` for commands).
"""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QFileDevice, QTemporaryFile
from PySide6.QtGui import QPainter, QPdfWriter

from notebook_app.foundation.progress import Progress, no_progress
from notebook_app.gui.printing.document_layout import DocumentLayout
from notebook_app.gui.printing.page_painter import PagePainter
from notebook_app.gui.printing.paper import UNITS_PER_INCH, find_paper
from notebook_app.gui.printing.pdf_outline import (
    TornFile,
    UnknownForm,
    bookmarks_of,
    outline_update,
)
from notebook_app.gui.printing.whole_file import ensure_can_be_written, not_written, whole_file
from notebook_app.reports.document import Document

_CREATOR: Final = "Contact Notebook"
_COPIED_AT_ONCE: Final = 1 << 20


def render_pdf(
    document: Document, path: Path, paper: str = "A4", progress: Progress | None = None
) -> int:
    """Write ``document`` to ``path`` and return how many pages it has.

    ``paper`` is ``A4`` or ``Letter``. A file that is there already is replaced only when the new
    one is whole; after a cancel or an error everything is as it was. ``progress`` is told a share
    of twice the number of entries: laid out, then written.

    Raises:
        UserProblem: nothing to print, no such paper, no font, or ``path`` can't be written.
        Cancelled: the user asked to stop.
    """
    sheet = find_paper(paper)
    progress = progress or no_progress()
    path = Path(path)
    ensure_can_be_written(path)
    layout = DocumentLayout(document, sheet)
    planned = layout.plan(progress)
    painter_of_pages = PagePainter(layout, planned)
    # Bookmarks need a file that can be read again, which QSaveFile's can't.
    draft = QTemporaryFile()
    if not draft.open():
        raise not_written(path, draft)
    _write(painter_of_pages, layout, draft, progress)
    if not draft.flush():
        raise not_written(path, draft)
    entries = document.entry_count()
    bookmarks = tuple(bookmarks_of(document, planned, sheet))
    try:
        update = outline_update(draft, bookmarks)
    except UnknownForm:
        update = b""
    except TornFile as torn:
        raise not_written(path, draft) from torn
    with whole_file(path) as file:
        draft.seek(0)
        while not draft.atEnd():
            progress.report(2 * entries, 2 * entries, "Saving")
            file.write(draft.read(_COPIED_AT_ONCE))
        file.write(update)
    return painter_of_pages.page_count


def _write(
    pages: PagePainter, layout: DocumentLayout, file: QFileDevice, progress: Progress
) -> None:
    writer = QPdfWriter(file)
    writer.setResolution(UNITS_PER_INCH)
    writer.setPageLayout(layout.paper.page_layout())
    document = layout.document
    writer.setTitle(" – ".join(part for part in (document.title, document.subtitle) if part))
    writer.setCreator(f"{_CREATOR} {QCoreApplication.applicationVersion()}".strip())
    entries = document.entry_count()
    count = pages.page_count
    painter = QPainter()
    if not painter.begin(writer):
        raise not_written(Path(file.fileName()), file)
    try:
        for number in range(count):
            progress.report(
                entries + entries * number // count,
                2 * entries,
                f"Page {number + 1} of {count}",
            )
            if number:
                writer.newPage()
            pages.paint(painter, number)
        progress.report(2 * entries, 2 * entries, f"{count} pages")
    finally:
        painter.end()
