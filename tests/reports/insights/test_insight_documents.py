"""What reports say as documents: the same figures as the reports, and nothing of what was not."""

import re
from datetime import date
from decimal import Decimal

import pytest

from notebook_app.model.contact import Stage
from notebook_app.model.insights.balance_report import (
    Activity,
    BalanceReport,
    BalanceRow,
    Measure,
    Targets,
    Trend,
    Verdict,
)
from notebook_app.model.insights.chains import ChainForest, ChainNode
from notebook_app.model.insights.clients import ClientRow, ClientSources, NoSource
from notebook_app.model.insights.event_costs import EventCost, EventCosts
from notebook_app.model.insights.figures import Case, Figures, figures_of
from notebook_app.model.insights.mix_report import MixPart, MixPlan, MixReport, MixRow, MixWeek
from notebook_app.model.insights.money import Money, Rates
from notebook_app.model.insights.periods import Step, Stretch
from notebook_app.model.insights.services_report import (
    ClientServices,
    Heard,
    ServiceCount,
    ServicesReport,
)
from notebook_app.model.insights.sources import By, SourceRow, SourcesReport
from notebook_app.model.insights.year_report import (
    BeganAt,
    Brought,
    Stepped,
    TalkedWith,
    WorkedWith,
    YearReport,
)
from notebook_app.model.offering import Direction, FavourDraft, FavourKind, FavourRow
from notebook_app.model.opportunity import OpportunityState, Source
from notebook_app.model.past_periods import Period
from notebook_app.model.rows import LosingTouchRow
from notebook_app.reports.date_words import EnglishDateWords
from notebook_app.reports.document import Document, Table
from notebook_app.reports.insights.balance import balance_document
from notebook_app.reports.insights.favours import favours_document
from notebook_app.reports.insights.losing_touch import losing_touch_document
from notebook_app.reports.insights.mix import mix_document
from notebook_app.reports.insights.services import services_document
from notebook_app.reports.insights.sources import (
    chains_document,
    clients_document,
    event_costs_document,
    sources_document,
)
from notebook_app.reports.insights.year import year_document

TODAY = date(2026, 11, 21)
WORDS = EnglishDateWords()
_WON, _OPEN, _LOST = OpportunityState.WON, OpportunityState.OPEN, OpportunityState.LOST


def case(number: int, state: OpportunityState, value: str | None, currency: str = "EUR") -> Case:
    """Return a piece of work with client 7."""
    amount = None if value is None else Decimal(value)
    return Case(number, 7, state, None, amount, currency, TODAY, None)


ONE_WON = [case(1, _WON, "4200"), case(2, _OPEN, "5")]
IN_TWO = [case(1, _WON, "100"), case(2, _WON, "7.5", "USD"), case(3, _LOST, None)]
WON, MIXED = figures_of(ONE_WON), figures_of(IN_TWO)


def words_of(document: Document) -> str:
    """Return all sentences of a document."""
    return "\n".join(text for section in document.sections for text in section.paragraphs)


def tables_of(document: Document) -> list[Table]:
    """Return its tables."""
    return [section.table for section in document.sections if section.table is not None]


def sources(rows: tuple[SourceRow, ...], total: Figures, by: By = By.SOURCE) -> SourcesReport:
    """Return a report of all time."""
    return SourcesReport(by, Period(), rows, total, 0, "The rule.")


def test_several_currencies_stand_apart_and_together_only_by_rates() -> None:
    report = sources((SourceRow(Source.SELF_REFERRAL, "Self referral", IN_TWO),), MIXED)
    told = words_of(sources_document(report, TODAY, WORDS))
    assert "3 opportunities: 2 won, 1 lost, 0 open." in told
    assert "Won: EUR 100, USD 7.5." in re.sub(r"\s", " ", told)
    assert "1 of them has no value, and is in no sum." in told
    rates = Rates("EUR", (("USD", Decimal(2)),))
    assert "115" in words_of(sources_document(report, TODAY, WORDS, rates))
    unknown = Rates("EUR", (("GBP", Decimal(2)),))
    assert "no rate for USD" in words_of(sources_document(report, TODAY, WORDS, unknown))
    (table,) = tables_of(sources_document(report, TODAY, WORDS))
    assert table.rows[0][:5] == ("Self referral", "3", "0", "2", "1")
    assert table.total[1:] == table.rows[0][1:]


