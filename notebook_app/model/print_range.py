"""Which follow-ups go on a printed list: the ranges to choose from, as plain dates."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class PrintRangeKind(StrEnum):
    """The ranges one chooses from."""

    OVERDUE_AND_TODAY = "overdue and today"
    THIS_WEEK = "this week"
    NEXT_TWO_WEEKS = "next two weeks"
    THIS_MONTH = "this month"
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
    """Return the dates of a preset on ``today``; each but "all open" brings the overdue along.

    ``first_weekday`` is that of the locale, 0 for Monday to 6 for Sunday. "This week" and "this
    month" reach back to their first day, so that what was missed in them is on the list. Own
    dates begin as the coming seven days, for the user to change.
    """
    if kind is PrintRangeKind.OVERDUE_AND_TODAY:
        return PrintRange(None, today)
    if kind is PrintRangeKind.THIS_WEEK:
        start = today - timedelta(days=(today.weekday() - first_weekday) % 7)
        return PrintRange(start, start + timedelta(days=6), overdue=True)
    if kind is PrintRangeKind.NEXT_TWO_WEEKS:
        return PrintRange(today, today + timedelta(days=13), overdue=True)
    if kind is PrintRangeKind.THIS_MONTH:
        last = calendar.monthrange(today.year, today.month)[1]
        return PrintRange(today.replace(day=1), today.replace(day=last), overdue=True)
    if kind is PrintRangeKind.ALL_OPEN:
        return PrintRange(None, None)
    return PrintRange(today, today + timedelta(days=6))
