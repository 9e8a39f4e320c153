"""A pocket fold ready to be shown, printed and written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from notebook_app.foundation.progress import Progress
from notebook_app.gui.printing.fold_layout import Booklet, FoldLayout
from notebook_app.gui.printing.fold_painter import FoldPainter, FoldWords, SmallPages
from notebook_app.gui.printing.fold_sheet import COLUMNS, place_of
from notebook_app.gui.printing.missing_signs import missing_words
from notebook_app.gui.printing.pages_pdf import write_pages
from notebook_app.gui.printing.paper import UNITS_PER_INCH, Paper, find_paper
from notebook_app.gui.printing.pdf_outline import Bookmark
from notebook_app.gui.printing.prepared_list import PreparedList
from notebook_app.gui.printing.write_document import is_text_form
from notebook_app.reports.document import Document

_LONGEST_TITLE = 160


@dataclass(frozen=True)
class PreparedFold(PreparedList):
    """``pages`` are the sheets, each with all that stands on it; ``booklets`` the small pages."""

    booklets: tuple[Booklet, ...] = ()

    def painter(self) -> FoldPainter:
        """Return what paints the sheets, for the thread that asks."""
        layout = FoldLayout(self.document, find_paper(self.paper), most_kept=0)
        return FoldPainter(layout, self.booklets)

    def small_pages(self) -> SmallPages:
        """Return what paints the small pages in reading order, for the thread that asks."""
        return SmallPages(self.painter())

    def small_paper(self) -> Paper:
        """Return a small page as a sheet of its own, to be looked at."""
        sheet = find_paper(self.paper)
        return Paper(sheet.name, sheet.width / COLUMNS, sheet.height / 2)

    def write(self, path: Path, progress: Progress | None = None) -> int:
        """Write the sheets as PDF and return how many there are.

        Raises:
            UserProblem: ``path`` can't be written.
            Cancelled: the user asked to stop.
        """
        if is_text_form(path):
            return PreparedList.write(self, path, progress)
        return save_fold(self.document, path, find_paper(self.paper), progress)


def prepare_fold(document: Document, paper: str, progress: Progress | None = None) -> PreparedFold:
    """Plan the booklets of a document on sheets of ``paper``.

    Raises:
        UserProblem: there is nothing in the document, no such paper, or no font.
        Cancelled: the user asked to stop.
    """
    layout = FoldLayout(document, find_paper(paper), most_kept=0)
    booklets = layout.plan(progress)
    sheets = tuple(tuple(item for page in each.pages for item in page) for each in booklets)
    missing = missing_words(document, progress)
    return PreparedFold(document, sheets, layout.sheet.name, missing, booklets)


def save_fold(
    document: Document, path: Path, sheet: Paper, progress: Progress | None = None
) -> int:
    """Lay a document out as a pocket fold, write it as PDF and return how many sheets it has.

    Raises:
        UserProblem: nothing to print, no font, or ``path`` can't be written.
        Cancelled: the user asked to stop.
    """
    layout = FoldLayout(document, sheet)
    booklets = layout.plan(progress)
    title = " – ".join(part for part in (document.title, document.subtitle) if part)
    return write_pages(
        FoldPainter(layout, booklets),
        path,
        layout.sheet.page_layout(),
        title,
        bookmarks=tuple(_bookmarks(document, booklets, layout.sheet)),
        progress=progress,
    )


def _bookmarks(document: Document, booklets: Sequence[Booklet], sheet: Paper) -> Iterator[Bookmark]:
    """Yield a bookmark for each booklet, if there are several, and for what stands in it."""
    height = sheet.height * 72 / UNITS_PER_INCH
    for number, booklet in enumerate(booklets):
        if len(booklets) > 1:
            words = FoldWords().booklet.format(number=number + 1, count=len(booklets))
            yield Bookmark(words, number, height)
        for section, page in booklet.contents():
            _column, row = place_of(page)
            heading = document.sections[section].heading[:_LONGEST_TITLE]
            yield Bookmark(heading, number, height / 2 if row else height)
