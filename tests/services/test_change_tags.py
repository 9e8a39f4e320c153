"""Tags renamed, joined, coloured and taken away; people always stay."""

import pytest

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed
from notebook_app.model.contact import Cadence, CadenceUnit, ContactDetails, ContactDraft
from notebook_app.model.tag import TagColour, TagRow
from notebook_app.services.change_tags import (
    TagTaken,
    colour_tag,
    delete_tag,
    join_tags,
    make_tag,
    rename_tag,
    set_tag_cadence,
)
from notebook_app.services.save_contact import add_contact, delete_contacts
from notebook_app.services.undo import undo_last
from notebook_app.storage.notebook import Notebook


@pytest.fixture
def people(notebook: Notebook) -> list[int]:
    """Ann is in the chamber, Ben in both, Carla rows."""
    tagged = {"Ann": ("Chamber",), "Ben": ("Chamber", "Rowing"), "Carla": ("Rowing",)}
    return [
        next(iter(add_contact(notebook, _draft(name, tags)).of(Changed.CONTACT)))
        for name, tags in tagged.items()
    ]


def _draft(name: str, tags: tuple[str, ...]) -> ContactDraft:
    return ContactDraft(ContactDetails(display_name=name, tags=tags))


def _tag(notebook: Notebook, name: str) -> TagRow:
    tag = notebook.tags.named(name)
    assert tag is not None
    return tag


def _found(notebook: Notebook, word: str) -> set[int]:
    rows = notebook.database.execute_sql(
        "SELECT rowid FROM contact_search WHERE contact_search MATCH ?", (word,)
    )
    return {contact_id for (contact_id,) in rows.fetchall()}


def test_a_renamed_tag_is_found_by_its_new_name_alone(
    notebook: Notebook, people: list[int]
) -> None:
    changes = rename_tag(notebook, _tag(notebook, "chamber").id, "Guild")
    assert notebook.contacts.tags_of(people[1]) == ("Guild", "Rowing")
    assert changes.of(Changed.CONTACT) == set(people[:2])
    assert _found(notebook, "guild") == set(people[:2])
    assert _found(notebook, "chamber") == set()
    undo_last(notebook)
    assert notebook.contacts.tags_of(people[1]) == ("Chamber", "Rowing")
    assert _found(notebook, "chamber") == set(people[:2])


def test_a_name_that_is_taken_is_never_joined_silently(
    notebook: Notebook, people: list[int]
) -> None:
    with pytest.raises(TagTaken) as taken:
        rename_tag(notebook, _tag(notebook, "Chamber").id, "rówing")
    assert taken.value.other.name == "Rowing"
    assert [tag.name for tag in notebook.tags.all()] == ["Chamber", "Rowing"]


def test_a_tag_may_change_its_capitals(notebook: Notebook, people: list[int]) -> None:
    rename_tag(notebook, _tag(notebook, "Chamber").id, "CHAMBER")
    assert notebook.contacts.tags_of(people[0]) == ("CHAMBER",)


def test_joined_tags_are_on_everybody_who_had_either(notebook: Notebook, people: list[int]) -> None:
    chamber, rowing = _tag(notebook, "Chamber"), _tag(notebook, "Rowing")
    join_tags(notebook, chamber.id, rowing.id)
    assert [notebook.contacts.tags_of(contact_id) for contact_id in people] == [("Rowing",)] * 3
    assert [(tag.name, tag.count) for tag in notebook.tags.all()] == [("Rowing", 3)]
    undo_last(notebook)
    assert notebook.contacts.tags_of(people[1]) == ("Chamber", "Rowing")


def test_deleting_a_tag_leaves_the_people(notebook: Notebook, people: list[int]) -> None:
    delete_tag(notebook, _tag(notebook, "Chamber").id)
    assert notebook.contacts.all_ids() == people
    assert notebook.contacts.tags_of(people[1]) == ("Rowing",)
    assert _found(notebook, "chamber") == set()
    undo_last(notebook)
    assert notebook.contacts.tags_of(people[0]) == ("Chamber",)
    assert _tag(notebook, "Chamber").count == 2


def test_colour_and_cadence_are_kept_and_taken_back(notebook: Notebook, people: list[int]) -> None:
    tag = _tag(notebook, "Chamber")
    rhythm = Cadence(3, CadenceUnit.MONTHS)
    colour_tag(notebook, tag.id, TagColour.TEAL)
    set_tag_cadence(notebook, tag.id, rhythm)
    changed = _tag(notebook, "Chamber")
    assert (changed.colour, changed.cadence) == (TagColour.TEAL, rhythm)
    assert notebook.tags.colours() == {"chamber": TagColour.TEAL}
    keep = notebook.contact_overview.keep_in_touch(people[0])
    assert keep is not None
    assert keep.tag == "Chamber"
    undo_last(notebook)
    undo_last(notebook)
    assert _tag(notebook, "Chamber") == tag


def test_those_in_the_trash_are_not_counted(notebook: Notebook, people: list[int]) -> None:
    delete_contacts(notebook, people[:1])
    assert _tag(notebook, "Chamber").count == 1


def test_a_tag_needs_a_name_of_its_own(notebook: Notebook, people: list[int]) -> None:
    with pytest.raises(UserProblem):
        make_tag(notebook, "  ")
    with pytest.raises(TagTaken):
        make_tag(notebook, "chamber")
    make_tag(notebook, "New  one")
    assert _tag(notebook, "New one").count == 0


def test_a_tag_is_not_joined_with_itself(notebook: Notebook, people: list[int]) -> None:
    tag = _tag(notebook, "Chamber")
    with pytest.raises(UserProblem):
        join_tags(notebook, tag.id, tag.id)
    assert _tag(notebook, "Chamber").count == 2


def test_a_colour_of_a_later_version_is_none_here(notebook: Notebook, people: list[int]) -> None:
    notebook.database.execute_sql("UPDATE tag SET color = 'ultraviolet'")
    assert _tag(notebook, "Chamber").colour is TagColour.NONE
