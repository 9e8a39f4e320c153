"""The usual days to put something off to step over weekends, holidays and full days."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from notebook_app.model.next_days import (
    Days,
    Distance,
    NextDay,
    Taken,
    day_after,
    nearest_distance,
    next_days,
    next_good_day,
)

MONDAY = date(2026, 11, 23)


def _days(holidays: dict[date, str] | None = None, planned: dict[date, int] | None = None) -> Days:
    return Days(
        lambda day: (holidays or {}).get(day, ""), lambda day: (planned or {}).get(day, 0), 2
    )


def test_a_good_day_is_the_one_that_was_meant() -> None:
    found = next_days(MONDAY, _days())
    assert found[Distance.TOMORROW] == NextDay(date(2026, 11, 24), date(2026, 11, 24))
    assert found[Distance.THREE_DAYS].day == date(2026, 11, 26)
    assert found[Distance.WEEK].day == date(2026, 11, 30)
    assert found[Distance.TWO_WEEKS].day == date(2026, 12, 7)
    assert found[Distance.MONTH].day == date(2026, 12, 23)


def test_a_weekend_moves_to_monday_and_says_so() -> None:
    friday = date(2026, 11, 27)
    found = next_days(friday, _days())[Distance.TOMORROW]
    assert (found.day, found.meant) == (date(2026, 11, 30), date(2026, 11, 28))
    assert found.taken is Taken.WEEKEND


def test_a_full_day_before_a_weekend_moves_past_both_and_tells_of_the_day_that_was_meant() -> None:
    thursday, friday = date(2026, 11, 26), date(2026, 11, 27)
    found = next_good_day(thursday, _days(planned={thursday: 2, friday: 5}))
    assert found == NextDay(date(2026, 11, 30), thursday, Taken.FULL)


def test_one_less_than_full_is_not_full() -> None:
    assert next_good_day(MONDAY, _days(planned={MONDAY: 1})).taken is None


def test_a_holiday_is_named() -> None:
    christmas = date(2026, 12, 25)
    days = _days({christmas: "Christmas Day", date(2026, 12, 28): "Boxing Day"})
    found = next_good_day(christmas, days)
    assert found == NextDay(date(2026, 12, 29), christmas, Taken.HOLIDAY, "Christmas Day")


def test_the_end_of_january_plus_a_month_is_the_end_of_february() -> None:
    assert day_after(date(2027, 1, 31), Distance.MONTH) == date(2027, 2, 28)


def test_a_day_is_told_by_the_distance_nearest_to_it() -> None:
    for distance in Distance:
        assert nearest_distance(MONDAY, day_after(MONDAY, distance)) is distance
    assert nearest_distance(MONDAY, MONDAY + timedelta(days=8)) is Distance.WEEK
    assert nearest_distance(MONDAY, MONDAY) is Distance.TOMORROW


def test_other_weekends_count_as_they_are() -> None:
    days = Days(lambda _day: "", lambda _day: 0, 8, frozenset({4, 5}))
    friday = date(2026, 11, 27)
    assert next_good_day(friday, days).day == date(2026, 11, 29)


def test_where_every_day_is_full_a_full_working_day_is_offered() -> None:
    days = Days(lambda _day: "", lambda _day: 99, 8)
    saturday = date(2026, 11, 28)
    assert next_good_day(saturday, days).day == date(2026, 11, 30)
    assert next_good_day(MONDAY, days) == NextDay(MONDAY, MONDAY)


@given(
    st.dates(date(2020, 1, 1), date(2100, 1, 1)),
    st.sets(st.integers(0, 40)),
    st.sets(st.integers(0, 40)),
)
def test_no_day_before_the_chosen_one_would_have_done(
    meant: date, holidays: set[int], full: set[int]
) -> None:
    named = {meant + timedelta(days=ahead): "a holiday" for ahead in holidays}
    planned = {meant + timedelta(days=ahead): 2 for ahead in full}
    found = next_good_day(meant, _days(named, planned))

    def good(day: date) -> bool:
        return day.weekday() < 5 and day not in named and day not in planned

    assert found.day >= meant
    assert good(found.day)
    assert not any(good(meant + timedelta(days=ahead)) for ahead in range((found.day - meant).days))
    assert (found.taken is None) == (found.day == meant)
