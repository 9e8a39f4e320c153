"""What is written for other calendars is read the same by vobject and by icalendar."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notebook_app.formats.icalendar.calendar_item import CalendarItem, MovedItem
from notebook_app.formats.icalendar.escaping import escaped, tidied, unescaped
from notebook_app.formats.icalendar.write import BEGINNING, ENDING, sequence, written

_ITEM = CalendarItem(
    uid="7f0c",
    title="Coffee with Carla",
    on=date(2026, 3, 10),
    created="2026-01-01T10:00:00Z",
    changed="2026-01-02T10:00:00Z",
)


def _read(item: CalendarItem) -> list[Any]:
    calendar = icalendar.Calendar.from_ical(BEGINNING + written(item) + ENDING)
    found = calendar.walk("VTODO" if item.is_to_do else "VEVENT")
    assert not any(component.errors for component in calendar.walk())
    return list(found)


_TEXT = st.text(st.characters(codec="utf-8"), max_size=200)


@settings(max_examples=60, deadline=None)
@given(
    title=_TEXT,
    note=_TEXT,
    on=st.dates(date(1900, 1, 1), date(2200, 1, 1)),
    at=st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    minutes=st.none() | st.integers(1, 5000),
    to_do=st.booleans(),
)
def test_any_text_and_moment_comes_back(
    *, title: str, note: str, on: date, at: time | None, minutes: int | None, to_do: bool
) -> None:
    item = replace(_ITEM, title=title, note=note, on=on, at=at, minutes=minutes, is_to_do=to_do)
    (read,) = _read(item)
    assert str(read.get("summary", "")) == tidied(title)
    assert str(read.get("description", "")) == tidied(note)
    when = read["due" if to_do else "dtstart"].dt
    assert when == (on if at is None else datetime.combine(on, at))
    if at is not None and minutes and not to_do:
        assert read["duration"].dt == timedelta(minutes=minutes)


@given(text=_TEXT)
def test_escaping_is_undone(text: str) -> None:
    assert unescaped(escaped(text)) == tidied(text)


@pytest.mark.parametrize("letter", ["a", "ж", "你", "😀"])
def test_no_line_is_longer_than_75_octets_or_cut_within_a_character(letter: str) -> None:
    for length in (60, 74, 75, 76, 500):
        data = written(replace(_ITEM, title=letter * length))
        for line in data.split(b"\r\n"):
            assert len(line) <= 75
            assert line.decode("utf-8") is not None


def test_a_series_says_what_is_left_out_and_what_is_moved() -> None:
    item = replace(
        _ITEM,
        at=time(9, 30),
        rule="FREQ=WEEKLY;BYDAY=TU;UNTIL=20260331",
        left_out=(date(2026, 3, 17),),
        moved=(MovedItem(date(2026, 3, 24), date(2026, 3, 25)),),
    )
    series, moved = _read(item)
    assert series["rrule"].to_ical() == b"FREQ=WEEKLY;UNTIL=20260331T235959;BYDAY=TU"
    assert [day.dt for day in series["exdate"].dts] == [datetime(2026, 3, 17, 9, 30)]
    assert moved["recurrence-id"].dt == datetime(2026, 3, 24, 9, 30)
    assert moved["dtstart"].dt == datetime(2026, 3, 25, 9, 30)
    assert moved["uid"] == series["uid"]


def test_times_are_local_without_a_zone() -> None:
    assert b"DTSTART:20260310T093000\r\n" in written(replace(_ITEM, at=time(9, 30)))


@pytest.mark.parametrize(
    ("at", "alarm", "trigger"),
    [
        (time(9, 30), 15, timedelta(minutes=-15)),
        (time(9, 30), 0, timedelta(0)),
        (None, -540, timedelta(hours=9)),
    ],
)
def test_an_alarm_comes_before_a_time_and_on_the_morning_of_a_day(
    at: time | None, alarm: int, trigger: timedelta
) -> None:
    (read,) = _read(replace(_ITEM, at=at, alarm=alarm))
    (found,) = read.walk("VALARM")
    assert found["trigger"].dt == trigger


def test_what_is_done_is_completed_and_rings_no_more() -> None:
    (read,) = _read(replace(_ITEM, is_to_do=True, done_on=date(2026, 3, 9), alarm=15))
    assert read["status"] == "COMPLETED"
    assert read["completed"].dt.date() == date(2026, 3, 9)
    assert not read.walk("VALARM")


def test_a_later_change_has_a_higher_number() -> None:
    later = replace(_ITEM, changed="2026-01-02T10:00:01Z")
    assert sequence(replace(_ITEM, changed=_ITEM.created)) == 0
    assert sequence(later) > sequence(_ITEM) > 0
