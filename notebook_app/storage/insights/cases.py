"""Reads opportunities as reports count them, and what the people and events in them are called."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from peewee import SqliteDatabase

from notebook_app.model.conversation import Formality, formality_of
from notebook_app.model.insights.figures import Case
from notebook_app.model.insights.money import amount_from
from notebook_app.model.insights.sources import CaseLabels
from notebook_app.model.opportunity import OpportunityState, Source
from notebook_app.model.past_periods import Period
from notebook_app.storage.insights.spans import TRASHED, span_of

_STATES: Final = {state.value: state for state in OpportunityState}
_SOURCES: Final = {source.value: source for source in Source}
_FORMALITIES: Final = {formality.value: formality for formality in Formality}

_IN_TIME: Final = "opened_on BETWEEN :first AND :last"
_COLUMNS: Final = (
    "opportunity.id, opportunity.contact_id, state, source, value, currency, opened_on, closed_on"
)
_CASES: Final = (
    f"SELECT {_COLUMNS}, NULL, '', NULL, NULL FROM opportunity"
    f" WHERE {_IN_TIME} AND contact_id NOT IN {TRASHED} ORDER BY opportunity.id"
)
_CASES_BROUGHT: Final = _CASES.replace(
    " ORDER BY", " AND opportunity.id IN (SELECT opportunity_id FROM introducer) ORDER BY"
)
_CASES_AND_PLACES: Final = (
    f"SELECT {_COLUMNS}, coalesce(opportunity.event_id, conversation.event_id),"
    " coalesce(setting, ''), conversation.formality, event.formality FROM opportunity"
    " LEFT JOIN conversation ON conversation.id = conversation_id"
    " LEFT JOIN event ON event.id = coalesce(opportunity.event_id, conversation.event_id)"
    f" WHERE {_IN_TIME} AND contact_id NOT IN {TRASHED} ORDER BY opportunity.id"
)
_CHAINS: Final = (
    "SELECT opportunity_id, introducer.contact_id FROM introducer"
    " ORDER BY opportunity_id, position, introducer.id"
)


def introductions(database: SqliteDatabase) -> dict[int, tuple[int, ...]]:
    """Return the introducers of all opportunities, the farthest first, as they were put down."""
    found: dict[int, list[int]] = {}
    for opportunity_id, contact_id in database.execute_sql(_CHAINS):
        found.setdefault(opportunity_id, []).append(contact_id)
    return {opportunity_id: tuple(chain) for opportunity_id, chain in found.items()}


def read_cases(
    database: SqliteDatabase,
    period: Period,
    *,
    places: bool = False,
    brought: bool = False,
    chains: dict[int, tuple[int, ...]] | None = None,
) -> list[Case]:
    """Return the opportunities that began in a period, by their ids; without those in the trash.

    With ``places`` event, setting and formality are read too; with ``chains`` (what
    ``introductions`` returned) the people in between; ``brought`` ones are those with any.
    """
    sql = _CASES_AND_PLACES if places else _CASES_BROUGHT if brought else _CASES
    return list(_cases(database.execute_sql(sql, span_of(period)), chains or {}))


def cases_of(database: SqliteDatabase, opportunity_ids: Iterable[int]) -> list[Case]:
    """Return some opportunities by their ids, without their chains and places."""
    sql = (
        f"SELECT {_COLUMNS}, NULL, '', NULL, NULL FROM opportunity"
        " WHERE id IN (SELECT wanted.value FROM json_each(:ids) AS wanted)"
        f" AND contact_id NOT IN {TRASHED} ORDER BY opportunity.id"
    )
    rows = database.execute_sql(sql, {"ids": json.dumps(list(opportunity_ids))})
    return list(_cases(rows, {}))


def count_left_out(database: SqliteDatabase, period: Period) -> int:
    """Return how many opportunities of a period belong to people in the trash."""
    sql = f"SELECT count(*) FROM opportunity WHERE {_IN_TIME} AND contact_id IN {TRASHED}"
    return int(database.execute_sql(sql, span_of(period)).fetchone()[0])


def labels_of(
    database: SqliteDatabase,
    people: Iterable[int],
    events: Iterable[int] = (),
    tagged: Iterable[int] = (),
) -> CaseLabels:
    """Return the names of people who are not in the trash, of events with their day, and tags."""
    tags: dict[int, list[str]] = {}
    rows = _of_ids(
        database,
        "SELECT contact_id, tag.name FROM contact_tag JOIN tag ON tag.id = tag_id"
        " WHERE contact_id IN (SELECT value FROM json_each(:ids)) ORDER BY contact_tag.position",
        tagged,
    )
    for contact_id, tag in rows:
        tags.setdefault(contact_id, []).append(tag)
    return CaseLabels(
        names_of(database, people),
        dict(
            _of_ids(
                database,
                "SELECT id, name || ', ' || happens_on FROM event"
                " WHERE id IN (SELECT value FROM json_each(:ids))",
                events,
            )
        ),
        {contact_id: tuple(names) for contact_id, names in tags.items()},
    )


def names_of(database: SqliteDatabase, people: Iterable[int]) -> dict[int, str]:
    """Return the names of those people who are not in the trash."""
    return dict(
        _of_ids(
            database,
            "SELECT contact.id, display_name FROM json_each(:ids) AS wanted"
            " CROSS JOIN contact ON contact.id = wanted.value WHERE deleted_at IS NULL",
            people,
        )
    )


def trashed(database: SqliteDatabase) -> set[int]:
    """Return who is in the trash."""
    return {contact_id for (contact_id,) in database.execute_sql(TRASHED[1:-1])}


def _of_ids(database: SqliteDatabase, sql: str, ids: Iterable[int]) -> list[tuple[Any, ...]]:
    wanted = json.dumps(sorted(set(ids)))
    rows: list[tuple[Any, ...]] = database.execute_sql(sql, {"ids": wanted}).fetchall()
    return rows


def _cases(rows: Iterable[tuple[Any, ...]], chains: dict[int, tuple[int, ...]]) -> Iterator[Case]:
    day = date.fromisoformat
    for (
        case_id,
        client_id,
        state,
        source,
        value,
        currency,
        opened,
        closed,
        event_id,
        setting,
        formality,
        event_formality,
    ) in rows:
        via = chains.get(case_id, ())
        if client_id in via:
            via = tuple(person for person in via if person != client_id)
        yield Case(
            case_id,
            client_id,
            _STATES[state],
            _SOURCES.get(source),
            amount_from(value) if value else None,
            currency.strip().upper() if currency else "",
            day(opened),
            day(closed) if closed else None,
            via,
            event_id,
            setting.strip() if setting else "",
            _FORMALITIES.get(event_formality or formality)
            or (formality_of(setting) if setting else None),
        )
