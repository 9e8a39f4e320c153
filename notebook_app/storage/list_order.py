"""What contacts are sorted by, read in bulk from indexes; those without it come last, by name."""

import json
from collections.abc import Sequence
from math import isfinite
from typing import Any, Final

from peewee import SqliteDatabase

from notebook_app.model.name_form import folded
from notebook_app.model.query.keys import STAGES
from notebook_app.model.query.sorting import ListSort, SortKey
from notebook_app.storage.own_field_names import own_field_names

_VALUES: Final = {
    SortKey.LAST: "SELECT contact_id, last_on FROM last_touch WHERE {}",
    SortKey.DUE: (
        "SELECT contact_id, min(due_on) FROM follow_up WHERE state = 'open' AND {}"
        " GROUP BY contact_id"
    ),
    SortKey.ADDED: "SELECT id, created_at FROM contact WHERE {}",
    SortKey.CHANGED: "SELECT id, changed_at FROM contact WHERE {}",
    SortKey.CITY: (
        "SELECT contact_id, city FROM address WHERE city <> '' AND {} ORDER BY position DESC"
    ),
    SortKey.ORG: "SELECT id, organization_key FROM contact WHERE organization_key <> '' AND {}",
    SortKey.STAGE: "SELECT id, stage FROM contact WHERE stage IS NOT NULL AND {}",
    SortKey.BIRTHDAY: (
        "SELECT id, birthday_day FROM contact"
        " WHERE birthday IS NOT NULL AND deleted_at IS NULL AND {}"
    ),
}
"""With a place for a condition of one column of ids."""

_FEW: Final = 2500
"""So few are looked up one by one."""


def in_order(database: SqliteDatabase, by_name: Sequence[int], sort: ListSort) -> list[int]:
    """Return contacts, given in the order of their names, in another one.

    Equal ones stay in the order of their names, whichever way it goes.
    """
    if sort.key is SortKey.NAME:
        return list(reversed(by_name)) if sort.descending else list(by_name)
    values = _values(database, sort, by_name)
    known = [contact_id for contact_id in by_name if contact_id in values]
    known.sort(key=values.__getitem__, reverse=sort.descending)
    if len(known) == len(by_name):
        return known
    return known + [contact_id for contact_id in by_name if contact_id not in values]


def _values(database: SqliteDatabase, sort: ListSort, among: Sequence[int]) -> dict[int, Any]:
    of_some, ids = "1", []
    if len(among) <= _FEW:
        of_some, ids = "{} IN (SELECT value FROM json_each(?))", [json.dumps(list(among))]
    if sort.key is SortKey.FIELD:
        names = own_field_names(database, sort.own_field)
        marks = ",".join("?" * len(names))
        rows = database.execute_sql(
            f"SELECT contact_id, value FROM own_field WHERE folded_name IN ({marks})"
            f" AND {of_some.format('contact_id')} ORDER BY position DESC",
            [*names, *ids],
        )
        return {contact_id: _number_or_words(value) for contact_id, value in rows}
    sql = _VALUES[sort.key]
    column = "id" if sql.startswith("SELECT id") else "contact_id"
    found = dict(database.execute_sql(sql.format(of_some.format(column)), ids).fetchall())
    if sort.key is SortKey.STAGE:
        return {contact_id: STAGES.index(stage) for contact_id, stage in found.items()}
    if sort.key is SortKey.CITY:
        # Cities come again and again.
        plain = {city: folded(city) for city in set(found.values())}
        return {contact_id: plain[city] for contact_id, city in found.items()}
    return found


def _number_or_words(value: str) -> tuple[float, str]:
    """Numbers come as numbers, before words."""
    try:
        number = float(value.strip().replace(",", "."))
    except ValueError:
        return float("inf"), folded(value)
    return (number, "") if isfinite(number) else (float("inf"), folded(value))
