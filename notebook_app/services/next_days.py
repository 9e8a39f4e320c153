"""The days to put a follow-up off to, with what this notebook and the user's country know of them.

Public holidays come from the package ``holidays``, which is loaded when days are first asked for.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from notebook_app.model.next_days import (
    WEEKEND,
    Days,
    Distance,
    NextDay,
    day_after,
    next_days,
    next_good_day,
)
from notebook_app.services.follow_up_habits import habits_of
from notebook_app.storage.notebook import Notebook

_AHEAD_DAYS: Final = 62


def usual_next_days(notebook: Notebook, *, holidays: bool = True) -> dict[Distance, NextDay]:
    """Return the usual days from today on.

    Without ``holidays`` only weekends and full days are known, which takes no time.
    """
    today = notebook.clock.today()
    return next_days(today, days_from(notebook, day_after(today, Distance.TOMORROW), holidays))


def good_day(notebook: Notebook, meant: date) -> NextDay:
    """Return a day, or the first good one after it."""
    return next_good_day(meant, days_from(notebook, meant))


def days_from(notebook: Notebook, first: date, holidays: bool = True) -> Days:
    """Return what stands on the days from ``first`` on, as far as one puts things off."""
    habits = habits_of(notebook)
    planned = notebook.follow_ups.planned_on(first, first + timedelta(days=2 * _AHEAD_DAYS))
    named, weekend = country_days(habits.region) if holidays else (_no_holiday, WEEKEND)
    return Days(named, lambda day: planned.get(day, 0), habits.full_day, weekend)


def load_holidays(notebook: Notebook) -> Callable[[], object]:
    """Return what loads the holidays to come; it may run on any thread, without the notebook."""
    region, today = habits_of(notebook).region, notebook.clock.today()

    def load() -> None:
        named, _weekend = country_days(region)
        for days in (0, _AHEAD_DAYS):
            named(today + timedelta(days=days))

    return load


def country_days(region: str) -> tuple[Callable[[date], str], frozenset[int]]:
    """Return a country's public holidays by day, and its weekend; unknown ones have none."""
    from holidays import DE_FACTO, PUBLIC, country_holidays

    try:
        # Each year is found when a day in it is asked for.
        found = country_holidays(region)
        if DE_FACTO in found.supported_categories:
            # Such as Midsummer Eve in Sweden: no law says so, and nobody is at work.
            found = country_holidays(region, categories=(PUBLIC, DE_FACTO))
    except (NotImplementedError, KeyError):
        return _no_holiday, WEEKEND
    return lambda day: str(found.get(day) or ""), frozenset(found.weekend)


def _no_holiday(_day: date) -> str:
    return ""
