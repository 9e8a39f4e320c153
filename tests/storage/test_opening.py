"""Opening looks before it touches: what is no sound notebook is named, and left as it is."""

import hashlib
import os
import shutil
import sqlite3
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest

from notebook_app.foundation.clock import StoppedClock
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.services.save_contact import add_contact
from notebook_app.storage.migrations import NEWEST_VERSION
from notebook_app.storage.notebook import Notebook
from notebook_app.storage.trouble import DamagedNotebook
from tests.empty_notebook import content_with
from tests.storage.conftest import TODAY


def everything_in(folder: Path) -> dict[str, str]:
    """Each file of a folder with the hash of its bytes."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def refused(path: Path, clock: StoppedClock) -> UserProblem:
    """Try to open, and make sure that not a byte of the folder changed."""
    before = everything_in(path.parent)
    with pytest.raises(UserProblem) as caught:
        Notebook.open(path, clock).close()
    assert everything_in(path.parent) == before
    return caught.value


def filled(path: Path, people: int = 300) -> None:
    """A closed notebook with some people in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content_with_people(people))


@cache
def content_with_people(people: int) -> bytes:
    """The file of a notebook with so many people, made once."""

    def fill(notebook: Notebook) -> None:
        with notebook.change("add"):
            for number in range(people):
                details = ContactDetails(display_name=f"Person {number}", note="words " * 100)
                notebook.contacts.insert(ContactDraft(details))

    return content_with(fill, StoppedClock(TODAY))


def names_in(path: Path, clock: StoppedClock) -> list[str]:
    """The names in a notebook, by a fresh connection."""
    notebook = Notebook.open(path, clock)
    try:
        return notebook.contacts.names_of(notebook.contacts.all_ids())
    finally:
        notebook.close()


def test_a_new_notebook_is_made_with_its_folders(tmp_path: Path, clock: StoppedClock) -> None:
    """The first start on a machine."""
    path = tmp_path / "not" / "there yet" / "notebook.db"
    assert names_in(path, clock) == []
    assert path.exists()


def test_an_empty_file_begins_a_notebook(path: Path, clock: StoppedClock) -> None:
    """As a file chosen in a dialog may be."""
    path.touch()
    assert names_in(path, clock) == []


@pytest.mark.parametrize("content", [b"x", b"SQLite format 3", b"\x00" * 5000, b"BEGIN:VCARD\n"])
def test_a_file_that_is_no_database_is_refused(
    path: Path, clock: StoppedClock, content: bytes
) -> None:
    """Whatever somebody named by mistake."""
    path.write_bytes(content)
    assert "is not a Contact Notebook" in refused(path, clock).title


@pytest.mark.parametrize("version", [0, 1, 75])
@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_another_programs_database_is_refused(
    path: Path, clock: StoppedClock, version: int, mode: str
) -> None:
    """Other programs number their versions too."""
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA journal_mode = {mode}")
        database.execute("CREATE TABLE contact(id)")
        database.execute(f"PRAGMA user_version = {version}")
    assert "is not a Contact Notebook" in refused(path, clock).title


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders there")
def test_a_pipe_is_refused_at_once(path: Path, clock: StoppedClock) -> None:
    """Opening it would wait for ever for somebody to write."""
    os.mkfifo(path)
    assert "not a Contact Notebook" in refused(path, clock).title


def test_a_folder_is_refused(tmp_path: Path, clock: StoppedClock) -> None:
    """With a word on what to name instead."""
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "inside.txt").write_text("kept")
    problem = refused(folder, clock)
    assert "is a folder" in problem.title
    assert problem.remedy


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_a_newer_notebook_is_refused_untouched(path: Path, clock: StoppedClock, mode: str) -> None:
    """In both forms that a file can lie there."""
    filled(path, 3)
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA user_version = {NEWEST_VERSION + 1}")
        database.execute(f"PRAGMA journal_mode = {mode}")
    problem = refused(path, clock)
    assert "newer Contact Notebook" in problem.title
    assert "Update" in problem.remedy


def test_a_newer_notebook_in_use_is_refused_untouched(path: Path, clock: StoppedClock) -> None:
    """Its version stands in the write-ahead log only."""
    filled(path, 3)
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode = wal")
        database.execute(f"PRAGMA user_version = {NEWEST_VERSION + 1}")
        files = {path.name, f"{path.name}-wal"}
        before = {name: (path.parent / name).read_bytes() for name in files}
        with pytest.raises(UserProblem, match="newer Contact Notebook"):
            Notebook.open(path, clock)
        assert {name: (path.parent / name).read_bytes() for name in files} == before


def flip_some_pages(path: Path) -> None:
    """Damage a stretch of the people's pages as a failing disk would; the tables stand before."""
    content = bytearray(path.read_bytes())
    people = len(content) * 3 // 4
    for at in range(people, people + 40_000):
        content[at] ^= 0xFF
    path.write_bytes(content)


def cut_in_half(path: Path) -> None:
    """Leave only the first half, as an interrupted copy would."""
    os.truncate(path, path.stat().st_size // 2)


def empty_it(path: Path) -> None:
    """Leave nothing, as a full disk would."""
    os.truncate(path, 0)


def overwrite_the_head(path: Path) -> None:
    """Make its first bytes unknowable."""
    with path.open("r+b") as file:
        file.write(b"\x00" * 200)


def break_the_schema(path: Path) -> None:
    """Damage the first page behind its head."""
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 900)


