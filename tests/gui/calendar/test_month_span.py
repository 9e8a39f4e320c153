"""Which days a month's page shows."""

from datetime import date

import pytest

from notebook_app.gui.calendar.month_span import MonthSpan


@pytest.mark.parametrize(
    ("day", "first_weekday", "first", "last", "weeks"),
    [
        (date(2026, 11, 21), 1, date(2026, 10, 26), date(2026, 12, 6), 6),
        (date(2026, 11, 21), 7, date(2026, 11, 1), date(2026, 12, 5), 5),
        (date(2027, 2, 1), 1, date(2027, 2, 1), date(2027, 2, 28), 4),
        (date(2026, 12, 31), 6, date(2026, 11, 28), date(2027, 1, 1), 5),
    ],
)
def test_whole_weeks_around_the_month(
    day: date, first_weekday: int, first: date, last: date, weeks: int
) -> None:
    span = MonthSpan.around(day, first_weekday)
    assert (span.first, span.last, span.weeks) == (first, last, weeks)
    assert span.place(day) is not None
    assert span.first.isoweekday() == first_weekday