def test_events_are_said_with_their_day_and_nothing_has_no_table() -> None:
    rows = (
        SourceRow(3, "Fair, with cake, 2026-10-22", ONE_WON),
        SourceRow(None, "No event", ONE_WON),
    )
    (table,) = tables_of(sources_document(sources(rows, WON, By.EVENT), TODAY, WORDS))
    assert [row[0] for row in table.rows] == ["Fair, with cake, Thu 22 Oct", "No event"]
    empty = sources_document(sources((), Figures()), TODAY, WORDS)
    assert tables_of(empty) == []
    assert "No opportunities in this time." in words_of(empty)


def test_a_chain_that_bites_its_tail_and_somebody_in_the_trash_are_said() -> None:
    leaf = ChainNode(3, "Carl", WON, WON)
    forest = ChainForest(
        Period(),
        (ChainNode(1, "Ann", WON, Figures(), (ChainNode(2, "", WON, Figures(), (leaf,)),)),),
        4,
        ((3, 1),),
        MIXED,
        2,
    )
    document = chains_document(forest, TODAY, WORDS)
    (table,) = tables_of(document)
    assert [row[0].strip() for row in table.rows] == ["Ann", "→ Somebody in the trash", "→ Carl"]
    assert table.rows[2][0].startswith("\u2003\u2003")
    assert [row[1] for row in table.rows] == ["2", "2", "2"]
    assert table.total[1] == "3"
    told = words_of(document)
    assert "The first 1 of 4 chains are shown." in told
    assert "(1 time); such chains are cut there." in told
    assert "2 opportunities of people in the trash are left out." in told


def test_clients_and_events_agree_with_their_reports() -> None:
    clients = ClientSources(
        Period(),
        (
            ClientRow(Source.DIRECT_REFERRAL, (1, 2), WON),
            ClientRow(NoSource.NOT_ASKED, (3,), Figures()),
        ),
        WON,
        3,
    )
    document = clients_document(clients, TODAY, WORDS)
    (table,) = tables_of(document)
    assert [row[:3] for row in table.rows] == [
        ("Direct referral", "2", "2"),
        ("Not looked back yet", "1", "0"),
    ]
    assert table.total[:3] == ("All together", "3", "2")
    assert "Of 3 clients it is not known when they came." in words_of(document)
    cost = EventCost(1, "Fair", date(2026, 10, 22), Decimal(25), "EUR", None, 3, WON, MIXED)
    costs = EventCosts(Period(), (cost,), Money((("EUR", Decimal(25)),)), Decimal(0), 1, WON)
    (table,) = tables_of(event_costs_document(costs, TODAY, WORDS))
    assert table.rows[0][:2] == ("Fair", "Thu 22 Oct")
    assert table.rows[0][3:9] == ("", "3", "2", "1", "3", "2")
    assert "not known of 1." in words_of(event_costs_document(costs, TODAY, WORDS))


def test_the_balance_says_its_sentence_targets_and_trends() -> None:
    month = Stretch(date(2026, 10, 1), date(2026, 10, 31))
    cut = Stretch(date(2026, 11, 1), TODAY, whole=False)
    some = Activity(2, 14, 10, 4, 1)
    report = BalanceReport(
        Period(month.first, TODAY),
        Step.MONTH,
        (BalanceRow(month, some), BalanceRow(cut, Activity(1))),
        some.plus(Activity(1)),
        Targets(Step.MONTH, ((Measure.NEW, 2),)),
        ((Measure.NEW, Trend.UP), (Measure.WAS_REACHED, Trend.DOWN)),
        Verdict.SOCIALISING,
        left_out=2,
        event=(5, "Breakfast"),
    )
    document = balance_document(report, TODAY, WORDS)
    (table,) = tables_of(document)
    assert table.rows == (
        ("2026-10", "2", "14", "10", "4", "1"),
        ("2026-11*", "1", "0", "0", "0", "0"),
    )
    assert table.total == ("All together", "3", "14", "10", "4", "1")
    told = words_of(document)
    for sentence in (
        "You socialise more than you network.",
        "Next event: Breakfast.",
        "New people: your target of 2 a month was met in 1 of 1 month.",
        "New people rising, was reached out to falling: the later half",
        "2 conversations only with people in the trash left out.",
    ):
        assert sentence in told


