"""A month to hang up: whole weeks, so that the days of the months beside it are there too."""

from collections.abc import Sequence
from datetime import date, timedelta

from notebook_app.model.month_steps import add_months
from notebook_app.model.rows import CalendarEntry
from notebook_app.reports.calendar_sheet import (
    WEEK_DAYS,
    CalendarSheet,
    DaysKnown,
    first_of_week,
    weeks_from,
)
from notebook_app.reports.calendar_words import CalendarWords


def month_days(month: date, first_weekday: int) -> tuple[date, date]:
    """Return the first and the last day on the page of the month in which ``month`` lies."""
    first = first_of_week(month.replace(day=1), first_weekday)
    last = add_months(month.replace(day=1), 1) - timedelta(days=1)
    return first, first_of_week(last, first_weekday) + timedelta(days=WEEK_DAYS - 1)


def month_sheet(
    month: date,
    entries: Sequence[CalendarEntry],
    known: DaysKnown,
    today: date,
    words: CalendarWords,
) -> CalendarSheet:
    """Return the page of the month in which ``month`` lies, printed on ``today``."""
    first, last = month_days(month, words.first_weekday())
    count = ((last - first).days + 1) // WEEK_DAYS
    return CalendarSheet(
        title=words.month(month),
        subtitle="",
        weeks=weeks_from(first, count, entries, known, words, month=month),
        foot=f"Printed {words.full_day(today)}",
        from_the_right=words.from_the_right(),
    )
