"""Puts a year together from what is read of people, conversations and work."""

from collections.abc import Iterable, Sequence
from datetime import date
from heapq import nlargest, nsmallest

from peewee import SqliteDatabase

from notebook_app.model.insights.balance_report import Activity
from notebook_app.model.insights.days import activity_in
from notebook_app.model.insights.figures import Case, figures_of, main_currency, worth_of
from notebook_app.model.insights.money import Rates
from notebook_app.model.insights.periods import Stretch
from notebook_app.model.insights.year_report import BeganAt, Brought, WorkedWith, YearReport
from notebook_app.model.opportunity import OpportunityState
from notebook_app.model.past_periods import Period
from notebook_app.storage.insights import cases, days
from notebook_app.storage.insights.year import FirstTalks, YearReader

_Place = tuple[int | None, str]


def year_report(
    database: SqliteDatabase, year: int, today: date, most: int, rates: Rates | None
) -> YearReport:
    """Return what a calendar year was like; each list has at most ``most`` lines."""
    reader = YearReader(database, year, today)
    period = Period(date(year, 1, 1), date(year, 12, 31))
    work = cases.read_cases(database, period, places=True, chains=cases.introductions(database))
    by_talk, talked_with = reader.talked_with(most)
    stepped, stepped_in_all = reader.stepped_up(most)
    grew, grew_in_all = reader.grew(most)
    faded, faded_in_all = reader.faded(most)
    brought = _brought(database, work, most)
    met = reader.first_talks()
    return YearReport(
        year=year,
        running=reader.running,
        activity=_activity(database, period, sum(len(ids) for *_, ids in met)),
        work=figures_of(work),
        left_out=cases.count_left_out(database, period),
        by_talk=by_talk,
        talked_with_in_all=talked_with,
        by_value=_by_value(database, work, most, rates),
        by_referrals=brought[0],
        referrers_in_all=brought[1],
        began=_began(database, met, work),
        stepped=stepped,
        stepped_in_all=stepped_in_all,
        grew=grew,
        grew_in_all=grew_in_all,
        faded=faded,
        faded_in_all=faded_in_all,
    )


def _activity(database: SqliteDatabase, period: Period, new: int) -> Activity:
    first, last = period.first, period.last
    if first is None or last is None:
        return Activity()
    (row,) = activity_in(
        [Stretch(first, last)],
        [(first, new)],
        days.touches_by_day(database, first, last),
        days.talks_by_day(database, first, last, places=False),
    )
    return row.activity


def _by_value(
    database: SqliteDatabase, work: Sequence[Case], most: int, rates: Rates | None
) -> tuple[WorkedWith, ...]:
    """Return the clients of whose work the most was won; nobody of whom nothing was."""
    of_client: dict[int, list[Case]] = {}
    for case in work:
        of_client.setdefault(case.client_id, []).append(case)
    main = main_currency(work)
    won = {case.client_id for case in work if case.state is OpportunityState.WON}
    best = nlargest(
        most, won, key=lambda client: (*worth_of(of_client[client], main, rates), -client)
    )
    names = cases.names_of(database, best)
    return tuple(
        WorkedWith(client, names[client], figures_of(of_client[client])) for client in best
    )


def _brought(
    database: SqliteDatabase, work: Sequence[Case], most: int
) -> tuple[tuple[Brought, ...], int]:
    """Return those who stand most often in chains, and how many stand in any."""
    by_person: dict[int, list[Case]] = {}
    for case in work:
        for person in case.via:
            by_person.setdefault(person, []).append(case)
    there = by_person.keys() - cases.trashed(database)
    best = nsmallest(most, there, key=lambda person: (-len(by_person[person]), person))
    names = cases.names_of(database, best)
    shown = tuple(Brought(person, names[person], figures_of(by_person[person])) for person in best)
    return shown, len(there)


def _began(
    database: SqliteDatabase, met: Iterable[FirstTalks], work: Iterable[Case]
) -> tuple[BeganAt, ...]:
    """Return where people were met and work began, the most of both first."""
    people: dict[_Place, list[int]] = {}
    for event_id, setting, ids in met:
        people.setdefault(_place(event_id, setting), []).extend(ids)
    grown: dict[_Place, list[Case]] = {}
    for case in work:
        grown.setdefault(_place(case.event_id, case.setting), []).append(case)
    places = dict.fromkeys([*people, *grown])
    events = cases.labels_of(
        database, (), (event_id for event_id, _ in places if event_id is not None)
    ).events
    rows = [
        BeganAt(
            setting if event_id is None else events[event_id],
            event_id,
            tuple(sorted(people.get((event_id, setting), ()))),
            figures_of(grown.get((event_id, setting), ())),
        )
        for event_id, setting in places
    ]
    rows.sort(key=_least_known_last)
    return tuple(rows)


def _place(event_id: int | None, setting: str) -> _Place:
    return (event_id, "") if event_id is not None else (None, setting)


def _least_known_last(row: BeganAt) -> tuple[bool, int, int, str]:
    known = bool(row.label) or row.event_id is not None
    return not known, -len(row.people_ids), -row.work.count, row.label
