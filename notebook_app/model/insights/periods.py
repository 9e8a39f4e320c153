"""The times that reports are about: the one before of the same length, and weeks to quarters."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from notebook_app.foundation.record import record
from notebook_app.model.date_words import add_months
from notebook_app.model.past_periods import Period, month_of, week_of


class Step(StrEnum):
    """How long the parts are that a report divides its time into."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


@record
class Stretch:
    """A part of a report's time, both days included; ``whole`` unless the report cuts it off."""

    first: date
    last: date
    whole: bool = True


def period_before(period: Period) -> Period | None:
    """Return the time of the same length that ends the day before; None for one without ends.

    Whole months are compared with as many whole months, so that March has February before it.
    """
    first, last = period.first, period.last
    if first is None or last is None:
        return None
    try:
        if first.day == 1 and month_of(last).last == last:
            months = 12 * (last.year - first.year) + last.month - first.month + 1
            return Period(add_months(first, -months), first - timedelta(days=1))
        return Period(first - (last - first) - timedelta(days=1), first - timedelta(days=1))
    except (ValueError, OverflowError):
        return None


def stretches(first: date, last: date, step: Step) -> list[Stretch]:
    """Return the weeks (from Monday), months or quarters between two days, the earliest first."""
    found = []
    day = first
    while day <= last:
        begin, end = stretch_of(day, step)
        found.append(Stretch(max(begin, first), min(end, last), first <= begin and end <= last))
        if end >= last:
            break
        day = end + timedelta(days=1)
    return found


def place_in(stretches_: Sequence[Stretch], day: date) -> int:
    """Return which of the stretches, which follow each other, a day is in."""
    return bisect_right(stretches_, day, key=lambda stretch: stretch.first) - 1


def stretch_of(day: date, step: Step) -> tuple[date, date]:
    """Return first and last day of the week, month or quarter that a day is in."""
    if step is Step.QUARTER:
        begin = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
        end = month_of(begin.replace(month=begin.month + 2)).last
    else:
        whole = week_of(day) if step is Step.WEEK else month_of(day)
        begin, end = whole.first or day, whole.last
    return begin, end or day
