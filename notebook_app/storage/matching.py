"""Asks the full-text indexes, which know the letters of an older Unicode than Python does."""

from collections.abc import Mapping, Sequence
from typing import Any

from peewee import OperationalError, SqliteDatabase


def matching_rows(
    database: SqliteDatabase, sql: str, values: Sequence[object] | Mapping[str, object]
) -> list[tuple[Any, ...]]:
    """Return the rows of a query that has a MATCH in it.

    A word with a letter that the index does not take for one would be two words, a phrase, which
    indexes without positions refuse; nothing can be found by it.
    """
    try:
        rows: list[tuple[Any, ...]] = database.execute_sql(sql, values).fetchall()
    except OperationalError as error:
        if "phrase queries" in str(error):
            return []
        raise
    return rows
