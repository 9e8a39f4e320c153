"""Undo brings back every row of every table, redo brings forward, whatever was done."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from peewee import IntegrityError

from notebook_app.foundation.clock import StoppedClock
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.contact import ContactDetails, ContactDraft, Email, Phone, Photo, Role
from notebook_app.model.conversation import ConversationDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind, NoteState
from notebook_app.services.complete_follow_up import complete_follow_up, conversation_from
from notebook_app.services.log_conversation import (
    delete_conversation,
    log_conversation,
    update_conversation,
)
from notebook_app.services.plan_follow_up import (
    delete_follow_up,
    plan_follow_up,
    reschedule_follow_up,
    set_note_state,
    skip_follow_up,
    update_follow_up,
)
from notebook_app.services.save_contact import add_contact, delete_contacts, update_contact
from notebook_app.storage.journal import JOURNALED, KEPT_STEPS
from notebook_app.storage.notebook import Notebook
from tests.made_up import examples
from tests.storage.conftest import TODAY
from tests.storage.row_maker import make_row
from tests.storage.whole_content import assert_all_is_well, content_of, tables_of

WORDS = ("Åsa Öst", "Bo", "田中 太郎", "café", "x\x00y", "O'Neil", "שלום", "B\nC", "Straße")


def person(word: int, more: int) -> ContactDraft:
    """A contact that differs with both numbers."""
    return ContactDraft(
        ContactDetails(
            display_name=WORDS[word % len(WORDS)],
            note=WORDS[more % len(WORDS)],
            phones=tuple(Phone(f"070{number}") for number in range(more % 3)),
            emails=(Email("a@b.example"),) if more % 2 else (),
            tags=WORDS[more % 4 : more % 4 + word % 3],
            photo=Photo("image/png", bytes([more % 7])) if more % 3 == 0 else None,
        ),
        roles=(Role.CLIENT, Role.FRIEND)[: more % 3],
    )


def newest(notebook: Notebook, table: str, which: int) -> int:
    """The id of some row; 1 if there is none."""
    ids = notebook.database.execute_sql(f"SELECT id FROM {table} ORDER BY id").fetchall()
    return int(ids[which % len(ids)][0]) if ids else 1


def talk(notebook: Notebook, which: int, word: int) -> ConversationDraft:
    """A conversation with one or two contacts."""
    ids = (newest(notebook, "contact", which), newest(notebook, "contact", which + word))
    return ConversationDraft(
        ids, WORDS[word % len(WORDS)], TODAY - timedelta(days=word), place=WORDS[which % 5]
    )


def plan(notebook: Notebook, which: int, word: int) -> FollowUpDraft:
    """A follow-up of any kind, some of which repeat."""
    kinds = list(FollowUpKind)
    return FollowUpDraft(
        newest(notebook, "contact", which),
        kinds[word % len(kinds)],
        TODAY + timedelta(days=word),
        repeat="FREQ=DAILY;COUNT=3" if word % 3 == 0 else "",
    )


def _raw(sql: str) -> Callable[[Notebook, int, int], object]:
    def act(notebook: Notebook, a: int, b: int) -> None:
        table = JOURNALED[b % len(JOURNALED)]
        with notebook.change(f"raw {table}"):
            if sql == "insert":
                make_row(notebook, table, a)
            else:
                notebook.database.execute_sql(
                    f"DELETE FROM {table} WHERE id = ?", (newest(notebook, table, a),)
                )

    return act


def _bulk(notebook: Notebook, a: int, b: int) -> None:
    with notebook.change("bulk") as change:
        with notebook.journal.bulk():
            ids = [make_row(notebook, "contact", 1000 * a + n) for n in range(b % 4)]
            phones = [make_row(notebook, "phone", n) for n in range(len(ids))]
        for table, rows in (("contact", ids), ("phone", phones)):
            if rows:
                notebook.journal.inserted(change.step_id, table, rows[0], rows[-1])


def _complete(notebook: Notebook, a: int, b: int) -> None:
    follow_up = notebook.follow_ups.get(newest(notebook, "follow_up", a))
    if follow_up is not None:
        draft = conversation_from(follow_up.draft, "done", TODAY) if b % 2 else None
        complete_follow_up(notebook, follow_up.id, draft)


ACTS: dict[str, Callable[[Notebook, int, int], object]] = {
    "add": lambda n, a, b: add_contact(n, person(a, b)),
    "change": lambda n, a, b: update_contact(n, newest(n, "contact", a), person(b, a)),
    "delete": lambda n, a, b: delete_contacts(n, [newest(n, "contact", a)]),
    "log": lambda n, a, b: log_conversation(n, talk(n, a, b), plan(n, a, b) if b % 2 else None),
    "correct": lambda n, a, b: update_conversation(n, newest(n, "conversation", a), talk(n, b, a)),
    "forget": lambda n, a, b: delete_conversation(n, newest(n, "conversation", a)),
    "plan": lambda n, a, b: plan_follow_up(n, plan(n, a, b)),
    "replan": lambda n, a, b: update_follow_up(n, newest(n, "follow_up", a), plan(n, a, b)),
    "move": lambda n, a, b: reschedule_follow_up(n, newest(n, "follow_up", a), TODAY),
    "skip": lambda n, a, b: skip_follow_up(n, newest(n, "follow_up", a)),
    "stamp": lambda n, a, b: set_note_state(n, newest(n, "follow_up", a), NoteState.STAMPED),
    "drop": lambda n, a, b: delete_follow_up(n, newest(n, "follow_up", a)),
    "complete": _complete,
    "bulk": _bulk,
    "raw insert": _raw("insert"),
    "raw delete": _raw("delete"),
    "undo": lambda n, a, b: n.undo(),
    "redo": lambda n, a, b: n.redo(),
}

numbers = st.integers(0, 40)
sequences = st.lists(st.tuples(st.sampled_from(list(ACTS)), numbers, numbers), max_size=25)


@cache
def template() -> Path:
    """A notebook with a row in every table, made once."""
    path = Path(tempfile.mkdtemp()) / "template.db"
    notebook = Notebook.open(path, StoppedClock(TODAY), "SE")
    for table in JOURNALED:
        with notebook.change(table):
            make_row(notebook, table, 1)
    notebook.database.execute_sql("DELETE FROM journal_step")
    notebook.close()
    return path


@contextmanager
def opened(path: Path) -> Iterator[Notebook]:
    """The notebook, open for a while."""
    notebook = Notebook.open(path, StoppedClock(TODAY), "SE", check=False)
    try:
        yield notebook
    finally:
        notebook.close()


def undo_all(notebook: Notebook) -> int:
    """Take back everything and return how many steps that were."""
    steps = 0
    while notebook.undo() is not None:
        steps += 1
    return steps


def all_there_and_back(path: Path, acts: list[tuple[str, int, int]]) -> None:
    """Undo all: as in the beginning. Redo all: as in the end. Between them the file is closed."""
    with opened(path) as notebook:
        beginning = content_of(notebook)
        for name, a, b in acts:
            try:
                ACTS[name](notebook, a, b)
            except (UserProblem, IntegrityError):
                continue  # Nothing there to act on: refused, and nothing written.
            assert_all_is_well(notebook)
    with opened(path) as notebook:
        while notebook.redo() is not None:
            pass
        end = content_of(notebook)
        steps = undo_all(notebook)
        assert content_of(notebook) == beginning
        assert_all_is_well(notebook)
    with opened(path) as notebook:
        for _ in range(steps):
            assert notebook.redo() is not None
        assert notebook.redo() is None
        assert content_of(notebook) == end
        assert_all_is_well(notebook)


@given(sequences)
@settings(max_examples=examples(12, 25), deadline=None)
def test_any_sequence_of_acts_is_taken_back_and_brought_forward(
    acts: list[tuple[str, int, int]],
) -> None:
    """From a notebook with a row in every table."""
    with tempfile.TemporaryDirectory() as folder:
        all_there_and_back(Path(shutil.copy(template(), folder)), acts)


@pytest.mark.slow
@given(st.lists(st.tuples(st.sampled_from(list(ACTS)), numbers, numbers), max_size=80))
@settings(max_examples=1000, deadline=None)
def test_any_long_sequence_of_acts_is_taken_back_and_brought_forward(
    acts: list[tuple[str, int, int]],
) -> None:
    """The same, longer and more often."""
    with tempfile.TemporaryDirectory() as folder:
        all_there_and_back(Path(shutil.copy(template(), folder)), acts)


def test_every_table_is_journaled_or_known_not_to_be(notebook: Notebook) -> None:
    """A table that is added later can't be forgotten."""
    beside = {
        "photo",
        "stored_file",
        "last_touch",
        "journal_step",
        "journal_row",
        "sqlite_sequence",
        # What is on paper, and what lay in a folder, no undo takes back.
        "printed_list",
        "printed_row",
        "seen_file",
        "touch_day",
        "touch_year",
        "conversation_day",
        "first_talk",
    }
    assert set(tables_of(notebook)) == set(JOURNALED) | beside


