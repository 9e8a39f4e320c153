"""The days to come of a follow-up that repeats, with those that were left out or moved.

The stored follow-up is the current one. What comes after it is never stored: it follows from the
rule, the day on which the rule has the current one, and the days that were changed by hand.
"""

from collections.abc import Sequence
from datetime import date

from notebook_app.foundation.record import record
from notebook_app.model.plain_repeats import Find
from notebook_app.model.recurrence import days_finder, next_due


@record
class MovedOccurrence:
    """A day of the rule that was left out (``moved_to`` is None) or moved to another."""

    occurs_on: date
    moved_to: date | None = None


@record
class Occurrence:
    """A day to come: ``occurs_on`` by the rule, ``on`` where it stands."""

    occurs_on: date
    on: date


def coming(
    rule: str, start: date, moved: Sequence[MovedOccurrence], first: date, last: date
) -> list[Occurrence]:
    """Return what comes from ``first`` to ``last`` after the current one, by day.

    ``start`` is the day on which the rule has the current one.

    Raises:
        ValueError: the rule is not a valid RRULE value.
    """
    return coming_days(days_finder(rule, start), start, moved, first, last) if rule else []


def coming_days(
    find: Find, start: date, moved: Sequence[MovedOccurrence], first: date, last: date
) -> list[Occurrence]:
    """Return what ``coming`` does, for a rule whose days ``find`` finds."""
    days = find(max(first, start + date.resolution), last) if start < last else []
    if not moved:
        return [Occurrence(day, day) for day in days]
    changed = {each.occurs_on for each in moved}
    found = [Occurrence(day, day) for day in days if day not in changed]
    found += [
        Occurrence(each.occurs_on, each.moved_to)
        for each in moved
        if each.moved_to is not None and first <= each.moved_to <= last
    ]
    return sorted(found, key=lambda each: (each.on, each.occurs_on))


def following(
    rule: str, start: date, moved: Sequence[MovedOccurrence], after: date
) -> Occurrence | None:
    """Return what comes first of the days after ``after``; None if nothing does.

    Raises:
        ValueError: the rule is not a valid RRULE value.
    """
    changed = {each.occurs_on for each in moved}
    day = next_due(rule, start, max(start, after))
    while day is not None and day in changed:
        day = next_due(rule, start, day)
    found = [] if day is None else [Occurrence(day, day)]
    found += [
        Occurrence(each.occurs_on, each.moved_to)
        for each in moved
        if each.moved_to is not None and each.moved_to > after
    ]
    return min(found, key=lambda each: (each.on, each.occurs_on), default=None)
