"""Repeats that keep to the end of the month, and to 29 February."""

from datetime import date

import pytest

from notebook_app.gui.follow_ups.repeat_choices import Repeat, repeat_of, repeat_rule
from notebook_app.model.recurrence import next_due


@pytest.mark.parametrize(
    ("repeat", "start", "following"),
    [
        (Repeat.WEEKLY, date(2026, 11, 21), [date(2026, 11, 28), date(2026, 12, 5)]),
        (Repeat.EVERY_2_WEEKS, date(2026, 11, 21), [date(2026, 12, 5), date(2026, 12, 19)]),
        (Repeat.MONTHLY, date(2027, 1, 31), [date(2027, 2, 28), date(2027, 3, 31)]),
        (Repeat.MONTHLY, date(2027, 1, 30), [date(2027, 2, 28), date(2027, 3, 30)]),
        (Repeat.EVERY_3_MONTHS, date(2026, 11, 30), [date(2027, 2, 28), date(2027, 5, 30)]),
        (Repeat.YEARLY, date(2028, 2, 29), [date(2029, 2, 28), date(2030, 2, 28)]),
    ],
)
def test_a_repeat_comes_again_in_short_months_too(
    repeat: Repeat, start: date, following: list[date]
) -> None:
    rule = repeat_rule(repeat, start)
    found = [start]
    for _ in following:
        # As completing does it: the rule begins anew on each day that was planned.
        coming = next_due(rule, found[-1], after=found[-1])
        assert coming is not None
        found.append(coming)
    assert found[1:] == following


@pytest.mark.parametrize("repeat", list(Repeat))
@pytest.mark.parametrize("start", [date(2026, 11, 21), date(2028, 2, 29), date(2027, 1, 31)])
def test_the_choice_is_found_again_from_its_rule(repeat: Repeat, start: date) -> None:
    assert repeat_of(repeat_rule(repeat, start)) is repeat


def test_a_rule_from_elsewhere_is_none_of_the_choices() -> None:
    assert repeat_of("FREQ=WEEKLY;BYDAY=MO,TH") is None