@pytest.mark.parametrize("table", JOURNALED)
def test_a_row_deleted_with_all_that_hangs_on_it_comes_back(tmp_path: Path, table: str) -> None:
    """For each table, with cascades and links set to nothing."""
    path = tmp_path / "notebook.db"
    shutil.copy(template(), path)
    notebook = Notebook.open(path, StoppedClock(TODAY), "SE")
    before = content_of(notebook)
    with notebook.change("gone"):
        notebook.database.execute_sql(f"DELETE FROM {table}")
    after = content_of(notebook)
    assert after[table] == []
    assert notebook.undo() == "gone"
    assert content_of(notebook) == before
    assert notebook.redo() == "gone"
    assert content_of(notebook) == after
    assert_all_is_well(notebook)
    notebook.close()


def test_another_process_undoes_what_this_one_did(notebook: Notebook) -> None:
    """The journal lives in the file, not in the program."""
    before = content_of(notebook)
    add_contact(notebook, person(0, 1))
    after = content_of(notebook)
    script = (
        "import sys; from pathlib import Path; from notebook_app.storage.notebook import Notebook;"
        "n = Notebook.open(Path(sys.argv[1])); print(getattr(n, sys.argv[2])()); n.close()"
    )

    def elsewhere(act: str) -> str:
        command = [sys.executable, "-c", script, str(notebook.path), act]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    assert elsewhere("undo") == "Added Åsa Öst"
    assert content_of(notebook) == before
    assert elsewhere("redo") == "Added Åsa Öst"
    assert content_of(notebook) == after
    assert notebook.undo() == "Added Åsa Öst"
    assert content_of(notebook) == before


