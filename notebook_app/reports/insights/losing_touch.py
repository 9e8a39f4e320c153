"""With whom one is losing touch, as a document: most urgent first, with what was said last."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from notebook_app.model.rows import LosingTouchRow
from notebook_app.reports.date_words import DateWords
from notebook_app.reports.document import Document, Section, Table
from notebook_app.reports.insights.report_words import counted, name

MOST_LINES: Final = 2_000
"""The most that go on paper; a table file has them all."""

_COLUMNS: Final = ("Person", "Keep in touch", "Last spoke", "At the latest", "Late", "Last topic")


def losing_touch_document(
    rows: Sequence[LosingTouchRow], on: date, today: date, words: DateWords
) -> Document:
    """Return people as they stand on a day, in the order given."""
    lines = tuple(
        (
            name(row.name),
            row.cadence,
            words.short_day(row.last_conversation, today) if row.last_conversation else "never",
            words.short_day(row.latest, today),
            late_words(row, on),
            name(row.last_topic, ""),
        )
        for row in rows[:MOST_LINES]
    )
    table = Table(_COLUMNS, lines, (4,)) if lines else None
    return Document(
        "Losing touch",
        f"As of {words.full_day(on)}",
        (Section("Losing touch", (), paragraphs=tuple(_sentences(rows, on)), table=table),),
        foot=f"Printed {words.full_day(today)}",
        compact=True,
    )


def late_words(row: LosingTouchRow, on: date) -> str:
    """Return ``4 days`` after the latest day, or nothing until then."""
    late = (on - row.latest).days
    return counted(late, "day") if late > 0 else ""


def _sentences(rows: Sequence[LosingTouchRow], on: date) -> Iterator[str]:
    if not rows:
        yield "You are in touch with everybody you wanted to be in touch with."
        return
    late = sum(row.latest < on for row in rows)
    yield f"{counted(len(rows), 'person')} to be in touch with again, {late} of them late."
    more = len(rows) - MOST_LINES
    if more > 0:
        yield f"{counted(more, 'person')} more, not shown here."
