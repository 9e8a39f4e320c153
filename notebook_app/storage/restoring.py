"""Puts a backup in the place of a notebook, without ever losing what was there."""

import os
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.storage.backups import copy_database
from notebook_app.storage.migrations import NEWEST_VERSION
from notebook_app.storage.numbers_on_paper import count_on
from notebook_app.storage.soundness import reading_address
from notebook_app.storage.trouble import is_damage, problem_of, reason_of

_SIDE_FILES = ("-wal", "-shm", "-journal")


def check_backup(file: Path) -> None:
    """Make sure that ``file`` is a sound notebook that this program can read.

    Raises:
        UserProblem: it is not.
    """
    if not file.is_file():
        raise UserProblem(f"There is no backup {file}.", "", "Check its name.")
    try:
        with closing(sqlite3.connect(reading_address(file), uri=True)) as database:
            version = int(database.execute("PRAGMA user_version").fetchone()[0])
            tables = database.execute(
                "SELECT count(*) FROM sqlite_master WHERE name IN ('contact', 'journal_step')"
            ).fetchone()[0]
            damage = str(database.execute("PRAGMA quick_check(1)").fetchone()[0])
    except sqlite3.Error as error:
        if error.sqlite_errorname.startswith("SQLITE_NOTADB"):
            raise _not_a_notebook(file) from error
        if is_damage(error):
            raise _damaged(file) from error
        raise problem_of(error, file) or error from error
    if version < 1 or tables < 2:
        raise _not_a_notebook(file)
    if version > NEWEST_VERSION:
        raise UserProblem(
            f"{file.name} was written by a newer Contact Notebook.",
            f"It has version {version}; this program knows up to {NEWEST_VERSION}.",
            "Update Contact Notebook; nothing was changed.",
        )
    if damage != "ok":
        raise _damaged(file)


def copy_beside(file: Path, notebook: Path, progress: Progress) -> Path:
    """Copy ``file`` to a temporary file in the notebook's folder and return that.

    The copy goes on with the numbers of the notebook that is there.

    Raises:
        UserProblem: it could not be written; nothing is left of it.
    """
    fresh = notebook.with_name(f".{notebook.name}.{os.getpid()}.restored")
    try:
        notebook.parent.mkdir(parents=True, exist_ok=True)
        copy_database(file, fresh, progress)
        count_on(fresh, notebook)
    except (OSError, sqlite3.Error) as error:
        fresh.unlink(missing_ok=True)
        raise problem_of(error, notebook) or _not_written(notebook, error) from error
    return fresh


def put_in_place(fresh: Path, notebook: Path) -> None:
    """Make ``fresh`` the notebook at once; what the old one left beside it goes.

    Raises:
        UserProblem: it could not be renamed.
    """
    try:
        # A write-ahead log of the old file would be taken for one of the new.
        for side in _SIDE_FILES:
            notebook.with_name(notebook.name + side).unlink(missing_ok=True)
        os.replace(fresh, notebook)
    except OSError as error:
        raise _not_written(notebook, error) from error


def set_aside(notebook: Path, today: date) -> Path:
    """Give a damaged notebook, and what belongs to it, another name and return that.

    Raises:
        UserProblem: it could not be renamed.
    """
    kept = _free_name(notebook, today)
    try:
        for side in _SIDE_FILES:
            part = notebook.with_name(notebook.name + side)
            if part.exists():
                os.rename(part, kept.with_name(kept.name + side))
        os.rename(notebook, kept)
    except OSError as error:
        raise UserProblem(
            f"The damaged notebook could not be renamed to {kept.name}.",
            reason_of(error),
            "Check that you may write to its folder.",
        ) from error
    return kept


def check_nobody_has_it_open(notebook: Path) -> None:
    """Fold the write-ahead log into a sound notebook, which only its single user can do.

    Raises:
        UserProblem: another program has the notebook open.
    """
    try:
        with closing(sqlite3.connect(notebook, timeout=1)) as database:
            mode = database.execute("PRAGMA journal_mode = delete").fetchone()[0]
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise _in_use(notebook) from error
        raise problem_of(error, notebook) or error from error
    if mode != "delete":
        raise _in_use(notebook)


def _not_written(notebook: Path, error: OSError | sqlite3.Error) -> UserProblem:
    return UserProblem(
        f"{notebook.name} could not be written.",
        reason_of(error),
        "Check that you may write to its folder, and that the disk has room.",
    )


def _free_name(notebook: Path, today: date) -> Path:
    base = f"{notebook.stem} (damaged {today.isoformat()}"
    kept = notebook.with_name(f"{base}){notebook.suffix}")
    number = 2
    while os.path.lexists(kept):
        kept = notebook.with_name(f"{base}, {number}){notebook.suffix}")
        number += 1
    return kept


def _in_use(notebook: Path) -> UserProblem:
    return UserProblem(
        f"The notebook {notebook.name} is open in another program.",
        "Nothing was changed.",
        "Close Contact Notebook's window first, then restore again.",
    )


def _not_a_notebook(file: Path) -> UserProblem:
    return UserProblem(
        f"{file.name} is not a backup of a Contact Notebook.", "Nothing was changed."
    )


def _damaged(file: Path) -> UserProblem:
    return UserProblem(
        f"The backup {file.name} is damaged itself.", "Nothing was changed.", "Choose another one."
    )
