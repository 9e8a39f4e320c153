"""Printing without a display, for commands: an application of its own on no screen at all."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication

from notebook_app.foundation.progress import Progress
from notebook_app.gui.printing.fold_prepared import save_fold
from notebook_app.gui.printing.locale_date_words import LocaleDateWords
from notebook_app.gui.printing.missing_signs import missing_words
from notebook_app.gui.printing.paper import find_paper, usual_paper
from notebook_app.gui.printing.write_document import is_text_form, write_document
from notebook_app.model.print_range import PrintRange
from notebook_app.reports.date_words import DateWords
from notebook_app.reports.document import Document
from notebook_app.reports.follow_up_list import ListStyle, follow_up_list, range_in_words
from notebook_app.reports.follow_up_parts import USUAL_LIST_PARTS, ListPart
from notebook_app.services.keep_printed_list import kept_on_paper
from notebook_app.services.print_follow_ups import follow_ups_to_print, places_of
from notebook_app.storage.notebook import Notebook

MakeDocument = Callable[[DateWords, str], Document]
"""Makes a document with the words for dates and the language of the user."""

Remark = Callable[[str], None]
"""Is told a sentence for the user."""


@contextmanager
def printing_application() -> Iterator[None]:
    """Give the running command what Qt needs for fonts, unless it has a window already."""
    if QGuiApplication.instance() is not None:
        yield
        return
    # Off the screen even where there is one: a command must not flash up in anyone's dock.
    application = QGuiApplication(["contact-notebook", "-platform", "offscreen"])
    try:
        yield
    finally:
        application.shutdown()


def save_follow_up_list(
    notebook: Notebook,
    path: Path,
    *,
    start: date | None = None,
    end: date | None = None,
    overdue: bool = False,
    paper: str | None = None,
    style: ListStyle = ListStyle.BY_DAY,
    ruled: int = 2,
    progress: Progress | None = None,
    only: Collection[int] | None = None,
    fold: bool = False,
    shown: Collection[ListPart] = USUAL_LIST_PARTS,
    leave_out: Collection[str] = (),
    remark: Remark | None = None,
) -> int:
    """Write the follow-up list of a range and return how many pages it has.

    This is all of ``print follow-ups -o FILE``, for a command to call. The range is that of
    ``follow_ups_to_print``; without ``paper`` it is what the user's country writes on.
    ``only`` names the contacts to keep to. With ``fold`` it becomes a booklet for the pocket,
    and the pages are sheets. ``shown`` is what of each is said; whoever has a tag of ``leave_out``
    is not on it. ``remark`` is told that a font is missing.

    Raises:
        UserProblem: nothing falls into the range, or the file can't be written; none is left.
        Cancelled: the user asked to stop.
    """
    rows = follow_ups_to_print(notebook, start, end, overdue, only, leave_out=leave_out)
    today = notebook.clock.today()
    with printing_application():
        words = LocaleDateWords()
        chosen = PrintRange(start, end, overdue)
        document = follow_up_list(
            rows,
            today,
            words,
            range_words=range_in_words(chosen, today, words),
            style=style,
            ruled=ruled,
            places=places_of(notebook, rows),
            shown=shown,
        )
        _tell_missing(document, path, remark, progress)
        sheet = paper or usual_paper(QLocale.system())
        with kept_on_paper(notebook, document) as final:
            if fold and not is_text_form(path):
                return save_fold(final, path, find_paper(sheet), progress)
            return write_document(final, path, sheet, progress)


def save_document(
    path: Path,
    make: MakeDocument,
    *,
    paper: str | None = None,
    progress: Progress | None = None,
    remark: Remark | None = None,
) -> int:
    """Write what ``make`` makes and return how many pages it has; the name says in what form.

    ``make`` is handed the words for dates and the language (BCP 47) of the user. ``remark`` is
    told what does not keep it from being printed: that a font is missing.

    Raises:
        UserProblem: there is nothing to print, or the file can't be written.
        Cancelled: the user asked to stop.
    """
    with printing_application():
        document = make(LocaleDateWords(), QLocale().bcp47Name())
        _tell_missing(document, path, remark, progress)
        return write_document(document, path, paper or usual_paper(QLocale.system()), progress)


def _tell_missing(
    document: Document, path: Path, remark: Remark | None, progress: Progress | None
) -> None:
    # Who reads a web page or a text has fonts of their own.
    words = "" if remark is None or is_text_form(path) else missing_words(document, progress)
    if remark is not None and words:
        remark(words)
