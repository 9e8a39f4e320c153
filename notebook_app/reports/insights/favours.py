"""Favours as a document: help, introductions and referrals, both ways, and what thanks wait."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from notebook_app.model.entry_words import favour_title
from notebook_app.model.offering import Direction, FavourRow
from notebook_app.model.past_periods import Period
from notebook_app.reports.date_words import DateWords
from notebook_app.reports.document import Document, Section, Table
from notebook_app.reports.insights.report_words import counted, name, period_words

MOST_LINES: Final = 2_000
"""The most that go on paper; a table file has them all."""


def favours_document(
    rows: Sequence[FavourRow], period: Period, today: date, words: DateWords
) -> Document:
    """Return favours in the order given: when, with whom, what, and whether they were thanked."""
    lines = tuple(
        (
            words.short_day(row.draft.on, today),
            name(row.contact_name),
            favour_title(row.draft.direction, row.draft.kind),
            name(row.about_name, ""),
            name(row.draft.text, ""),
            thanks_words(row),
        )
        for row in rows[:MOST_LINES]
    )
    table = Table(("Day", "Person", "What", "About", "Note", "Thanks"), lines) if lines else None
    return Document(
        "Favours",
        period_words(period, words),
        (Section("Favours", (), paragraphs=tuple(_sentences(rows)), table=table),),
        foot=f"Printed {words.full_day(today)}",
        compact=True,
    )


def waits_for_thanks(row: FavourRow) -> bool:
    """Return whether somebody did something for the user, who has not thanked them yet."""
    return row.draft.direction is Direction.RECEIVED and row.draft.thanked_on is None


def thanks_words(row: FavourRow) -> str:
    """Return ``thanked``, ``not thanked yet``, or nothing for what the user did."""
    if row.draft.direction is not Direction.RECEIVED:
        return ""
    return "not thanked yet" if waits_for_thanks(row) else "thanked"


def _sentences(rows: Sequence[FavourRow]) -> Iterator[str]:
    if not rows:
        yield "No favours are written down in this time."
        return
    received = sum(row.draft.direction is Direction.RECEIVED for row in rows)
    yield f"{counted(len(rows), 'favour')}: {len(rows) - received} by you, {received} for you."
    waiting = sum(map(waits_for_thanks, rows))
    if waiting:
        yield f"{counted(waiting, 'favour')} not thanked for yet."
    more = len(rows) - MOST_LINES
    if more > 0:
        yield f"{counted(more, 'favour')} more, not shown here."
