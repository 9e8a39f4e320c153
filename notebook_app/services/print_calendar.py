"""Gather what stands on the days of a calendar that goes on paper.

Whoever hangs it up shows it to everybody: people with a tag that is never printed are left out.
"""

from collections.abc import Collection
from datetime import date
from typing import Final

from notebook_app.foundation.record import record
from notebook_app.model.calendar_filter import CalendarFilter
from notebook_app.model.rows import CalendarEntry
from notebook_app.reports.calendar_sheet import DaysKnown
from notebook_app.services.follow_up_habits import habits_of
from notebook_app.services.next_days import country_days
from notebook_app.services.print_contacts import carriers_of, private_tags
from notebook_app.storage.notebook import Notebook

_MOST: Final = 20_000


@record
class CalendarToPrint:
    """``left_out`` counts the entries about people with private tags."""

    entries: tuple[CalendarEntry, ...]
    known: DaysKnown
    left_out: int = 0


@record
class PrintedCalendar:
    """What was written: pages, entries from ``first`` to ``last``, and how many were left out.

    ``missing`` says which script no font here has.
    """

    pages: int
    entries: int
    left_out: int
    first: date
    last: date
    missing: str = ""


def calendar_to_print(
    notebook: Notebook,
    first: date,
    last: date,
    narrowed: CalendarFilter | None = None,
    *,
    with_private: bool = False,
    without: Collection[int] = (),
) -> CalendarToPrint:
    """Return what stands on the days from ``first`` to ``last``, both included.

    ``narrowed`` says what of it; without it all but what is done. ``without`` names contacts to
    leave out, and these are not counted.
    """
    narrowed = CalendarFilter(done=False) if narrowed is None else narrowed
    found = [
        entry
        for entry in notebook.calendar.between(first, last, _MOST)
        if narrowed.holds(entry) and entry.contact_id not in without
    ]
    hidden = () if with_private else carriers_of(notebook, private_tags(notebook))
    shown = tuple(entry for entry in found if entry.contact_id not in hidden)
    return CalendarToPrint(shown, _known(notebook, first, last), len(found) - len(shown))


def _known(notebook: Notebook, first: date, last: date) -> DaysKnown:
    holiday, weekend = country_days(habits_of(notebook).region)
    days = (date.fromordinal(day) for day in range(first.toordinal(), last.toordinal() + 1))
    named = {day: holiday(day) for day in days}
    return DaysKnown({day: name for day, name in named.items() if name}, weekend)
