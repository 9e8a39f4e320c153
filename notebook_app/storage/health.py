"""Looks a notebook over: its file, its search index, and whether everything belongs somewhere."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from notebook_app.foundation.problem import UserProblem
from notebook_app.storage.migrations import NEWEST_VERSION
from notebook_app.storage.opening import APPLICATION_ID
from notebook_app.storage.soundness import is_writable, reading_address

_COUNTED = ("contact", "conversation", "follow_up", "event", "opportunity")
_TOLD_AT_MOST = 20


@dataclass(frozen=True, slots=True)
class Health:
    """What was found. ``problems`` is empty in a sound notebook; ``size`` is in bytes.

    In a notebook that can only be read, its search index is not looked at.
    """

    version: int
    size: int
    counts: dict[str, int]
    problems: tuple[str, ...]

    @property
    def too_new(self) -> bool:
        """Whether a newer program wrote it, which this one can't judge."""
        return self.version > NEWEST_VERSION


def health_of(path: Path) -> Health:
    """Return how the notebook at ``path`` is; nothing in it is changed.

    Raises:
        UserProblem: it is a database, but no notebook.
        sqlite3.Error: it can't be read at all.
    """
    # Comparing the search index counts as writing, though nothing is written.
    writable = is_writable(path)
    address = f"{path.resolve().as_uri()}?mode=rw" if writable else reading_address(path)
    with closing(sqlite3.connect(address, uri=True)) as database:
        problems = list(_damage(database))
        version = _number(database, "PRAGMA user_version")
        counts = {}
        if not problems:
            if _number(database, "PRAGMA application_id") != APPLICATION_ID:
                raise UserProblem(
                    f"{path.name} is not a Contact Notebook.",
                    "It was left as it is.",
                    "Name another.",
                )
            if version != NEWEST_VERSION:
                problems.append(f"It has version {version}; this program makes {NEWEST_VERSION}.")
            if version <= NEWEST_VERSION:
                if writable:
                    problems += _search_index(database)
                problems += _strays(database)
                counts = {
                    table: _number(database, f"SELECT count(*) FROM {table}") for table in _COUNTED
                }
    size = sum(part.stat().st_size for part in _files_of(path) if part.exists())
    return Health(version, size, counts, tuple(problems))


def _files_of(path: Path) -> tuple[Path, Path]:
    return path, path.with_name(f"{path.name}-wal")


def _damage(database: sqlite3.Connection) -> Iterator[str]:
    for (line,) in database.execute(f"PRAGMA integrity_check({_TOLD_AT_MOST})"):
        if line != "ok":
            yield str(line)


def _search_index(database: sqlite3.Connection) -> Iterator[str]:
    """Compare each full-text index with what it was made from (SQLite's FTS5, 6.4)."""
    indexes = database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%USING fts5%'"
    ).fetchall()
    for (name,) in indexes:
        try:
            database.execute(f"INSERT INTO {name}({name}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorname.startswith("SQLITE_CORRUPT"):
                yield f"The search index {name} does not match the notebook."
            else:
                raise
        finally:
            database.rollback()


def _strays(database: sqlite3.Connection) -> Iterator[str]:
    for table, row_id, parent, _ in database.execute("PRAGMA foreign_key_check"):
        yield f"Row {row_id} of {table} belongs to a {parent} that is not there."


def _number(database: sqlite3.Connection, sql: str) -> int:
    return int(database.execute(sql).fetchone()[0])
