"""A printed list has exactly the follow-ups of its range, from a real notebook."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from notebook_app.foundation.clock import StoppedClock
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed
from notebook_app.model.contact import Address, ContactDetails, ContactDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.services.plan_follow_up import plan_follow_up, skip_follow_up
from notebook_app.services.print_follow_ups import follow_ups_to_print, places_of
from notebook_app.services.save_contact import add_contact
from notebook_app.storage.notebook import Notebook
from tests.empty_notebook import empty_notebook

TODAY = date(2026, 11, 21)


def day(days: int) -> date:
    """Return the date so many days from today."""
    return TODAY + timedelta(days=days)


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    """A notebook with one person and follow-ups on days around today, noted with the distance."""
    opened = empty_notebook(tmp_path / "notebook.db", StoppedClock(TODAY))
    changes = add_contact(opened, ContactDraft(ContactDetails(display_name="Grace Holt")))
    (grace,) = changes.of(Changed.CONTACT)
    for days in (-40, -12, -1, 0, 1, 6, 30):
        plan_follow_up(opened, FollowUpDraft(grace, FollowUpKind.CALL, day(days), note=f"{days}"))
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("start", "end", "overdue", "expected"),
    [
        (None, None, False, [-40, -12, -1, 0, 1, 6, 30]),
        (None, None, True, [-40, -12, -1]),
        (None, 0, False, [-40, -12, -1, 0]),
        (0, 6, False, [0, 1, 6]),
        (0, 6, True, [-40, -12, -1, 0, 1, 6]),
        (1, None, True, [-40, -12, -1, 1, 6, 30]),
        (-5, 1, True, [-40, -12, -1, 0, 1]),
        (-20, -5, False, [-12]),
        (-20, -5, True, [-40, -12, -1]),
        (0, 0, False, [0]),
    ],
)
def test_the_list_has_the_follow_ups_of_its_range(
    notebook: Notebook,
    start: int | None,
    end: int | None,
    overdue: bool,
    expected: list[int],
) -> None:
    first = None if start is None else day(start)
    last = None if end is None else day(end)
    rows = follow_ups_to_print(notebook, first, last, overdue)
    assert [row.note for row in rows] == [str(days) for days in expected]


def test_what_is_done_or_skipped_is_not_printed(notebook: Notebook) -> None:
    late = follow_ups_to_print(notebook, None, None, overdue=True)
    skip_follow_up(notebook, late[0].id)
    assert follow_ups_to_print(notebook, None, None, overdue=True) == late[1:]


def test_a_range_that_ends_before_it_begins_is_said(notebook: Notebook) -> None:
    with pytest.raises(UserProblem, match="end before it begins"):
        follow_ups_to_print(notebook, day(3), day(1))


def test_whoever_has_a_private_tag_is_left_out(notebook: Notebook) -> None:
    details = ContactDetails(display_name="Ben", tags=("Privé",))
    (ben,) = add_contact(notebook, ContactDraft(details)).of(Changed.CONTACT)
    plan_follow_up(notebook, FollowUpDraft(ben, FollowUpKind.CALL, TODAY))
    assert ben in {row.contact_id for row in follow_ups_to_print(notebook, TODAY, TODAY)}
    left = follow_ups_to_print(notebook, TODAY, TODAY, leave_out=("prive", "no such tag", ""))
    assert len(left) == 1
    assert ben not in {row.contact_id for row in left}


def test_each_person_has_the_place_to_go_to(notebook: Notebook) -> None:
    home = Address(street="Ring 1", city="Bonn", label="home")
    office = Address(street="Ufer 2", city="Köln", postal_code="50667", preferred=True)
    details = ContactDetails(display_name="Ben", addresses=(home, office))
    (ben,) = add_contact(notebook, ContactDraft(details)).of(Changed.CONTACT)
    plan_follow_up(notebook, FollowUpDraft(ben, FollowUpKind.CALL, TODAY))
    assert places_of(notebook, follow_ups_to_print(notebook, None, None)) == {ben: office}
