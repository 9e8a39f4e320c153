"""Writes a document as PDF: selectable text, embedded fonts, and never half a file.

Works in any thread and without a window, as long as there is a QGuiApplication (see
``headless.py`` for commands).
"""

from pathlib import Path

from notebook_app.foundation.progress import Progress, no_progress
from notebook_app.gui.printing.document_layout import DocumentLayout
from notebook_app.gui.printing.page_painter import PagePainter
from notebook_app.gui.printing.pages_pdf import write_pages
from notebook_app.gui.printing.paper import find_paper
from notebook_app.gui.printing.pdf_outline import bookmarks_of
from notebook_app.gui.printing.whole_file import ensure_can_be_written
from notebook_app.reports.document import Document


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
    title = " – ".join(part for part in (document.title, document.subtitle) if part)
    return write_pages(
        PagePainter(layout, planned),
        path,
        layout.paper.page_layout(),
        title,
        bookmarks=tuple(bookmarks_of(document, planned, sheet)),
        progress=_SecondHalf(progress, document.entry_count()),
    )


class _SecondHalf(Progress):
    """Tells of pages as the second half of the whole, after the entries that were laid out."""

    def __init__(self, whole: Progress, entries: int) -> None:
        super().__init__()
        self._whole = whole
        self._entries = max(1, entries)

    def report(self, done: int, total: int, text: str = "") -> None:
        self._whole.report(self._entries + self._entries * done // total, 2 * self._entries, text)
