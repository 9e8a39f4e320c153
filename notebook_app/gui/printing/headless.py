"""Printing without a display, for commands: an application of its own on no screen at all."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication

from notebook_app.foundation.progress import Progress
from notebook_app.gui.printing.fold_prepared import save_fold
from notebook_app.gui.printing.locale_date_words import LocaleDateWords
from notebook_app.gui.printing.paper import find_paper, usual_paper
from notebook_app.gui.printing.render_pdf import render_pdf
from notebook_app.model.print_range import PrintRange
from notebook_app.reports.briefing import briefing
from notebook_app.reports.follow_up_list import ListStyle, follow_up_list, range_in_words
from notebook_app.reports.people_style import PeopleStyle
from notebook_app.services.keep_printed_list import kept_on_paper
from notebook_app.services.make_people_document import event_document, people_document
from notebook_app.services.prepare_briefing import prepare_briefing
from notebook_app.services.print_contacts import picture_bytes
from notebook_app.services.print_follow_ups import follow_ups_to_print
from notebook_app.storage.notebook import Notebook


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
) -> int:
    """Write the follow-up list of a range as PDF and return how many pages it has.

    This is all of ``print follow-ups -o FILE``, for a command to call. The range is that of
    ``follow_ups_to_print``; without ``paper`` it is what the user's country writes on.
    ``only`` names the contacts to keep to. With ``fold`` it becomes a booklet for the pocket,
    and the pages are sheets.

    Raises:
        UserProblem: nothing falls into the range, or the file can't be written; none is left.
        Cancelled: the user asked to stop.
    """
    rows = follow_ups_to_print(notebook, start, end, overdue, only)
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
        )
        sheet = paper or usual_paper(QLocale.system())
        with kept_on_paper(notebook, document) as final:
            if fold:
                return save_fold(final, path, find_paper(sheet), progress)
            return render_pdf(final, path, sheet, progress)


def save_briefing(
    notebook: Notebook,
    path: Path,
    contact_ids: Sequence[int],
    *,
    paper: str | None = None,
    progress: Progress | None = None,
) -> int:
    """Write what to know before meeting people as PDF and return how many pages it has.

    Raises:
        UserProblem: none of them is in the notebook, or the file can't be written.
        Cancelled: the user asked to stop.
    """
    people = prepare_briefing(notebook, contact_ids)
    with printing_application():
        document = briefing(people, notebook.clock.today(), LocaleDateWords())
        return render_pdf(document, path, paper or usual_paper(QLocale.system()), progress)


def save_people(
    notebook: Notebook,
    path: Path,
    contact_ids: Sequence[int],
    *,
    style: PeopleStyle,
    paper: str | None = None,
    progress: Progress | None = None,
) -> int:
    """Write a document about people as PDF and return how many pages it has.

    Raises:
        UserProblem: there is nobody to print, or the file can't be written.
        Cancelled: the user asked to stop.
    """
    with printing_application():
        document = people_document(
            notebook,
            style,
            contact_ids,
            LocaleDateWords(),
            lambda photo_id: picture_bytes(notebook, photo_id),
            language=QLocale().bcp47Name(),
            progress=progress,
        )
        return render_pdf(document, path, paper or usual_paper(QLocale.system()), progress)


def save_event_sheet(
    notebook: Notebook,
    path: Path,
    event_id: int,
    *,
    paper: str | None = None,
    progress: Progress | None = None,
) -> int:
    """Write the sheet to take along to an event as PDF and return how many pages it has.

    Raises:
        UserProblem: the event is not there, or the file can't be written.
        Cancelled: the user asked to stop.
    """
    with printing_application():
        document = event_document(notebook, event_id, LocaleDateWords())
        return render_pdf(document, path, paper or usual_paper(QLocale.system()), progress)
