"""Opens the notebook file: looks at what it is before touching it, and brings it up to date."""

import sqlite3
from contextlib import closing
from pathlib import Path

from peewee import SqliteDatabase

from notebook_app.foundation.problem import UserProblem
from notebook_app.storage.backups import Backups
from notebook_app.storage.migrations import NEWEST_VERSION
from notebook_app.storage.migrations.runner import migrate, version_of
from notebook_app.storage.soundness import BUSY_SECONDS, is_writable, untouching_address
from notebook_app.storage.trouble import DATABASE_ERRORS, DamagedNotebook, is_damage, problem_of

APPLICATION_ID = 0x434E424B
"""What step 1 writes into the file's head (``CNBK``), so that strangers are told apart."""

_MAGIC = b"SQLite format 3\x00"


def open_database(
    path: Path, backups: Backups, *, check: bool, busy_seconds: float = BUSY_SECONDS
) -> SqliteDatabase:
    """Open or make the notebook at ``path``, on the newest version.

    ``check`` reads the whole file for damage first (about 1.5 ms a megabyte).

    Raises:
        UserProblem: the file is no notebook, comes from a newer version, or can't be opened.
        DamagedNotebook: the file is damaged.
    """
    try:
        _refuse_strangers(path, backups)
        database = connect(path, busy_seconds)
        database.connect()
    except DATABASE_ERRORS as error:
        raise _problem(error, path, backups) from error
    try:
        version = version_of(database)
        _refuse_newer(path, version)
        if check and damage_in(database):
            raise DamagedNotebook(path, backups.newest_good())
        if version < NEWEST_VERSION:
            _bring_up_to_date(path, database, version, backups)
    except DATABASE_ERRORS as error:
        database.close()
        raise _problem(error, path, backups) from error
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


def connect(path: Path, busy_seconds: float = BUSY_SECONDS) -> SqliteDatabase:
    """Return the database object for ``path``, not yet connected.

    In a folder that can't be written, a write-ahead log can't be made either; there the file
    is taken as one that nobody changes, unless a log from before lies beside it.
    """
    if path.exists() and not is_writable(path):
        return SqliteDatabase(
            untouching_address(path), uri=True, pragmas={"query_only": 1}, autoconnect=False
        )
    return SqliteDatabase(
        str(path),
        pragmas={
            "journal_mode": "wal",
            "foreign_keys": 1,
            "synchronous": "normal",
            "cache_size": -32_000,
            # Pages that were not read before would each be copied: a key in the search of a
            # large notebook took three times as long.
            "mmap_size": 1 << 30,
            "temp_store": "memory",
        },
        lock_type="IMMEDIATE",
        autoconnect=False,
        timeout=busy_seconds,
    )


def _refuse_strangers(path: Path, backups: Backups) -> None:
    """Tell what the file is without changing a byte of it, not even by opening it for writing."""
    if path.is_dir():
        raise UserProblem(
            f"{path} is a folder, not a notebook.", "", "Name a file to keep the notebook in."
        )
    try:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            return
        if not path.is_file():
            # A pipe would keep us waiting for ever.
            raise _not_a_notebook(path)
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except OSError as error:
        raise UserProblem(
            f"The notebook {path} can't be opened.",
            f"{error.strerror}." if error.strerror else "",
            "Check the permissions of the file and its folder.",
        ) from error
    if head != _MAGIC:
        # A file with nothing in it begins a notebook, but not where one has been before.
        backup = backups.newest_good()
        if backup is not None:
            raise DamagedNotebook(path, backup)
        if head:
            raise _not_a_notebook(path)
        return
    with closing(sqlite3.connect(untouching_address(path), uri=True)) as database:
        version = int(database.execute("PRAGMA user_version").fetchone()[0])
        application_id = int(database.execute("PRAGMA application_id").fetchone()[0])
        is_empty = database.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None
    if application_id != APPLICATION_ID and not (is_empty and version == 0):
        raise _not_a_notebook(path)
    _refuse_newer(path, version)


def _refuse_newer(path: Path, version: int) -> None:
    if version > NEWEST_VERSION:
        raise UserProblem(
            f"{path.name} was written by a newer Contact Notebook.",
            f"It has version {version}; this program knows up to {NEWEST_VERSION}.",
            "Update Contact Notebook; the file was left untouched.",
        )


def _bring_up_to_date(path: Path, database: SqliteDatabase, version: int, backups: Backups) -> None:
    if database.execute_sql("PRAGMA query_only").fetchone()[0]:
        raise UserProblem(
            f"{path.name} is from an older Contact Notebook and can only be read here.",
            "It must be brought up to date first, and that means writing to it.",
            "Check the permissions of the file and its folder, or open a copy.",
        )
    if version > 0:
        backups.make("before update")
    migrate(database)


def _not_a_notebook(path: Path) -> UserProblem:
    return UserProblem(
        f"{path.name} is not a Contact Notebook.",
        "It was left as it is.",
        "Name another file, or one that does not exist yet to begin a new notebook.",
    )


def _problem(error: Exception, path: Path, backups: Backups) -> Exception:
    if is_damage(error):
        return DamagedNotebook(path, backups.newest_good())
    return problem_of(error, path) or error
