"""Entries of a calendar to print, and the words of a test."""

from collections.abc import Sequence
from datetime import date, time

from notebook_app.model.follow_up import FollowUpKind, FollowUpState
from notebook_app.model.rows import CalendarEntry, CalendarKind
from notebook_app.reports.calendar_sheet import DaysKnown
from notebook_app.reports.date_words import EnglishDateWords

NOTHING_KNOWN = DaysKnown({}, frozenset({5, 6}))


class EnglishCalendarWords(EnglishDateWords):
    """British English; weeks begin on the weekday it is given, 0 for Monday."""

    def __init__(self, first_weekday: int = 0) -> None:
        self._first_weekday = first_weekday

    def month(self, day: date) -> str:
        """Return ``December 2026``."""
        return " ".join(self.full_day(day).split()[2:])

    def weekday(self, day: date) -> str:
        """Return ``Monday``."""
        return self.full_day(day).split()[0]

    def first_weekday(self) -> int:
        """Return the day that weeks begin with."""
        return self._first_weekday

    def numeral(self, number: int) -> str:
        """Return the number in figures."""
        return str(number)

    def from_the_right(self) -> bool:
        """Return that English is written from the left."""
        return False


def follow_up(
    on: date,
    name: str = "Grace Holt",
    *,
    kind: FollowUpKind = FollowUpKind.CALL,
    at: time | None = None,
    note: str = "",
    state: FollowUpState = FollowUpState.OPEN,
) -> CalendarEntry:
    """Return a follow-up."""
    return CalendarEntry(
        CalendarKind.FOLLOW_UP, 1, on, at, name, 1, None, note, follow_up_kind=kind, state=state
    )


def event(on: date, name: str, *, at: time | None = None, place: str = "") -> CalendarEntry:
    """Return an event."""
    return CalendarEntry(CalendarKind.EVENT, 2, on, at, name, note=place)


def birthday(on: date, name: str, years: int | None = None) -> CalendarEntry:
    """Return a birthday."""
    return CalendarEntry(CalendarKind.BIRTHDAY, 3, on, None, name, 3, years=years)


def own_date(on: date, name: str, label: str, years: int | None = None) -> CalendarEntry:
    """Return a date of somebody's own."""
    return CalendarEntry(CalendarKind.DATE, 4, on, None, name, 4, note=label, years=years)


def many(on: date, count: int) -> Sequence[CalendarEntry]:
    """Return so many follow-ups of one day, each to be told from all others by one word."""
    return [follow_up(on, f"Name{number}") for number in range(count)]
