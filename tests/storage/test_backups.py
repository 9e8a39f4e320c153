"""Backups are whole, checked, thinned out with time, and never in the way of what they replace."""

import os
import resource
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notebook_app.foundation.clock import StoppedClock
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Cancelled, Progress
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.services.save_contact import add_contact
from notebook_app.storage.backups import Backups, kept_days
from notebook_app.storage.notebook import Notebook
from tests.storage.conftest import TODAY


def add(notebook: Notebook, name: str) -> None:
    """Add a person."""
    add_contact(notebook, ContactDraft(ContactDetails(display_name=name)))


def names_in(path: Path) -> list[str]:
    """The names in a notebook file, without changing it."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as database:
        return [name for (name,) in database.execute("SELECT display_name FROM contact")]


def test_seven_days_four_weeks_and_twelve_months_stay() -> None:
    """After two years of a backup every day."""
    days = [TODAY - timedelta(days=back) for back in range(730)]
    kept: set[date] = set()
    for today in reversed(days):
        kept = kept_days(kept | {today}, today)
    ages = sorted((TODAY - day).days for day in kept)
    assert ages[:7] == list(range(7))
    assert len({day.isocalendar()[:2] for day in kept}) >= 4
    assert {(day.year, day.month) for day in kept} == {
        *((2025, month) for month in range(4, 13)),
        *((2026, month) for month in range(1, 4)),
    }
    assert len(kept) <= 7 + 4 + 12


@given(st.sets(st.dates(date(2020, 1, 1), date(2030, 1, 1)), min_size=1), st.dates())
def test_letting_go_never_takes_the_newest_nor_a_day_to_come(days: set[date], today: date) -> None:
    """A computer clock that went wrong must not empty the folder."""
    kept = kept_days(days, today)
    assert kept <= days
    assert {day for day in days if day > today} <= kept
    assert max(days) in kept


def test_the_daily_backup_is_made_once_a_day_and_thinned(path: Path) -> None:
    """Files of other kinds and backups with a reason stay."""
    for back in range(40, -1, -1):
        clock = StoppedClock(TODAY - timedelta(days=back))
        notebook = Notebook.open(path, clock)
        assert notebook.backups.daily() is not None
        assert notebook.backups.daily() is None
        if back == 40:
            notebook.backups.make("before import")
            (notebook.backups.folder / "letter.txt").write_text("keep me")
        notebook.close()
    backups = Backups(path, StoppedClock(TODAY))
    daily = {backup.day for backup in backups.all() if not backup.reason}
    assert daily == kept_days({TODAY - timedelta(days=back) for back in range(41)}, TODAY)
    assert [backup.reason for backup in backups.all() if backup.reason] == ["before import"]
    assert (backups.folder / "letter.txt").exists()


def test_a_copy_of_a_notebook_in_use_holds_what_was_just_written(notebook: Notebook) -> None:
    """Which so far stands only in its write-ahead log."""
    add(notebook, "Just now")
    copy = notebook.backups.make("by hand")
    assert names_in(copy) == ["Just now"]
    assert not list(copy.parent.glob("*-wal")) + list(copy.parent.glob(".*"))


def test_writers_do_not_disturb_a_backup(notebook: Notebook) -> None:
    """It holds what was there when it began, and ends although somebody keeps writing."""
    for number in range(30):
        add(notebook, f"{number} " + "x" * 300_000)
    steps: list[int] = []

    def write_meanwhile(done: int, total: int, _text: str) -> None:
        steps.append(total)
        add(notebook, f"meanwhile {len(steps)}")

    copy = notebook.backups.make("by hand", Progress(write_meanwhile, interval=0))
    assert len(set(steps)) == 1
    assert len(steps) > 1
    assert not [name for name in names_in(copy) if name.startswith("meanwhile")]
    assert len(names_in(copy)) == 30


def test_a_cancelled_backup_leaves_nothing(notebook: Notebook) -> None:
    """And what was there under its name stays."""
    target = notebook.path.with_name("copy.db")
    notebook.backups.copy_to(target)
    before = target.read_bytes()
    add(notebook, "Later")
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        notebook.backups.copy_to(target, progress)
    assert target.read_bytes() == before
    assert not list(target.parent.glob(".*"))


def test_a_log_of_an_older_file_is_not_played_into_the_copy(notebook: Notebook) -> None:
    """SQLite would take it for the copy's own."""
    other_path = notebook.path.with_name("other.db")
    other = Notebook.open(other_path, notebook.clock)
    add(other, "Old one")
    log = Path(f"{other_path}-wal").read_bytes()
    other.close()
    Path(f"{other_path}-wal").write_bytes(log)
    add(notebook, "New one")
    notebook.backups.copy_to(other_path)
    reopened = Notebook.open(other_path, notebook.clock)
    assert reopened.contacts.names_of(reopened.contacts.all_ids()) == ["New one"]
    reopened.close()


