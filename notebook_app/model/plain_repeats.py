"""The days of the repeats that most follow-ups have, by plain arithmetic.

Reading a rule with dateutil takes a tenth of a millisecond, and a month may show a thousand of
them. Tests hold these against dateutil.
"""

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Final

_PLAIN: Final = re.compile(
    r"FREQ=(?P<frequency>DAILY|WEEKLY|MONTHLY|YEARLY)(?:;INTERVAL=(?P<interval>[1-9]\d{0,3}))?"
    r"(?:;BYDAY=(?P<weekday>[A-Z]{2}))?"
    r"(?P<late>(?:;BYMONTH=2)?;BYMONTHDAY=28(?:,29|,29,30|,29,30,31)?;BYSETPOS=-1)?"
    r"(?:;COUNT=(?P<count>\d{1,6}))?(?:;UNTIL=(?P<until>\d{8}))?"
)
_NTH_WEEKDAY: Final = re.compile(
    r"FREQ=MONTHLY(?:;INTERVAL=(?P<interval>[1-9]\d{0,3}))?"
    r";BYDAY=(?P<number>-1|[1-4])(?P<weekday>[A-Z]{2})(?:;UNTIL=(?P<until>\d{8}))?"
)
_WEEKDAYS: Final = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}


Find = Callable[[date, date], list[date]]
"""Finds the days of a rule from one day to another, both included."""


def plain_days(text: str, start: date, first: date, last: date) -> list[date] | None:
    """Return the days from ``first`` to ``last`` of a rule begun on ``start``, if it is plain.

    None for a rule that is not: read that with dateutil.
    """
    find = plain_repeat(text, start)
    return None if find is None else find(first, last)


def plain_repeat(text: str, start: date) -> Find | None:
    """Return what finds the days of a plain rule begun on ``start``; None if it is not plain."""
    match = _PLAIN.fullmatch(text)
    if match is None:
        return _nth_weekday_repeat(text, start)
    frequency, step = match["frequency"], int(match["interval"] or 1)
    weekday = match["weekday"]
    if weekday and (frequency != "WEEKLY" or _WEEKDAYS.get(weekday) != start.weekday()):
        return None
    until = _until(match["until"])
    if until is None or (match["count"] and match["until"]):
        return None
    most = int(match["count"]) if match["count"] else None
    if frequency in ("DAILY", "WEEKLY"):
        if match["late"]:
            return None
        return partial(_every, start, step * (7 if frequency == "WEEKLY" else 1), (until, most))
    if match["count"] and start.day > 28:
        # Months without that day are not counted.
        return None
    months = step * (12 if frequency == "YEARLY" else 1)
    late = match["late"] or ""
    if late and not _is_as_written(late, start, months):
        return None
    return partial(_months, start, months, (_same_day(start.day, late=bool(late)), until, most))


def _nth_weekday_repeat(text: str, start: date) -> Find | None:
    match = _NTH_WEEKDAY.fullmatch(text)
    until = _until(match["until"]) if match else None
    if match is None or until is None or match["weekday"] not in _WEEKDAYS:
        return None
    day_of = _nth_weekday(int(match["number"]), _WEEKDAYS[match["weekday"]])
    return partial(_months, start, int(match["interval"] or 1), (day_of, until, None))


def _until(text: str | None) -> date | None:
    """Return the last day of a rule; None if it says one that does not exist."""
    try:
        return date.fromisoformat(text) if text else date.max
    except ValueError:
        return None


def _is_as_written(late: str, start: date, months: int) -> bool:
    """Return whether the days that a short month falls to are as the plan form writes them."""
    named = re.search(r"BYMONTHDAY=[\d,]*(\d\d);", late)
    if named is None or int(named[1]) != start.day:
        return False
    yearly = months % 12 == 0
    if "BYMONTH=2" in late:
        return yearly and (start.month, start.day) == (2, 29)
    return not yearly


DayOf = Callable[[int, int], int]
"""Returns the day in a year and month on which a rule comes, or 0."""

_Rest = tuple[DayOf, date, int | None]


def _same_day(day: int, *, late: bool) -> DayOf:
    def day_of(year: int, month: int) -> int:
        length = calendar.monthrange(year, month)[1] if day > 28 else 28
        if day <= length:
            return day
        return length if late else 0

    return day_of


def _nth_weekday(number: int, weekday: int) -> DayOf:
    def day_of(year: int, month: int) -> int:
        first, length = calendar.monthrange(year, month)
        day = 1 + (weekday - first) % 7 + 7 * (number - 1)
        if number < 0:
            day = 1 + (weekday - first) % 7 + 28
            day -= 7 * (day > length)
        return day

    return day_of


def _every(
    start: date, days: int, end: tuple[date, int | None], first: date, last: date
) -> list[date]:
    until, most = end
    number = max(0, -(-(first - start).days // days))
    final = (min(last, until) - start).days // days
    if most is not None:
        final = min(final, most - 1)
    return [start + timedelta(days=days * at) for at in range(number, final + 1)]


def _months(start: date, months: int, rest: _Rest, first: date, last: date) -> list[date]:
    day_of, until, most = rest
    first, last = max(first, start), min(last, until)
    began = start.year * 12 + start.month - 1
    ahead = first.year * 12 + first.month - 1 - began
    end = last.year * 12 + last.month - 1
    found: list[date] = []
    number = max(0, ahead // months)
    while (index := began + number * months) <= end and (most is None or number < most):
        year, month = index // 12, index % 12 + 1
        day = day_of(year, month)
        if day and first <= (on := date(year, month, day)) <= last:
            found.append(on)
        number += 1
    return found
