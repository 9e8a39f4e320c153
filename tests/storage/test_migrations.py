"""Notebooks of every version ever released open with all that is in them."""

import inspect
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from peewee import Model

from notebook_app.foundation.clock import StoppedClock
from notebook_app.storage import migrations
from notebook_app.storage.journal import JOURNALED
from notebook_app.storage.migrations import (
    NEWEST_VERSION,
    SCHEMA_FILE,
    SCHEMA_VERSION,
    STEPS,
    runner,
)
from notebook_app.storage.notebook import Notebook
from notebook_app.storage.tables import (
    contact_tables,
    happening_tables,
    knowing_tables,
    record_tables,
)
from tests.storage.samples.make_sample import sample_path, unpack_sample
from tests.storage.samples.write_schema import schema_by_steps, schema_in, script_of
from tests.storage.whole_content import assert_all_is_well, content_of

RELEASED = range(1, NEWEST_VERSION + 1)
_CAME_WITH = (
    dict.fromkeys(("affiliation", "own_field", "attachment", "distinct_pair", "merge_record"), 2)
    | dict.fromkeys(
        (
            "stage_step",
            "declined_stage",
            "remembered",
            "question",
            "follow_up_attempt",
            "moved_occurrence",
        ),
        3,
    )
    | dict.fromkeys(("origin", "origin_introducer", "printed_answer"), 4)
)
"""The version that brought a table, where it was not the first."""
PROBLEMS = """When you add a step: finish it, add tests/storage/test_step_NNNN.py for what it does,
and keep a sample with `python -m tests.storage.samples.make_sample`."""


def schema_of(path: Path) -> list[tuple[str, str]]:
    """What tables, indexes and triggers a file has."""
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return sorted((name, re.sub(r"\s+", " ", sql)) for name, sql in rows)


@pytest.mark.parametrize("version", RELEASED)
def test_a_version_has_a_kept_sample_and_each_step_a_test(version: int) -> None:
    """Fails when a step is added without its own."""
    assert sample_path(version).exists(), PROBLEMS
    if version > 1:
        assert (Path(__file__).parent / f"test_step_{version:04d}.py").exists(), PROBLEMS


@pytest.mark.parametrize("version", RELEASED)
def test_a_sample_opens_with_all_that_is_in_it(
    version: int, path: Path, clock: StoppedClock
) -> None:
    """On the newest version, sound, and the same as a fresh notebook in its make."""
    unpack_sample(version, path)
    notebook = Notebook.open(path, clock)
    content = content_of(notebook)
    counts = {table: len(rows) for table, rows in content.items() if table in JOURNALED}
    there = {table for table in JOURNALED if _CAME_WITH.get(table, 1) <= version}
    expected = {table: 2 if table in there else 0 for table in JOURNALED}
    # The step to version 2 notes that cards are to be read anew.
    expected["setting"] += version < 2
    assert counts == expected
    for contact_id in notebook.contacts.all_ids():
        contact = notebook.contacts.get(contact_id)
        assert contact is not None
        assert contact.details.photo is not None
        assert notebook.timeline.page(contact_id, 0, 50)
    assert_all_is_well(notebook)
    steps = 0
    while notebook.undo() is not None:
        steps += 1
    assert steps == 2 * len(there) + 1
    assert notebook.contacts.all_ids() == []
    assert_all_is_well(notebook)
    notebook.close()
    fresh = path.with_name("fresh.db")
    Notebook.open(fresh, clock).close()
    assert schema_of(path) == schema_of(fresh)


def test_a_new_notebook_is_what_the_steps_make_of_an_empty_file(
    path: Path, clock: StoppedClock
) -> None:
    """When this fails: python -m tests.storage.samples.write_schema."""
    Notebook.open(path, clock).close()
    assert SCHEMA_VERSION == NEWEST_VERSION
    by_steps = path.with_name("steps.db")
    schema = schema_by_steps(by_steps)
    assert SCHEMA_FILE.read_text(encoding="utf-8") == script_of(schema)
    assert schema_in(path) == schema
    with closing(sqlite3.connect(path)) as new, closing(sqlite3.connect(by_steps)) as stepped:
        for pragma in ("application_id", "user_version"):
            read = f"PRAGMA {pragma}"
            assert new.execute(read).fetchone() == stepped.execute(read).fetchone()
        for table in new.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_search%'"
        ).fetchall():
            count = f"SELECT count(*) FROM {table[0]}"
            assert new.execute(count).fetchone() == stepped.execute(count).fetchone(), table


