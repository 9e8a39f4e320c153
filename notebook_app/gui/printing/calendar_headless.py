"""Calendar pages from commands, without a display."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from pathlib import Path

from notebook_app.foundation.progress import Progress
from notebook_app.gui.printing.calendar_choices import CalendarSpan, usual_choices
from notebook_app.gui.printing.calendar_job import calendar_job
from notebook_app.gui.printing.headless import printing_application
from notebook_app.gui.printing.locale_calendar_words import LocaleCalendarWords
from notebook_app.gui.printing.write_document import is_text_form
from notebook_app.model.calendar_filter import CalendarFilter
from notebook_app.services.print_calendar import PrintedCalendar
from notebook_app.storage.notebook import Notebook


def save_calendar(
    notebook: Notebook,
    path: Path,
    day: date,
    *,
    week: bool,
    paper: str | None = None,
    lies: bool | None = None,
    narrowed: CalendarFilter | None = None,
    without: Collection[int] = (),
    with_private: bool = False,
    progress: Progress | None = None,
) -> PrintedCalendar:
    """Write the month of ``day``, or its ``week``; the name says in what form.

    ``lies`` says how the sheet lies; without it a month lies across and a week stands. ``without``
    names contacts to leave out; people with tags that are never printed are on it only
    ``with_private``.

    Raises:
        UserProblem: the file can't be written; none is left.
        Cancelled: the user asked to stop.
    """
    with printing_application():
        choices = usual_choices(CalendarSpan.WEEK if week else CalendarSpan.MONTH)
        choices = replace(
            choices,
            paper=paper or choices.paper,
            lies=choices.lies if lies is None else lies,
            private=with_private,
        )
        words = LocaleCalendarWords()
        job = calendar_job(
            notebook, choices, day, words, narrowed, without=without, progress=progress
        )
        pages = job.write(path, progress)
    days = [each.on for each in job.sheet.days()]
    # Who reads a web page or a text has fonts of their own.
    missing = "" if is_text_form(path) else job.missing
    return PrintedCalendar(pages, job.sheet.line_count(), job.left_out, days[0], days[-1], missing)
