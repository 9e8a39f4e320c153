"""Walks through the people list in its order, asking each contact on the way.

The beginning of a long list is known after a few steps, long before all of it could be collected
and sorted. Each walk follows an index that is in the order already; where equal values stand
together, only these are sorted by name.
"""

from collections.abc import Generator, Iterator, Mapping
from typing import Any, Final

from peewee import SqliteDatabase

from notebook_app.model.name_form import folded
from notebook_app.model.query.keys import STAGES
from notebook_app.model.query.sorting import ListSort, SortKey

_ROWS_AT_A_TIME: Final = 64
_ALIVE: Final = "contact.deleted_at IS NULL"
_BY_NAME: Final = "contact INDEXED BY contact_by_name"
_OPEN_OF_CONTACT: Final = (
    "FROM follow_up AS one WHERE one.contact_id = contact.id AND state = 'open'"
)
_STAMPS: Final = {
    SortKey.ADDED: ("created_at", "contact_by_created"),
    SortKey.CHANGED: ("changed_at", "contact_by_changed"),
}
_TABLES: Final = {
    SortKey.LAST: (
        "last_touch INDEXED BY last_touch_by_day CROSS JOIN contact"
        " ON contact.id = last_touch.contact_id",
        "1",
        "last_on",
        "contact.id NOT IN (SELECT contact_id FROM last_touch)",
    ),
    SortKey.DUE: (
        "follow_up INDEXED BY follow_up_open CROSS JOIN contact"
        " ON contact.id = follow_up.contact_id",
        "follow_up.state = 'open'"
        f" AND follow_up.due_on = (SELECT min(one.due_on) {_OPEN_OF_CONTACT})",
        "follow_up.due_on",
        f"NOT EXISTS (SELECT 1 {_OPEN_OF_CONTACT})",
    ),
    SortKey.ORG: (
        "contact INDEXED BY contact_by_organization",
        "organization_key <> ''",
        "organization_key",
        "organization_key = ''",
    ),
    SortKey.BIRTHDAY: (
        "contact INDEXED BY contact_by_birthday",
        "birthday IS NOT NULL",
        "birthday_day",
        "birthday IS NULL",
    ),
}
"""From where; which rows of it; what to sort by; who has none of it."""

_FIRST_CITY: Final = (
    "NOT EXISTS (SELECT 1 FROM address AS one WHERE one.contact_id = contact.id"
    " AND one.city <> '' AND one.position < address.position)"
)
_DISTINCT_CITIES: Final = (
    "WITH RECURSIVE leap(city) AS (SELECT min(city) FROM address WHERE city <> '' UNION ALL"
    " SELECT (SELECT min(city) FROM address WHERE city <> '' AND city > leap.city)"
    " FROM leap WHERE leap.city IS NOT NULL)"
    " SELECT city FROM leap WHERE city IS NOT NULL"
)


def can_walk(sort: ListSort) -> bool:
    """Return whether there is an index to walk along."""
    return sort.key is not SortKey.FIELD


class ListWalk:
    """One walk; its rows are those of all living contacts, with whether each passes the test."""

    def __init__(self, database: SqliteDatabase, test: str, values: dict[str, object]) -> None:
        """Take the test of ``contact.id`` as SQL, and the values in it."""
        self._database = database
        self._test = test
        self._values = values

    def steps(self, sort: ListSort) -> Generator[list[int], None, None]:
        """Yield those who pass, in their order, a few rows at a time, perhaps none among them."""
        seen: set[int] = set()
        for rows in self._rows(sort):
            fresh = [row_id for row_id, passes in rows if passes and row_id not in seen]
            if sort.key in (SortKey.DUE, SortKey.CITY):
                seen.update(fresh)  # Two open on one day, two addresses in one place.
                fresh = list(dict.fromkeys(fresh))
            yield fresh

    def _rows(self, sort: ListSort) -> Iterator[list[tuple[Any, ...]]]:
        key, down = sort.key, " DESC" if sort.descending else ""
        if key is SortKey.NAME:
            yield from self._walk(_BY_NAME, "1", f"sort_key{down}, id{down}")
        elif key is SortKey.STAGE:
            for stage in reversed(STAGES) if sort.descending else STAGES:
                yield from self._equal("stage = :step", stage, "contact_by_stage")
            yield from self._equal("stage IS :step", None, "contact_by_stage")
        elif key in _STAMPS:
            column, index = _STAMPS[key]
            for stamp in self._leaps(column, index, descending=sort.descending):
                yield from self._equal(f"{column} = :step", stamp, index)
        elif key is SortKey.CITY:
            yield from self._by_city(descending=sort.descending)
        else:
            table, which, value, without = _TABLES[key]
            yield from self._walk(table, which, f"{value}{down}, sort_key, contact.id")
            yield from self._walk(_BY_NAME, without, "sort_key, id")

    def _by_city(self, *, descending: bool) -> Iterator[list[tuple[Any, ...]]]:
        together: dict[str, list[str]] = {}
        for (city,) in self._database.execute_sql(_DISTINCT_CITIES).fetchall():
            together.setdefault(folded(city), []).append(city)
        table = "address INDEXED BY address_by_city CROSS JOIN contact ON contact.id = contact_id"
        for _plain, cities in sorted(together.items(), reverse=descending):
            names = {f"city{number}": city for number, city in enumerate(cities)}
            marks = ", ".join(f":{name}" for name in names)
            which = f"city <> '' AND city IN ({marks}) AND {_FIRST_CITY}"
            yield from self._walk(table, which, "sort_key, contact.id", names)
        without = "contact.id NOT IN (SELECT contact_id FROM address WHERE city <> '')"
        yield from self._walk(_BY_NAME, without, "sort_key, id")

    def _equal(self, which: str, value: object, index: str) -> Iterator[list[tuple[Any, ...]]]:
        step = {"step": value}
        yield from self._walk(f"contact INDEXED BY {index}", which, "sort_key, id", step)

    def _leaps(self, column: str, index: str, *, descending: bool) -> Iterator[object]:
        """Yield the different values of a column in their order."""
        end, beyond = ("max", "<") if descending else ("min", ">")
        sql = f"SELECT {end}({column}) FROM contact INDEXED BY {index}"
        value = self._database.execute_sql(sql).fetchone()[0]
        while value is not None:
            yield value
            further = f"{sql} WHERE {column} {beyond} ?"
            value = self._database.execute_sql(further, (value,)).fetchone()[0]

    def _walk(
        self, table: str, which: str, order: str, more: Mapping[str, object] | None = None
    ) -> Iterator[list[tuple[Any, ...]]]:
        rows = self._database.connection().execute(
            f"SELECT contact.id, ({self._test}) FROM {table} WHERE {_ALIVE} AND {which}"
            f" ORDER BY {order}",
            {**self._values, **(more or {})},
        )
        try:
            while some := rows.fetchmany(_ROWS_AT_A_TIME):
                yield some
        finally:
            rows.close()
