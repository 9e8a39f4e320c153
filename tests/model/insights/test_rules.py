"""The rules that reports follow: money, rates, rates of success, times before, verdicts, trends."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from notebook_app.model.insights.balance_report import (
    Activity,
    BalanceReport,
    BalanceRow,
    Measure,
    Targets,
    Trend,
    Verdict,
    trends_of,
    verdict_of,
)
from notebook_app.model.insights.chains import forest, full_chains
from notebook_app.model.insights.days import part_of_event
from notebook_app.model.insights.figures import (
    Case,
    Figures,
    figures_of,
    main_currency,
    worth_of,
)
from notebook_app.model.insights.mix_report import MixPart, MixPlan, MixRow, is_community
from notebook_app.model.insights.money import Converted, Rates, converted, money_of
from notebook_app.model.insights.periods import Step, Stretch, period_before, stretches
from notebook_app.model.opportunity import OpportunityState
from notebook_app.model.past_periods import Period

OPENED = date(2026, 1, 10)
WON, LOST, OPEN = OpportunityState.WON, OpportunityState.LOST, OpportunityState.OPEN


def case(number: int, state: OpportunityState, value: str | None = None, **more: Any) -> Case:
    """Return an opportunity in euros."""
    amount = None if value is None else Decimal(value)
    plain = Case(number, number, state, None, amount, "EUR" if value else "", OPENED, None)
    return plain._replace(**more)


def test_currencies_are_never_added_up_but_by_the_users_own_rates() -> None:
    money = money_of(
        [
            (Decimal("10.10"), "EUR"),
            (Decimal("0.20"), "EUR"),
            (None, "EUR"),
            (Decimal(5), "USD"),
            (Decimal(1), ""),
        ]
    )
    assert money.amounts == (("", Decimal(1)), ("EUR", Decimal("10.30")), ("USD", Decimal(5)))
    rates = Rates("EUR", (("USD", Decimal("0.9333")),))
    assert converted(money, rates) == Converted(None, "EUR", ("",))
    known = money_of([(Decimal("10.30"), "EUR"), (Decimal(5), "USD")])
    assert converted(known, rates) == Converted(Decimal("14.97"), "EUR")
    assert converted(money_of([]), rates) == Converted(Decimal("0.00"), "EUR")
    half = Rates("EUR", (("USD", Decimal("0.5")),))
    assert converted(money_of([(Decimal("0.01"), "USD")]), half).amount == Decimal("0.01")


def test_won_lost_and_open_have_sums_of_their_own_and_one_currency_is_used_most() -> None:
    cases = [
        case(1, WON, "1", currency="USD"),
        case(2, LOST, "2", currency="USD"),
        case(3, OPEN, "4"),
        case(4, LOST),
    ]
    figures = figures_of(cases)
    assert figures.won_value.amounts == (("USD", Decimal(1)),)
    assert figures.lost_value.amounts == (("USD", Decimal(2)),)
    assert figures.open_value.amounts == (("EUR", Decimal(4)),)
    assert (figures.without_value, main_currency(cases), main_currency(cases[3:])) == (1, "USD", "")
    assert worth_of(cases, "USD", None) == (Decimal(1), 1, 4)
    assert worth_of(cases, "USD", Rates("EUR", ())) == (Decimal(1), 1, 4)
    assert worth_of(cases, "USD", Rates("EUR", (("USD", Decimal(3)),))) == (Decimal(3), 1, 4)


@pytest.mark.parametrize(
    ("won", "lost", "rate", "words"),
    [(0, 0, None, ""), (3, 1, None, "3 of 4"), (4, 1, 0.8, "80 %"), (0, 5, 0.0, "0 %")],
)
def test_there_is_no_percentage_of_fewer_than_five_closed(
    won: int, lost: int, rate: float | None, words: str
) -> None:
    cases = [case(number, WON if number < won else LOST) for number in range(won + lost)]
    figures = figures_of([*cases, case(99, OPEN)])
    assert (figures.success, figures.success_words().replace("\u00a0", " ")) == (rate, words)


def test_days_to_success_are_the_median_of_those_that_were_won_after_they_began() -> None:
    days = (date(2026, 1, 10), date(2026, 1, 14), date(2026, 2, 9), date(2026, 1, 1), None)
    cases = [case(number, WON, closed_on=day) for number, day in enumerate(days)]
    figures = figures_of([*cases, case(9, LOST, closed_on=date(2027, 1, 1))])
    assert (figures.days_to_success, figures.timed) == (4.0, 3)
    assert figures_of([case(1, OPEN)]).days_to_success is None
    assert figures_of([]) == Figures()


@pytest.mark.parametrize(
    ("first", "last", "before"),
    [
        ("2026-03-01", "2026-03-31", ("2026-02-01", "2026-02-28")),
        ("2026-01-01", "2026-12-31", ("2025-01-01", "2025-12-31")),
        ("2026-03-05", "2026-03-11", ("2026-02-26", "2026-03-04")),
        ("2026-03-05", "2026-03-05", ("2026-03-04", "2026-03-04")),
        ("0001-01-02", "0001-02-02", None),
    ],
)
def test_the_time_before_is_as_long(first: str, last: str, before: tuple[str, str] | None) -> None:
    found = period_before(Period(date.fromisoformat(first), date.fromisoformat(last)))
    expected = None if before is None else Period(*(date.fromisoformat(day) for day in before))
    assert found == expected


def test_there_is_no_time_before_one_without_ends() -> None:
    assert period_before(Period(None, OPENED)) is period_before(Period(OPENED, None)) is None


@pytest.mark.parametrize(
    ("activity", "verdict"),
    [
        (Activity(), Verdict.NOTHING),
        (Activity(reached_out=9), Verdict.NOTHING),
        (Activity(2, 2), Verdict.LITTLE),
        (Activity(2, 6, 4, 4), Verdict.EVEN),
        (Activity(2, 7, 4, 4), Verdict.SOCIALISING),
        (Activity(0, 5), Verdict.SOCIALISING),
        (Activity(4, 4, 4, 4), Verdict.EVEN),
        (Activity(5, 4, 4, 4), Verdict.COLLECTING),
        (Activity(4, 4, 2, 4), Verdict.EVEN),
        (Activity(4, 4, 2, 5), Verdict.WAITING),
        (Activity(4, 4, 1, 3), Verdict.EVEN),
        (Activity(4, 4, 8, 2), Verdict.EVEN),
        (Activity(4, 4, 9, 2), Verdict.CARRYING),
        (Activity(1, 6, 1, 9), Verdict.WAITING),
        (Activity(1, 30, 2, 9), Verdict.SOCIALISING),
    ],
)
def test_one_sentence_says_what_is_furthest_out_of_balance(
    activity: Activity, verdict: Verdict
) -> None:
    assert verdict_of(activity) is verdict


def _rows(*new: int, whole: bool = True) -> list[BalanceRow]:
    return [BalanceRow(Stretch(OPENED, OPENED, whole), Activity(new=number)) for number in new]


def test_trends_compare_the_later_half_with_the_earlier() -> None:
    trend = dict(trends_of(_rows(5, 5, 99, 6, 6)))
    assert trend[Measure.NEW] is Trend.UP
    assert trend[Measure.STRENGTHENED] is Trend.STEADY
    assert dict(trends_of(_rows(5, 5, 4, 4)))[Measure.NEW] is Trend.DOWN
    assert dict(trends_of(_rows(10, 10, 11, 11)))[Measure.NEW] is Trend.STEADY
    assert dict(trends_of(_rows(10, 10, 9, 9)))[Measure.NEW] is Trend.STEADY
    assert trends_of(_rows(1, 2, 3)) == ()
    assert trends_of([*_rows(1, 2, 3), *_rows(9, whole=False)]) == ()


def test_targets_are_met_by_whole_stretches_alone() -> None:
    rows = (*_rows(3, 1, 2), *_rows(9, whole=False))
    targets = Targets(Step.MONTH, ((Measure.NEW, 2),))
    report = BalanceReport(
        Period(), Step.MONTH, rows, Activity(), targets, (), Verdict.EVEN, left_out=0
    )
    assert report.met_target(Measure.NEW) == (2, 3)
    assert report.met_target(Measure.STRENGTHENED) is None


def test_quarters_and_weeks_are_cut_off_at_the_ends() -> None:
    quarters = stretches(date(2025, 12, 31), date(2026, 6, 30), Step.QUARTER)
    assert [(part.first.isoformat(), part.whole) for part in quarters] == [
        ("2025-12-31", False),
        ("2026-01-01", True),
        ("2026-04-01", True),
    ]
    weeks = stretches(date(2026, 3, 9), date(2026, 3, 16), Step.WEEK)
    assert [(part.last.isoformat(), part.whole) for part in weeks] == [
        ("2026-03-15", True),
        ("2026-03-16", False),
    ]


def test_a_chain_that_bites_its_tail_is_cut_and_told() -> None:
    """Ann brought Bob, Bob brought Ann: each stands once, and the circle is said."""
    ann, bob, carl = 1, 2, 3
    cases = [case(10, WON, "5", client_id=carl, via=(bob,)), case(11, OPEN, client_id=ann)]
    chains, circles = full_chains(cases, {bob: (ann,), ann: (bob,)})
    assert [chain.people for chain in chains] == [(ann, bob, carl)]
    assert circles == [(bob, ann)]
    trees, named = forest(Period(), chains, circles, most=5, left_out=0)
    (root,) = trees.trees
    assert (root.contact_id, root.children[0].contact_id, named) == (ann, bob, {ann, bob, carl})
    assert root.figures.won_value.of("EUR") == 5


def test_the_most_valuable_chain_comes_first_by_the_users_rates_where_there_are_any() -> None:
    cases = [
        case(1, WON, "10", client_id=11, via=(1,)),
        case(2, WON, "9", client_id=12, via=(2,), currency="USD"),
        case(3, WON, "1", client_id=13, via=(2,)),
    ]
    chains, circles = full_chains(cases, {})
    for rates, first in ((None, 1), (Rates("EUR", (("USD", Decimal(2)),)), 2)):
        trees, _ = forest(Period(), chains, circles, most=1, left_out=0, rates=rates)
        assert [tree.contact_id for tree in trees.trees] == [first]
        assert (trees.roots, trees.brought.count) == (2, 3)


@pytest.mark.parametrize("words", ["Co-working space", "online", "Meetup", "the Rowing Club"])
def test_settings_of_a_community(words: str) -> None:
    assert is_community(words)
    assert not is_community("café")
    assert not is_community("schooling onlines")


def test_an_event_is_community_by_its_name_or_its_place() -> None:
    assert part_of_event("Breakfast", "The Rowing Club") is MixPart.COMMUNITY
    assert part_of_event("Meetup", "") is MixPart.COMMUNITY
    assert part_of_event("Breakfast", "Harbour") is MixPart.EVENTS


def test_what_is_done_a_week_is_told_in_tenths() -> None:
    row = MixRow(MixPart.EVENTS, 7, Decimal(5), 2, MixPlan(MixPart.EVENTS))
    assert (row.acts_a_week(Decimal(2)), row.hours_a_week(Decimal(2))) == (
        Decimal("3.5"),
        Decimal("2.5"),
    )
    assert row.acts_a_week(Decimal(3)) == Decimal("2.3")
