"""Keeps the values of one query as they are bound in its SQL, and finds out how much parts read."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, Final

from peewee import SqliteDatabase

from notebook_app.storage.matching import matching_rows
from notebook_app.storage.query_parts import Part

_READ_AT_ONCE: Final = 1000
"""So few ids are read before anything else, and nothing is asked twice."""

_LISTED_AT_MOST: Final = 8000
"""Among more, one contact is looked up by itself sooner than in a list of them."""

_COUNTED_AT_MOST: Final = 20_000


class QueryValues:
    """What a user wrote goes into SQL through here alone: as a bound value."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database
        self.values: dict[str, object] = {}

    def _sized(self, part: Part) -> Part:
        """Return a part that knows how many there are of those whom it can read.

        A few are read here and now.
        """
        if not part.leaf:
            return part
        if part.ids is None:
            return self._sized(part.turned_round()).turned_round()
        few = self._rows(f"SELECT contact_id FROM ({part.ids}) LIMIT {_READ_AT_ONCE + 1}")
        if len(few) <= _READ_AT_ONCE:
            ids = f"SELECT value AS contact_id FROM json_each({self._bound(_as_json(few))})"
            return Part(f"{{id}} IN ({ids})", ids, size=len(few))
        counted = f"SELECT count(*) FROM (SELECT 1 FROM ({part.ids}) LIMIT {_COUNTED_AT_MOST + 1})"
        size = int(self._rows(counted)[0][0])
        if size > _COUNTED_AT_MOST:
            return part
        test = f"{{id}} IN ({part.ids})" if size <= _LISTED_AT_MOST else part.test
        return replace(part, test=test, size=size)

    def _rows(self, sql: str) -> list[tuple[Any, ...]]:
        return matching_rows(self._database, sql, self.values)

    def _bound(self, value: object) -> str:
        name = f"q{len(self.values)}"
        self.values[name] = value
        return f":{name}"

    def _listed(self, values: Iterable[object]) -> str:
        return f"(SELECT value FROM json_each({self._bound(json.dumps(list(values)))}))"

    def _between(self, column: str, first: date | None, last: date | None) -> str:
        tests = ["1"]
        if first is not None:
            tests.append(f"{column} >= {self._bound(first.isoformat())}")
        if last is not None:
            tests.append(f"{column} <= {self._bound(last.isoformat())}")
        return " AND ".join(tests)


def _as_json(rows: Iterable[tuple[Any, ...]]) -> str:
    return json.dumps([row[0] for row in rows])