class Step:
    """A made-up next step, to see how steps are run."""

    REBUILD = """
    CREATE TABLE contact_new AS SELECT * FROM contact;
    DROP TABLE contact_new;
    ALTER TABLE tag ADD COLUMN icon TEXT NOT NULL DEFAULT '';
    """
    REBUILD_A_PARENT = """
    CREATE TABLE tag_new (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        folded_name TEXT NOT NULL UNIQUE,
        color TEXT NOT NULL DEFAULT '',
        cadence_count INTEGER,
        cadence_unit TEXT
    );
    INSERT INTO tag_new SELECT * FROM tag;
    DROP TABLE tag;
    ALTER TABLE tag_new RENAME TO tag;
    """
    FAILS = "ALTER TABLE tag ADD COLUMN icon TEXT;\nCREATE TABLE contact(id);\n"
    LEAVES_STRAYS = "DELETE FROM contact;\n"


@pytest.fixture
def next_step(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Let the program know one version more."""
    monkeypatch.setattr("notebook_app.storage.opening.NEWEST_VERSION", NEWEST_VERSION + 1)
    monkeypatch.setattr(runner, "NEWEST_VERSION", NEWEST_VERSION + 1)
    return monkeypatch


@pytest.mark.parametrize("sql", [Step.REBUILD, Step.REBUILD_A_PARENT])
def test_a_step_is_run_once_after_a_backup_and_loses_no_child(
    path: Path, clock: StoppedClock, next_step: pytest.MonkeyPatch, sql: str
) -> None:
    """Rebuilding a parent table with foreign keys on would empty its children."""
    unpack_sample(NEWEST_VERSION, path)
    with closing(sqlite3.connect(path)) as database:
        before = database.execute("SELECT * FROM contact_tag").fetchall()
    next_step.setattr(runner, "STEPS", (*STEPS, sql))
    for _ in range(2):
        notebook = Notebook.open(path, clock)
        rows = notebook.database.execute_sql("SELECT * FROM contact_tag").fetchall()
        assert rows == before
        assert notebook.database.execute_sql("PRAGMA foreign_keys").fetchone() == (1,)
        notebook.close()
    backups = notebook.backups.all()
    assert [backup.reason for backup in backups] == ["before update"]
    with closing(sqlite3.connect(backups[0].path)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (NEWEST_VERSION,)


@pytest.mark.parametrize("sql", [Step.FAILS, Step.LEAVES_STRAYS])
def test_a_step_that_fails_changes_nothing(
    path: Path, clock: StoppedClock, next_step: pytest.MonkeyPatch, sql: str
) -> None:
    """The notebook stays on the version that it had, and opens there again."""
    unpack_sample(NEWEST_VERSION, path)
    before = schema_of(path)
    next_step.setattr(runner, "STEPS", (*STEPS, sql))
    with pytest.raises(Exception, match=r"table contact already exists|without its parent"):
        Notebook.open(path, clock)
    assert schema_of(path) == before
    next_step.undo()
    notebook = Notebook.open(path, clock)
    assert len(notebook.contacts.all_ids()) == 2
    notebook.close()


def test_a_fresh_notebook_makes_no_backup(path: Path, clock: StoppedClock) -> None:
    """There is nothing in it yet."""
    notebook = Notebook.open(path, clock)
    assert notebook.backups.all() == []
    notebook.close()


@pytest.mark.parametrize(
    "module", [contact_tables, happening_tables, knowing_tables, record_tables]
)
def test_the_models_columns_are_the_tables(notebook: Notebook, module: object) -> None:
    """Names, whether they may be empty, and keys, of each peewee model."""
    models = [
        model
        for _, model in inspect.getmembers(module, inspect.isclass)
        if issubclass(model, Model) and model is not Model
    ]
    assert models
    for model in models:
        table = model._meta.table_name
        stored = {
            name: (bool(not_null) or bool(key), bool(key))
            for _, name, _, not_null, _, key in notebook.database.execute_sql(
                f"PRAGMA table_info({table})"
            )
        }
        told = {
            field.column_name: (not field.null, bool(field.primary_key))
            for field in model._meta.sorted_fields
        }
        assert told == stored, table


def test_every_table_has_a_model(notebook: Notebook) -> None:
    """But for what the triggers keep."""
    modules = (contact_tables, happening_tables, knowing_tables, record_tables)
    told = {
        model._meta.table_name
        for module in modules
        for _, model in inspect.getmembers(module, inspect.isclass)
        if issubclass(model, Model) and model is not Model
    }
    beside = {"photo", "stored_file", "journal_step", "journal_row"}
    beside |= {"printed_list", "printed_row", "seen_file"}
    assert set(JOURNALED) | beside == told


def test_the_steps_use_no_model_of_today() -> None:
    """They are frozen SQL: tomorrow's models would not fit yesterday's tables."""
    folder = Path(migrations.__file__).parent
    for source in folder.rglob("*.py"):
        text = source.read_text(encoding="utf-8")
        assert "storage.tables" not in text
