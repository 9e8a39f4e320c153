"""Verified copies of the notebook, kept beside it: seven days, four weeks, twelve months.

A notebook in use is never copied as a file (what its write-ahead log holds would be missing);
SQLite's backup interface copies it page by page, and the copy is checked before it counts.
"""

import os
import re
import sqlite3
import time
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

from notebook_app.foundation.clock import Clock
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Cancelled, Progress, no_progress
from notebook_app.foundation.record import record
from notebook_app.storage.soundness import is_sound, reading_address
from notebook_app.storage.trouble import reason_of

DAYS, WEEKS, MONTHS = 7, 4, 12
_KEPT_OTHERS = 10
_PAGES_A_STEP = 2048
_STEPS_A_LOOK = 20_000
_SIDE_FILES = ("-journal", "-wal", "-shm")
_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})(?: (.+?))?\.db$")


@record
class Backup:
    """A backup file. ``reason`` is empty for the daily ones."""

    path: Path
    day: date
    reason: str


class Backups:
    """The backups of one notebook, in the folder ``<name> backups`` beside it."""

    def __init__(self, notebook: Path, clock: Clock) -> None:
        """Take the notebook's path; nothing is made yet."""
        self._notebook = notebook
        self._clock = clock
        self.folder = notebook.with_name(f"{notebook.stem} backups")

    def all(self) -> list[Backup]:
        """Return the backups, newest first."""
        found = []
        for path in self.folder.glob("*.db") if self.folder.is_dir() else ():
            if match := _NAME.match(path.name):
                with suppress(ValueError):
                    found.append(Backup(path, date.fromisoformat(match[1]), match[2] or ""))
        return sorted(found, key=lambda backup: _written(backup.path), reverse=True)

    def newest_good(self) -> Path | None:
        """Return the newest backup that passes its check."""
        return next((backup.path for backup in self.all() if is_sound(backup.path)), None)

    def last_made(self) -> float | None:
        """Return when the newest backup was written, in seconds since 1970; None without any."""
        newest = self.all()
        return _written(newest[0].path) if newest else None

    def daily(self, progress: Progress | None = None) -> Path | None:
        """Make today's backup if there is none yet, and let old ones go."""
        today = self._clock.today()
        path = self.folder / f"{today.isoformat()}.db"
        if path.exists():
            return None
        self._copy(path, progress or no_progress())
        self._let_go(today)
        self._sweep_unfinished()
        return path

    def make(self, reason: str, progress: Progress | None = None) -> Path:
        """Make a backup for a reason (``before import``), beside the daily ones."""
        today = self._clock.today().isoformat()
        path = self.folder / f"{today} {reason}.db"
        number = 2
        while path.exists():
            path = self.folder / f"{today} {reason} {number}.db"
            number += 1
        self._copy(path, progress or no_progress())
        others = [backup for backup in self.all() if backup.reason]
        for backup in others[_KEPT_OTHERS:]:
            backup.path.unlink(missing_ok=True)
        return path

    def copy_to(self, target: Path, progress: Progress | None = None) -> Path:
        """Make a verified copy at ``target``, replacing what is there.

        Raises:
            UserProblem: the copy could not be written.
        """
        if target.is_dir():
            raise UserProblem(
                f"{target} is a folder.", "", "Name the file that the backup shall go to."
            )
        if target.exists() and target.samefile(self._notebook):
            raise UserProblem("The notebook can't be its own backup.", "", "Name another file.")
        self._copy(target, progress or no_progress(), make_folder=False)
        return target

    def _copy(self, target: Path, progress: Progress, *, make_folder: bool = True) -> None:
        try:
            if make_folder:
                target.parent.mkdir(parents=True, exist_ok=True)
            copy_database(self._notebook, target, progress)
        except (OSError, sqlite3.Error) as error:
            raise UserProblem(
                f"The backup {target} could not be written.",
                reason_of(error),
                "Check that the folder exists, that you may write there, and that the disk "
                "has room.",
            ) from error

    def _sweep_unfinished(self) -> None:
        """Remove what a program that was killed in the middle of a backup left behind."""
        day_ago = time.time() - 24 * 60 * 60
        for path in self.folder.glob(".*.part*"):
            if _written(path) < day_ago:
                path.unlink(missing_ok=True)

    def _let_go(self, today: date) -> None:
        daily = [backup for backup in self.all() if not backup.reason]
        kept = kept_days((backup.day for backup in daily), today)
        for backup in daily:
            if backup.day not in kept:
                backup.path.unlink(missing_ok=True)


def kept_days(days: Iterable[date], today: date) -> set[date]:
    """Return which daily backups stay: the last days, the newest of each last week and month."""
    all_days = set(days)
    newest_first = sorted((day for day in all_days if day <= today), reverse=True)
    # A day to come means that the computer's clock is or was wrong: no reason to let it go.
    kept = {day for day in all_days if day > today} | set(newest_first[:DAYS])
    groups: tuple[tuple[int, Callable[[date], tuple[int, int]]], ...] = (
        (WEEKS, lambda day: day.isocalendar()[:2]),
        (MONTHS, lambda day: (day.year, day.month)),
    )
    for count, group_of in groups:
        newest: dict[tuple[int, int], date] = {}
        for day in newest_first:
            newest.setdefault(group_of(day), day)
        kept.update(list(newest.values())[:count])
    return kept


def copy_database(source: Path, target: Path, progress: Progress) -> None:
    """Copy a database in use to ``target``, by way of a checked temporary file beside it.

    Raises:
        OSError, sqlite3.Error: it could not be written; ``target`` is as it was.
        Cancelled: the user asked to stop; likewise.
    """
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with (
            closing(sqlite3.connect(reading_address(source), uri=True)) as original,
            closing(sqlite3.connect(temporary)) as copy,
        ):
            # It is brought to the disk once, below; until then nobody takes it for a backup.
            copy.execute("PRAGMA synchronous = off")
            # One read transaction all along: writers meanwhile don't make it begin again.
            original.execute("BEGIN")
            original.execute("SELECT 1 FROM sqlite_master").fetchone()
            original.backup(
                copy,
                pages=_PAGES_A_STEP,
                progress=lambda _status, left, total: progress.report(total - left, total),
            )
            copy.execute("PRAGMA journal_mode = delete")
            # Called every so many steps of SQLite's machine; a true answer ends the statement.
            copy.set_progress_handler(lambda: int(progress.cancelled), _STEPS_A_LOOK)
            if copy.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise sqlite3.DatabaseError("the copy does not pass its check")
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        for side in _SIDE_FILES:
            # A log left by what was there before would be played into the copy.
            target.with_name(target.name + side).unlink(missing_ok=True)
        os.replace(temporary, target)
    except sqlite3.OperationalError:
        if progress.cancelled:
            raise Cancelled from None
        raise
    finally:
        for ending in ("", *_SIDE_FILES):
            temporary.with_name(temporary.name + ending).unlink(missing_ok=True)


def _written(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
