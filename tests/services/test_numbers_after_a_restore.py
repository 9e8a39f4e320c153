"""Paper that was printed before a backup was put back is never taken for another one."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from notebook_app.foundation.clock import StoppedClock
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import no_progress
from notebook_app.services.answer_printed_row import find_printed_list
from notebook_app.services.restore_backup import restore_backup
from notebook_app.storage.backups import copy_database
from notebook_app.storage.notebook import Notebook
from notebook_app.storage.numbers_on_paper import LEAP
from tests.services.test_answer_printed_row import plan, print_all

CLOCK = StoppedClock(date(2026, 3, 11))


@pytest.fixture
def printed(path: Path, notebook: Notebook) -> Path:
    """A notebook that two lists were printed from after it was backed up; closed."""
    plan(notebook, "Ana")
    assert print_all(notebook) == 1
    copy_database(path, backup_of(path), no_progress())
    assert [print_all(notebook), print_all(notebook)] == [2, 3]
    notebook.close()
    return path


def backup_of(path: Path) -> Path:
    """Where the backup lies."""
    return path.with_name("backup.db")


def test_numbers_go_on_after_a_restore(printed: Path) -> None:
    restore_backup(printed, backup_of(printed), CLOCK)
    with closing(Notebook.open(printed, clock=CLOCK)) as notebook:
        assert find_printed_list(notebook, 1).rows == 1
        with pytest.raises(UserProblem, match="No list 2") as problem:
            find_printed_list(notebook, 2)
        assert "backup" in problem.value.detail
        assert print_all(notebook) == 4


@pytest.mark.parametrize("damaged", [True, False])
def test_numbers_leap_where_nobody_knows_how_far_they_went(printed: Path, damaged: bool) -> None:
    if damaged:
        printed.write_bytes(b"SQLite format 3\0" + bytes(8_000))
    else:
        printed.unlink()
    restore_backup(printed, backup_of(printed), CLOCK)
    with closing(Notebook.open(printed, clock=CLOCK)) as notebook:
        assert print_all(notebook) == 1 + LEAP + 1


def test_a_later_backup_keeps_its_own_numbers(printed: Path) -> None:
    later = printed.with_name("later.db")
    copy_database(printed, later, no_progress())
    restore_backup(printed, backup_of(printed), CLOCK)
    restore_backup(printed, later, CLOCK)
    with closing(Notebook.open(printed, clock=CLOCK)) as notebook:
        assert print_all(notebook) == 4


def test_a_backup_from_before_there_were_printed_lists_is_restored(printed: Path) -> None:
    old = printed.with_name("old.db")
    copy_database(backup_of(printed), old, no_progress())
    with closing(sqlite3.connect(old)) as database:
        database.executescript(
            "DROP TABLE printed_answer; DROP TABLE printed_row; DROP TABLE printed_list"
        )
    restore_backup(printed, old, CLOCK)
    with closing(sqlite3.connect(printed)) as database:
        seq = database.execute("SELECT seq FROM sqlite_sequence WHERE name = 'printed_list'")
        assert seq.fetchone() == (3,)


def test_a_copy_whose_numbers_cannot_be_written_is_not_left_behind(printed: Path) -> None:
    """Byte 18 of a file says what may write to it (SQLite file format, 1.3.3): nothing yet."""
    old = backup_of(printed)
    content = bytearray(old.read_bytes())
    content[18] = 3
    old.write_bytes(content)
    with pytest.raises(UserProblem, match="can only be read"):
        restore_backup(printed, old, CLOCK)
    assert list(printed.parent.glob(".*")) == []
