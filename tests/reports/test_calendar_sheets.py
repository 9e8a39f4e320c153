"""A month and a week to hang up: which days, in what order, and what stands on them."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from notebook_app.model.follow_up import FollowUpKind, FollowUpState
from notebook_app.reports.calendar_month import month_days, month_sheet
from notebook_app.reports.calendar_rest import rest_document
from notebook_app.reports.calendar_sheet import CalendarSheet, DaysKnown
from notebook_app.reports.calendar_week import week_days, week_sheet
from tests.reports.calendar_samples import (
    NOTHING_KNOWN,
    EnglishCalendarWords,
    birthday,
    event,
    follow_up,
    many,
    own_date,
)

TODAY = date(2026, 11, 21)
WORDS = EnglishCalendarWords()
SUNDAY_FIRST = EnglishCalendarWords(6)


def lines_on(sheet: CalendarSheet, on: date) -> list[str]:
    """Return the lines of a day as they are read."""
    day = next(day for day in sheet.days() if day.on == on)
    return [
        " ".join(part for part in (line.when, line.act, line.name, line.tail) if part)
        for line in day.lines
    ]


def test_a_month_has_whole_weeks_and_their_numbers() -> None:
    sheet = month_sheet(date(2026, 12, 24), (), NOTHING_KNOWN, TODAY, WORDS)
    assert sheet.title == "December 2026"
    assert sheet.foot == "Printed Saturday 21 November 2026"
    assert [week.number for week in sheet.weeks] == [49, 50, 51, 52, 53]
    assert sheet.weeks[0].days[0].on == date(2026, 11, 30)
    assert sheet.weeks[-1].days[-1].on == date(2027, 1, 3)
    assert [day.weekday for day in sheet.weeks[0].days][0::6] == ["Monday", "Sunday"]
    assert [day.on.day for day in sheet.days() if not day.inside] == [30, 1, 2, 3]


def test_weeks_begin_as_they_do_in_the_users_country() -> None:
    sheet = month_sheet(date(2026, 12, 1), (), NOTHING_KNOWN, TODAY, SUNDAY_FIRST)
    assert sheet.weeks[0].days[0].on == date(2026, 11, 29)
    assert sheet.weeks[0].days[0].weekday == "Sunday"
    # The number is still that of the week's Thursday.
    assert [week.number for week in sheet.weeks] == [49, 50, 51, 52, 53]
    week = week_sheet(date(2026, 12, 5), (), NOTHING_KNOWN, TODAY, SUNDAY_FIRST)
    assert [day.on for day in week.days()] == [date(2026, 11, 29) + timedelta(n) for n in range(7)]


@pytest.mark.parametrize(("month", "weeks"), [((2027, 2), 4), ((2026, 11), 6), ((2026, 10), 5)])
def test_a_month_takes_as_many_weeks_as_it_has(month: tuple[int, int], weeks: int) -> None:
    first, last = month_days(date(*month, 15), 0)
    assert (last - first).days + 1 == 7 * weeks
    sheet = month_sheet(date(*month, 15), (), NOTHING_KNOWN, TODAY, WORDS)
    assert (sheet.days()[0].on, sheet.days()[-1].on) == (first, last)


def test_a_week_says_which_days_it_has() -> None:
    sheet = week_sheet(date(2026, 12, 30), (), NOTHING_KNOWN, TODAY, WORDS)
    assert sheet.title == "Week 53"
    assert sheet.subtitle == "Monday 28 December 2026 to Sunday 3 January 2027"
    assert week_days(date(2026, 12, 30), 0) == (date(2026, 12, 28), date(2027, 1, 3))


def test_each_sort_of_entry_is_said_in_a_short_line() -> None:
    on = date(2026, 12, 4)
    entries = [
        follow_up(on, "Grace Holt", kind=FollowUpKind.NOTE),
        follow_up(on, "Ben Okafor", kind=FollowUpKind.INTRODUCTION, at=time(9, 5)),
        follow_up(on, "Carla Mendes", kind=FollowUpKind.OTHER),
        event(on, "Winter reception", at=time(18, 30), place="Town hall"),
        birthday(on, "Inés Prado", 45),
        birthday(on, "Hiro Tanaka"),
        own_date(on, "Elif Aydın", "Wedding day", 1),
        follow_up(on, "Agnes Dahl", kind=FollowUpKind.COFFEE, state=FollowUpState.DONE),
    ]
    sheet = month_sheet(on, entries, NOTHING_KNOWN, TODAY, WORDS)
    assert lines_on(sheet, on) == [
        "birthday Inés Prado turns 45",
        "birthday Hiro Tanaka",
        "Wedding day Elif Aydın 1 year",
        "9:05 introduce Ben Okafor",
        "18:30 Winter reception",
        "note to Grace Holt",
        "Carla Mendes",
        "had coffee Agnes Dahl",
    ]
    assert sheet.line_count() == 8
    assert [line.strong for line in sheet.weeks[0].days[4].lines].count(True) == 1


def test_a_week_has_room_for_when_something_ends() -> None:
    on = date(2026, 12, 4)
    entries = [
        replace(follow_up(on, "Grace", at=time(10, 0)), minutes=45),
        replace(event(on, "Party", at=time(22, 30)), minutes=150),
    ]
    week = week_sheet(on, entries, NOTHING_KNOWN, TODAY, WORDS)
    assert lines_on(week, on) == ["10:00–10:45 call Grace", "22:30–1:00 Party"]
    month = month_sheet(on, entries, NOTHING_KNOWN, TODAY, WORDS)
    assert lines_on(month, on) == ["10:00 call Grace", "22:30 Party"]


def test_holidays_and_weekends_are_known_from_outside() -> None:
    known = DaysKnown({date(2026, 12, 25): "Christmas Day"}, frozenset({4, 5}))
    sheet = month_sheet(date(2026, 12, 1), (), known, TODAY, WORDS)
    days = {day.on.day: day for day in sheet.days() if day.inside}
    assert days[25].holiday == "Christmas Day"
    assert [number for number, day in days.items() if day.off][:3] == [4, 5, 11]
    assert not days[6].off


def test_a_name_is_one_line_and_not_endless() -> None:
    on = date(2026, 12, 4)
    sheet = month_sheet(on, [follow_up(on, "a\nb " * 500)], NOTHING_KNOWN, TODAY, WORDS)
    (line,) = sheet.weeks[0].days[4].lines
    assert "\n" not in line.name
    assert len(line.name) <= 120


def test_what_found_no_room_is_listed_by_day() -> None:
    on = date(2026, 12, 4)
    entries = [*many(on, 5), follow_up(on + timedelta(days=1), "Last", note="Bring cake")]
    sheet = month_sheet(on, entries, NOTHING_KNOWN, TODAY, WORDS)
    rest = rest_document(sheet, {on: 3}, WORDS, columns=3)
    assert [section.heading for section in rest.sections] == [
        "Friday 4 December 2026",
        "Saturday 5 December 2026",
    ]
    assert [entry.name for entry in rest.sections[0].entries] == ["Name3", "Name4"]
    last = rest.sections[1].entries[0]
    assert (last.name, last.beside, last.text, last.box) == ("Last", "call", "Bring cake", False)
    shown = {day.on: len(day.lines) for day in sheet.days()}
    assert rest_document(sheet, shown, WORDS, columns=3).sections == ()
