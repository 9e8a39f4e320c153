"""Version 3: what its step makes of a notebook of version 2."""

from pathlib import Path

from notebook_app.foundation.clock import StoppedClock
from notebook_app.storage.notebook import Notebook
from tests.storage.samples.make_sample import unpack_sample
from tests.storage.whole_content import assert_all_is_well


def test_nobody_rests_and_every_picture_stays(path: Path, clock: StoppedClock) -> None:
    """Files stay with their people; none belongs to a conversation yet."""
    unpack_sample(2, path)
    notebook = Notebook.open(path, clock)
    rows = notebook.database.execute_sql(
        "SELECT count(*), count(contact_id), count(conversation_id) FROM attachment"
    )
    assert rows.fetchall() == [(2, 2, 0)]
    rows = notebook.database.execute_sql("SELECT count(*), count(resting_since) FROM contact")
    assert rows.fetchall() == [(2, 0)]
    assert_all_is_well(notebook)
    notebook.close()


def test_a_conversation_that_goes_leaves_its_picture_and_facts(
    path: Path, clock: StoppedClock
) -> None:
    """They stand with the person from then on."""
    unpack_sample(2, path)
    notebook = Notebook.open(path, clock)
    with notebook.change("Noted"):
        notebook.database.execute_sql("UPDATE attachment SET conversation_id = 1")
        notebook.database.execute_sql(
            "INSERT INTO remembered(uid, contact_id, text, noted_on, conversation_id)"
            " VALUES ('r', 1, 'plays the cello', '2026-11-22', 1)"
        )
    with notebook.change("Deleted"):
        notebook.conversations.delete(1)
    rows = notebook.database.execute_sql("SELECT conversation_id FROM attachment")
    assert rows.fetchall() == [(None,), (None,)]
    rows = notebook.database.execute_sql("SELECT text, conversation_id FROM remembered")
    assert rows.fetchall() == [("plays the cello", None)]
    notebook.undo()
    rows = notebook.database.execute_sql("SELECT conversation_id FROM attachment")
    assert rows.fetchall() == [(1,), (1,)]
    notebook.close()
