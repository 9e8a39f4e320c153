"""What found no room on its day of a calendar page: a list behind it, so that nothing is lost."""

from collections.abc import Mapping
from datetime import date

from notebook_app.reports.calendar_sheet import CalendarLine, CalendarSheet
from notebook_app.reports.calendar_words import CalendarWords
from notebook_app.reports.document import Document, Entry, PageWords, Section


def rest_document(
    sheet: CalendarSheet, shown: Mapping[date, int], words: CalendarWords, *, columns: int
) -> Document:
    """Return a list of the lines that are not among the first ``shown`` ones of their day.

    It has no sections where everything is shown.
    """
    sections = []
    for day in sheet.days():
        rest = day.lines[shown.get(day.on, 0) :]
        if rest:
            heading = words.full_day(day.on)
            sections.append(Section(heading, tuple(_entry(line) for line in rest)))
    return Document(
        title=sheet.title,
        subtitle="More on these days",
        sections=tuple(sections),
        foot=sheet.foot,
        words=PageWords(page_of="More, page {page} of {pages}"),
        columns=columns,
        compact=True,
    )


def _entry(line: CalendarLine) -> Entry:
    said = ", ".join(part for part in (line.act, line.tail) if part)
    return Entry(line.name, beside=said, when=line.when, text=line.note, box=False)
