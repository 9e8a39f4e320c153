"""Repeat rules: the next day, the rule from there on, and what is no rule."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notebook_app.model.recurrence import checked_rule, next_due, rule_from

START = date(2026, 1, 31)


@pytest.mark.parametrize(
    ("rule", "after", "due"),
    [
        ("", START, None),
        ("FREQ=DAILY", START, date(2026, 2, 1)),
        ("FREQ=WEEKLY;INTERVAL=2", START, date(2026, 2, 14)),
        ("FREQ=MONTHLY", START, date(2026, 3, 31)),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", START, date(2026, 2, 28)),
        ("FREQ=YEARLY", date(2026, 12, 31), date(2027, 1, 31)),
        ("FREQ=DAILY;COUNT=2", START, date(2026, 2, 1)),
        ("FREQ=DAILY;COUNT=2", date(2026, 2, 1), None),
        ("FREQ=DAILY;UNTIL=20260201", START, date(2026, 2, 1)),
        ("FREQ=DAILY;UNTIL=20260201T230000Z", date(2026, 2, 1), None),
        ("RRULE:FREQ=DAILY", START, date(2026, 2, 1)),
    ],
)
def test_the_next_day(rule: str, after: date, due: date | None) -> None:
    """As RFC 5545 counts; a month without that day is left out."""
    assert next_due(rule, START, after) == due


@pytest.mark.parametrize(
    "rule",
    ["tuesday", "FREQ=", "FREQ=HOURLY", "FREQ=DAILY;COUNT=x", "FREQ=DAILY;BYDAY=XX", "COUNT=2"],
)
def test_what_is_no_rule_is_refused(rule: str) -> None:
    """With one kind of error, whatever dateutil says."""
    with pytest.raises(ValueError):  # noqa: PT011
        checked_rule(rule)


def test_a_rule_is_stored_in_one_form() -> None:
    """However it was written."""
    assert checked_rule(" rrule:freq=weekly;byday=mo ") == "FREQ=WEEKLY;BYDAY=MO"


@given(st.integers(1, 20), st.integers(1, 5), st.sampled_from(["DAILY", "WEEKLY", "YEARLY"]))
def test_a_counted_rule_ends_after_as_many_times(count: int, step: int, freq: str) -> None:
    """Though each occurrence begins anew with what is left."""
    rule = f"FREQ={freq};INTERVAL={step};COUNT={count}"
    day, times = date(2026, 1, 1), 1
    while (due := next_due(rule, day, day)) is not None:
        rule, day, times = rule_from(rule, day, due), due, times + 1
    assert times == count


def test_a_rule_without_a_count_stays() -> None:
    """Word for word."""
    rule = "FREQ=WEEKLY;BYDAY=MO"
    assert rule_from(rule, START, START + timedelta(days=9)) == rule
