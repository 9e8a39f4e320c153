"""A lock, missing permissions and strangers are never taken for damage, nor for a bug."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from notebook_app.foundation.clock import StoppedClock
from notebook_app.foundation.problem import UserProblem
from notebook_app.services.back_up import back_up
from notebook_app.services.check_notebook import check_notebook
from notebook_app.services.restore_backup import restore_backup
from notebook_app.storage.migrations import NEWEST_VERSION
from notebook_app.storage.notebook import Notebook
from tests.services.conftest import TODAY

CLOCK = StoppedClock(TODAY)


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A notebook that nobody has open, with a copy ``copy.db`` beside it."""
    path = tmp_path / "book.db"
    Notebook.open(path, CLOCK).close()
    back_up(path, tmp_path / "copy.db", CLOCK)
    return path


def test_a_notebook_that_another_program_locks_is_not_replaced(closed: Path) -> None:
    with closing(sqlite3.connect(closed, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = delete")
        other.execute("BEGIN EXCLUSIVE")
        before = closed.stat().st_ino
        for act in (
            lambda: restore_backup(closed, closed.with_name("copy.db"), CLOCK, busy_seconds=0.1),
            lambda: back_up(closed, None, CLOCK, busy_seconds=0.1),
        ):
            with pytest.raises(UserProblem, match="Another program"):
                act()
        assert closed.stat().st_ino == before
        assert not list(closed.parent.glob("*damaged*"))


_IN_READ_ONLY_FOLDER = """
import os, sys
from datetime import date
from pathlib import Path
from notebook_app.foundation.clock import StoppedClock
from notebook_app.foundation.problem import UserProblem
from notebook_app.services.back_up import back_up
from notebook_app.services.check_notebook import check_notebook
book, target, rehearsal = (Path(argument) for argument in sys.argv[1:])
clock = StoppedClock(date(2026, 3, 10))
# Loads what is loaded late: of an interpreter in root's own folder nobody else can read a file.
check_notebook(rehearsal, clock)
back_up(rehearsal, None, clock)
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
assert not os.access(book.parent, os.W_OK)
print(check_notebook(book, clock).sound)
print(back_up(book, target, clock) == target)
try:
    back_up(book, None, clock)
except UserProblem as problem:
    print(problem.one_line())
"""


@pytest.mark.skipif(os.name == "nt", reason="folders have no such permissions there")
def test_a_notebook_in_a_read_only_folder_is_checked_and_copied(closed: Path) -> None:
    """A write-ahead log can't be made there; that is no damage."""
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        top.chmod(0o755)
        (top / "locked").mkdir()
        (top / "free").mkdir()
        (top / "free").chmod(0o777)
        book = top / "locked" / "book.db"
        shutil.copyfile(closed, book)
        book.chmod(0o444)
        book.parent.chmod(0o555)
        paths = (book, top / "free" / "copy.db", closed)
        try:
            done = subprocess.run(
                [sys.executable, "-c", _IN_READ_ONLY_FOLDER, *paths],
                capture_output=True,
                text=True,
                check=True,
            )
        finally:
            book.parent.chmod(0o755)
    sound, copied, refused = done.stdout.splitlines()
    assert (sound, copied) == ("True", "True")
    assert "could not be written. Permission denied. Check" in refused


def test_check_calls_another_program_s_database_a_stranger(tmp_path: Path) -> None:
    stranger = tmp_path / "songs.db"
    with closing(sqlite3.connect(stranger)) as database:
        database.execute("CREATE TABLE song(name)")
    with pytest.raises(UserProblem, match="not a Contact Notebook"):
        check_notebook(stranger, CLOCK)


def test_a_newer_notebook_is_told_from_a_damaged_one(closed: Path) -> None:
    with closing(sqlite3.connect(closed)) as database:
        database.execute("DROP TABLE opportunity")
        database.execute(f"PRAGMA user_version = {NEWEST_VERSION + 98}")
    assert check_notebook(closed, CLOCK).health.too_new


def test_the_way_back_names_the_notebook_too(closed: Path) -> None:
    """Without, the backup would take the place of the default notebook."""
    backup = back_up(closed, None, CLOCK)
    with closed.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 4096 * 8)
    with pytest.raises(UserProblem) as trouble:
        Notebook.open(closed, CLOCK)
    assert f"--notebook '{closed}' restore '{backup}'" in trouble.value.remedy
