"""A list ready to be shown and printed: gathered and planned off the window's thread."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from notebook_app.foundation.progress import Progress
from notebook_app.gui.printing.document_layout import DocumentLayout
from notebook_app.gui.printing.locale_date_words import LocaleDateWords
from notebook_app.gui.printing.missing_signs import missing_words
from notebook_app.gui.printing.page_painter import PagePainter
from notebook_app.gui.printing.pagination import PagePlan
from notebook_app.gui.printing.paper import find_paper
from notebook_app.gui.printing.print_choices import PrintChoices
from notebook_app.gui.printing.whom import people_found
from notebook_app.gui.printing.write_document import write_document
from notebook_app.reports.document import Document
from notebook_app.reports.follow_up_list import follow_up_list, range_in_words
from notebook_app.reports.numbered import numbered
from notebook_app.services.print_follow_ups import follow_ups_to_print, places_of
from notebook_app.storage.notebook import Notebook

if TYPE_CHECKING:
    # It brings in all of the window, which a command does without.
    from notebook_app.gui.printing.page_preview import PaintedPages


@dataclass(frozen=True)
class PreparedList:
    """The document and the plan of its pages; an empty list has none.

    ``missing`` says which script no font here has.
    """

    document: Document
    pages: tuple[PagePlan, ...]
    paper: str
    missing: str = ""

    def painter(self) -> "PaintedPages":
        """Return what paints the pages, for the thread that asks."""
        layout = DocumentLayout(self.document, find_paper(self.paper), most_kept=0)
        return PagePainter(layout, self.pages)

    def write(self, path: Path, progress: Progress | None = None) -> int:
        """Write the document in the form that ``path`` asks for; return how many pages it has.

        Raises:
            UserProblem: ``path`` can't be written.
            Cancelled: the user asked to stop.
        """
        return write_document(self.document, path, self.paper, progress)


def prepare_document(document: Document, paper: str, progress: Progress) -> PreparedList:
    """Plan the pages of any document.

    Raises:
        UserProblem: there is nothing in it, no such paper, or no font to print with.
        Cancelled: something else was chosen meanwhile.
    """
    missing = missing_words(document, progress)
    layout = DocumentLayout(document, find_paper(paper), most_kept=0)
    return PreparedList(document, layout.plan(progress), paper, missing)


def prepare_list(
    notebook: Notebook,
    choices: PrintChoices,
    locale: QLocale,
    progress: Progress,
    *,
    only: Collection[int] | None = None,
    plan: Callable[[Document, str, Progress], PreparedList] = prepare_document,
) -> PreparedList:
    """Gather the follow-ups that were chosen and plan their pages.

    ``only`` names the contacts to keep to; None for everybody. ``plan`` takes the document and
    the name of its sheet.

    Raises:
        UserProblem: the range ends before it begins, or there is no font to print with.
        Cancelled: something else was chosen meanwhile.
    """
    document = list_to_print(notebook, choices, locale, only)
    if not document.sections:
        return PreparedList(document, (), choices.sheet())
    return plan(document, choices.sheet(), progress)


def list_to_print(
    notebook: Notebook,
    choices: PrintChoices,
    locale: QLocale,
    only: Collection[int] | None = None,
) -> Document:
    """Gather the follow-ups that were chosen; without any the document has no sections.

    Raises:
        UserProblem: the range ends before it begins.
    """
    today = notebook.clock.today()
    chosen = choices.range_on(today, locale.firstDayOfWeek().value - 1)
    if choices.query:
        found = people_found(notebook, choices.query)
        only = found if only is None else frozenset(only).intersection(found)
    elif choices.query is not None:
        only = None
    rows = follow_ups_to_print(
        notebook, chosen.start, chosen.end, chosen.overdue, only, leave_out=choices.leave_out
    )
    words = LocaleDateWords(locale)
    document = follow_up_list(
        rows,
        today,
        words,
        range_words=range_in_words(chosen, today, words),
        style=choices.style,
        ruled=choices.ruled,
        places=places_of(notebook, rows),
        shown=choices.shown,
    )
    # Its number is known when it goes on paper; until then all stands where it will stand.
    return numbered(document, None) if rows else document
