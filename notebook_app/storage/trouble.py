"""What SQLite's errors mean to the user."""

import sqlite3
from pathlib import Path

from peewee import DatabaseError as PeeweeDatabaseError

from notebook_app.foundation.problem import UserProblem

DATABASE_ERRORS = (PeeweeDatabaseError, sqlite3.Error)
"""Everything that peewee or SQLite raises about the notebook file."""

_MEANINGS: dict[str, tuple[str, str]] = {
    "SQLITE_FULL": (
        "The disk is full, so nothing was written.",
        "Make room on the disk and try again; the notebook is as it was before.",
    ),
    "SQLITE_BUSY": (
        "Another program is writing to the notebook.",
        "Wait a moment or close the other program, then try again.",
    ),
    "SQLITE_LOCKED": (
        "Another program is writing to the notebook.",
        "Wait a moment or close the other program, then try again.",
    ),
    "SQLITE_READONLY": (
        "The notebook can only be read, not written.",
        "Check the permissions of the file and its folder.",
    ),
    "SQLITE_CANTOPEN": (
        "The notebook can't be opened.",
        "Check that the folder exists and that you may write to it.",
    ),
    "SQLITE_PERM": (
        "The notebook may not be opened.",
        "Check the permissions of the file and its folder.",
    ),
    "SQLITE_TOOBIG": (
        "This is more than the notebook can hold in one place.",
        "Write it in smaller parts.",
    ),
    "SQLITE_CONSTRAINT_FOREIGNKEY": (
        "Somebody or something that this belongs to is no longer in the notebook.",
        "It was perhaps taken back meanwhile; look again and repeat it.",
    ),
    "SQLITE_IOERR": (
        "The disk did not do as told, so nothing was written.",
        "Check the disk that the notebook lies on, then try again.",
    ),
    "SQLITE_NOTADB": (
        "This file is not a notebook.",
        "Choose another file; this one was left as it is.",
    ),
    "SQLITE_CORRUPT": (
        "The notebook is damaged.",
        "Restore the newest good backup; the damaged file is kept.",
    ),
}


class DamagedNotebook(UserProblem):
    """The notebook file is damaged; ``backup`` is the newest good backup, if there is one."""

    def __init__(self, path: Path, backup: Path | None) -> None:
        """Take the damaged file and what could replace it."""
        remedy = (
            f"Its newest good backup is {backup.name}: restore it with"
            f" --notebook '{path}' restore '{backup}'"
            if backup
            else "There is no good backup beside it; keep the file for someone who can rescue it."
        )
        super().__init__(f"The notebook {path.name} is damaged.", "It was left as it is.", remedy)
        self.path = path
        self.backup = backup


def error_name(error: BaseException) -> str:
    """Return SQLite's name of the real error, down the chain that a failed rollback may hide."""
    found = ""
    looked_at: list[BaseException] = []
    seen: BaseException | None = error
    while seen is not None and seen not in looked_at:
        name = getattr(seen, "sqlite_errorname", "") or ""
        if name and name != "SQLITE_ERROR":
            found = name
        looked_at.append(seen)
        seen = seen.__cause__ or seen.__context__
    return found


def is_damage(error: BaseException) -> bool:
    """Return whether the error says that the file's content is damaged."""
    return error_name(error).startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))


def problem_of(error: BaseException, path: Path) -> UserProblem | None:
    """Return the trouble behind an error of SQLite, or None if it is a bug of ours."""
    name = error_name(error)
    for prefix, (title, remedy) in _MEANINGS.items():
        if name.startswith(prefix):
            return UserProblem(title, f"Notebook: {path}.", remedy)
    return None


def reason_of(error: OSError | sqlite3.Error) -> str:
    """Return the system's own words for an error, as a sentence; empty if it has none."""
    words = (error.strerror or "") if isinstance(error, OSError) else str(error)
    return f"{words[:1].upper()}{words[1:].rstrip('.')}." if words else ""
