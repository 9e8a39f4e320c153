"""Version 4: what its step makes of a notebook of version 3."""

from pathlib import Path

from notebook_app.foundation.clock import StoppedClock
from notebook_app.storage.notebook import Notebook
from tests.storage.samples.make_sample import unpack_sample
from tests.storage.whole_content import assert_all_is_well


def test_first_conversations_are_known_of_people_of_older_notebooks(
    path: Path, clock: StoppedClock
) -> None:
    """The day stands beside the last one, and follows what is written and taken out."""
    unpack_sample(3, path)
    notebook = Notebook.open(path, clock)
    first = "SELECT contact_id, first_on FROM last_touch ORDER BY 1"
    counted = "SELECT contact_id, min(happened_on) FROM conversation_contact GROUP BY 1"
    before = notebook.database.execute_sql(first).fetchall()
    assert before
    assert before == notebook.database.execute_sql(counted).fetchall()
    with notebook.change("Earlier"):
        notebook.database.execute_sql("UPDATE conversation_contact SET happened_on = '2001-01-01'")
    rows = notebook.database.execute_sql("SELECT DISTINCT first_on FROM last_touch").fetchall()
    assert rows == [("2001-01-01",)]
    notebook.undo()
    assert notebook.database.execute_sql(first).fetchall() == before
    assert_all_is_well(notebook)
    notebook.close()


def test_sums_are_kept_of_what_older_notebooks_hold_and_follow_every_change(
    path: Path, clock: StoppedClock
) -> None:
    """By day, by year and person, and by who began a conversation and where."""
    unpack_sample(3, path)
    notebook = Notebook.open(path, clock)
    assert_all_is_well(notebook)
    for change in (
        "UPDATE conversation_contact SET happened_on = '1999-12-31' WHERE id = 1",
        "UPDATE conversation_contact SET contact_id = 3 - contact_id WHERE id = 1",
        "UPDATE conversation SET initiated_by = NULL, setting = 'lunch' WHERE id = 2",
        "DELETE FROM event",
        "DELETE FROM contact WHERE id = 1",
        "DELETE FROM conversation",
    ):
        with notebook.change("Something"):
            notebook.database.execute_sql(change)
        assert_all_is_well(notebook)
    rows = notebook.database.execute_sql("SELECT count(*) FROM touch_year")
    assert rows.fetchone() == (0,)
    while notebook.undo() is not None:
        assert_all_is_well(notebook)
    while notebook.redo() is not None:
        assert_all_is_well(notebook)
    notebook.close()


def test_no_favour_belongs_to_an_opportunity_yet(path: Path, clock: StoppedClock) -> None:
    """What was written down of favours and opportunities stays as it was."""
    unpack_sample(3, path)
    notebook = Notebook.open(path, clock)
    rows = notebook.database.execute_sql(
        "SELECT count(*), count(opportunity_id), count(told_on) FROM favour"
    )
    assert rows.fetchall() == [(2, 0, 0)]
    rows = notebook.database.execute_sql(
        "SELECT count(*), group_concat(came_by, '') FROM opportunity"
    )
    assert rows.fetchall() == [(2, "")]
    notebook.close()


def test_a_number_on_paper_is_never_given_twice(path: Path, clock: StoppedClock) -> None:
    """Not even after the newest printed list was forgotten."""
    notebook = Notebook.open(path, clock)
    insert = (
        "INSERT INTO printed_list(uid, title, printed_on, printed_at)"
        " VALUES (?, 'Calls', '2026-11-22', '2026-11-22T09:00:00Z')"
    )
    numbers = []
    for uid in ("a", "b"):
        numbers.append(notebook.database.execute_sql(insert, (uid,)).lastrowid)
        notebook.database.execute_sql("DELETE FROM printed_list")
    assert numbers == [1, 2]
    notebook.close()
