"""The days that a query's words and values mean on a given day."""

import calendar
from datetime import date, timedelta

from notebook_app.model.month_steps import add_months
from notebook_app.model.query.keys import MONTHS
from notebook_app.model.query.terms import ListName
from notebook_app.model.query.values import Distance, Span, Value, Word

Days = tuple[date | None, date | None]
"""The first and the last day, both included; None is no limit."""

_A_YEAR = 366


def days_of(value: Value | ListName, today: date, direction: int) -> Days:
    """Return the days of a value; distances reach back (-1) or ahead (1)."""
    if isinstance(value, Distance):
        return value.days(today, direction)
    if isinstance(value, Span):
        return value.days()
    assert isinstance(value, Word)
    monday = today - timedelta(days=today.weekday())
    first = today.replace(day=1)
    return {
        "today": (today, today),
        "yesterday": (today - timedelta(days=1), today - timedelta(days=1)),
        "tomorrow": (today + timedelta(days=1), today + timedelta(days=1)),
        "overdue": (None, today - timedelta(days=1)),
        "this-week": (monday, monday + timedelta(days=6)),
        "this-month": (first, _last_of_month(first)),
        "this-year": (today.replace(month=1, day=1), today.replace(month=12, day=31)),
        "last-week": (monday - timedelta(days=7), monday - timedelta(days=1)),
        "last-month": (add_months(first, -1), first - timedelta(days=1)),
        "last-year": (date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)),
    }[value.word]


def birthday_ranges(value: Value | ListName, today: date) -> list[tuple[str, str]]:
    """Return the ranges of ``MM-DD`` that a value of ``birthday:`` means."""
    if isinstance(value, Distance):
        first, last = value.days(today, 1)
        first = max(first or today, today)
        last = first + timedelta(days=_A_YEAR) if last is None else last
        if last < first:
            return []
        # Those farther ahead than a year have come round before.
        end = today + timedelta(days=_A_YEAR - 2)
        return _ranges(first, min(last, end)) if first <= end else []
    assert isinstance(value, Word)
    if value.word == "today":
        return _ranges(today, today)
    month = today.month
    if value.word == "next-month":
        month = add_months(today, 1).month
    elif value.word in MONTHS:
        month = MONTHS.index(value.word) + 1
    return [(f"{month:02d}-01", f"{month:02d}-31")]


def _ranges(first: date, last: date) -> list[tuple[str, str]]:
    end = f"{last:%m-%d}"
    if end == "02-28" and not calendar.isleap(last.year):
        end = "02-29"  # Kept on the 28th in such a year.
    start = f"{first:%m-%d}"
    if (last - first).days >= _A_YEAR - 2:
        return [("01-01", "12-31")]
    return [(start, end)] if start <= end else [(start, "12-31"), ("01-01", end)]


def _last_of_month(first: date) -> date:
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])
