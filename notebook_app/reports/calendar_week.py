"""A week to hang up, with what is noted about each thing and room to write."""

from collections.abc import Sequence
from datetime import date, timedelta

from notebook_app.model.rows import CalendarEntry
from notebook_app.reports.calendar_sheet import (
    WEEK_DAYS,
    CalendarSheet,
    DaysKnown,
    first_of_week,
    weeks_from,
)
from notebook_app.reports.calendar_words import CalendarWords


def week_days(day: date, first_weekday: int) -> tuple[date, date]:
    """Return the first and the last day of the week in which ``day`` lies."""
    first = first_of_week(day, first_weekday)
    return first, first + timedelta(days=WEEK_DAYS - 1)


def week_sheet(
    day: date,
    entries: Sequence[CalendarEntry],
    known: DaysKnown,
    today: date,
    words: CalendarWords,
) -> CalendarSheet:
    """Return the page of the week in which ``day`` lies, printed on ``today``."""
    first, last = week_days(day, words.first_weekday())
    weeks = weeks_from(first, 1, entries, known, words, with_ends=True)
    return CalendarSheet(
        title=f"Week {weeks[0].label}",
        subtitle=f"{words.day(first, last)} to {words.full_day(last)}",
        weeks=weeks,
        foot=f"Printed {words.full_day(today)}",
        from_the_right=words.from_the_right(),
    )