def test_the_mix_says_what_was_planned_and_of_how_much_the_hours_are_known() -> None:
    week = Stretch(date(2026, 11, 9), date(2026, 11, 15))
    rows = (
        MixRow(MixPart.EVENTS, 2, Decimal(5), 2, MixPlan(MixPart.EVENTS, hours=Decimal("1.5"))),
        MixRow(MixPart.CARE, 9, Decimal(0), 0, MixPlan(MixPart.CARE, acts=1)),
        MixRow(MixPart.COMMUNITY, 3, Decimal(1), 1, MixPlan(MixPart.COMMUNITY)),
        MixRow(MixPart.FOLLOW_UP, 0, Decimal(0), 0, MixPlan(MixPart.FOLLOW_UP)),
    )
    weekly = (MixWeek(week, (2, 9, 3, 0)),) * 2
    report = MixReport(Period(week.first, week.last), Decimal(2), rows, weekly)
    document = mix_document(report, TODAY, WORDS)
    parts, weeks = tables_of(document)
    assert parts.rows == (
        ("Events", "2", "1", "1.5 hours", "5"),
        ("Contact care", "9", "4.5", "1 act", ""),
        ("Community", "3", "1.5", "", "1 (known of 1)"),
        ("Follow-up", "0", "0", "", ""),
    )
    assert weeks.rows == (("2026-W46", "2", "9", "3", "0"),) * 2
    assert "14 acts in 2 weeks." in words_of(document)


def test_services_say_who_never_heard_of_what() -> None:
    count = ServiceCount(1, "Care plan", 1, 2, 3, 6, 5)
    clients = [ClientServices(7, "Ann", "", (Heard.DECLINED,))]
    document = services_document(ServicesReport(12, (count,)), clients, TODAY, WORDS)
    counts, matrix = tables_of(document)
    assert counts.rows == (("Care plan", "1", "2", "3", "6", "5"),)
    assert matrix.rows == (("Ann", "no"),)
    assert "6 clients never heard of Care plan." in words_of(document)


def test_a_time_without_anything_is_one_statement_and_no_table_of_noughts() -> None:
    week = Stretch(date(2020, 1, 6), date(2020, 1, 12))
    period = Period(week.first, week.last)
    rows = tuple(MixRow(part, 0, Decimal(0), 0, MixPlan(part)) for part in MixPart)
    mix = mix_document(
        MixReport(period, Decimal(1), rows, (MixWeek(week, (0, 0, 0, 0)),) * 3), TODAY, WORDS
    )
    assert words_of(mix).startswith("Nothing of it was done in this time.")
    assert len(tables_of(mix)) == 1
    events = EventCosts(period, (), Money(()), Decimal(0), 0, Figures())
    assert words_of(event_costs_document(events, TODAY, WORDS)) == "No events in this time."
    balance = balance_document(
        BalanceReport(
            period,
            Step.WEEK,
            (BalanceRow(week, Activity()),),
            Activity(),
            Targets(Step.WEEK, ()),
            (),
            Verdict.NOTHING,
            left_out=0,
        ),
        TODAY,
        WORDS,
    )
    assert tables_of(balance) == []
    none = services_document(ServicesReport(0, ()), (), TODAY, WORDS)
    assert words_of(none) == "No services are written down yet."
    nobody = ServicesReport(0, (ServiceCount(1, "Care plan", 0, 0, 0, 0, 0),))
    told = words_of(services_document(nobody, (), TODAY, WORDS))
    assert told.startswith("Nobody has the role client yet.")


def year(**more: object) -> YearReport:
    """Return a year in which nothing was, but for what is said."""
    nothing: dict[str, object] = {
        "year": 2026,
        "running": True,
        "activity": Activity(),
        "work": Figures(),
        "left_out": 0,
        "by_talk": (),
        "talked_with_in_all": 0,
        "by_value": (),
        "by_referrals": (),
        "referrers_in_all": 0,
        "began": (),
        "stepped": (),
        "stepped_in_all": 0,
        "grew": (),
        "grew_in_all": 0,
        "faded": (),
        "faded_in_all": 0,
    }
    return YearReport(**{**nothing, **more})  # type: ignore[arg-type]


