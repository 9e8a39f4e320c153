"""Printed lists: numbers are never given twice, and rows are told as they stand now."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from notebook_app.foundation.clock import StoppedClock
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.model.printed_list import PaperAnswer, PrintedRow, Standing
from notebook_app.services.merge_contacts import merge_contacts
from notebook_app.storage.notebook import Notebook
from tests.empty_notebook import empty_notebook

TODAY = date(2026, 11, 21)


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    """An empty notebook."""
    opened = empty_notebook(tmp_path / "notebook.db", StoppedClock(TODAY))
    yield opened
    opened.close()


def plan(notebook: Notebook, name: str) -> int:
    """Add somebody with a call to make and return its row id."""
    with notebook.change("Planned"):
        person = notebook.contacts.insert(ContactDraft(ContactDetails(display_name=name)))
        return notebook.follow_ups.insert(FollowUpDraft(person, FollowUpKind.CALL, TODAY))


def uid_of(notebook: Notebook, follow_up_id: int) -> str:
    """Return a follow-up's UUID."""
    stored = notebook.follow_ups.get(follow_up_id)
    assert stored is not None
    return stored.uid


def keep(notebook: Notebook, *follow_up_ids: int) -> int:
    """Keep a list of these and return its number."""
    lists = notebook.printed_lists
    rows = lists.rows_about([uid_of(notebook, each) for each in follow_up_ids])
    with notebook.tidying():
        number = lists.reserve()
        lists.keep(number, f"uid {number}", "Follow-ups", rows)
    return number


def test_a_number_that_was_reserved_is_never_given_again(notebook: Notebook) -> None:
    lists = notebook.printed_lists
    for expected in (1, 2):
        with notebook.tidying():
            assert lists.reserve() == expected
    assert lists.recent() == []
    assert keep(notebook, plan(notebook, "Ann")) == 3
    notebook.database.execute_sql("DELETE FROM printed_list")
    assert keep(notebook, plan(notebook, "Ben")) == 4


def test_rows_are_in_the_order_of_the_paper(notebook: Notebook) -> None:
    ids = [plan(notebook, name) for name in ("Ann", "Ben", "Carla")]
    number = keep(notebook, ids[2], ids[0], ids[1])
    rows = notebook.printed_lists.rows(number)
    assert [(row.position, row.name) for row in rows] == [(1, "Carla"), (2, "Ann"), (3, "Ben")]
    assert all(row.is_waiting and row.due == TODAY and row.moved_to is None for row in rows)
    printed = notebook.printed_lists.get(number)
    assert printed is not None
    assert (printed.rows, printed.waiting, printed.printed_on) == (3, 3, TODAY)


def test_what_happened_meanwhile_is_told(notebook: Notebook) -> None:
    names = ("Moved", "Deleted", "Gone", "Old", "New")
    moved, deleted, gone, old, new = (plan(notebook, name) for name in names)
    number = keep(notebook, moved, deleted, gone, old)

    def person(follow_up_id: int) -> int:
        stored = notebook.follow_ups.get(follow_up_id)
        assert stored is not None
        return stored.draft.contact_id

    old_person, new_person = person(old), person(new)
    with notebook.change("Changed"):
        notebook.follow_ups.reschedule(moved, TODAY + timedelta(days=3))
        notebook.follow_ups.delete(deleted)
        notebook.contacts.set_deleted(person(gone), True)
    merge_contacts(notebook, new_person, [old_person])
    rows = notebook.printed_lists.rows(number)
    assert [row.standing for row in rows] == [
        Standing.OPEN,
        Standing.TAKEN_OUT,
        Standing.PERSON_DELETED,
        Standing.OPEN,
    ]
    assert rows[0].moved_to == TODAY + timedelta(days=3)
    assert rows[1].name == "Deleted"
    assert (rows[2].name, rows[2].contact_id) == ("Gone", None)
    assert (rows[3].name, rows[3].printed_name, rows[3].contact_id) == ("New", "Old", new_person)
    printed = notebook.printed_lists.get(number)
    assert printed is not None
    assert printed.waiting == 2


def test_an_answer_takes_the_place_of_the_one_before(notebook: Notebook) -> None:
    number = keep(notebook, plan(notebook, "Ann"))
    lists = notebook.printed_lists
    with notebook.change("Answered"):
        lists.set_answer(number, 1, PaperAnswer.NO_ANSWER, TODAY)
    with notebook.change("Answered again"):
        lists.set_answer(number, 1, PaperAnswer.DONE, TODAY + timedelta(days=1))
    row = lists.row(number, 1)
    assert row is not None
    assert (row.answer, row.answered_on) == (PaperAnswer.DONE, TODAY + timedelta(days=1))
    for expected in (PaperAnswer.NO_ANSWER, None):
        notebook.undo()
        row = lists.row(number, 1)
        assert row is not None
        assert row.answer is expected
    assert lists.get(number) is not None


def test_a_list_is_forgotten_after_a_year_and_its_number_is_not_given_again(
    notebook: Notebook,
) -> None:
    first = keep(notebook, plan(notebook, "Ann"))
    for days, remembered in ((366, True), (367, False)):
        later = Notebook.open(notebook.path, StoppedClock(TODAY + timedelta(days=days)))
        last = keep(later, plan(later, "Ben"))
        assert (later.printed_lists.get(first) is not None) is remembered
        later.close()
    assert notebook.printed_lists.rows(first) == []
    assert last == 3


def test_no_number_is_too_large_to_be_asked_for(notebook: Notebook) -> None:
    assert notebook.printed_lists.get(10**30) is None


def test_a_row_without_anybody_says_so(notebook: Notebook) -> None:
    with notebook.tidying():
        number = notebook.printed_lists.reserve()
        notebook.printed_lists.keep(number, "uid", "", [PrintedRow(1, "nobody", "nothing")])
    row = notebook.printed_lists.row(number, 1)
    assert row is not None
    assert (row.standing, row.name) == (Standing.PERSON_DELETED, "")
