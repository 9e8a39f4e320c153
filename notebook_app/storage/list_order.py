"""The orders that a list of people may have, as SQL; blanks come last whichever way it goes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from peewee import SqliteDatabase

from notebook_app.model.query.keys import STAGES
from notebook_app.model.query.sorting import ListSort, SortKey
from notebook_app.storage.query_sql import own_field_names

_STAGE_NUMBERS: Final = " ".join(f"WHEN '{stage}' THEN {at}" for at, stage in enumerate(STAGES))
_FIRST_CITY: Final = (
    "(SELECT city FROM address WHERE contact_id = contact.id AND city <> ''"
    " ORDER BY position LIMIT 1)"
)
_VALUES: Final = {
    SortKey.LAST: "last_on",
    SortKey.DUE: (
        "(SELECT min(due_on) FROM follow_up WHERE contact_id = contact.id AND state = 'open')"
    ),
    SortKey.ADDED: "created_at",
    SortKey.CHANGED: "changed_at",
    SortKey.CITY: f"{_FIRST_CITY} COLLATE NOCASE",
    SortKey.ORG: "nullif(organization_key, '')",
    SortKey.STAGE: f"CASE stage {_STAGE_NUMBERS} END",
    SortKey.BIRTHDAY: "birthday_day",
}


@dataclass(frozen=True, slots=True)
class ListOrder:
    """What is joined to ``contact``, what to order by, and bound values."""

    by: str
    joined: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


def order_of(database: SqliteDatabase, sort: ListSort) -> ListOrder:
    """Return the SQL of an order; equal ones follow in the order of their names."""
    way = " DESC" if sort.descending else ""
    if sort.key is SortKey.NAME:
        return ListOrder(f"sort_key{way}")
    if sort.key is SortKey.FIELD:
        names = own_field_names(database, sort.own_field)
        values = {f"field{number}": name for number, name in enumerate(names)}
        marks = ",".join(f":{name}" for name in values)
        # Numbers as numbers, before words.
        return ListOrder(
            "own.value IS NULL,"
            f" CASE WHEN own.value GLOB '[0-9]*' THEN CAST(own.value AS REAL)"
            f" ELSE own.value END COLLATE NOCASE{way}",
            "LEFT JOIN (SELECT contact_id, min(value) AS value FROM own_field"
            f" WHERE folded_name IN ({marks}) GROUP BY contact_id) AS own"
            " ON own.contact_id = contact.id",
            values,
        )
    value = _VALUES[sort.key]
    joined = (
        "LEFT JOIN last_touch ON last_touch.contact_id = contact.id"
        if sort.key is SortKey.LAST
        else ""
    )
    return ListOrder(f"{value} IS NULL, {value}{way}", joined)
