"""Runs the migration steps that a notebook still lacks, each in one transaction of its own."""

import re
from collections.abc import Iterator

from peewee import SqliteDatabase

from notebook_app.storage.migrations import (
    NEWEST_VERSION,
    SCHEMA_FILE,
    SCHEMA_VERSION,
    STEPS,
)

_STATEMENT_END = re.compile(r";[ \t]*$", re.MULTILINE)


def version_of(database: SqliteDatabase) -> int:
    """Return the version that the notebook was written by; 0 for an empty file."""
    return int(database.execute_sql("PRAGMA user_version").fetchone()[0])


def migrate(database: SqliteDatabase) -> None:
    """Bring the open notebook to the newest version.

    An empty file gets all at once what the steps would make of it one by one, in a fifth of the
    time; a test compares the two.
    """
    version = version_of(database)
    if version == 0 and _make_whole(database):
        version = SCHEMA_VERSION
    if version < NEWEST_VERSION:
        run_steps(database, version)


def run_steps(database: SqliteDatabase, version: int) -> None:
    """Run the steps that come after ``version``.

    Foreign keys are off meanwhile: rebuilding a parent table with them on deletes its children.
    """
    # Loaded for a notebook that has steps to make, which is hardly ever.
    from notebook_app.model.name_form import folded
    from notebook_app.model.search_text import searchable

    database.register_function(folded, "folded", 1)
    database.register_function(searchable, "searchable", 1)
    database.execute_sql("PRAGMA foreign_keys = 0")
    try:
        for number in range(version, NEWEST_VERSION):
            with database.atomic("IMMEDIATE"):
                if version_of(database) > number:
                    continue  # Another program brought it up meanwhile.
                for statement in statements(STEPS[number]):
                    database.execute_sql(statement)
                stray = database.execute_sql("PRAGMA foreign_key_check").fetchone()
                if stray is not None:
                    raise RuntimeError(f"step {number + 1} left a row without its parent: {stray}")
                database.execute_sql(f"PRAGMA user_version = {number + 1}")
    finally:
        database.execute_sql("PRAGMA foreign_keys = 1")


def _make_whole(database: SqliteDatabase) -> bool:
    """Make everything in an empty file; return whether there was one."""
    with database.atomic("IMMEDIATE"):
        # Another program may have begun it meanwhile.
        if version_of(database) or database.execute_sql("SELECT 1 FROM sqlite_master").fetchone():
            return False
        for statement in statements(SCHEMA_FILE.read_text(encoding="utf-8")):
            database.execute_sql(statement)
        database.execute_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
    return True


def statements(script: str) -> Iterator[str]:
    """Split a script into its statements; the inside of a trigger stays one with it."""
    pending = ""
    for piece in _STATEMENT_END.split(script):
        pending = f"{pending};{piece}" if pending else piece
        inside_trigger = "CREATE TRIGGER" in pending and not pending.rstrip().endswith("END")
        if inside_trigger or not pending.strip():
            continue
        yield pending.strip()
        pending = ""
