"""The days one usually means by "later", moved off weekends, public holidays and full days.

Whoever asks says what stands on a day; here is only the rule.
"""

from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from notebook_app.foundation.record import record
from notebook_app.model.follow_up import Outcome
from notebook_app.model.month_steps import add_months

FULL_DAY: Final = 8
"""So many follow-ups fill a day, unless the user says otherwise."""

WEEKEND: Final = frozenset({5, 6})
"""Saturday and Sunday as ``date.weekday`` numbers them: where nothing else is known."""

_LOOKED_AHEAD_DAYS: Final = 45


class Distance(StrEnum):
    """How far off one usually puts something."""

    TOMORROW = "tomorrow"
    THREE_DAYS = "+3 days"
    WEEK = "next week"
    TWO_WEEKS = "+2 weeks"
    MONTH = "+1 month"


_DAYS: Final = {
    Distance.TOMORROW: 1,
    Distance.THREE_DAYS: 3,
    Distance.WEEK: 7,
    Distance.TWO_WEEKS: 14,
}

AGAIN: Final = {
    Outcome.NO_ANSWER: Distance.TOMORROW,
    Outcome.MESSAGE_LEFT: Distance.THREE_DAYS,
    Outcome.POSTPONED: Distance.WEEK,
}
"""When one usually tries again."""


class Taken(StrEnum):
    """Why a day is no good."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    FULL = "full"


@record
class Days:
    """What stands on days: ``holiday`` names a day's public holiday or is empty, ``planned``
    counts the open follow-ups, of which ``full`` fill a day; ``weekend`` as ``date.weekday``.
    """

    holiday: Callable[[date], str]
    planned: Callable[[date], int]
    full: int = FULL_DAY
    weekend: frozenset[int] = WEEKEND


@record
class NextDay:
    """A day to choose. Where it is not the one that was ``meant``, ``taken`` says why.

    ``holiday`` is the holiday's name, if that was it.
    """

    day: date
    meant: date
    taken: Taken | None = None
    holiday: str = ""


def day_after(today: date, distance: Distance) -> date:
    """Return the day so far off, whatever it is like."""
    if distance is Distance.MONTH:
        return add_months(today, 1)
    return today + timedelta(days=_DAYS[distance])


def nearest_distance(today: date, day: date) -> Distance:
    """Return the distance that leads closest to a day."""
    return min(Distance, key=lambda distance: abs((day_after(today, distance) - day).days))


def next_days(today: date, days: Days) -> dict[Distance, NextDay]:
    """Return the usual days from ``today`` on, each moved on to the next that is good."""
    return {distance: next_good_day(day_after(today, distance), days) for distance in Distance}


def next_good_day(meant: date, days: Days) -> NextDay:
    """Return ``meant``, or the first good day after it with what is on ``meant`` itself.

    If every day of the coming weeks is taken, a full working day will do, else ``meant``.
    """
    taken, holiday = _taken(meant, days)
    if taken is None:
        return NextDay(meant, meant)
    working: date | None = None
    for ahead in range(_LOOKED_AHEAD_DAYS):
        day = meant + timedelta(days=ahead)
        found = _taken(day, days)[0]
        if found is None:
            return NextDay(day, meant, taken, holiday)
        if working is None and found is Taken.FULL:
            working = day
    if working is None or working == meant:
        return NextDay(meant, meant)
    return NextDay(working, meant, taken, holiday)


def _taken(day: date, days: Days) -> tuple[Taken | None, str]:
    if holiday := days.holiday(day):
        return Taken.HOLIDAY, holiday
    if day.weekday() in days.weekend:
        return Taken.WEEKEND, ""
    return (Taken.FULL, "") if days.planned(day) >= days.full else (None, "")