def test_a_new_change_ends_what_could_be_redone(notebook: Notebook) -> None:
    """History does not branch."""
    add_contact(notebook, person(0, 1))
    notebook.undo()
    assert notebook.journal.redo_label() == "Added Åsa Öst"
    add_contact(notebook, person(1, 1))
    assert notebook.redo() is None
    assert notebook.journal.undo_label() == "Added Bo"


def test_a_change_that_changed_nothing_leaves_no_step(notebook: Notebook) -> None:
    """And does not take away what could be redone."""
    add_contact(notebook, person(0, 1))
    notebook.undo()
    with notebook.change("nothing"):
        pass
    assert notebook.journal.undo_label() is None
    assert notebook.redo() == "Added Åsa Öst"


def test_a_change_that_fails_leaves_nothing_behind(notebook: Notebook) -> None:
    """Neither rows nor a step, and the next change is journaled as ever."""
    before = content_of(notebook)
    with pytest.raises(ZeroDivisionError), notebook.change("broken"):  # noqa: PT012
        make_row(notebook, "contact", 1)
        raise ZeroDivisionError
    assert content_of(notebook) == before
    assert notebook.journal.undo_label() is None
    add_contact(notebook, person(0, 1))
    notebook.undo()
    assert content_of(notebook) == before


def test_a_change_within_a_change_is_refused(notebook: Notebook) -> None:
    """It could not be undone by itself."""
    with pytest.raises(RuntimeError, match="within a change"), notebook.change("outer"):
        add_contact(notebook, person(0, 1))


