"""The example notebook: believable, whole, the same each time but for the dates."""

import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from notebook_app.foundation.clock import StoppedClock
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.follow_up import FollowUpKind, NoteState
from notebook_app.services.check_notebook import check_notebook
from notebook_app.services.example_notebook.write import write_example
from notebook_app.storage.notebook import Notebook

TODAY = date(2026, 11, 21)

EVERYTHING = {
    "contact": "display_name, organization, title, stage, birthday, created_at, uid",
    "phone": "contact_id, number, label",
    "conversation": "happened_on, happened_at, channel, setting, formality, people, text",
    "follow_up": "contact_id, kind, due_on, note, state, note_state, closed_on",
    "event": "name, happens_on, place, goal",
    "opportunity": "contact_id, title, value, state, source, opened_on, closed_on",
    "favour": "contact_id, kind, direction, happened_on, text",
    "remembered": "contact_id, text, noted_on",
    "stage_step": "contact_id, stage, since",
    "contact_service": "contact_id, service_id, knowledge, since",
}
DAYS = {
    "conversation": "happened_on",
    "follow_up": "due_on",
    "event": "happens_on",
    "opportunity": "opened_on",
    "favour": "happened_on",
    "remembered": "noted_on",
    "stage_step": "since",
}


def written(path: Path, today: date) -> Notebook:
    """Write the example and open it."""
    write_example(path, StoppedClock(today), "SE")
    return Notebook.open(path, StoppedClock(today), "SE")


def rows(notebook: Notebook, table: str, columns: str) -> list[tuple[object, ...]]:
    """All rows of a table."""
    sql = f"SELECT {columns} FROM {table} ORDER BY id"
    return [tuple(row) for row in notebook.database.execute_sql(sql)]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Notebook]:
    """The example on one day."""
    notebook = written(tmp_path_factory.mktemp("example") / "example.db", TODAY)
    yield notebook
    notebook.close()


def test_it_has_the_figures_of_a_busy_week(example: Notebook) -> None:
    counts = example.overview.counts(TODAY)
    assert counts.people == 60
    assert counts.due == 7
    assert counts.coming_events == 3
    assert rows(example, "opportunity WHERE state = 'open'", "count(*)") == [(5,)]
    assert counts.losing_touch == 9
    assert counts.not_followed_up == 4
    assert counts.clients >= 20
    (conversations,) = rows(example, "conversation", "count(*), min(happened_on)")
    assert conversations[0] == 300
    assert date(2024, 11, 21) <= date.fromisoformat(str(conversations[1])) < date(2025, 1, 1)


def test_it_holds_names_of_many_scripts(example: Notebook) -> None:
    names = {str(name) for (name,) in rows(example, "contact", "display_name")}
    assert {"Elif Aydın", "Łukasz Żółtowski", "李雪梅", "ليلى حداد", "김서연"} <= names
    assert max(map(len, names)) == 60


def test_a_handwritten_note_is_under_way(example: Notebook) -> None:
    notes = [row for row in example.follow_ups.open_between(None, None) if row.note_state]
    assert {row.note_state for row in notes} == {NoteState.WRITE, NoteState.STAMPED}
    assert {row.kind for row in notes} == {FollowUpKind.NOTE}


def test_no_line_of_talk_is_told_twice(example: Notebook) -> None:
    texts = [text for (text,) in rows(example, "conversation", "text")]
    assert len(set(texts)) == len(texts)
    assert not any("@" in str(text)[:6] or str(text).startswith("event:") for text in texts)


def test_nothing_that_happened_lies_in_the_future(example: Notebook) -> None:
    today = TODAY.isoformat()
    for table, column in (("conversation", "happened_on"), ("contact", "created_at")):
        assert all(str(day)[:10] <= today for (day,) in rows(example, table, column))
    states = rows(example, "follow_up", "state, due_on, closed_on")
    assert all(str(closed) <= today for state, _, closed in states if state != "open")


def test_nobody_is_spoken_with_before_being_written_down(example: Notebook) -> None:
    early = example.database.execute_sql(
        "SELECT display_name FROM contact JOIN conversation_contact AS link"
        " ON link.contact_id = contact.id WHERE link.happened_on < substr(created_at, 1, 10)"
    ).fetchall()
    assert early == []


def test_there_is_nothing_to_undo_in_it(example: Notebook) -> None:
    assert example.journal.undo_label() is None


def test_it_is_sound(example: Notebook) -> None:
    assert check_notebook(example.path, StoppedClock(TODAY)).health.problems == ()


@pytest.mark.parametrize("days", [0, 1, 100, 1000])
def test_it_is_the_same_each_time_but_for_the_dates(
    example: Notebook, tmp_path: Path, days: int
) -> None:
    other = written(tmp_path / "other.db", TODAY + timedelta(days=days))
    try:
        for table, columns in EVERYTHING.items():
            undated = ", ".join(
                name
                for name in columns.split(", ")
                if not name.endswith(("_on", "_at")) and name != "since"
            )
            assert rows(example, table, undated) == rows(other, table, undated), table
        if days == 0:
            for table, columns in EVERYTHING.items():
                assert rows(example, table, columns) == rows(other, table, columns)
        for table, column in DAYS.items():
            (last,) = rows(example, table, f"max({column})")
            (moved,) = rows(other, table, f"max({column})")
            moved_by = date.fromisoformat(str(moved[0])) - date.fromisoformat(str(last[0]))
            assert abs(moved_by - timedelta(days=days)) <= timedelta(days=2)
        assert other.overview.counts(TODAY + timedelta(days=days)).due == 7
    finally:
        other.close()


def test_it_is_written_quickly(tmp_path: Path) -> None:
    begun = time.process_time()
    write_example(tmp_path / "example.db", StoppedClock(TODAY), "SE")
    assert time.process_time() - begun < 2


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "example.db"
    path.write_text("mine")
    with pytest.raises(UserProblem, match="there already"):
        write_example(path, StoppedClock(TODAY), "SE")
    assert path.read_text() == "mine"


_ON_A_FULL_DISK = """
import resource, signal, sys
from datetime import date
from pathlib import Path
from notebook_app.foundation.clock import StoppedClock
from notebook_app.foundation.problem import UserProblem
from notebook_app.services.example_notebook.write import write_example
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
try:
    write_example(Path(sys.argv[1]), StoppedClock(date(2026, 3, 10)), "GB")
except UserProblem as problem:
    print(problem.title)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="files can't be limited there")
def test_a_full_disk_leaves_no_beginning_of_it(tmp_path: Path) -> None:
    """Not even when it is full before the first table is made; else the name would be taken."""
    path = tmp_path / "example.db"
    command = [sys.executable, "-c", _ON_A_FULL_DISK, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("The disk")
    assert list(tmp_path.iterdir()) == []


def test_it_shows_links_own_fields_and_an_organisation_with_its_people(example: Notebook) -> None:
    (amina,) = example.contacts.find("Amina Okafor")
    (ben,) = example.contacts.find("Ben Okafor")
    (hall,) = example.contacts.find("Town Hall")
    (samuel,) = example.contacts.find("Samuel Osei-Bonsu")

    assert [(row.label, row.contact_id) for row in example.relations.of(ben.id)] == [
        ("partner", amina.id)
    ]
    people = [person.name for person in example.organizations.people(hall.id)]
    assert people == ["Agnes Dahl", "Ruth Abernathy"]
    cafe = example.contacts.get(samuel.id)
    assert cafe
    assert [own.name for own in cafe.details.own_fields] == ["Usual", "Closed on"]
    assert len([row for row in rows(example, "contact", "pronouns") if row[0]]) == 2
