"""Version 5: what its step makes of a notebook of version 4."""

from pathlib import Path

import pytest

from notebook_app.foundation.clock import StoppedClock
from notebook_app.storage.notebook import Notebook
from tests.storage.samples.make_sample import unpack_sample
from tests.storage.whole_content import assert_all_is_well

_TALK = (
    "INSERT INTO conversation(id, uid, happened_on, happened_at, channel, setting, created_at,"
    " changed_at) VALUES (?, ?, ?, ?, 'call', ?, '', '')"
)
_LINK = (
    "INSERT INTO conversation_contact(conversation_id, contact_id, happened_on, happened_at)"
    " SELECT id, 1, happened_on, happened_at FROM conversation WHERE id = ?"
)


@pytest.fixture
def notebook(path: Path, clock: StoppedClock) -> Notebook:
    """A notebook that was written by version 4, with two conversations."""
    unpack_sample(4, path)
    return Notebook.open(path, clock)


def first_talks(notebook: Notebook) -> list[tuple[object, ...]]:
    """Whom one first spoke to in which conversation, and in what setting."""
    return notebook.database.execute_sql(
        "SELECT contact_id, conversation_id, setting FROM first_talk ORDER BY 1"
    ).fetchall()


def test_where_people_of_older_notebooks_were_met_is_known(notebook: Notebook) -> None:
    """The event and setting of the first conversation with each of them."""
    assert notebook.database.execute_sql(
        "SELECT contact_id, conversation_id, first_talk.event_id = conversation.event_id,"
        " first_talk.setting = conversation.setting FROM first_talk"
        " JOIN conversation ON conversation.id = conversation_id ORDER BY 1"
    ).fetchall() == [(1, 1, 1, 1), (2, 2, 1, 1)]
    assert_all_is_well(notebook)
    notebook.close()


def test_it_follows_every_change_and_what_is_undone(notebook: Notebook) -> None:
    """Whatever is written, deleted or put back, in whatever order."""
    for change in (
        "UPDATE conversation_contact SET happened_on = '1999-12-31' WHERE id = 1",
        "UPDATE conversation_contact SET happened_at = NULL WHERE id = 2",
        "UPDATE conversation_contact SET contact_id = 3 - contact_id",
        "INSERT OR IGNORE INTO conversation_contact(conversation_id, contact_id, happened_on)"
        " VALUES (2, 2, '1998-01-01'), (1, 1, '1998-01-01')",
        "UPDATE conversation SET setting = 'lunch' WHERE id = 2",
        "DELETE FROM conversation_contact WHERE id = 1",
        "UPDATE conversation_contact SET conversation_id = 1 WHERE contact_id = 2"
        " AND conversation_id = 2",
        "DELETE FROM event",
        "DELETE FROM contact WHERE id = 1",
        "DELETE FROM conversation",
    ):
        with notebook.change("Something"):
            notebook.database.execute_sql(change)
        assert_all_is_well(notebook)
    assert first_talks(notebook) == []
    while notebook.undo() is not None:
        assert_all_is_well(notebook)
    while notebook.redo() is not None:
        assert_all_is_well(notebook)
    notebook.close()


def test_of_several_on_one_day_the_one_without_a_time_is_first(notebook: Notebook) -> None:
    """Then the earliest, then the one that was written down first."""
    day = "1990-01-01"
    for number, at, setting in ((11, "18:00", "lunch"), (12, "09:00", "street"), (13, None, "")):
        with notebook.change("Talk"):
            values = (number, str(number), day, at, setting)
            notebook.database.execute_sql(_TALK, values)
            notebook.database.execute_sql(_LINK, (number,))
        assert first_talks(notebook)[0] == (1, number, setting)
    for gone, left in ((13, (1, 12, "street")), (12, (1, 11, "lunch"))):
        with notebook.change("Gone"):
            notebook.database.execute_sql("DELETE FROM conversation WHERE id = ?", (gone,))
        assert first_talks(notebook)[0] == left
    notebook.undo()
    notebook.undo()
    assert first_talks(notebook)[0] == (1, 13, "")
    assert_all_is_well(notebook)
    notebook.close()
