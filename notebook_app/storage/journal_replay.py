"""Puts the rows of a journal step back, many with one statement.

The full-text index writes out what it has gathered at the end of each statement, so that ten
thousand contacts put back one by one would take ten times as long as all at once.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from peewee import SqliteDatabase

from notebook_app.foundation.record import record

_INDEXED = frozenset({"contact", "conversation"})
"""Tables with a full-text index. Their rows never trade unique values with each other, which
rows that are put back in no order might not survive; those of others go one by one."""

_MOST_VALUES = 30_000
"""SQLite takes 32,766 values in a statement."""


@record
class OldRow:
    """One line of the journal: ``before`` is JSON; a range of ids only for rows that came."""

    table: str
    row_id: int
    last_row_id: int | None
    act: str
    before: str | None


@dataclass(slots=True)
class _Run:
    """Lines that follow each other and can be put back together."""

    table: str
    act: str
    rows: list[OldRow] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)

    def takes(self, row: OldRow) -> bool:
        if (row.table, row.act) != (self.table, self.act) or row.row_id in self.seen:
            return False
        return row.last_row_id is None and (row.act != "update" or row.table in _INDEXED)

    def add(self, row: OldRow) -> None:
        self.rows.append(row)
        self.seen.add(row.row_id)


class Replay:
    """Puts rows back as they were."""

    def __init__(self, database: SqliteDatabase, columns: dict[str, list[str]]) -> None:
        """Take the open notebook, and the columns of each table that may be written."""
        self._database = database
        self._columns = columns

    def put_back(self, rows: Iterable[OldRow]) -> None:
        """Put rows back, the last change first, as they are given.

        Raises:
            ValueError: a line names a table that is not journaled; nothing may be kept then.
        """
        for run in _runs(rows):
            if run.table not in self._columns:
                raise ValueError(f"the journal names an unknown table: {run.table}")
            if run.act == "insert":
                self._take_out(run)
            elif run.act == "delete":
                self._bring_back(run)
            else:
                self._set_back(run)

    def _take_out(self, run: _Run) -> None:
        for row in run.rows:
            if row.last_row_id is not None:
                self._database.execute_sql(
                    f"DELETE FROM {run.table} WHERE id BETWEEN ? AND ?",
                    (row.row_id, row.last_row_id),
                )
                return
        self._database.execute_sql(
            f"DELETE FROM {run.table} WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps([row.row_id for row in run.rows]),),
        )

    def _bring_back(self, run: _Run) -> None:
        columns, pieces = self._written(run)
        for values in pieces:
            self._database.execute_sql(
                f"INSERT INTO {run.table}({', '.join(columns)}) {_table_of(values)}",
                [value for row in values for value in row],
            )

    def _set_back(self, run: _Run) -> None:
        columns, pieces = self._written(run)
        # A table that is given by its values has columns called column1, column2 and so on.
        assigned = ", ".join(
            f"{name} = old.column{number}" for number, name in enumerate(columns, start=1)
        )
        own_id = f"old.column{columns.index('id') + 1}"
        for values in pieces:
            self._database.execute_sql(
                f"UPDATE {run.table} SET {assigned} FROM ({_table_of(values)}) AS old"
                f" WHERE {run.table}.id = {own_id}",
                [value for row in values for value in row],
            )

    def _written(self, run: _Run) -> tuple[list[str], Iterator[list[list[object]]]]:
        """Return the columns that are written, and rows of values, as many as one statement takes.

        Not by SQLite's json_extract, which ends a text at its first NUL.
        """
        rows = [json.loads(row.before or "{}") for row in run.rows]
        # A step of an older version lacks the columns that came later; all lines of it do.
        columns = [name for name in self._columns[run.table] if name in rows[0]]
        most = max(1, _MOST_VALUES // len(columns))
        pieces = (rows[start : start + most] for start in range(0, len(rows), most))
        return columns, ([[row[name] for name in columns] for row in piece] for piece in pieces)


def _table_of(rows: list[list[object]]) -> str:
    marks = f"({', '.join('?' * len(rows[0]))})"
    return f"VALUES {', '.join([marks] * len(rows))}"


def _runs(rows: Iterable[OldRow]) -> Iterator[_Run]:
    """Yield what can be put back together, in an order that comes to the same.

    Rows that went in one stretch were all there at once before it, so they come back table by
    table; foreign keys are looked at only in the end.
    """
    runs: dict[str, _Run] = {}
    for row in rows:
        run = runs.get(row.table)
        if run is None or not run.takes(row):
            joins = row.act == "delete" and all(each.act == "delete" for each in runs.values())
            if run is not None or not joins:
                yield from runs.values()
                runs.clear()
            run = runs[row.table] = _Run(row.table, row.act)
        run.add(row)
        if row.last_row_id is not None:
            yield from runs.values()
            runs.clear()
    yield from runs.values()
