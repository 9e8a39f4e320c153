"""The ranges to print are the days that their names promise."""

from datetime import date

import pytest

from notebook_app.model.print_range import PrintRange, PrintRangeKind, preset_range

SATURDAY = date(2026, 11, 21)
MONDAY, SUNDAY = 0, 6


@pytest.mark.parametrize(
    ("kind", "first_weekday", "expected"),
    [
        (PrintRangeKind.OVERDUE_AND_TODAY, MONDAY, PrintRange(None, SATURDAY)),
        (
            PrintRangeKind.THIS_WEEK,
            MONDAY,
            PrintRange(date(2026, 11, 16), date(2026, 11, 22), overdue=True),
        ),
        (
            PrintRangeKind.THIS_WEEK,
            SUNDAY,
            PrintRange(date(2026, 11, 15), date(2026, 11, 21), overdue=True),
        ),
        (
            PrintRangeKind.NEXT_TWO_WEEKS,
            MONDAY,
            PrintRange(SATURDAY, date(2026, 12, 4), overdue=True),
        ),
        (
            PrintRangeKind.THIS_MONTH,
            MONDAY,
            PrintRange(date(2026, 11, 1), date(2026, 11, 30), overdue=True),
        ),
        (
            PrintRangeKind.NEXT_WEEK,
            SUNDAY,
            PrintRange(date(2026, 11, 22), date(2026, 11, 28)),
        ),
        (
            PrintRangeKind.NEXT_MONTH,
            MONDAY,
            PrintRange(date(2026, 12, 1), date(2026, 12, 31)),
        ),
        (PrintRangeKind.TODAY, MONDAY, PrintRange(SATURDAY, SATURDAY)),
        (PrintRangeKind.TOMORROW, MONDAY, PrintRange(date(2026, 11, 22), date(2026, 11, 22))),
        (PrintRangeKind.OVERDUE, MONDAY, PrintRange(None, None, overdue=True)),
        (PrintRangeKind.ALL_OPEN, MONDAY, PrintRange(None, None)),
        (PrintRangeKind.OWN_DATES, MONDAY, PrintRange(SATURDAY, date(2026, 11, 27))),
    ],
)
def test_a_preset_is_the_days_that_its_name_says(
    kind: PrintRangeKind, first_weekday: int, expected: PrintRange
) -> None:
    assert preset_range(kind, SATURDAY, first_weekday) == expected


def test_this_week_on_its_first_day_begins_today() -> None:
    monday = date(2026, 11, 16)
    assert preset_range(PrintRangeKind.THIS_WEEK, monday, MONDAY).start == monday


def test_this_month_in_a_leap_february_ends_on_the_29th() -> None:
    found = preset_range(PrintRangeKind.THIS_MONTH, date(2028, 2, 3))
    assert found.end == date(2028, 2, 29)


def test_overdue_without_dates_means_those_alone() -> None:
    assert PrintRange(None, None, overdue=True).overdue_alone
    assert not PrintRange(None, SATURDAY, overdue=True).overdue_alone
    assert not PrintRange(None, None).overdue_alone
