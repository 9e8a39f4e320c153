"""Reads opportunities as reports count them, and what the people and events in them are called."""

import json
from collections.abc import Callable, Iterable
from datetime import date
from itertools import repeat
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

_NOT_TRASHED: Final = f" AND contact_id NOT IN {TRASHED}"
_IN_TIME: Final = "opened_on BETWEEN :first AND :last"
_COLUMNS: Final = (
    "opportunity.id, opportunity.contact_id, state, source, value, currency, opened_on, closed_on"
)
_CASES: Final = (
    f"SELECT {_COLUMNS}, NULL, '', NULL, NULL FROM opportunity"
    f" WHERE {_IN_TIME}{_NOT_TRASHED} ORDER BY opportunity.id"
)
_CASES_BROUGHT: Final = _CASES.replace(
    " ORDER BY", " AND opportunity.id IN (SELECT opportunity_id FROM introducer) ORDER BY"
)
_CASES_AND_PLACES: Final = (
    f"SELECT {_COLUMNS}, coalesce(opportunity.event_id, conversation.event_id),"
    " coalesce(setting, ''), conversation.formality, event.formality FROM opportunity"
    " LEFT JOIN conversation ON conversation.id = conversation_id"
    " LEFT JOIN event ON event.id = coalesce(opportunity.event_id, conversation.event_id)"
    f" WHERE {_IN_TIME}{_NOT_TRASHED} ORDER BY opportunity.id"
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
    also_trashed: bool = False,
) -> list[Case]:
    """Return the opportunities that began in a period, by their ids; without those in the trash.

    With ``places`` event, setting and formality are read too; with ``chains`` (what
    ``introductions`` returned) the people in between; ``brought`` ones are those with any.
    """
    sql = _CASES_AND_PLACES if places else _CASES_BROUGHT if brought else _CASES
    if also_trashed:
        sql = sql.replace(_NOT_TRASHED, "")
    return _cases(database.execute_sql(sql, span_of(period)).fetchall(), chains or {})


def cases_of(database: SqliteDatabase, opportunity_ids: Iterable[int]) -> list[Case]:
    """Return some opportunities by their ids, without their chains and places."""
    sql = (
        f"SELECT {_COLUMNS}, NULL, '', NULL, NULL FROM opportunity"
        " WHERE id IN (SELECT wanted.value FROM json_each(:ids) AS wanted)"
        f"{_NOT_TRASHED} ORDER BY opportunity.id"
    )
    rows = database.execute_sql(sql, {"ids": json.dumps(list(opportunity_ids))})
    return _cases(rows.fetchall(), {})


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


class _Known(dict[Any, Any]):
    """What is said of values, each read but once: a date stands beside hundreds of opportunities.

    To look one up here takes a tenth of the time that a call does.
    """

    def __init__(self, read: Callable[[Any], Any]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, value: Any) -> Any:
        found = self[value] = self._read(value)
        return found


def _cases(rows: list[tuple[Any, ...]], chains: dict[int, tuple[int, ...]]) -> list[Case]:
    """Return opportunities as they were read; by columns, as there may be ten thousands."""
    if not rows:
        return []
    by_column = list(zip(*rows, strict=True))
    ids, clients, states, sources, values, currencies, opened, closed = by_column[:8]
    events, settings, formalities, event_formalities = by_column[8:]
    days = _Known(lambda day: date.fromisoformat(day) if day else None)
    columns = (
        ids,
        clients,
        map(_STATES.__getitem__, states),
        map(_SOURCES.get, sources),
        map(_Known(amount_from).__getitem__, values),
        map(_Known(lambda text: text.strip().upper() if text else "").__getitem__, currencies),
        map(days.__getitem__, opened),
        map(days.__getitem__, closed),
        map(_via, clients, map(chains.get, ids)) if chains else repeat(()),
        events,
        map(_Known(lambda text: text.strip() if text else "").__getitem__, settings),
        map(
            _Known(_formality).__getitem__,
            zip(settings, formalities, event_formalities, strict=True),
        ),
    )
    return [tuple.__new__(Case, row) for row in zip(*columns)]  # noqa: B905


def _via(client_id: int, chain: tuple[int, ...] | None) -> tuple[int, ...]:
    if chain is None:
        return ()
    return tuple(one for one in chain if one != client_id) if client_id in chain else chain


def _formality(told: tuple[str | None, str | None, str | None]) -> Formality | None:
    setting, formality, event_formality = told
    known = _FORMALITIES.get(event_formality or formality or "")
    return known or (formality_of(setting) if setting else None)
