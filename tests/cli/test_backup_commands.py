"""``backup``, ``restore`` and ``check``: sound, damaged, missing and used notebooks."""

import json
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from notebook_app.storage.migrations import NEWEST_VERSION
from tests.cli.conftest import CommandLine


def damage(path: Path) -> bytes:
    """Overwrite pages in the middle of a database and return what is there now."""
    with path.open("r+b") as file:
        file.seek(4096 * 2)
        file.write(os.urandom(4096 * 20))
    return path.read_bytes()


def test_a_backup_goes_beside_the_notebook_or_to_a_file(
    example: CommandLine, tmp_path: Path
) -> None:
    beside = Path(example.json("backup")["backup"])
    assert beside.parent == tmp_path / "example backups"
    named = Path(example.json("backup", str(tmp_path / "copy.db"))["backup"])
    for copy in (beside, named):
        assert len(CommandLine(copy).json("list")) == 60


def test_a_backup_never_replaces_another_kind_of_file(example: CommandLine, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Anna")
    answer = example("backup", str(letter))
    assert answer.status == 1
    assert letter.read_text() == "Dear Anna"


@pytest.mark.parametrize("command", [["backup"], ["check"]])
def test_a_missing_notebook_is_named(first_cli: CommandLine, command: list[str]) -> None:
    answer = first_cli(*command)
    assert answer.status == 1
    assert str(first_cli.path) in answer.err
    assert not first_cli.path.exists()


def test_restore_brings_back_what_was_there_and_keeps_what_is(
    example: CommandLine, tmp_path: Path
) -> None:
    backup = tmp_path / "copy.db"
    example("backup", str(backup))
    example("log", "carla", "After the backup")
    restored = example.json("restore", str(backup))
    assert restored["contacts"] == 60
    assert restored["was_damaged"] is False
    assert example.json("search", "After the backup") == []
    kept = CommandLine(Path(restored["kept"]))
    assert len(kept.json("search", "After the backup")) == 1


def test_restore_replaces_a_damaged_notebook_and_keeps_it(
    example: CommandLine, tmp_path: Path
) -> None:
    backup = tmp_path / "copy.db"
    example("backup", str(backup))
    damaged = damage(example.path)
    # Remains of the old one must not be taken for the new one's.
    (tmp_path / "example.db-wal").write_bytes(b"left over")
    restored = example.json("restore", str(backup))
    assert restored["was_damaged"] is True
    kept = Path(restored["kept"])
    assert kept.read_bytes() == damaged
    assert kept.with_name(kept.name + "-wal").read_bytes() == b"left over"
    assert example("check").status == 0
    assert len(example.json("list")) == 60


def test_restore_works_where_no_notebook_is(first_cli: CommandLine, example_file: Path) -> None:
    restored = first_cli.json("restore", str(example_file))
    assert restored["kept"] is None
    assert len(first_cli.json("list")) == 60


def test_restore_refuses_what_is_no_sound_backup(example: CommandLine, tmp_path: Path) -> None:
    before = example.path.read_bytes()
    text = tmp_path / "letter.txt"
    text.write_text("Dear Anna")
    broken = tmp_path / "broken.db"
    shutil.copyfile(example.path, broken)
    damage(broken)
    newer = tmp_path / "newer.db"
    shutil.copyfile(example.path, newer)
    with closing(sqlite3.connect(newer)) as database:
        database.execute(f"PRAGMA user_version = {NEWEST_VERSION + 1}")
    stranger = tmp_path / "stranger.db"
    with closing(sqlite3.connect(stranger)) as database:
        database.execute("CREATE TABLE song(name)")
    for file in (text, broken, newer, stranger, tmp_path, example.path):
        answer = example("restore", str(file))
        assert answer.status == 1, file
        assert answer.err.count("\n") == 1
        assert example.path.read_bytes() == before, file


def test_restore_refuses_while_the_notebook_is_open(
    example: CommandLine, example_file: Path
) -> None:
    notebook = example.open()
    try:
        answer = example("restore", str(example_file))
        assert answer.status == 1
        assert "open in another program" in answer.err
        assert len(notebook.contacts.all_ids()) == 60
        names = {path.name for path in example.path.parent.iterdir()}
        assert names == {"example.db", "example.db-wal", "example.db-shm"}
    finally:
        notebook.close()
    assert example("restore", str(example_file)).status == 0


def test_check_tells_counts_and_the_newest_backup(example: CommandLine) -> None:
    checked = example.json("check")
    assert checked["sound"] is True
    assert checked["problems"] == []
    assert checked["version"] == NEWEST_VERSION
    assert checked["counts"]["contact"] == 60
    assert checked["size"] > 100_000
    assert checked["newest_backup"] is None
    example("backup")
    assert example.json("check")["newest_backup"].endswith("by hand.db")
    assert example("check").out.endswith("Everything is in order.\n")


def test_check_finds_damage_and_names_the_newest_good_backup(example: CommandLine) -> None:
    example("backup")
    damage(example.path)
    answer = example("check", "--json")
    assert answer.status == 1
    document = json.loads(answer.out)
    assert document["sound"] is False
    assert document["problems"]
    assert "by hand.db" in example("check").err


def test_check_finds_a_search_index_that_lags_behind(example: CommandLine) -> None:
    with closing(sqlite3.connect(example.path)) as database:
        database.execute("DROP TRIGGER conversation_search_update")
        database.execute("UPDATE conversation SET text = 'changed behind its back' WHERE id = 1")
        database.commit()
    answer = example("check")
    assert answer.status == 1
    assert "conversation_search" in answer.err


def test_check_finds_rows_that_belong_to_nobody(example: CommandLine) -> None:
    with closing(sqlite3.connect(example.path)) as database:
        database.execute("DELETE FROM contact WHERE id = 4")
        database.commit()
    assert example("check").status == 1


def test_a_day_s_first_change_makes_a_backup_of_what_was(example: CommandLine) -> None:
    example("log", "carla", "The first of today")
    folder = example.path.with_name("example backups")
    (daily,) = folder.glob("*.db")
    assert daily.name == "2026-11-21.db"
    assert CommandLine(daily).json("search", "first of today") == []
    assert len(example.json("search", "first of today")) == 1
