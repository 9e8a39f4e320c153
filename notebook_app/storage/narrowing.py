"""Contacts within the conditions of a query: how many, which of some, all in their order.

A few are read from an index and sorted; many are met on a walk along the list's order, each of
them tested, so that the first are known at once.
"""

import json
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from datetime import date
from functools import cached_property
from typing import Any, Final

from peewee import SqliteDatabase

from notebook_app.model.query.sorting import BY_NAME, ListSort
from notebook_app.model.query.terms import Term
from notebook_app.storage.list_walk import ListWalk
from notebook_app.storage.matching import matching_rows
from notebook_app.storage.query_parts import MANY, Part
from notebook_app.storage.query_sql import QuerySql

_SORTED_AT_MOST: Final = 2500
_ASKED_AT_MOST: Final = 20_000
_A_HANDFUL: Final = 500
_SAMPLE: Final = 1000
_SOME_OF_SAMPLE: Final = 5
_DELETED = "SELECT id FROM contact WHERE deleted_at IS NOT NULL"


class Narrowing:
    """The conditions of one query on one day, put into SQL once."""

    def __init__(self, database: SqliteDatabase, conditions: Sequence[Term], today: date) -> None:
        """Take the open notebook, what must hold, and the day."""
        self._database = database
        self._sql = QuerySql(database, today)
        self._any = bool(conditions)
        self._part: Part = self._sql.part(conditions)
        self._values = self._sql.values

    def count(self) -> int:
        """Return how many there are, counted in the indexes alone where that can be."""
        alive = f"(SELECT count(*) FROM contact) - (SELECT count(*) FROM ({_DELETED}))"
        if not self._any:
            return self._number(f"SELECT {alive}")
        if self._part.ids is not None:
            return self._number(f"SELECT {_alive_among(self._part.ids)}")
        if self._part.not_ids is not None:
            return self._number(f"SELECT {alive} - {_alive_among(self._part.not_ids)}")
        test = self._part.test_of("contact.id")
        return self._number(f"SELECT count(*) FROM contact WHERE deleted_at IS NULL AND ({test})")

    def all_by_name(self, by_name: Callable[[], Sequence[int]]) -> list[int]:
        """Return all of them in the order of their names; ``by_name`` is everyone so."""
        part, few = self._part, self._few
        if not self._any:
            return list(by_name())
        if few is not None:
            return self._sorted_by_name(few)
        if part.ids is not None:
            within = frozenset(self._ids(f"SELECT contact_id FROM ({part.ids})"))
            return [contact_id for contact_id in by_name() if contact_id in within]
        if part.not_ids is not None and part.not_size <= _ASKED_AT_MOST:
            without = frozenset(self._ids(f"SELECT contact_id FROM ({part.not_ids})"))
            return [contact_id for contact_id in by_name() if contact_id not in without]
        few = self._tested(_SORTED_AT_MOST + 1, "contact")
        if len(few) <= _SORTED_AT_MOST:
            return self._sorted_by_name(few)
        with closing(self.walk(BY_NAME)) as steps:
            return [contact_id for some in steps for contact_id in some]

    @property
    def narrows(self) -> bool:
        """Whether there are any conditions."""
        return self._any

    def are_few(self) -> bool:
        """Return whether they are so few that reading all of them takes no time."""
        return self._few is not None

    def walk(self, sort: ListSort) -> Generator[list[int], None, None]:
        """Yield those who are within in the order asked for, as far as it is asked for.

        Each contact is looked at; what is yielded may be empty.
        """
        return ListWalk(self._database, self._part.test_of("contact.id"), self._values).steps(sort)

    def few(self) -> list[int] | None:
        """Return those who are within if they are a handful, deleted ones perhaps among them.

        Finding that out may take longer than a frame.
        """
        if not self._any:
            return None
        if self._few is not None:
            return self._few if len(self._few) <= _A_HANDFUL else None
        if self._part.not_size < MANY or self._are_met_soon():
            return None
        found = self._tested(_A_HANDFUL + 1, "contact")
        return found if len(found) <= _A_HANDFUL else None

    def those_within(self, ids: Sequence[int]) -> list[int]:
        """Return those of ``ids`` that are within and not deleted meanwhile, in the same order."""
        if not ids:
            return []
        names = {f"id{number}": contact_id for number, contact_id in enumerate(ids)}
        marks = ",".join(f":{name}" for name in names)
        found = self._ids(
            f"SELECT id FROM contact WHERE id IN ({marks}) AND {self._condition}", **names
        )
        alive = set(found)
        return [contact_id for contact_id in ids if contact_id in alive]

    @cached_property
    def _few(self) -> list[int] | None:
        """Those within if they can be read at once, deleted ones perhaps among them."""
        part = self._part
        if part.size > _ASKED_AT_MOST or (part.leaf and part.size > _SORTED_AT_MOST):
            return None
        few = self._ids(f"SELECT contact_id FROM ({part.ids}) LIMIT {_SORTED_AT_MOST + 1}")
        return list(dict.fromkeys(few)) if len(few) <= _SORTED_AT_MOST else None

    @property
    def _condition(self) -> str:
        return f"deleted_at IS NULL AND ({self._part.test_of('+contact.id')})"

    def _are_met_soon(self) -> bool:
        """Return whether looking at a few contacts finds some of them."""
        sample = f"(SELECT id, deleted_at FROM contact LIMIT {_SAMPLE}) AS contact"
        return len(self._tested(_SOME_OF_SAMPLE, sample)) == _SOME_OF_SAMPLE

    def _tested(self, most: int, table: str) -> list[int]:
        return self._ids(f"SELECT id FROM {table} WHERE {self._condition} LIMIT {most}")

    def _sorted_by_name(self, few: Sequence[int]) -> list[int]:
        return self._ids(
            "SELECT id FROM contact WHERE +deleted_at IS NULL"
            " AND id IN (SELECT value FROM json_each(:few)) ORDER BY sort_key, id",
            few=json.dumps(list(few)),
        )

    def _number(self, sql: str, **more: object) -> int:
        rows = self._rows(sql, **more)
        return int(rows[0][0]) if rows else 0

    def _ids(self, sql: str, **more: object) -> list[int]:
        return [contact_id for (contact_id,) in self._rows(sql, **more)]

    def _rows(self, sql: str, **more: object) -> list[tuple[Any, ...]]:
        return matching_rows(self._database, sql, {**self._values, **more})


def _alive_among(ids: str) -> str:
    return (
        f"(SELECT count(*) FROM (SELECT DISTINCT contact_id FROM ({ids}))"
        f" WHERE contact_id NOT IN ({_DELETED}))"
    )
