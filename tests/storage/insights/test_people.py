"""Balance, mix, services, chains and a year, each figure against plain loops over all rows."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from notebook_app.model.insights.chains import ChainNode
from notebook_app.model.insights.mix_report import MixPart
from notebook_app.model.insights.periods import Step, stretches
from notebook_app.model.insights.services_report import Heard
from notebook_app.model.past_periods import Period
from notebook_app.storage.notebook import Notebook
from tests.storage.insights.conftest import TODAY
from tests.storage.insights.made_notebooks import (
    CONTENTS,
    DAYS,
    SPANS,
    Contents,
    Row,
    Rows,
    amount,
    examples,
    filled,
    within,
)
from tests.storage.insights.test_sources import Span, plain_figures, told

TWO_DAYS = st.tuples(DAYS, st.sampled_from([0, 1, 6, 30, 91, 200])).map(
    lambda two: (two[0], two[0] + timedelta(days=two[1]))
)
_COMMUNITY = ("online", "co-working")
_RANKS = {"": 0, "met": 1, "know": 2, "like": 3, "trust": 4}


def only_trashed(rows: Rows, talk: Row) -> bool:
    """Return whether everybody in a conversation is in the trash."""
    people = rows.people_in(talk["id"])
    return bool(people) and all(person in rows.trashed for person in people)


def days_of(rows: Rows, person: int) -> list[str]:
    """Return the days on which one spoke with somebody, in their order."""
    return sorted(
        row["happened_on"] for row in rows.of("conversation_contact") if row["contact_id"] == person
    )


@examples
@given(contents=CONTENTS, span=TWO_DAYS, step=st.sampled_from(Step))
def test_the_balance_of_each_stretch_is_what_counting_by_hand_gives(
    empty: Notebook, contents: Contents, span: tuple[date, date], step: Step
) -> None:
    with filled(empty, contents) as rows:
        parts = stretches(*span, step)
        assert parts[0].first == span[0]
        assert parts[-1].last == span[1]
        for row in empty.insights.activity(parts):
            stretch = row.stretch.first, row.stretch.last
            new: list[int] = []
            strengthened: dict[int, int] = {}
            for person in rows.names:
                if person in rows.trashed:
                    continue
                for place, day in enumerate(days_of(rows, person)):
                    if within(day, stretch) and place == 0:
                        new.append(person)
                    elif within(day, stretch):
                        strengthened[person] = strengthened.get(person, 0) + 1
            begun: dict[str | None, list[int]] = {"me": [], "them": [], None: []}
            for talk in rows.conversations.values():
                if within(talk["happened_on"], stretch) and not only_trashed(rows, talk):
                    begun[talk["initiated_by"]].append(talk["id"])
            assert row.activity.new == len(new)
            assert row.activity.strengthened == sum(strengthened.values())
            assert row.activity.reached_out == len(begun["me"])
            assert row.activity.was_reached == len(begun["them"])
            assert row.activity.not_said == len(begun[None])
            # What is behind each figure.
            assert sorted(empty.insights.new_people(*stretch)) == new
            assert dict(empty.insights.strengthened(*stretch)) == strengthened
            for who, ids in begun.items():
                assert sorted(empty.insights.conversations_begun(*stretch, who)) == ids
            # The same rule as on Today.
            assert empty.overview.balance(*stretch) == row.activity.balance
        left_out = sum(
            within(talk["happened_on"], span) and only_trashed(rows, talk)
            for talk in rows.conversations.values()
        )
        assert empty.insights.conversations_left_out(*span) == left_out


@examples
@given(contents=CONTENTS, span=TWO_DAYS)
def test_each_act_of_the_mix_counts_once(
    empty: Notebook, contents: Contents, span: tuple[date, date]
) -> None:
    with filled(empty, contents) as rows:
        report = empty.insights.mix(*span, TODAY)
        acts = dict.fromkeys(MixPart, 0)
        hours = dict.fromkeys(MixPart, Decimal(0))
        asked_for = set()
        for row in rows.of("follow_up"):
            if row["state"] != "done" or row["contact_id"] in rows.trashed:
                continue
            asked_for.add(row["conversation_id"])
            if within(row["closed_on"], span):
                acts[MixPart.FOLLOW_UP] += 1
                hours[MixPart.FOLLOW_UP] += Decimal(row["minutes"] or 0) / 60
        for event in rows.events.values():
            if within(event["happens_on"], span) and event["happens_on"] <= TODAY.isoformat():
                part = MixPart.COMMUNITY if "Online" in event["name"] else MixPart.EVENTS
                acts[part] += 1
                hours[part] += amount(event["hours"]) or Decimal(event["minutes"] or 0) / 60
        for talk in rows.conversations.values():
            if (
                not within(talk["happened_on"], span)
                or only_trashed(rows, talk)
                or talk["id"] in asked_for
                or talk["event_id"]
            ):
                continue
            if any(word in talk["setting"].lower() for word in _COMMUNITY):
                acts[MixPart.COMMUNITY] += 1
            elif talk["initiated_by"] == "me":
                acts[MixPart.CARE] += 1
        assert {row.part: row.acts for row in report.rows} == acts
        assert {row.part: row.hours for row in report.rows} == hours
        assert report.acts == sum(acts.values())
        # What is behind each figure.
        done = empty.insights.mix_acts(*span, TODAY)
        assert len({(act.kind, act.id) for act in done}) == len(done)
        for row in report.rows:
            own = [act for act in done if act.part is row.part]
            known = [act.hours for act in own if act.hours is not None]
            assert (len(own), len(known)) == (row.acts, row.timed)
            assert sum(known, Decimal(0)) == row.hours
        by_week = [sum(week.acts[at] for week in report.weekly) for at in range(len(MixPart))]
        assert by_week == list(acts.values())
        assert round(report.weeks * 7, 9) == (span[1] - span[0]).days + 1


@examples
@given(contents=CONTENTS)
def test_the_four_counts_of_a_service_add_up_to_all_clients(
    empty: Notebook, contents: Contents
) -> None:
    with filled(empty, contents) as rows:
        report = empty.insights.services()
        known = {
            (row["contact_id"], row["service_id"]): row["knowledge"]
            for row in rows.of("contact_service")
        }
        assert [each.name for each in report.services] == ["Signs", "Care plan"]
        assert report.clients == len(rows.clients)
        words = {Heard.USES: "uses", Heard.TOLD: "told", Heard.DECLINED: "declined"}
        matrix = {
            row.contact_id: row.knows
            for row in empty.insights.matrix(report, empty.insights.client_ids())
        }
        assert set(matrix) == rows.clients
        for at, service in enumerate(report.services):
            for heard in Heard:
                people = {
                    client
                    for client in rows.clients
                    if known.get((client, service.service_id)) == words.get(heard)
                }
                assert service.of(heard) == len(people)
                assert set(empty.insights.client_ids(service.service_id, heard)) == people
                assert {client for client, row in matrix.items() if row[at] is heard} == people
            assert sum(service.of(heard) for heard in Heard) == report.clients


def plain_chain(rows: Rows, opportunity: Row) -> list[int]:
    """Return everybody from the first introducer to the client, followed step by step."""
    chain = [*rows.via(opportunity), opportunity["contact_id"]]
    if len(chain) == 1:
        return []
    while True:
        above = _brought_by(rows, chain[0])
        for person in reversed(above):
            if person in chain:
                return chain
            chain.insert(0, person)
        if not above:
            return chain


def _brought_by(rows: Rows, person: int) -> list[int]:
    origins = [row["id"] for row in rows.of("origin") if row["contact_id"] == person]
    links = [row for row in rows.of("origin_introducer") if row["origin_id"] in origins]
    links.sort(key=lambda row: (row["position"], row["id"]))
    via = [row["contact_id"] for row in links if row["contact_id"] != person]
    if via:
        return via
    work = [row for row in rows.of("opportunity") if row["contact_id"] == person]
    work.sort(key=lambda row: (row["opened_on"], row["id"]))
    return next((via for via in map(rows.via, work) if via), [])


@examples
@given(contents=CONTENTS, span=SPANS)
def test_each_opportunity_that_somebody_brought_stands_in_one_chain(
    empty: Notebook, contents: Contents, span: Span
) -> None:
    with filled(empty, contents) as rows:
        report = empty.insights.chains(Period(*span), 100)
        expected = {
            row["id"]: chain for row in rows.work(span) if (chain := plain_chain(rows, row))
        }
        places: dict[int, list[int]] = {}

        def walk(node: ChainNode, above: list[int]) -> None:
            path = [*above, node.contact_id]
            assert node.name == ("" if path[-1] in rows.trashed else rows.names[path[-1]])
            below = [
                row for row in rows.work(span) if expected.get(row["id"], [])[: len(path)] == path
            ]
            assert told(node.figures) == plain_figures(below)
            for opportunity_id in node.own.opportunity_ids:
                assert opportunity_id not in places
                places[opportunity_id] = path
            for child in node.children:
                walk(child, path)

        for tree in report.trees:
            walk(tree, [])
        assert places == expected
        assert report.roots == len({chain[0] for chain in expected.values()}) == len(report.trees)
        assert report.brought.count == sum(tree.figures.count for tree in report.trees)
        assert report.left_out == len(rows.work(span, trashed=True))


@examples
@given(contents=CONTENTS, year=st.sampled_from([2024, 2025, 2026, 1999]))
def test_a_year_is_what_counting_by_hand_gives(
    empty: Notebook, contents: Contents, year: int
) -> None:
    with filled(empty, contents) as rows:
        report = empty.insights.year(year, TODAY, 100)
        span = date(year, 1, 1), date(year, 12, 31)
        work = rows.work(span)
        assert told(report.work) == plain_figures(work)
        assert report.left_out == len(rows.work(span, trashed=True))
        live = [person for person in rows.names if person not in rows.trashed]
        times = {person: (_in(rows, person, year), _in(rows, person, year - 1)) for person in live}
        spoken = {person: both for person, both in times.items() if both[0]}
        found = {row.contact_id: (row.times, row.times_before) for row in report.by_talk}
        assert found == spoken
        assert report.talked_with_in_all == len(spoken)
        whole = (date(year + 1, 1, 1) - span[0]).days
        passed = min((TODAY - span[0]).days + 1, whole)
        grew = {
            person
            for person, (now, before) in times.items()
            if now >= 4
            and now * whole >= 2 * before * passed
            and days_of(rows, person)[0] < span[0].isoformat()
        }
        assert {row.contact_id for row in report.grew} == grew
        faded = {
            person
            for person, (now, before) in times.items()
            if before * passed >= 4 * whole and 2 * now * whole <= before * passed
        }
        assert {row.contact_id for row in report.faded} == faded
        for client in live:
            own = [row for row in work if row["contact_id"] == client]
            shown = [row.figures for row in report.by_value if row.contact_id == client]
            won = any(row["state"] == "won" for row in own)
            assert [told(each) for each in shown] == ([plain_figures(own)] if won else [])
            brought = [row for row in work if client in rows.via(row)]
            shown = [row.figures for row in report.by_referrals if row.contact_id == client]
            assert [told(each) for each in shown] == ([plain_figures(brought)] if brought else [])
        _check_places(rows, report.began, span, live)
        _check_steps(rows, {row.contact_id: row for row in report.stepped}, span, live)


def _in(rows: Rows, person: int, year: int) -> int:
    return sum(day.startswith(f"{year}-") for day in days_of(rows, person))


def _check_places(rows: Rows, began: object, span: Span, live: list[int]) -> None:
    assert isinstance(began, tuple)
    people: dict[object, list[int]] = {}
    for person in live:
        talks = sorted(
            (row["happened_on"], row["conversation_id"])
            for row in rows.of("conversation_contact")
            if row["contact_id"] == person
        )
        if talks and within(talks[0][0], span):
            talk = rows.conversations[talks[0][1]]
            people.setdefault(talk["event_id"] or talk["setting"], []).append(person)
    work: dict[object, list[Row]] = {}
    for row in rows.work(span):
        said = rows.conversations.get(row["conversation_id"])
        place = rows.event_of(row) or (said["setting"] if said else "")
        work.setdefault(place, []).append(row)
    assert len(began) == len({*people, *work})
    for row in began:
        place = row.event_id or row.label
        assert list(row.people_ids) == people.get(place, [])
        assert told(row.work) == plain_figures(work.get(place, []))


def _check_steps(rows: Rows, stepped: dict[int, object], span: Span, live: list[int]) -> None:
    first = span[0]
    assert first is not None
    up = set()
    for person in live:
        steps = [row for row in rows.of("stage_step") if row["contact_id"] == person]
        steps.sort(key=lambda row: (row["since"], row["id"]))
        before = [row["stage"] for row in steps if row["since"] < first.isoformat()]
        after = [row["stage"] for row in steps if within(row["since"], span)]
        if after and _RANKS[after[-1]] > _RANKS[before[-1] if before else ""]:
            up.add(person)
    assert set(stepped) == up


@examples
@given(span=TWO_DAYS, step=st.sampled_from(Step))
def test_stretches_follow_each_other_without_a_gap(span: tuple[date, date], step: Step) -> None:
    parts = stretches(*span, step)
    days = [part.first for part in parts] + [span[1] + timedelta(days=1)]
    assert [part.last for part in parts] == [day - timedelta(days=1) for day in days[1:]]
    assert days[0] == span[0]
    assert all(part.whole for part in parts[1:-1])
