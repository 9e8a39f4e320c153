"""Contacts within the conditions of a query: how many, which of some, all in their order.

Those who are within (or who are not) are read as a set of ids from indexes alone, and then met
on a walk along the names; so the wide rows of contacts are read for few of them only.
"""

import json
from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from peewee import SqliteDatabase

from notebook_app.model.query.terms import Term
from notebook_app.storage.matching import matching_rows
from notebook_app.storage.query_parts import Part
from notebook_app.storage.query_sql import QuerySql

_FEW = 1500
_HELD_AT_MOST = 20_000
_A_HANDFUL = 500
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
        if not self._any:
            return list(by_name())
        held = self._set(-1)
        if held is None:
            test = self._part.test_of("+contact.id")
            return self._ids(
                "SELECT id FROM contact"
                f" WHERE deleted_at IS NULL AND ({test}) ORDER BY sort_key, id"
            )
        within, holds = held
        if not holds:
            return [contact_id for contact_id in by_name() if contact_id not in within]
        if len(within) > _FEW:
            return [contact_id for contact_id in by_name() if contact_id in within]
        return self._ids(
            "SELECT id FROM contact WHERE +deleted_at IS NULL"
            " AND id IN (SELECT value FROM json_each(:held)) ORDER BY sort_key, id",
            held=json.dumps(list(within)),
        )

    def few(self, by_name: Callable[[], Sequence[int]]) -> list[int] | None:
        """Return those who are within if they are a handful, deleted ones perhaps among them."""
        if not self._any:
            return None
        if self._held is not None and self._held[1]:
            return list(self._held[0]) if len(self._held[0]) <= _A_HANDFUL else None
        # All but a few are kept out: looking through what is found for them would take seconds.
        return self.all_by_name(by_name) if self.count() <= _A_HANDFUL else None

    def those_within(self, ids: Sequence[int]) -> list[int]:
        """Return those of ``ids`` that are within and not deleted meanwhile, in the same order."""
        condition = self._one_condition
        if self._held is not None:
            within, holds = self._held
            ids = [contact_id for contact_id in ids if (contact_id in within) is holds]
            condition = "deleted_at IS NULL"
        if not ids:
            return []
        names = {f"id{number}": contact_id for number, contact_id in enumerate(ids)}
        marks = ",".join(f":{name}" for name in names)
        found = self._ids(f"SELECT id FROM contact WHERE id IN ({marks}) AND {condition}", **names)
        alive = set(found)
        return [contact_id for contact_id in ids if contact_id in alive]

    @cached_property
    def _held(self) -> tuple[frozenset[int], bool] | None:
        return self._set(_HELD_AT_MOST)

    def _set(self, most: int) -> tuple[frozenset[int], bool] | None:
        """Return those within, or those not within (False), if either is known and not too many.

        ``most`` is -1 for any number.
        """
        for ids, holds in ((self._part.ids, True), (self._part.not_ids, False)):
            if ids is not None:
                limit = most if most < 0 else most + 1
                found = self._ids(f"SELECT contact_id FROM ({ids}) LIMIT {limit}")
                if most < 0 or len(found) <= most:
                    return frozenset(found), holds
        return None

    @cached_property
    def _one_condition(self) -> str:
        """The condition for a contact that is known by its id."""
        return f"deleted_at IS NULL AND ({self._part.test_of('+contact.id')})"

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
