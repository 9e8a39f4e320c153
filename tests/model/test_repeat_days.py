"""The days of repeat rules, held against dateutil: begun late, plain, counted, ended."""

import time
from datetime import date, datetime, timedelta
from itertools import takewhile
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from notebook_app.model.recurrence import (
    checked_rule,
    days_of_rule,
    next_due,
    rule_from,
    rule_until,
)
from notebook_app.model.rule_shift import shifted_rule, weekday_of_month, with_short_months
from tests.made_up import examples

DAYS = st.dates(date(1999, 1, 1), date(2061, 12, 31))
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@st.composite
def rules(draw: Any) -> str:
    """Rules as people have them: plain, on weekdays, the last Friday, in months, with an end."""
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={frequency}"]
    if draw(st.booleans()):
        parts.append(f"INTERVAL={draw(st.integers(1, 7))}")
    extra = draw(st.integers(0, 4))
    if extra == 1 and frequency == "WEEKLY":
        days = draw(st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=3, unique=True))
        parts.append(f"BYDAY={','.join(days)}")
    elif extra == 1 and frequency in ("MONTHLY", "YEARLY"):
        number = draw(st.sampled_from([-2, -1, 1, 2, 3, 4, 5]))
        parts.append(f"BYDAY={number}{draw(st.sampled_from(WEEKDAYS))}")
    elif extra == 2 and frequency == "MONTHLY":
        days = draw(st.lists(st.integers(-3, 31).filter(bool), min_size=1, max_size=3, unique=True))
        parts.append(f"BYMONTHDAY={','.join(map(str, days))}")
    elif extra == 3 and frequency == "MONTHLY":
        last = draw(st.integers(29, 31))
        parts.append(f"BYMONTHDAY={','.join(map(str, range(28, last + 1)))};BYSETPOS=-1")
    elif extra == 3 and frequency == "YEARLY":
        parts.append("BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1")
    elif extra == 4:
        parts.append(f"WKST={draw(st.sampled_from(WEEKDAYS))}")
    end = draw(st.integers(0, 3))
    if end == 1:
        parts.append(f"COUNT={draw(st.integers(1, 40))}")
    elif end == 2:
        parts.append(f"UNTIL={draw(DAYS):%Y%m%d}")
    return ";".join(parts)


def by_dateutil(rule: str, start: date, last: date) -> list[date]:
    """What dateutil says when it counts from the very beginning."""
    found = rrulestr(rule, dtstart=datetime.combine(start, datetime.min.time()))
    return [day.date() for day in takewhile(lambda day: day.date() <= last, found)]


@settings(max_examples=examples(120, 1000), deadline=None)
@given(rules(), DAYS, DAYS, st.integers(0, 500))
def test_a_stretch_holds_the_days_that_dateutil_counts_from_the_beginning(
    rule: str, start: date, first: date, length: int
) -> None:
    last = first + timedelta(days=length)
    expected = [day for day in by_dateutil(rule, start, last) if day >= first]
    assert days_of_rule(rule, start, first, last) == expected


@settings(max_examples=examples(80, 500), deadline=None)
@given(rules(), DAYS, DAYS)
def test_the_next_day_is_the_first_after(rule: str, start: date, after: date) -> None:
    found = rrulestr(rule, dtstart=datetime.combine(start, datetime.min.time()))
    expected = found.after(datetime.combine(after, datetime.max.time()))
    assert next_due(rule, start, after) == (expected.date() if expected else None)