DAMAGES: list[Callable[[Path], None]] = [
    flip_some_pages,
    cut_in_half,
    empty_it,
    overwrite_the_head,
    break_the_schema,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_notebook_names_its_newest_good_backup(
    path: Path, clock: StoppedClock, damage: Callable[[Path], None]
) -> None:
    """And is left as it is, for someone who can rescue more of it."""
    filled(path)
    notebook = Notebook.open(path, clock)
    good = notebook.backups.daily()
    bad = notebook.backups.make("newer but broken")
    notebook.close()
    flip_some_pages(bad)
    os.utime(bad)
    damage(path)
    problem = refused(path, clock)
    assert isinstance(problem, DamagedNotebook)
    assert problem.backup == good
    assert good is not None
    assert str(good) in problem.remedy


def test_a_damaged_notebook_without_backup_says_so(path: Path, clock: StoppedClock) -> None:
    """There is nothing to restore."""
    filled(path)
    flip_some_pages(path)
    problem = refused(path, clock)
    assert isinstance(problem, DamagedNotebook)
    assert problem.backup is None


def test_without_a_check_the_damage_is_found_later(path: Path, clock: StoppedClock) -> None:
    """The window opens first and looks afterwards."""
    filled(path)
    flip_some_pages(path)
    notebook = Notebook.open(path, clock, check=False)
    assert notebook.damage() != ""
    notebook.close()


def test_another_writer_is_waited_for_and_then_named(path: Path, clock: StoppedClock) -> None:
    """One sentence after the timeout, and the change can be made once the other is done."""
    filled(path, 1)
    notebook = Notebook.open(path, clock, busy_seconds=0.2)
    draft = ContactDraft(ContactDetails(display_name="Late"))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserProblem, match="Another program is writing"):
            add_contact(notebook, draft)
        with pytest.raises(UserProblem, match="Another program is writing"):
            notebook.undo()
        other.execute("ROLLBACK")
    add_contact(notebook, draft)
    assert "Late" in notebook.contacts.names_of(notebook.contacts.all_ids())
    notebook.close()


def test_a_log_left_by_a_killed_program_is_read(path: Path, clock: StoppedClock) -> None:
    """With and without the log's index beside it."""
    filled(path, 1)
    notebook = Notebook.open(path, clock)
    add_contact(notebook, ContactDraft(ContactDetails(display_name="In the log")))
    for name in ("with", "without"):
        copy = path.with_name(f"{name}.db")
        shutil.copy(path, copy)
        shutil.copy(f"{path}-wal", f"{copy}-wal")
        if name == "with":
            shutil.copy(f"{path}-shm", f"{copy}-shm")
        assert names_in(copy, clock) == ["In the log", "Person 0"]
    notebook.close()


def tried_by_nobody(path: Path) -> list[str]:
    """What an ordinary user gets to see who opens the notebook and tries to write.

    Root may do anything, so a child process gives its rights away first; it is forked, since an
    ordinary user may not even be able to start this Python.
    """
    for above in path.parents:
        if os.geteuid() == 0 and above.exists() and above.stat().st_mode & 0o001 == 0:
            above.chmod(above.stat().st_mode | 0o011)
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # Other threads don't matter here.
        child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            os.write(writing, "\n".join(_tried(path)).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as answer:
        lines = answer.read().splitlines()
    os.waitpid(child, 0)
    return lines


def _tried(path: Path) -> Iterator[str]:
    try:
        notebook = Notebook.open(path, StoppedClock(TODAY))
        yield str(notebook.contacts.names_of(notebook.contacts.all_ids()))
        with notebook.change("try"):
            yield "writing"
    except UserProblem as problem:
        yield problem.title
    except Exception as error:
        yield repr(error)


def test_a_read_only_folder_can_be_read(tmp_path: Path, clock: StoppedClock) -> None:
    """Its notebook is shown; a change is refused in one sentence."""
    path = tmp_path / "folder" / "notebook.db"
    filled(path, 1)
    path.parent.chmod(0o555)
    path.chmod(0o444)
    lines = tried_by_nobody(path)
    path.parent.chmod(0o755)
    assert lines == ["['Person 0']", "This notebook can only be read."]


def test_a_read_only_folder_with_a_log_shows_what_is_in_the_log(
    tmp_path: Path, clock: StoppedClock
) -> None:
    """A program that was killed left it there."""
    path = tmp_path / "folder" / "notebook.db"
    filled(path, 1)
    notebook = Notebook.open(path, clock)
    add_contact(notebook, ContactDraft(ContactDetails(display_name="In the log")))
    copy = tmp_path / "other" / "notebook.db"
    copy.parent.mkdir()
    for ending in ("", "-wal", "-shm"):
        shutil.copy(f"{path}{ending}", f"{copy}{ending}")
        Path(f"{copy}{ending}").chmod(0o444)
    notebook.close()
    copy.parent.chmod(0o555)
    lines = tried_by_nobody(copy)
    copy.parent.chmod(0o755)
    assert lines == ["['In the log', 'Person 0']", "This notebook can only be read."]


def test_an_older_notebook_that_can_only_be_read_says_why(
    tmp_path: Path, clock: StoppedClock
) -> None:
    """It would have to be brought up to date first."""
    path = tmp_path / "folder" / "notebook.db"
    filled(path, 1)
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA user_version = 0")
    path.parent.chmod(0o555)
    path.chmod(0o444)
    lines = tried_by_nobody(path)
    path.parent.chmod(0o755)
    assert lines == ["notebook.db is from an older Contact Notebook and can only be read here."]


def test_a_notebook_without_permission_says_so(tmp_path: Path, clock: StoppedClock) -> None:
    """One sentence with what to check."""
    path = tmp_path / "folder" / "notebook.db"
    filled(path, 1)
    path.chmod(0)
    assert tried_by_nobody(path) == [f"The notebook {path} can't be opened."]
    path.parent.chmod(0o555)
    missing = path.parent / "sub" / "new.db"
    assert tried_by_nobody(missing) == [f"The notebook {missing} can't be opened."]
    path.parent.chmod(0o755)
