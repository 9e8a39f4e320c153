"""A page of a calendar to hang up: weeks of days, and in short lines what is on each of them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, time, timedelta
from typing import Final

from notebook_app.foundation.record import record
from notebook_app.model.entry_words import follow_up_title
from notebook_app.model.follow_up import FollowUpKind, FollowUpState
from notebook_app.model.rows import CalendarEntry, CalendarKind
from notebook_app.reports.calendar_words import CalendarWords
from notebook_app.reports.distance_words import counted
from notebook_app.reports.shortening import one_line

NAME_LENGTH: Final = 120
LABEL_LENGTH: Final = 24
NOTE_LENGTH: Final = 300
"""The most characters of a line that go on paper; the notebook has the rest."""

WEEK_DAYS: Final = 7

_SHORT: Final = {
    FollowUpKind.NOTE: "note to",
    FollowUpKind.SEND: "send to",
    FollowUpKind.INTRODUCTION: "introduce",
    FollowUpKind.OTHER: "",
}
"""Words that would leave no room for the name, said shorter."""


@record
class CalendarLine:
    """Something on a day, as it is read: ``10:00 call Carla Mendes``, and what is noted.

    ``tail`` follows the name (``turns 47``). ``strong`` is an event; ``done`` is over, and its
    act says so.
    """

    name: str
    when: str = ""
    act: str = ""
    tail: str = ""
    note: str = ""
    strong: bool = False
    done: bool = False


@record
class CalendarDay:
    """A day, by its ``number`` in the month and its weekday.

    ``inside`` says that it belongs to the month, ``off`` that most people are free.
    """

    on: date
    number: str
    weekday: str
    lines: tuple[CalendarLine, ...] = ()
    holiday: str = ""
    inside: bool = True
    off: bool = False


@record
class CalendarWeek:
    """Seven days, and their number by ISO 8601, as it is and as it is written."""

    number: int
    label: str
    days: tuple[CalendarDay, ...]


@record
class CalendarSheet:
    """A month, or a single week. ``foot`` stands small below it.

    ``from_the_right`` begins each week at the right, as one reads there.
    """

    title: str
    subtitle: str
    weeks: tuple[CalendarWeek, ...]
    foot: str
    from_the_right: bool = False

    def days(self) -> tuple[CalendarDay, ...]:
        """Return all days, in order."""
        return tuple(day for week in self.weeks for day in week.days)

    def line_count(self) -> int:
        """Return how many lines there are on all days."""
        return sum(len(day.lines) for day in self.days())


@record
class DaysKnown:
    """What the user's country has on days: holidays by day, and weekdays that are free (0 to 6)."""

    holidays: Mapping[date, str]
    weekend: Collection[int]


def first_of_week(day: date, first_weekday: int) -> date:
    """Return the day that the week of ``day`` begins with; ``first_weekday`` 0 is Monday."""
    return day - timedelta(days=(day.weekday() - first_weekday) % WEEK_DAYS)


def weeks_from(
    first: date,
    count: int,
    entries: Sequence[CalendarEntry],
    known: DaysKnown,
    words: CalendarWords,
    *,
    month: date | None = None,
    with_ends: bool = False,
) -> tuple[CalendarWeek, ...]:
    """Return ``count`` weeks from ``first`` on; days are inside if they belong to ``month``.

    ``with_ends`` says of what takes a known time until when.
    """
    by_day: dict[date, list[CalendarEntry]] = {}
    for entry in entries:
        by_day.setdefault(entry.on, []).append(entry)

    def day(on: date) -> CalendarDay:
        found = sorted(by_day.get(on, ()), key=_place)
        holiday = one_line(known.holidays.get(on, ""), NAME_LENGTH)
        return CalendarDay(
            on,
            words.numeral(on.day),
            words.weekday(on),
            tuple(calendar_line(entry, words, with_ends=with_ends) for entry in found),
            holiday,
            month is None or (on.year, on.month) == (month.year, month.month),
            bool(holiday) or on.weekday() in known.weekend,
        )

    starts = [first + timedelta(days=WEEK_DAYS * week) for week in range(count)]

    def week(start: date) -> CalendarWeek:
        number = week_number(start)
        days = tuple(day(start + timedelta(days=n)) for n in range(WEEK_DAYS))
        return CalendarWeek(number, words.numeral(number), days)

    return tuple(week(start) for start in starts)


def week_number(first: date) -> int:
    """Return the ISO week of a row: that of its Thursday, whatever day the row begins with."""
    return (first + timedelta(days=(3 - first.weekday()) % WEEK_DAYS)).isocalendar().week


def calendar_line(
    entry: CalendarEntry, words: CalendarWords, *, with_ends: bool = False
) -> CalendarLine:
    """Return the short line that tells of an entry, with its end if that is wanted and known."""
    done = entry.state is not None and entry.state is not FollowUpState.OPEN
    return CalendarLine(
        name=one_line(entry.title, NAME_LENGTH),
        when=_when(entry, words, with_ends),
        act=_act(entry, done),
        tail=_tail(entry),
        note="" if entry.kind is CalendarKind.DATE else one_line(entry.note, NOTE_LENGTH),
        strong=entry.kind is CalendarKind.EVENT,
        done=done,
    )


def _when(entry: CalendarEntry, words: CalendarWords, with_end: bool) -> str:
    if entry.at is None:
        return ""
    start = words.time_of_day(entry.at)
    if not with_end or not entry.minutes:
        return start
    end = (entry.at.hour * 60 + entry.at.minute + entry.minutes) % (24 * 60)
    return f"{start}–{words.time_of_day(time(*divmod(end, 60)))}"


def _act(entry: CalendarEntry, done: bool) -> str:
    if entry.follow_up_kind is not None:
        if done:
            said = follow_up_title(entry.follow_up_kind, FollowUpState.DONE)
            return said[:1].lower() + said[1:]
        return _SHORT.get(entry.follow_up_kind, entry.follow_up_kind.value)
    if entry.kind is CalendarKind.BIRTHDAY:
        return "birthday"
    if entry.kind is CalendarKind.DATE:
        return one_line(entry.note, LABEL_LENGTH)
    return ""


def _tail(entry: CalendarEntry) -> str:
    if not entry.years:
        return ""
    if entry.kind is CalendarKind.BIRTHDAY:
        return f"turns {entry.years}"
    return counted(entry.years, "year")


def _place(entry: CalendarEntry) -> tuple[bool, int, str]:
    """Return what orders a day: all day long, at a time, at any time, and then what is done."""
    done = entry.state is not None and entry.state is not FollowUpState.OPEN
    if entry.at is not None:
        return done, 1, entry.at.isoformat()
    return done, 2 if entry.kind is CalendarKind.FOLLOW_UP else 0, ""
