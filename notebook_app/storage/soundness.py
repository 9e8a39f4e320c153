"""Looks at a notebook's file without changing it: by which address, and whether it is sound.

Trouble that is not damage (a lock, permissions) is never taken for damage: somebody would put an
old backup in the place of a notebook that is all right.
"""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from notebook_app.foundation.problem import UserProblem
from notebook_app.storage.trouble import is_damage, problem_of, reason_of

BUSY_SECONDS = 5.0
"""How long reading and writing wait for another program that holds the notebook."""


def is_writable(path: Path) -> bool:
    """Return whether a notebook at ``path`` can be written: the file, and new ones beside it."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def reading_address(path: Path) -> str:
    """Return the URI that reads the file, with what its write-ahead log holds if that is possible.

    Where no files can be made, neither can the log's index, and SQLite can't open the file unless
    it is taken as one that nobody changes (see "Read-Only WAL-mode Databases" in its
    documentation).
    """
    address = f"{path.resolve().as_uri()}?mode=ro"
    return address if is_writable(path) or _has_log(path) else f"{address}&immutable=1"


def untouching_address(path: Path) -> str:
    """Return the URI that reads the file and makes no others beside it, not even a log's index."""
    address = f"{path.resolve().as_uri()}?mode=ro"
    return address if _has_log(path) else f"{address}&immutable=1"


def is_sound(path: Path) -> bool:
    """Return whether the file is a database that can be read and passes SQLite's quick check."""
    try:
        return _passes(path)
    except sqlite3.Error:
        return False


def is_damaged(path: Path, busy_seconds: float = BUSY_SECONDS) -> bool:
    """Return whether the file's content is no database, or one that fails its quick check.

    ``busy_seconds`` is how long it waits for another program that holds the file.

    Raises:
        UserProblem: it can't be told, since the file can't be read or another program holds it.
    """
    try:
        return not _passes(path, busy_seconds)
    except sqlite3.Error as error:
        if is_damage(error):
            return True
        raise problem_of(error, path) or _unreadable(path, error) from error


def _passes(path: Path, busy_seconds: float = BUSY_SECONDS) -> bool:
    address = reading_address(path)
    with closing(sqlite3.connect(address, uri=True, timeout=busy_seconds)) as database:
        words = str(database.execute("PRAGMA quick_check(1)").fetchone()[0])
        version = int(database.execute("PRAGMA user_version").fetchone()[0])
        return words == "ok" and version > 0


def _has_log(path: Path) -> bool:
    # Without its index (-shm) a log can't be read without writing; what it holds waits then.
    log, index = (path.with_name(path.name + ending) for ending in ("-wal", "-shm"))
    return index.exists() and log.exists() and log.stat().st_size > 0


def _unreadable(path: Path, error: sqlite3.Error) -> UserProblem:
    return UserProblem(
        f"{path} can't be read.",
        reason_of(error),
        "Check the permissions of the file and its folder.",
    )
