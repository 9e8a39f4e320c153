"""Writes many rows with one statement, and says which ids a statement can take at once.

The full-text indexes write themselves out after each statement, so one statement a row takes
most of a large import's time.
"""

from collections.abc import Iterator, Sequence

from peewee import SqliteDatabase

_MOST_VALUES = 30_000
"""In one statement; SQLite takes 32,766."""

_MOST_IDS = 400


def insert_rows(
    database: SqliteDatabase,
    table: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[object]],
) -> None:
    """Insert rows that have their values in the order of ``columns``."""
    for some, marks in _statements(rows, len(columns)):
        database.connection().execute(
            f"INSERT INTO {table}({', '.join(columns)}) VALUES {marks}", some
        )


def update_rows(
    database: SqliteDatabase,
    table: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[object]],
) -> None:
    """Change rows: each of ``rows`` has its id, then its values in the order of ``columns``.

    No id may be there twice.
    """
    if not columns:
        return
    changes = ", ".join(f"{name} = new.{name}" for name in columns)
    for some, marks in _statements(rows, len(columns) + 1):
        database.connection().execute(
            f"WITH new(id, {', '.join(columns)}) AS (VALUES {marks})"
            f" UPDATE {table} SET {changes} FROM new WHERE {table}.id = new.id",
            some,
        )


def delete_rows(database: SqliteDatabase, table: str, ids: Sequence[int], of: str = "id") -> None:
    """Delete the rows whose column ``of`` is one of ``ids``."""
    for some in id_batches(ids):
        database.connection().execute(
            f"DELETE FROM {table} WHERE {of} IN ({id_marks(some)})", tuple(some)
        )


def id_batches(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Cut ids into as many as one statement is asked for at once."""
    for start in range(0, len(ids), _MOST_IDS):
        yield ids[start : start + _MOST_IDS]


def id_marks(ids: Sequence[int]) -> str:
    """Return the question marks for these ids."""
    return ",".join("?" * len(ids))


def _statements(rows: Sequence[Sequence[object]], width: int) -> Iterator[tuple[list[object], str]]:
    most = _MOST_VALUES // width
    marks = f"({', '.join('?' * width)})"
    for begin in range(0, len(rows), most):
        some = rows[begin : begin + most]
        yield [value for row in some for value in row], ", ".join([marks] * len(some))