@settings(max_examples=examples(60, 500), deadline=None)
@given(rules(), DAYS, st.integers(1, 30))
def test_begun_anew_on_one_of_its_days_a_rule_goes_on_as_before(
    rule: str, start: date, number: int
) -> None:
    days = days_of_rule(rule, start, start, start + timedelta(days=4000))
    if len(days) <= number or "BYDAY" in rule or "BYMONTHDAY" in rule:
        return
    due = days[number]
    rest = rule_from(rule, start, due)
    assert days_of_rule(rest, due, due, days[-1]) == days[number:]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1",
        "FREQ=WEEKLY;BYDAY=MO,TU,FR",
    ],
)
def test_a_month_a_hundred_years_on_costs_nothing(rule: str) -> None:
    """A rule is begun near what is looked at; a hundred years of days would take far longer."""
    days_of_rule(rule, date(2026, 1, 6), date(2026, 2, 1), date(2026, 2, 28))
    best = 1.0
    for _ in range(5):
        begun = time.process_time()
        days_of_rule(rule, date(2026, 1, 6), date(2126, 2, 1), date(2126, 2, 28))
        best = min(best, time.process_time() - begun)
    assert best < 0.01


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5",
    ],
)
def test_a_day_that_no_year_has_comes_never_and_is_not_looked_for_without_end(rule: str) -> None:
    begun = time.process_time()
    assert next_due(rule, date(2026, 1, 1), date(2026, 1, 1)) is None
    assert days_of_rule(rule, date(2026, 1, 1), date(2026, 1, 1), date(2030, 1, 1)) == []
    assert time.process_time() - begun < 2


def test_no_interval_of_nothing() -> None:
    """dateutil would go round for ever."""
    for rule in ("FREQ=DAILY;INTERVAL=0", "FREQ=WEEKLY;INTERVAL=0;BYDAY=MO"):
        with pytest.raises(ValueError, match="not a repeat rule"):
            checked_rule(rule)


def test_a_rule_ends_where_it_is_told_to() -> None:
    rule = rule_until("FREQ=WEEKLY;COUNT=9", date(2026, 1, 20))
    assert rule == "FREQ=WEEKLY;UNTIL=20260120"
    start = date(2026, 1, 6)
    assert days_of_rule(rule, start, start, date(2026, 3, 1)) == [
        start,
        date(2026, 1, 13),
        date(2026, 1, 20),
    ]


@pytest.mark.parametrize(
    ("rule", "old", "new", "shifted"),
    [
        ("FREQ=WEEKLY", date(2026, 1, 6), date(2026, 1, 8), "FREQ=WEEKLY"),
        ("FREQ=WEEKLY;BYDAY=TU", date(2026, 1, 6), date(2026, 1, 8), "FREQ=WEEKLY;BYDAY=TH"),
        ("FREQ=WEEKLY;BYDAY=TU,FR", date(2026, 1, 6), date(2026, 1, 7), "FREQ=WEEKLY;BYDAY=WE,FR"),
        (
            "FREQ=MONTHLY;BYDAY=-1FR",
            date(2026, 1, 30),
            date(2026, 1, 29),
            "FREQ=MONTHLY;BYDAY=-1TH",
        ),
        ("FREQ=MONTHLY;BYDAY=2TU", date(2026, 1, 13), date(2026, 1, 21), "FREQ=MONTHLY;BYDAY=3WE"),
        (
            "FREQ=MONTHLY;BYMONTHDAY=5",
            date(2026, 1, 5),
            date(2026, 1, 9),
            "FREQ=MONTHLY;BYMONTHDAY=9",
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
            date(2026, 1, 31),
            date(2026, 2, 3),
            "FREQ=MONTHLY;BYMONTHDAY=3",
        ),
        (
            "FREQ=MONTHLY;COUNT=4",
            date(2026, 1, 5),
            date(2026, 1, 30),
            "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1;COUNT=4",
        ),
        (
            "FREQ=YEARLY",
            date(2028, 2, 28),
            date(2028, 2, 29),
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1",
        ),
    ],
)
def test_a_rule_moves_with_its_days(rule: str, old: date, new: date, shifted: str) -> None:
    assert shifted_rule(rule, old, new) == shifted
    assert new in days_of_rule(shifted, new, new, new)


@given(DAYS)
def test_every_month_and_every_year_have_a_day_for_any_start(start: date) -> None:
    monthly = days_of_rule(
        with_short_months("FREQ=MONTHLY", start), start, start, start + timedelta(days=800)
    )
    assert len({(day.year, day.month) for day in monthly}) == len(monthly) >= 26
    yearly = with_short_months("FREQ=YEARLY", start)
    assert len(days_of_rule(yearly, start, start, date(start.year + 9, 12, 31))) == 10


def test_which_weekday_of_the_month() -> None:
    assert weekday_of_month(date(2026, 11, 24)) == "4TU"
    assert weekday_of_month(date(2026, 10, 30)) == "-1FR"