def test_a_damaged_notebook_is_not_backed_up_over_good_ones(path: Path) -> None:
    """The copy fails its check, and no older one is let go for it."""
    for back in range(9, 0, -1):
        notebook = Notebook.open(path, StoppedClock(TODAY - timedelta(days=back)))
        for number in range(40):
            add(notebook, f"{number} " + "x" * 2000)
        notebook.backups.daily()
        notebook.close()
    content = bytearray(path.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 40_000] = b"\xaa" * 40_000
    path.write_bytes(content)
    backups = Backups(path, StoppedClock(TODAY))
    before = backups.all()
    with pytest.raises(UserProblem, match="could not be written"):
        backups.daily()
    assert backups.all() == before
    assert backups.newest_good() == before[0].path


@pytest.mark.parametrize("target", ["", "missing/copy.db", "notebook.db"])
def test_a_target_that_can_not_be_is_refused(notebook: Notebook, target: str) -> None:
    """A folder, a missing folder, the notebook itself."""
    add(notebook, "Still here")
    with pytest.raises(UserProblem):
        notebook.backups.copy_to(notebook.path.parent / target)
    assert notebook.contacts.all_ids() == [1]


def test_leftovers_of_a_killed_backup_are_swept_after_a_day(notebook: Notebook) -> None:
    """But not those of one that may be running."""
    folder = notebook.backups.folder
    folder.mkdir()
    old, fresh = folder / ".a.db.1.part", folder / ".b.db.2.part-journal"
    old.touch()
    fresh.touch()
    os.utime(old, (1, 1))
    notebook.backups.daily()
    assert not old.exists()
    assert fresh.exists()


_FILL = """
import resource, sys
from datetime import date
from pathlib import Path
from notebook_app.foundation.clock import StoppedClock
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.services.save_contact import add_contact
from notebook_app.storage.notebook import Notebook
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
notebook = Notebook.open(Path(sys.argv[1]), StoppedClock(date(2026, 3, 10)))
print("open", flush=True)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
for number in range(100000):
    try:
        details = ContactDetails(display_name=f"{number}", note="x" * 5000)
        add_contact(notebook, ContactDraft(details))
    except UserProblem as problem:
        print(problem.one_line())
        break
    print(number, flush=True)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
try:
    notebook.backups.daily()
except UserProblem as problem:
    print(problem.title)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
add_contact(notebook, ContactDraft(ContactDetails(display_name="room again")))
print(notebook.damage())
"""


def test_a_full_disk_loses_nothing_and_is_told_in_one_sentence(path: Path) -> None:
    """Files that may not grow stand for the disk; with room again the notebook goes on."""
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[1] == resource.RLIM_INFINITY
    command = [sys.executable, "-c", _FILL, str(path), "1500000"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    _opened, *written, sentence, backup, damage = done.stdout.split("\n")[:-1]
    assert len(written) > 5
    assert sentence.startswith(("The disk", "The notebook"))
    assert "Traceback" not in sentence
    assert "could not be written" in backup
    assert damage == ""
    notebook = Notebook.open(path, StoppedClock(TODAY))
    names = set(notebook.contacts.names_of(notebook.contacts.all_ids()))
    assert names == {*written, "room again"}
    assert not list(notebook.backups.folder.glob(".*"))
    notebook.close()
