"""All reports on two pages: of each its main sentences, a few bars, and the head of its table."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from notebook_app.model.past_periods import Period
from notebook_app.reports.date_words import DateWords
from notebook_app.reports.document import Bars, Document, Section, Table
from notebook_app.reports.insights.report_words import counted, period_words

_MOST_BARS: Final = 6
_MOST_SENTENCES: Final = 2
_MOST_LINES: Final = 4


def overview_document(
    period: Period, documents: Sequence[tuple[Document, bool]], today: date, words: DateWords
) -> Document:
    """Return the first section of each of these documents, shortened, under one title.

    Each comes with whether the end of its lines matters most, as where the newest are last.
    """
    return Document(
        "Insights",
        period_words(period, words),
        tuple(_shortened(documents)),
        foot=f"Printed {words.full_day(today)}",
        compact=True,
    )


def _shortened(documents: Sequence[tuple[Document, bool]]) -> Iterator[Section]:
    for document, newest_last in documents:
        for section in document.sections[:1]:
            if section.table is None and section.bars is None:
                continue
            sentences = _main(section.paragraphs)
            table, more = _some_lines(section.table, newest_last)
            if more:
                sentences = (*sentences, f"{counted(more, 'line')} more in the whole report.")
            yield replace(
                section,
                heading=document.title,
                paragraphs=(" ".join(sentences),),
                bars=_some_bars(section.bars, newest_last),
                table=table,
            )


def _main(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Return those that begin with a figure, which rules never do; otherwise the first ones."""
    figures = tuple(text for text in paragraphs if text[:1].isdigit())
    return (figures or tuple(paragraphs))[:_MOST_SENTENCES]


def _some_lines(table: Table | None, newest_last: bool) -> tuple[Table | None, int]:
    """Return the head or end of a table with its total, and how many lines it lacks."""
    if table is None:
        return None, 0
    more = len(table.rows) - _MOST_LINES
    # A single line more takes no more room than the words that say so.
    if more <= 1:
        return table, 0
    rows = table.rows[-_MOST_LINES:] if newest_last else table.rows[:_MOST_LINES]
    return replace(table, rows=rows), more


def _some_bars(bars: Bars | None, newest_last: bool) -> Bars | None:
    if bars is None:
        return None
    return replace(bars, bars=bars.bars[-_MOST_BARS:] if newest_last else bars.bars[:_MOST_BARS])
