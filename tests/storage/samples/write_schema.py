"""Writes down what the steps make of an empty file, for new notebooks to begin with.

Run `python -m tests.storage.samples.write_schema` when a step was changed or added; a test says
when it is time.
"""

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from peewee import SqliteDatabase

from notebook_app.storage.migrations import NEWEST_VERSION, SCHEMA_FILE
from notebook_app.storage.migrations.runner import run_steps
from notebook_app.storage.opening import APPLICATION_ID

_SHADOWS = ("_data", "_idx", "_content", "_docsize", "_config")


def schema_by_steps(path: Path) -> list[tuple[str, str]]:
    """Make a notebook at ``path`` step by step; return names and SQL of all that is in it."""
    database = SqliteDatabase(path)
    with database.connection_context():
        run_steps(database, 0)
    return schema_in(path)


def schema_in(path: Path) -> list[tuple[str, str]]:
    """Return names and SQL of all that is in a file, in the order in which it was made.

    The tables that SQLite keeps for a full-text index come with the index.
    """
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute(
            "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
        ).fetchall()
    indexes = tuple(name for name, sql in rows if "USING fts5" in sql)
    shadows = {f"{name}{ending}" for name in indexes for ending in _SHADOWS}
    return [
        (name, sql) for name, sql in rows if name not in shadows and not name.startswith("sqlite_")
    ]


def script_of(schema: list[tuple[str, str]]) -> str:
    """Return SQL that makes all of it at once."""
    head = (
        f"-- What the steps make of an empty file: version {NEWEST_VERSION}. Made by a command.\n"
        f"PRAGMA application_id = {APPLICATION_ID};\n"
    )
    return head + "".join(f"{sql};\n" for _, sql in schema)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        SCHEMA_FILE.write_text(script_of(schema_by_steps(Path(folder) / "s.db")), encoding="utf-8")
