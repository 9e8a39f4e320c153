"""When to be in touch again, held against dateutil's own arithmetic, month ends included."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from hypothesis import example, given
from hypothesis import strategies as st

from notebook_app.model.cadence import in_touch_again, lifts_not_now, moved_on, urgency
from notebook_app.model.contact import Cadence, CadenceUnit, Stage

DAYS = st.dates(date(1950, 1, 1), date(2080, 12, 31))
RHYTHMS = st.builds(
    Cadence,
    st.integers(1, 999),
    st.sampled_from(list(CadenceUnit)),
    st.one_of(st.none(), st.integers(0, 400)),
)


def _by_dateutil(start: date, cadence: Cadence) -> date:
    return (
        start
        + {
            CadenceUnit.DAYS: relativedelta(days=cadence.count),
            CadenceUnit.WEEKS: relativedelta(weeks=cadence.count),
            CadenceUnit.MONTHS: relativedelta(months=cadence.count),
        }[cadence.unit]
    )


@given(DAYS, RHYTHMS)
@example(date(2024, 1, 31), Cadence(1, CadenceUnit.MONTHS))
@example(date(2023, 1, 31), Cadence(1, CadenceUnit.MONTHS))
@example(date(2024, 2, 29), Cadence(12, CadenceUnit.MONTHS))
@example(date(2023, 12, 31), Cadence(2, CadenceUnit.MONTHS))
def test_the_ideal_day_is_dateutils(last: date, cadence: Cadence) -> None:
    assert moved_on(last, cadence) == _by_dateutil(last, cadence)
    assert in_touch_again(last, cadence).ideal == _by_dateutil(last, cadence)


@given(DAYS, RHYTHMS)
def test_the_latest_day_leaves_half_as_long_again_or_the_slack_that_was_set(
    last: date, cadence: Cadence
) -> None:
    again = in_touch_again(last, cadence)
    left = (again.latest - again.ideal).days
    if cadence.slack is None:
        assert 2 * left <= (again.ideal - last).days < 2 * left + 2
    else:
        assert left == cadence.slack


def test_the_days_of_somebody_one_speaks_to_every_month() -> None:
    again = in_touch_again(date(2026, 11, 3), Cadence(1, CadenceUnit.MONTHS))
    assert (again.ideal, again.latest) == (date(2026, 12, 3), date(2026, 12, 18))


@given(DAYS, RHYTHMS, st.integers(0, 3000))
def test_a_later_conversation_never_moves_the_day_back(
    last: date, cadence: Cadence, later: int
) -> None:
    assert moved_on(last + timedelta(days=later), cadence) >= moved_on(last, cadence)


def test_trust_comes_before_know_where_both_are_as_late() -> None:
    monthly, last, today = Cadence(1, CadenceUnit.MONTHS), date(2026, 9, 1), date(2026, 10, 10)
    trusted = urgency(last + timedelta(days=5), monthly, Stage.TRUST, today)
    assert trusted > urgency(last, monthly, Stage.KNOW, today) > urgency(last, monthly, None, today)


def test_only_a_conversation_that_restarts_the_cadence_lifts_a_not_now() -> None:
    last = date(2026, 11, 10)
    assert lifts_not_now(last + timedelta(days=1), last)
    assert lifts_not_now(last, last)
    assert not lifts_not_now(last - timedelta(days=1), last)
    assert lifts_not_now(last, None)
