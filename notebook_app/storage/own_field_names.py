"""Finds the names of the own fields that there are, and which of them a query's key means."""

from peewee import SqliteDatabase

from notebook_app.model.query.keys import key_of


def own_field_names(database: SqliteDatabase, key: str) -> list[str]:
    """Return the folded names of the own fields that a key asks for."""
    return [name for name in all_own_field_names(database) if key_of(name) == key]


def all_own_field_names(database: SqliteDatabase) -> list[str]:
    """Return the folded names of all own fields, found by leaps through their index."""
    rows = database.execute_sql(
        "WITH RECURSIVE leap(name) AS (SELECT min(folded_name) FROM own_field UNION ALL"
        " SELECT (SELECT min(folded_name) FROM own_field WHERE folded_name > leap.name)"
        " FROM leap WHERE leap.name IS NOT NULL)"
        " SELECT name FROM leap WHERE name IS NOT NULL"
    )
    return [name for (name,) in rows]
