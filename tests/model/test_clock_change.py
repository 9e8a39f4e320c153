"""Times of day that a change of the clocks leaves out, in a real zone."""

from datetime import date, time

import pytest

from notebook_app.model.clock_change import existing_time


@pytest.mark.usefixtures("in_berlin")
def test_a_time_that_the_clocks_skip_becomes_the_one_they_show() -> None:
    spring, autumn = date(2027, 3, 28), date(2026, 10, 25)
    assert existing_time(spring, time(2, 30)) == time(3, 30)
    assert existing_time(spring, time(3)) == time(3)
    assert existing_time(autumn, time(2, 30)) == time(2, 30)
    assert existing_time(date(9999, 12, 31), time(23, 45)) == time(23, 45)
