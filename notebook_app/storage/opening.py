"""Opens the notebook file: looks at what it is before touching it, and brings it up to date."""

import os
from pathlib import Path

from peewee import SqliteDatabase

from notebook_app.foundation.problem import UserProblem
from notebook_app.storage.backups import Backups
from notebook_app.storage.migrations import NEWEST_VERSION
from notebook_app.storage.migrations.runner import migrate, version_of
from notebook_app.storage.trouble import DATABASE_ERRORS, DamagedNotebook, is_damage, problem_of

_MAGIC = b"SQLite format 3\x00"


def open_database(path: Path, backups: Backups, *, check: bool) -> SqliteDatabase:
    """Open or make the notebook at ``path``, on the newest version.

    ``check`` reads the whole file for damage first (about 1 ms a megabyte).

    Raises:
        UserProblem: the file is no notebook, comes from a newer version, or can't be opened.
        DamagedNotebook: the file is damaged.
    """
    _refuse_strangers(path)
    database = _connect(path)
    try:
        version = version_of(database)
        if version > NEWEST_VERSION:
            raise UserProblem(
                f"{path.name} was written by a newer Contact Notebook.",
                f"It has version {version}; this program knows up to {NEWEST_VERSION}.",
                "Update Contact Notebook; the file was left untouched.",
            )
        if version == 0 and _has_tables(database):
            raise _not_a_notebook(path)
        if check and damage_in(database):
            raise DamagedNotebook(path, backups.newest_good())
        if version < NEWEST_VERSION and not _is_read_only(database):
            if version > 0:
                backups.make("before update")
            migrate(database)
    except DATABASE_ERRORS as error:
        database.close()
        if is_damage(error):
            raise DamagedNotebook(path, backups.newest_good()) from error
        raise problem_of(error, path) or error from error
    except BaseException:
        database.close()
        raise
    return database


def damage_in(database: SqliteDatabase) -> str:
    """Return the first line of SQLite's quick check; empty if all is well."""
    try:
        line = str(database.execute_sql("PRAGMA quick_check(1)").fetchone()[0])
    except DATABASE_ERRORS as error:
        if is_damage(error):
            return str(error)
        raise
    return "" if line == "ok" else line


def _refuse_strangers(path: Path) -> None:
    """Tell what can be told without SQLite, which would only say that it can't open the file."""
    if path.is_dir():
        raise UserProblem(
            f"{path} is a folder, not a notebook.", "", "Name a file to keep the notebook in."
        )
    try:
        if path.exists():
            with path.open("rb") as file:
                head = file.read(len(_MAGIC))
            if head and head != _MAGIC:
                raise _not_a_notebook(path)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserProblem(
            f"The notebook {path} can't be opened.",
            f"{error.strerror}." if error.strerror else "",
            "Check the permissions of the file and its folder.",
        ) from error


def _not_a_notebook(path: Path) -> UserProblem:
    return UserProblem(
        f"{path.name} is not a Contact Notebook.",
        "It was left as it is.",
        "Name another file, or one that does not exist yet to begin a new notebook.",
    )


def _connect(path: Path) -> SqliteDatabase:
    try:
        database = connect(path)
        database.connect()
        return database
    except DATABASE_ERRORS as error:
        if is_damage(error):
            raise DamagedNotebook(path, None) from error
        raise problem_of(error, path) or error from error


def connect(path: Path) -> SqliteDatabase:
    """Return the database object for ``path``, not yet connected.

    In a folder that can't be written, a write-ahead log can't be opened either; there the file
    is taken as one that nobody changes.
    """
    if path.exists() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return SqliteDatabase(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1",
            uri=True,
            pragmas={"query_only": 1},
            autoconnect=False,
        )
    return SqliteDatabase(
        str(path),
        pragmas={
            "journal_mode": "wal",
            "foreign_keys": 1,
            "synchronous": "normal",
            "cache_size": -32_000,
            "mmap_size": 1 << 30,
            "temp_store": "memory",
        },
        lock_type="IMMEDIATE",
        autoconnect=False,
        timeout=5,
    )


def _is_read_only(database: SqliteDatabase) -> bool:
    return bool(database.execute_sql("PRAGMA query_only").fetchone()[0])


def _has_tables(database: SqliteDatabase) -> bool:
    return database.execute_sql("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is not None