def test_a_year_says_all_its_lists_and_leaves_out_those_that_are_empty() -> None:
    ann = TalkedWith(1, "Ann", 9, 2)
    report = year(
        activity=Activity(2, 30, 10, 4),
        work=WON,
        left_out=1,
        by_talk=(ann,),
        talked_with_in_all=60,
        by_value=(WorkedWith(1, "Ann", WON),),
        by_referrals=(Brought(2, "Bob", MIXED),),
        referrers_in_all=3,
        began=(
            BeganAt("Fair, 2026-10-22", 3, (1, 2), Figures()),
            BeganAt("café", None, (), WON),
            BeganAt("", None, (4,), Figures()),
        ),
        stepped=(Stepped(1, "Ann", Stage.KNOW, Stage.LIKE), Stepped(2, "Bob", None, Stage.MET)),
        stepped_in_all=2,
        faded=(TalkedWith(5, "Eve", 1, 8),),
        faded_in_all=1,
    )
    document = year_document(report, TODAY, WORDS)
    headings = [section.heading for section in document.sections]
    assert headings == [
        "The year",
        "Whom you spoke with most",
        "Whose work you won",
        "Who brought work",
        "What began where",
        "Relationships that grew",
        "Relationships that faded",
    ]
    talk, won, brought, began, stepped, faded = (table.rows for table in tables_of(document))
    assert talk == (("Ann", "9", "2"),)
    assert won[0][:2] == ("Ann", "1")
    assert brought[0][:3] == ("Bob", "3", "2")
    assert [row[:4] for row in began] == [
        ("Fair, Thu 22 Oct", "2", "", ""),
        ("Café", "", "2", "1"),
        ("Not known", "1", "", ""),
    ]
    assert [row[0] for row in stepped] == ["Ann", "Bob"]
    assert faded == (("Eve", "1", "8"),)
    assert document.sections[1].aside == "60 people"
    told = words_of(document)
    assert "You met 2 people for the first time, and strengthened relationships 30 times." in told
    assert "1 opportunity of somebody in the trash is left out." in told


def test_a_year_of_nothing_says_so_and_no_more() -> None:
    document = year_document(year(running=False, left_out=2), TODAY, WORDS)
    assert tables_of(document) == []
    assert words_of(document).splitlines() == [
        "Nothing is written down of this year.",
        "2 opportunities of people in the trash are left out.",
    ]


@pytest.mark.parametrize(
    ("direction", "thanked_on", "words"),
    [
        (Direction.RECEIVED, None, "not thanked yet"),
        (Direction.RECEIVED, TODAY, "thanked"),
        (Direction.GIVEN, None, ""),
    ],
)
def test_favours_say_what_thanks_wait(
    direction: Direction, thanked_on: date | None, words: str
) -> None:
    draft = FavourDraft(1, FavourKind.REFERRAL, direction, TODAY, thanked_on=thanked_on)
    document = favours_document([FavourRow(1, "u", draft, "Ann", "Bob")], Period(), TODAY, WORDS)
    (table,) = tables_of(document)
    assert table.rows[0][0:2] == ("Sat 21 Nov", "Ann")
    assert table.rows[0][3:] == ("Bob", "", words)
    assert ("1 favour not thanked for yet." in words_of(document)) is (words == "not thanked yet")
    assert tables_of(favours_document([], Period(), TODAY, WORDS)) == []


def test_losing_touch_counts_days_from_the_latest_one_on() -> None:
    rows = [
        LosingTouchRow(1, "Ann", None, "every week", None, "", 9, TODAY, date(2026, 11, 17)),
        LosingTouchRow(2, "Bob", None, "every week", TODAY, "Talk", 1, TODAY, TODAY),
    ]
    document = losing_touch_document(rows, TODAY, TODAY, WORDS)
    (table,) = tables_of(document)
    assert [row[2:5] for row in table.rows] == [
        ("never", "Tue 17 Nov", "4 days"),
        ("Sat 21 Nov", "Sat 21 Nov", ""),
    ]
    assert words_of(document) == "2 people to be in touch with again, 1 of them late."
    empty = losing_touch_document([], TODAY, TODAY, WORDS)
    assert "You are in touch with everybody" in words_of(empty)