def test_the_journal_forgets_its_oldest_steps(notebook: Notebook) -> None:
    """It keeps some hundred steps, however long the notebook is used."""
    for number in range(KEPT_STEPS + 20):
        with notebook.change(f"step {number}"):
            notebook.settings.write("number", number)
    count = notebook.database.execute_sql("SELECT count(*) FROM journal_step").fetchone()[0]
    assert count == KEPT_STEPS
    stray = "SELECT count(*) FROM journal_row WHERE step_id NOT IN (SELECT id FROM journal_step)"
    assert notebook.database.execute_sql(stray).fetchone()[0] == 0
    assert undo_all(notebook) == KEPT_STEPS
    assert notebook.settings.read("number") == 19


def test_a_journal_from_elsewhere_can_not_name_other_tables(notebook: Notebook) -> None:
    """What it holds is data, never SQL."""
    add_contact(notebook, person(0, 1))
    notebook.database.execute_sql("UPDATE journal_row SET table_name = 'sqlite_master'")
    with pytest.raises(ValueError, match="unknown table"):
        notebook.undo()


def test_rows_keep_their_kinds_of_values(notebook: Notebook) -> None:
    """Numbers stay numbers, nothing stays nothing, and odd characters survive."""
    with notebook.change("a"):
        make_row(notebook, "contact", 1)
    before = content_of(notebook)["contact"]
    with notebook.change("b"):
        notebook.database.execute_sql("DELETE FROM contact")
    notebook.undo()
    assert content_of(notebook)["contact"] == before
    assert "\x00" in str(before[0][3])


def test_values_that_may_be_there_once_only_change_places_and_back(notebook: Notebook) -> None:
    """A tag takes the name that another had within the same step, a third takes its name."""
    with notebook.change("tags"):
        for number in range(3):
            make_row(notebook, "tag", number + 1)
    before = content_of(notebook)
    ids = [row[0] for row in before["tag"]]
    names = ["gone", *(str(row[2]) for row in before["tag"])]
    with notebook.change("each takes the next one's name"):
        for row_id, name in zip(ids, names, strict=False):
            notebook.database.execute_sql(
                "UPDATE tag SET folded_name = ? WHERE id = ?", (name, row_id)
            )
    after = content_of(notebook)
    assert after != before
    notebook.undo()
    assert content_of(notebook) == before
    notebook.redo()
    assert content_of(notebook) == after


def test_a_long_step_is_taken_back_and_brought_forward(notebook: Notebook) -> None:
    """It has more rows than are looked at or put back at once, and some of them several times."""
    with notebook.change("many"):
        for number in range(5_000):
            notebook.database.execute_sql(
                "INSERT INTO setting(name, value) VALUES (?, ?)", (f"s{number}", "0")
            )
    before = content_of(notebook)
    with notebook.change("changed, changed again, and partly removed"):
        notebook.database.execute_sql("UPDATE setting SET value = '1'")
        notebook.database.execute_sql("UPDATE setting SET value = '2' WHERE id % 2")
        notebook.database.execute_sql("DELETE FROM setting WHERE id % 3 = 0")
    after = content_of(notebook)
    for _ in range(2):
        notebook.undo()
        assert content_of(notebook) == before
        notebook.redo()
        assert content_of(notebook) == after
