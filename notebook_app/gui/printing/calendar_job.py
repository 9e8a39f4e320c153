"""A calendar ready to be shown and printed: its page, and behind it what found no room there."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from PySide6.QtGui import QPainter

from notebook_app.foundation.progress import Progress
from notebook_app.foundation.record import record
from notebook_app.gui.printing.calendar_choices import CalendarChoices, CalendarSpan
from notebook_app.gui.printing.calendar_month_painter import MonthPainter
from notebook_app.gui.printing.calendar_week_painter import WeekPainter
from notebook_app.gui.printing.document_layout import DocumentLayout
from notebook_app.gui.printing.labels_jobs import JobPainter
from notebook_app.gui.printing.missing_signs import missing_words
from notebook_app.gui.printing.page_painter import PagePainter
from notebook_app.gui.printing.pages_pdf import write_pages
from notebook_app.gui.printing.pagination import PagePlan
from notebook_app.gui.printing.paper import UNITS_PER_INCH, UNITS_PER_MM
from notebook_app.gui.printing.pdf_outline import Bookmark, bookmarks_of
from notebook_app.gui.printing.write_document import is_text_form, write_text
from notebook_app.model.calendar_filter import CalendarFilter
from notebook_app.model.month_steps import add_months
from notebook_app.reports.calendar_month import month_days, month_sheet
from notebook_app.reports.calendar_rest import rest_document
from notebook_app.reports.calendar_sheet import CalendarSheet
from notebook_app.reports.calendar_texts import calendar_html, calendar_text
from notebook_app.reports.calendar_week import week_days, week_sheet
from notebook_app.reports.calendar_words import CalendarWords
from notebook_app.reports.document import Document
from notebook_app.services.print_calendar import calendar_to_print
from notebook_app.storage.notebook import Notebook

_COLUMNS_ACROSS: Final = 3
_COLUMNS_UPRIGHT: Final = 2


@record
class CalendarJob:
    """One page of a calendar, and the ``rest`` on pages of its own if there is any.

    ``left_out`` counts what is about people with private tags; ``missing`` says which script no
    font here has. It is a ``PrintJob``.
    """

    sheet: CalendarSheet
    choices: CalendarChoices
    words: CalendarWords
    rest: Document
    rest_pages: tuple[PagePlan, ...] = ()
    left_out: int = 0
    missing: str = ""

    @property
    def title(self) -> str:
        """What the PDF is called."""
        return " – ".join(part for part in (self.sheet.title, self.sheet.subtitle) if part)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of a page in mm."""
        paper = self.choices.sheet()
        return paper.width / UNITS_PER_MM, paper.height / UNITS_PER_MM

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return 1 + len(self.rest_pages)

    def painter(self) -> JobPainter:
        """Return what paints the pages, for the thread that asks."""
        first = _painter(self.sheet, self.choices)
        paper = self.choices.sheet()
        rest = PagePainter(DocumentLayout(self.rest, paper, most_kept=0), self.rest_pages)

        def paint(painter: QPainter, number: int) -> None:
            if number == 0:
                first.paint(painter)
            else:
                rest.paint(painter, number - 1)

        return JobPainter(self.page_count, paint)

    def bookmarks(self) -> Iterator[Bookmark]:
        """Yield a bookmark for the page, for each week of a month, and for the days of the rest."""
        paper = self.choices.sheet()
        yield Bookmark(self.sheet.title, 0, _points(paper.height))
        first = _painter(self.sheet, self.choices)
        if isinstance(first, MonthPainter):
            for week, top in zip(self.sheet.weeks, first.week_tops(), strict=True):
                yield Bookmark(f"Week {week.number}", 0, _points(paper.height - top))
        for mark in bookmarks_of(self.rest, self.rest_pages, paper):
            yield replace(mark, page=mark.page + 1)

    def write(self, path: Path, progress: Progress | None = None) -> int:
        """Write the pages and return how many there are; a web page or a text is one.

        ``path`` ends in ``.html``, ``.htm`` or ``.txt``, or else it becomes a PDF.

        Raises:
            UserProblem: ``path`` can't be written.
            Cancelled: the user asked to stop.
        """
        if is_text_form(path):
            notes = self.choices.notes and self.choices.span is CalendarSpan.WEEK
            if path.suffix.lower() == ".txt":
                write_text(calendar_text(self.sheet, self.words, with_notes=notes), path)
            else:
                write_text(calendar_html(self.sheet, with_notes=notes), path)
            return 1
        return write_pages(
            self.painter(),
            path,
            self.choices.sheet().page_layout(),
            self.title,
            bookmarks=tuple(self.bookmarks()),
            progress=progress,
        )


def calendar_job(
    notebook: Notebook,
    choices: CalendarChoices,
    day: date,
    words: CalendarWords,
    narrowed: CalendarFilter | None = None,
    *,
    without: Collection[int] = (),
    progress: Progress | None = None,
) -> CalendarJob:
    """Gather the month or week of ``day`` and lay it out; an empty one is there to write on.

    ``narrowed`` says what is on it; whether what is done is, ``choices`` say. ``without`` names
    contacts to leave out.

    Raises:
        UserProblem: there is not a single font on this computer.
        Cancelled: the user asked to stop.
    """
    month = choices.span is CalendarSpan.MONTH
    first, last = (month_days if month else week_days)(day, words.first_weekday())
    wanted = replace(narrowed or CalendarFilter(), done=choices.done)
    found = calendar_to_print(
        notebook, first, last, wanted, with_private=choices.private, without=without
    )
    make = month_sheet if month else week_sheet
    sheet = make(day, found.entries, found.known, notebook.clock.today(), words)
    return job_of(sheet, choices, words, found.left_out, progress)


def job_of(
    sheet: CalendarSheet,
    choices: CalendarChoices,
    words: CalendarWords,
    left_out: int = 0,
    progress: Progress | None = None,
) -> CalendarJob:
    """Lay a page of a calendar out.

    Raises:
        UserProblem: there is not a single font on this computer.
        Cancelled: something else was chosen meanwhile.
    """
    shown = _painter(sheet, choices).shown()
    columns = _COLUMNS_ACROSS if choices.lies else _COLUMNS_UPRIGHT
    rest = rest_document(sheet, shown, words, columns=columns)
    pages: tuple[PagePlan, ...] = ()
    if rest.sections:
        pages = DocumentLayout(rest, choices.sheet(), most_kept=0).plan(progress)
    missing = missing_words(rest_document(sheet, {}, words, columns=columns), progress)
    return CalendarJob(sheet, choices, words, rest, pages, left_out, missing)


def step(day: date, span: CalendarSpan, steps: int) -> date:
    """Return the day so many months or weeks on."""
    if span is CalendarSpan.WEEK:
        return day + timedelta(weeks=steps)
    return add_months(day.replace(day=1), steps)


def _painter(sheet: CalendarSheet, choices: CalendarChoices) -> MonthPainter | WeekPainter:
    if choices.span is CalendarSpan.MONTH:
        return MonthPainter(sheet, choices.sheet())
    return WeekPainter(sheet, choices.sheet(), with_notes=choices.notes)


def _points(length: float) -> float:
    return length * 72 / UNITS_PER_INCH
