"""Where work comes from, each figure against a second calculation: plain loops over all rows."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notebook_app.model.conversation import SETTINGS
from notebook_app.model.insights.clients import NoSource
from notebook_app.model.insights.figures import Figures
from notebook_app.model.insights.money import Money
from notebook_app.model.insights.sources import IN_THE_TRASH, OVERLAPPING, By
from notebook_app.model.past_periods import Period
from notebook_app.storage.notebook import Notebook
from tests.storage.insights.conftest import TODAY
from tests.storage.insights.made_notebooks import (
    CONTENTS,
    SPANS,
    Contents,
    Row,
    Rows,
    amount,
    examples,
    filled,
    within,
)

Span = tuple[date | None, date | None]


def sums(of: Money) -> dict[str, Decimal]:
    """Return sums by currency as a table."""
    return dict(of.amounts)


def plain_figures(rows: Iterable[Row]) -> dict[str, object]:
    """Count and add up opportunities, one by one."""
    count = won = lost = 0
    won_value: dict[str, Decimal] = {}
    open_value: dict[str, Decimal] = {}
    lost_value: dict[str, Decimal] = {}
    without = 0
    days = []
    for row in rows:
        count += 1
        value, currency = amount(row["value"]), row["currency"].upper()
        if value is None:
            without += 1
        if row["state"] == "won":
            won += 1
            if value is not None:
                won_value[currency] = won_value.get(currency, Decimal(0)) + value
            if row["closed_on"] and row["closed_on"] >= row["opened_on"]:
                opened, closed = (date.fromisoformat(row[k]) for k in ("opened_on", "closed_on"))
                days.append((closed - opened).days)
        elif row["state"] == "lost":
            lost += 1
            if value is not None:
                lost_value[currency] = lost_value.get(currency, Decimal(0)) + value
        elif value is not None:
            open_value[currency] = open_value.get(currency, Decimal(0)) + value
    return {
        "count": count,
        "won": won,
        "lost": lost,
        "open": count - won - lost,
        "won_value": won_value,
        "open_value": open_value,
        "lost_value": lost_value,
        "without": without,
        "days": median(days) if days else None,
        "success": won / (won + lost) if won + lost >= 5 else None,
    }


def told(figures: Figures) -> dict[str, object]:
    """Return what a report says, under the same names."""
    return {
        "count": figures.count,
        "won": figures.won,
        "lost": figures.lost,
        "open": figures.open,
        "won_value": sums(figures.won_value),
        "open_value": sums(figures.open_value),
        "lost_value": sums(figures.lost_value),
        "without": figures.without_value,
        "days": figures.days_to_success,
        "success": figures.success,
    }


def plain_labels(rows: Rows, by: By, row: Row) -> list[str]:
    """Return the labels of the lines that an opportunity belongs to."""
    via = rows.via(row)
    tags = {each["id"]: each["name"] for each in rows.of("tag")}

    def person(place: int) -> list[str]:
        if not via:
            return ["Nobody in between"]
        who = via[place]
        return [IN_THE_TRASH if who in rows.trashed else rows.names[who]]

    def group(who: int | None) -> list[str]:
        found = [
            tags[each["tag_id"]] for each in rows.of("contact_tag") if each["contact_id"] == who
        ]
        return found or ["No group"]

    event = rows.events.get(rows.event_of(row) or 0)
    said = rows.conversations.get(row["conversation_id"])
    setting = said["setting"] if said else ""
    if by is By.SOURCE:
        return [(row["source"] or "not said").capitalize()]
    if by is By.PERSON:
        return person(-1)
    if by is By.FIRST_PERSON:
        return person(0)
    if by is By.EVENT:
        return ["No event" if event is None else f"{event['name']}, {event['happens_on']}"]
    if by is By.GROUP:
        return group(via[-1] if via and via[-1] not in rows.trashed else None)
    if by is By.CLIENT_GROUP:
        return group(row["contact_id"])
    if by is By.SETTING:
        words = setting or ("event" if event else "not known")
        return [words[:1].upper() + words[1:]]
    usual = SETTINGS.get(setting.lower()) if setting else None
    formality = event["formality"] if event else (said["formality"] if said else None)
    return [(formality or usual or "not known").capitalize()]


@pytest.mark.parametrize("by", By)
@examples
@given(contents=CONTENTS, span=SPANS)
def test_each_line_is_what_counting_by_hand_gives(
    empty: Notebook, by: By, contents: Contents, span: Span
) -> None:
    with filled(empty, contents) as rows:
        report = empty.insights.sources(by, Period(*span))
        expected: dict[str, list[Row]] = {}
        for row in rows.work(span):
            for label in plain_labels(rows, by, row):
                expected.setdefault(label, []).append(row)
        # Two events may have one name and day; a person in the trash has none.
        found: dict[str, list[int]] = {}
        for line in report.rows:
            found.setdefault(line.label, []).extend(line.figures.opportunity_ids)
            assert told(line.figures) == plain_figures(
                row for row in rows.work(span) if row["id"] in line.figures.opportunity_ids
            )
            clients = {
                row["contact_id"]
                for row in rows.work(span)
                if row["id"] in line.figures.opportunity_ids
            }
            assert line.figures.client_ids == tuple(sorted(clients))
        assert {label: sorted(ids) for label, ids in found.items()} == {
            label: [row["id"] for row in some] for label, some in expected.items()
        }
        assert told(report.total) == plain_figures(rows.work(span))
        assert report.left_out == len(rows.work(span, trashed=True))
        if by not in OVERLAPPING:
            assert sum(line.figures.count for line in report.rows) == report.total.count
            in_rows: dict[str, Decimal] = {}
            for line in report.rows:
                for currency, value in line.figures.won_value.amounts:
                    in_rows[currency] = in_rows.get(currency, Decimal(0)) + value
            assert in_rows == sums(report.total.won_value)


@examples
@given(contents=CONTENTS, span=SPANS, by=st.sampled_from(By))
def test_the_time_before_is_a_report_of_its_own(
    empty: Notebook, contents: Contents, span: Span, by: By
) -> None:
    with filled(empty, contents):
        report = empty.insights.sources(by, Period(*span), against_before=True)
        first, last = span
        if first is None or last is None:
            assert (report.period_before, report.total_before) == (None, None)
            return
        earlier = report.period_before
        assert earlier is not None
        assert earlier.last == first - timedelta(days=1)
        alone = empty.insights.sources(by, earlier)
        assert report.total_before == alone.total
        assert {row.key: row.before for row in report.rows if row.before and row.before.count} == {
            row.key: row.figures for row in alone.rows
        }


@examples
@given(contents=CONTENTS, span=SPANS)
def test_clients_stand_once_each_with_all_their_work(
    empty: Notebook, contents: Contents, span: Span
) -> None:
    with filled(empty, contents) as rows:
        report = empty.insights.clients(Period(*span))
        origins = {row["contact_id"]: row for row in rows.of("origin")}
        expected: dict[str, list[int]] = {}
        undated = 0
        for client in sorted(rows.clients):
            origin = origins.get(client)
            day = origin["came_on"] if origin else None
            undated += day is None
            if span == (None, None) or within(day, span):
                key = NoSource.NOT_ASKED.value if origin is None else origin["source"]
                expected.setdefault(key or NoSource.NOT_KNOWN.value, []).append(client)
        assert {row.source.value: list(row.client_ids) for row in report.rows} == expected
        assert report.undated == undated
        everything = rows.work((None, None))
        for row in report.rows:
            work = [each for each in everything if each["contact_id"] in row.client_ids]
            assert told(row.work) == plain_figures(work)
            assert list(row.work.opportunity_ids) == [each["id"] for each in work]
        shown = {client for row in report.rows for client in row.client_ids}
        work = [each for each in everything if each["contact_id"] in shown]
        assert told(report.total) == plain_figures(work)


@examples
@given(contents=CONTENTS, span=SPANS)
def test_events_stand_with_their_cost_and_what_came_of_them(
    empty: Notebook, contents: Contents, span: Span
) -> None:
    with filled(empty, contents) as rows:
        report = empty.insights.event_costs(Period(*span), TODAY)
        expected = {
            event["id"]: event
            for event in rows.events.values()
            if within(event["happens_on"], span) and event["happens_on"] <= TODAY.isoformat()
        }
        assert {row.event_id for row in report.rows} == set(expected)
        there = [row for row in rows.of("event_contact") if row["presence"] == "met"]
        everything = rows.work((None, None))
        for line in report.rows:
            event = expected[line.event_id]
            met = {row["contact_id"] for row in there if row["event_id"] == line.event_id}
            assert line.met == len(met - rows.trashed)
            assert (line.fee, line.hours) == (amount(event["fee"]), amount(event["hours"]))
            assert line.currency == event["fee_currency"].upper()
            grew = [row for row in everything if rows.event_of(row) == line.event_id]
            led_to = []
            for row in everything:
                said = rows.conversations.get(row["conversation_id"])
                later = row["opened_on"] >= event["happens_on"]
                introducers = [
                    each["contact_id"]
                    for each in rows.of("introducer")
                    if each["opportunity_id"] == row["id"]
                ]
                if (
                    row["event_id"] == line.event_id
                    or (said and said["event_id"] == line.event_id)
                    or (later and met & {row["contact_id"], *introducers})
                ):
                    led_to.append(row)
            assert told(line.grew) == plain_figures(grew)
            assert told(line.led_to) == plain_figures(led_to)
            assert list(line.led_to.opportunity_ids) == [row["id"] for row in led_to]
        assert told(report.grew) == plain_figures(
            row for row in everything if rows.event_of(row) in expected
        )
        fees: dict[str, Decimal] = {}
        for event in expected.values():
            if event["fee"]:
                currency = event["fee_currency"].upper()
                fees[currency] = fees.get(currency, Decimal(0)) + Decimal(event["fee"])
        assert sums(report.fees) == fees
        hours = [Decimal(event["hours"]) for event in expected.values() if event["hours"]]
        assert report.hours == sum(hours, Decimal(0))
        assert report.without_hours == len(expected) - len(hours)
