"""Which follow-ups go on a printed list: the ranges to choose from, as plain dates."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

_DAY: Final = timedelta(days=1)


class PrintRangeKind(StrEnum):
    """The ranges one chooses from."""

    OVERDUE = "overdue"
    OVERDUE_AND_TODAY = "overdue and today"
    TODAY = "today"
    TOMORROW = "tomorrow"
    THIS_WEEK = "this week"
    NEXT_WEEK = "next week"
    NEXT_TWO_WEEKS = "next two weeks"
    THIS_MONTH = "this month"
    NEXT_MONTH = "next month"
    ALL_OPEN = "all open"
    OWN_DATES = "own dates"


@dataclass(frozen=True, slots=True)
class PrintRange:
    """From ``start`` to ``end``, both included; None is no limit.

    ``overdue`` adds all that was due before today, whatever ``start`` says; with neither
    ``start`` nor ``end`` it means those alone.
    """

    start: date | None
    end: date | None
    overdue: bool = False

    @property
    def overdue_alone(self) -> bool:
        """Whether nothing but the overdue is wanted."""
        return self.overdue and self.start is None and self.end is None


def preset_range(kind: PrintRangeKind, today: date, first_weekday: int = 0) -> PrintRange:
    """Return the dates of a preset on ``today``; those that have begun bring the overdue along.

    ``first_weekday`` is that of the locale, 0 for Monday to 6 for Sunday. "This week" and "this
    month" reach back to their first day, so that what was missed in them is on the list. Own
    dates begin as the coming seven days, for the user to change.
    """
    if kind is PrintRangeKind.OVERDUE:
        return PrintRange(None, None, overdue=True)
    if kind is PrintRangeKind.TODAY:
        return PrintRange(today, today)
    if kind is PrintRangeKind.TOMORROW:
        return PrintRange(today + timedelta(days=1), today + timedelta(days=1))
    if kind is PrintRangeKind.OVERDUE_AND_TODAY:
        return PrintRange(None, today)
    week = today - timedelta(days=(today.weekday() - first_weekday) % 7)
    if kind is PrintRangeKind.THIS_WEEK:
        return PrintRange(week, week + timedelta(days=6), overdue=True)
    if kind is PrintRangeKind.NEXT_WEEK:
        return PrintRange(week + timedelta(days=7), week + timedelta(days=13))
    if kind is PrintRangeKind.NEXT_TWO_WEEKS:
        return PrintRange(today, today + timedelta(days=13), overdue=True)
    if kind in (PrintRangeKind.THIS_MONTH, PrintRangeKind.NEXT_MONTH):
        begun = kind is PrintRangeKind.THIS_MONTH
        first = _month_start(today) if begun else _month_start(_month_end(today) + _DAY)
        return PrintRange(first, _month_end(first), overdue=begun)
    if kind is PrintRangeKind.ALL_OPEN:
        return PrintRange(None, None)
    return PrintRange(today, today + timedelta(days=6))


def _month_start(day: date) -> date:
    return day.replace(day=1)


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
