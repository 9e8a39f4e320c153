"""When it is time to be in touch again: the ideal day, the latest one, and who comes first.

Any conversation restarts a cadence, one that is older than the last never moves it back. The
same arithmetic is done in SQL where many contacts are looked at (storage/losing_touch.py).
"""

import re
from datetime import date, timedelta
from typing import Final

from notebook_app.foundation.record import record
from notebook_app.model.contact import Cadence, CadenceUnit, Stage
from notebook_app.model.month_steps import add_months

MOST_COUNT: Final = 999

_WRITTEN: Final = re.compile(
    r"(?:every )?(?:(?P<count>\d{1,3}|a) )?(?P<unit>day|week|month|quarter|year)s?"
)
_UNITS: Final = {
    "day": (CadenceUnit.DAYS, 1),
    "week": (CadenceUnit.WEEKS, 1),
    "month": (CadenceUnit.MONTHS, 1),
    "quarter": (CadenceUnit.MONTHS, 3),
    "year": (CadenceUnit.MONTHS, 12),
}
_CLOSENESS: Final = {None: 0} | {stage: step for step, stage in enumerate(Stage, 1)}


@record
class InTouch:
    """The day to be in touch again, and the last one that still does."""

    ideal: date
    latest: date


def in_touch_again(last: date, cadence: Cadence) -> InTouch:
    """Return when to be in touch after ``last``, the day of the last conversation.

    Months count by the calendar and never run over: a month after 31 January is 28 February.
    Without a slack of its own there is half as much time again, in whole days.
    """
    ideal = moved_on(last, cadence)
    slack = (ideal - last).days // 2 if cadence.slack is None else cadence.slack
    return InTouch(ideal, ideal + timedelta(days=slack))


def moved_on(start: date, cadence: Cadence) -> date:
    """Return the day a cadence after ``start``."""
    if cadence.unit is CadenceUnit.MONTHS:
        return add_months(start, cadence.count)
    return start + timedelta(days=cadence.count * (7 if cadence.unit is CadenceUnit.WEEKS else 1))


def urgency(
    last: date, cadence: Cadence, stage: Stage | None, today: date
) -> tuple[int, int, float]:
    """Return what orders those one is losing touch with, the greatest first.

    First how long ago the latest day was, in steps of half the rhythm (0: there is time left);
    within a step the closest come first, trust before know; then whoever waits longest, measured
    by their own rhythm.
    """
    again = in_touch_again(last, cadence)
    rhythm = max((again.ideal - last).days, 1)
    over = (today - again.latest).days
    step = 0 if over <= 0 else 1 + 2 * over // rhythm
    return step, _CLOSENESS[stage], (today - again.ideal).days / rhythm


def lifts_not_now(spoken: date, last: date | None) -> bool:
    """Return whether a conversation that is written down ends a "not now" that still runs.

    "Not now" puts off getting in touch; whoever was spoken to since has been in touch, so the
    cadence begins anew from that day as after any conversation. One that is older than the
    ``last`` restarts nothing, and the "not now" stays. A try without an answer is no conversation.
    """
    return last is None or spoken >= last


def cadence_words(cadence: Cadence) -> str:
    """Return ``every month``, ``every 6 weeks``: what ``cadence_from`` reads."""
    unit = cadence.unit.value
    return f"every {unit[:-1]}" if cadence.count == 1 else f"every {cadence.count} {unit}"


def cadence_from(text: str, slack: int | None = None) -> Cadence | None:
    """Return what ``6 weeks``, ``every month`` or ``a week`` means, or None."""
    match = _WRITTEN.fullmatch(" ".join(text.lower().split()))
    if match is None:
        return None
    count = 1 if match["count"] in (None, "a") else int(match["count"])
    unit, times = _UNITS[match["unit"]]
    return Cadence(count * times, unit, slack) if 0 < count * times <= MOST_COUNT else None
