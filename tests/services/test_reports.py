"""Reports as services: what the user sets for them, people deleted or merged, whom to act on."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from notebook_app.foundation.clock import StoppedClock
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.contact import (
    Cadence,
    CadenceUnit,
    ContactDetails,
    ContactDraft,
    Role,
)
from notebook_app.model.conversation import ConversationDraft, Initiator
from notebook_app.model.event import EventDraft
from notebook_app.model.insights.balance_report import Measure, Targets, Verdict
from notebook_app.model.insights.mix_report import MixPart, MixPlan
from notebook_app.model.insights.money import Rates, converted
from notebook_app.model.insights.periods import Step
from notebook_app.model.insights.sources import IN_THE_TRASH, By
from notebook_app.model.opportunity import OpportunityDraft, OpportunityState, Source
from notebook_app.model.origin import OriginDraft
from notebook_app.model.past_periods import Period
from notebook_app.services.insight_settings import (
    balance_targets,
    mix_plans,
    own_rates,
    set_balance_targets,
    set_mix_plans,
    set_own_rates,
)
from notebook_app.services.merge_contacts import merge_contacts
from notebook_app.services.report_balance import report_balance
from notebook_app.services.report_mix import report_mix
from notebook_app.services.report_overview import report_overview
from notebook_app.services.report_services import report_services
from notebook_app.services.report_sources import (
    report_chains,
    report_clients,
    report_event_costs,
    report_sources,
    report_work,
)
from notebook_app.services.report_year import report_year
from notebook_app.services.undo import undo_last
from notebook_app.storage.notebook import Notebook

TODAY = date(2026, 3, 10)
FIRST = date(2026, 1, 1)


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    """Ann brought Bob, Bob brought Carl; Carl's work was won, Dora's was lost."""
    opened = Notebook.open(tmp_path / "notebook.db", StoppedClock(TODAY), "SE")
    with opened.change("Filled"):
        ann, bob, carl, dora = (
            opened.contacts.insert(ContactDraft(ContactDetails(display_name=name), None, roles))
            for name, roles in (
                ("Ann", ()),
                ("Bob", (Role.CLIENT,)),
                ("Carl", (Role.CLIENT,)),
                ("Dora", (Role.CLIENT,)),
            )
        )
        opened.origins.put(OriginDraft(bob, Source.DIRECT_REFERRAL, (ann,), came_on=FIRST))
        won, lost = OpportunityState.WON, OpportunityState.LOST
        for client, state, value, currency, via in (
            (carl, won, "100", "EUR", (bob,)),
            (carl, won, "7", "USD", (bob,)),
            (dora, lost, "5", "EUR", ()),
        ):
            opened.opportunities.insert(
                OpportunityDraft(
                    client,
                    "Work",
                    Decimal(value),
                    currency,
                    state,
                    Source.DIRECT_REFERRAL,
                    via,
                    opened_on=FIRST,
                    closed_on=TODAY,
                )
            )
    yield opened
    opened.close()


def _lines(notebook: Notebook, by: By) -> dict[str, int]:
    return {row.label: row.figures.count for row in report_sources(notebook, by).rows}


def test_a_deleted_clients_work_is_left_out_everywhere_and_said(notebook: Notebook) -> None:
    with notebook.change("Deleted"):
        notebook.many.set_deleted([3], True)
    report = report_sources(notebook)
    assert (report.total.count, report.left_out) == (1, 2)
    assert report_chains(notebook).trees == ()
    assert report_chains(notebook).left_out == 2
    assert report_clients(notebook).clients == 2
    assert report_year(notebook).work.count == 1
    assert report_services(notebook).clients == 2
    undo_last(notebook)
    assert (report_sources(notebook).total.count, report_sources(notebook).left_out) == (3, 0)


def test_a_deleted_introducer_is_counted_without_a_name(notebook: Notebook) -> None:
    with notebook.change("Deleted"):
        notebook.many.set_deleted([2], True)
    assert _lines(notebook, By.PERSON) == {IN_THE_TRASH: 2, "Nobody in between": 1}
    (tree,) = report_chains(notebook).trees
    assert (tree.name, tree.children[0].name, tree.children[0].children[0].name) == (
        "Ann",
        "",
        "Carl",
    )


def test_after_a_merge_everything_is_the_kept_ones(notebook: Notebook) -> None:
    kept = 4
    merge_contacts(notebook, kept, [2])
    report = report_sources(notebook, By.PERSON)
    assert (report.total.count, report.left_out) == (3, 0)
    assert {row.key for row in report.rows} == {kept, None}
    (tree,) = report_chains(notebook).trees
    assert [tree.name, tree.children[0].contact_id] == ["Ann", kept]
    assert report_clients(notebook).clients == 2


def test_rates_are_typed_kept_and_taken_away(notebook: Notebook) -> None:
    assert own_rates(notebook) is None
    set_own_rates(notebook, Rates("eur", (("usd", Decimal("0.5")),)))
    rates = own_rates(notebook)
    assert rates == Rates("EUR", (("USD", Decimal("0.5")),))
    won = report_sources(notebook).total.won_value
    assert converted(won, rates).amount == Decimal("103.50")
    for broken in (
        Rates("Euro", ()),
        Rates("EUR", (("USD", Decimal(0)),)),
        Rates("EUR", (("USD", Decimal("NaN")),)),
        Rates("EUR", (("U", Decimal(1)),)),
    ):
        with pytest.raises(UserProblem):
            set_own_rates(notebook, broken)
    assert own_rates(notebook) == rates
    set_own_rates(notebook, None)
    assert own_rates(notebook) is None


def test_targets_are_kept_for_each_length_of_time(notebook: Notebook) -> None:
    weekly = Targets(Step.WEEK, ((Measure.NEW, 1), (Measure.REACHED_OUT, 5)))
    set_balance_targets(notebook, weekly)
    set_balance_targets(notebook, Targets(Step.MONTH, ((Measure.NEW, 4),)))
    assert balance_targets(notebook, Step.WEEK) == weekly
    assert balance_targets(notebook, Step.QUARTER) == Targets(Step.QUARTER)
    assert report_balance(notebook).targets.of(Measure.NEW) == 4
    with pytest.raises(UserProblem):
        set_balance_targets(notebook, Targets(Step.WEEK, ((Measure.NEW, 0),)))
    with notebook.change("Broken"):
        notebook.settings.write("balance_targets", {"week": {"new people": "many"}, "month": 3})
    assert balance_targets(notebook, Step.WEEK) == Targets(Step.WEEK)
    assert balance_targets(notebook, Step.MONTH) == Targets(Step.MONTH)


def test_the_planned_mix_stands_beside_what_was_done(notebook: Notebook) -> None:
    plans = (MixPlan(MixPart.EVENTS, hours=Decimal("2.5")), MixPlan(MixPart.CARE, acts=3))
    set_mix_plans(notebook, plans)
    assert {plan for plan in mix_plans(notebook) if plan.acts or plan.hours} == set(plans)
    report = report_mix(notebook)
    assert [row.plan for row in report.rows][:2] == list(plans)
    assert len(report.weekly) == 12
    for broken in (MixPlan(MixPart.CARE, acts=0), MixPlan(MixPart.CARE, hours=Decimal(169))):
        with pytest.raises(UserProblem):
            set_mix_plans(notebook, [broken])


def _talk(notebook: Notebook, contact_id: int, on: date, begun: Initiator | None = None) -> None:
    with notebook.change("Logged"):
        draft = ConversationDraft((contact_id,), "x", on, initiated_by=begun)
        notebook.conversations.insert(draft)


def test_the_verdict_names_whom_or_what_to_turn_to(notebook: Notebook) -> None:
    assert report_balance(notebook).verdict is Verdict.NOTHING
    for contact_id in (1, 2, 3, 4):
        _talk(notebook, contact_id, date(2026, 3, contact_id))
    _talk(notebook, 1, TODAY)
    report = report_balance(notebook)
    assert report.verdict is Verdict.COLLECTING
    # Those met once, the latest first; Ann was spoken to again.
    assert [person.name for person in report.people] == ["Dora", "Carl", "Bob"]
    with notebook.change("Event"):
        notebook.events.insert(EventDraft("Breakfast", date(2026, 3, 12)))
    for _ in range(13):
        _talk(notebook, 1, TODAY)
    report = report_balance(notebook)
    assert (report.verdict, report.people, report.event) == (
        Verdict.SOCIALISING,
        (),
        (1, "Breakfast"),
    )


@pytest.mark.parametrize("step", Step)
def test_times_without_days_or_ahead_are_empty_and_not_an_error(
    notebook: Notebook, step: Step
) -> None:
    ahead = Period(date(2030, 1, 1), date(2030, 12, 31))
    report = report_balance(notebook, ahead, step)
    assert (report.verdict, len(report.rows)) == (Verdict.NOTHING, 1)
    assert report_mix(notebook, ahead).acts == 0
    assert report_sources(notebook, period=ahead, against_before=True).total.count == 0
    assert report_event_costs(notebook, ahead).rows == ()
    assert report_chains(notebook, ahead).trees == ()
    assert report_clients(notebook, ahead).undated == 2
    assert report_balance(notebook, Period(None, date(2026, 2, 1)), step).period.last == date(
        2026, 2, 1
    )


@pytest.mark.parametrize("year", [2027, 0, -1])
def test_there_is_no_looking_back_at_years_to_come(notebook: Notebook, year: int) -> None:
    with pytest.raises(UserProblem):
        report_year(notebook, year)


def test_one_page_of_reports_is_what_each_of_them_says(notebook: Notebook) -> None:
    """Read once and kept for the page, or each by itself: the same."""
    with notebook.change("Deleted"):
        notebook.many.set_deleted([4], True)
        event_id = notebook.events.insert(EventDraft("Breakfast", FIRST, met=(3,)))
        notebook.database.execute_sql(
            "UPDATE opportunity SET event_id = ? WHERE id = 1", (event_id,)
        )
    for period in (Period(), Period(FIRST, TODAY), Period(TODAY, None)):
        for by in By:
            page = report_work(notebook, by, period)
            assert page.sources == report_sources(notebook, by, period, against_before=True)
            assert page.formality == report_sources(notebook, By.FORMALITY, period)
            assert page.clients == report_clients(notebook)
            assert page.costs == report_event_costs(notebook, period)
            assert page.chains == report_chains(notebook, period)


def test_without_a_first_day_reports_go_back_as_far_as_they_say(notebook: Notebook) -> None:
    """A year of months, three months of weeks, two years of quarters; twelve weeks of the mix."""
    firsts = {step: report_balance(notebook, None, step).period.first for step in Step}
    assert firsts == {
        Step.MONTH: date(2025, 4, 1),
        Step.WEEK: date(2026, 1, 1),
        Step.QUARTER: date(2024, 4, 1),
    }
    # Tuesday 10 March is in the twelfth week.
    assert report_mix(notebook).period == Period(date(2025, 12, 22), TODAY)
    ahead = Period(date(2026, 3, 1), date(2026, 12, 31))
    assert report_mix(notebook, ahead).period == Period(date(2026, 3, 1), TODAY)
    assert report_balance(notebook, ahead).period == Period(date(2026, 3, 1), TODAY)


def test_who_waits_is_led_to_those_who_fade(notebook: Notebook) -> None:
    """Also where little is written down; never to an event then."""
    with notebook.change("Keep in touch"):
        notebook.many.set_cadence([4], Cadence(1, CadenceUnit.WEEKS))
        notebook.events.insert(EventDraft("Breakfast", date(2026, 3, 12)))
    _talk(notebook, 4, date(2025, 12, 1), Initiator.THEM)
    for day in (2, 3):
        _talk(notebook, 1, date(2026, 1, day), Initiator.THEM)
    report = report_balance(notebook)
    assert (report.verdict, [person.name for person in report.people]) == (
        Verdict.LITTLE,
        ["Dora"],
    )
    for contact_id in (2, 3, 2):
        _talk(notebook, contact_id, date(2026, 1, 4), Initiator.THEM)
    report = report_balance(notebook)
    assert (report.verdict, report.event) == (Verdict.WAITING, None)
    assert [person.name for person in report.people] == ["Dora"]


def test_the_users_rates_say_what_is_most_valuable(notebook: Notebook) -> None:
    """Dora's dollars are worth more than Carl's euros only by rates; so is who brought them."""
    with notebook.change("Won"):
        notebook.contacts.insert(ContactDraft(ContactDetails(display_name="Eve")))
        for client, value, currency, brought_by in ((4, 90, "USD", 5), (3, 1, "EUR", 2)):
            notebook.opportunities.insert(
                OpportunityDraft(
                    client,
                    "Work",
                    Decimal(value),
                    currency,
                    OpportunityState.WON,
                    None,
                    (brought_by,),
                    opened_on=FIRST,
                )
            )
    assert [row.name for row in report_year(notebook).by_value] == ["Carl", "Dora"]
    assert [tree.name for tree in report_chains(notebook).trees] == ["Ann", "Eve"]
    set_own_rates(notebook, Rates("EUR", (("USD", Decimal(50)),)))
    assert [row.name for row in report_year(notebook).by_value] == ["Dora", "Carl"]
    assert [tree.name for tree in report_chains(notebook).trees] == ["Eve", "Ann"]


def test_all_in_short_is_of_one_time(notebook: Notebook) -> None:
    """Each report in it is what it would be by itself."""
    for period in (Period(FIRST, FIRST), Period(TODAY, TODAY), Period()):
        short = report_overview(notebook, period)
        assert short.sources == report_sources(notebook, period=period)
        assert short.chains == report_chains(notebook, period)
        assert short.costs == report_event_costs(notebook, period)
        assert short.balance == report_balance(notebook, period)
        assert short.mix == report_mix(notebook, period)
