"""Favours given and received: stored whole, listed newest first, thanked for once."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.offering import Direction, FavourDraft, FavourKind
from notebook_app.services.save_contact import delete_contacts
from notebook_app.storage.notebook import Notebook
from tests.storage.conftest import TODAY


@pytest.fixture
def three(notebook: Notebook) -> tuple[int, int, int]:
    """Elif, Agnes and Carla."""
    with notebook.change("three"):
        ids = [
            notebook.contacts.insert(ContactDraft(ContactDetails(display_name=name)))
            for name in ("Elif", "Agnes", "Carla")
        ]
    return ids[0], ids[1], ids[2]


def introduction(elif_id: int, agnes: int) -> FavourDraft:
    """Elif introduced Agnes a week ago."""
    return FavourDraft(
        elif_id,
        FavourKind.INTRODUCTION,
        Direction.RECEIVED,
        TODAY - timedelta(days=7),
        about_contact_id=agnes,
        text="At the chamber",
    )


def test_a_favour_comes_back_as_it_was_stored(
    notebook: Notebook, three: tuple[int, int, int]
) -> None:
    draft = replace(introduction(three[0], three[1]), thanked_on=TODAY)
    with notebook.change("favour"):
        favour_id = notebook.favours.insert(draft)
    row = notebook.favours.get(favour_id)
    assert row is not None
    assert (row.draft, row.contact_name, row.about_name) == (draft, "Elif", "Agnes")
    other = replace(draft, kind=FavourKind.HELP, about_contact_id=None, thanked_on=None, text="")
    with notebook.change("changed"):
        notebook.favours.update(favour_id, other)
    row = notebook.favours.get(favour_id)
    assert row is not None
    assert (row.draft, row.about_name) == (other, "")
    with notebook.change("gone"):
        notebook.favours.delete(favour_id)
    assert notebook.favours.get(favour_id) is None


def test_each_person_has_their_own_and_who_was_introduced_is_found(
    notebook: Notebook, three: tuple[int, int, int]
) -> None:
    elif_id, agnes, carla = three
    given = FavourDraft(elif_id, FavourKind.HELP, Direction.GIVEN, TODAY, text="Lent my van")
    with notebook.change("favours"):
        notebook.favours.insert(introduction(elif_id, agnes))
        notebook.favours.insert(given)
        notebook.favours.insert(replace(given, contact_id=carla))
    assert [row.draft.direction.value for row in notebook.favours.of(elif_id)] == [
        "given",
        "received",
    ]
    assert [row.contact_name for row in notebook.favours.about(agnes)] == ["Elif"]
    assert len(notebook.favours.between(None, None)) == 3
    assert len(notebook.favours.between(TODAY, None)) == 2
    assert len(notebook.favours.between(None, TODAY - timedelta(days=1))) == 1


def test_what_was_received_waits_for_thanks(
    notebook: Notebook, three: tuple[int, int, int]
) -> None:
    """Not what was given, thanked for, is yet to come, or is of somebody in the trash."""
    elif_id, agnes, carla = three
    received = introduction(elif_id, agnes)
    with notebook.change("favours"):
        notebook.favours.insert(received)
        notebook.favours.insert(replace(received, direction=Direction.GIVEN))
        notebook.favours.insert(replace(received, thanked_on=TODAY))
        notebook.favours.insert(replace(received, on=TODAY + timedelta(days=1)))
        notebook.favours.insert(replace(received, contact_id=carla))
    assert [row.contact_name for row in notebook.favours.to_thank(TODAY)] == ["Carla", "Elif"]
    assert [row.contact_name for row in notebook.favours.to_thank(TODAY, 1)] == ["Carla"]
    assert notebook.favours.count_to_thank(TODAY) == 2
    delete_contacts(notebook, [carla])
    assert notebook.favours.count_to_thank(TODAY) == 1
    assert [row.contact_name for row in notebook.favours.to_thank(TODAY)] == ["Elif"]
    assert notebook.favours.to_thank(date(2020, 1, 1)) == []
