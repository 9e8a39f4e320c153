"""Links between people are written down on one page, and seen and taken away on both."""

from dataclasses import replace

import pytest

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.contact import ContactDetails, ContactDraft, RelatedName
from notebook_app.services.merge_contacts import merge_contacts
from notebook_app.services.save_contact import add_contact, delete_contacts, update_contact
from notebook_app.services.undo import undo_last
from notebook_app.services.unrelate_contacts import unrelate_contacts
from notebook_app.storage.notebook import Notebook
from tests.linked_people import relate

ANNA, BO, CARLA = 1, 2, 3


@pytest.fixture
def notebook(notebook: Notebook) -> Notebook:
    """A notebook with three people."""
    for name in ("Anna", "Bo", "Carla"):
        add_contact(notebook, ContactDraft(ContactDetails(display_name=name)))
    return notebook


def seen(notebook: Notebook, contact_id: int) -> list[tuple[str, str, int | None]]:
    """What a page shows of somebody's links."""
    return [(row.label, row.name, row.contact_id) for row in notebook.relations.of(contact_id)]


def uid(notebook: Notebook, contact_id: int) -> str:
    """Somebody's UID."""
    contact = notebook.contacts.get(contact_id)
    assert contact
    return contact.uid


def test_both_pages_show_a_link_each_in_its_direction(notebook: Notebook) -> None:
    relate(notebook, ANNA, BO, "child")

    assert seen(notebook, ANNA) == [("child", "Bo", BO)]
    assert seen(notebook, BO) == [("parent", "Anna", ANNA)]


def test_the_users_own_word_stands_on_both_pages(notebook: Notebook) -> None:
    relate(notebook, ANNA, BO, "Rowing mate")

    assert seen(notebook, BO) == [("Rowing mate", "Anna", ANNA)]


def test_what_both_say_is_shown_once_in_the_words_of_the_page(notebook: Notebook) -> None:
    for one, other, label in ((ANNA, BO, "mother"), (BO, ANNA, "daughter")):
        contact = notebook.contacts.get(one)
        assert contact
        link = RelatedName("whoever", label, uid(notebook, other))
        draft = notebook.contacts.draft_of(contact)
        update_contact(
            notebook, one, replace(draft, details=replace(draft.details, related=(link,)))
        )

    assert seen(notebook, ANNA) == [("mother", "Bo", BO)]
    assert seen(notebook, BO) == [("daughter", "Anna", ANNA)]


def test_nobody_is_linked_with_themselves(notebook: Notebook) -> None:
    contact = notebook.contacts.get(ANNA)
    assert contact
    link = RelatedName("Anna", "partner", contact.uid.upper())
    details = replace(contact.details, related=(link,))

    with pytest.raises(UserProblem, match="themselves"):
        update_contact(
            notebook, ANNA, replace(notebook.contacts.draft_of(contact), details=details)
        )


def test_a_circle_is_known(notebook: Notebook) -> None:
    relate(notebook, ANNA, BO, "parent")

    assert notebook.relations.leads_back(BO, ANNA, "parent")
    assert not notebook.relations.leads_back(ANNA, BO, "parent")


def test_a_circle_of_three_is_known(notebook: Notebook) -> None:
    relate(notebook, ANNA, BO, "works for")
    relate(notebook, CARLA, BO, "employs")

    assert notebook.relations.leads_back(CARLA, ANNA, "works for")
    assert not notebook.relations.leads_back(CARLA, ANNA, "friend")


def test_linking_and_parting_are_one_step_to_undo_each(notebook: Notebook) -> None:
    relate(notebook, ANNA, BO, "partner")
    unrelate_contacts(notebook, BO, ANNA, "partner")
    assert seen(notebook, ANNA) == []

    undo_last(notebook)
    assert seen(notebook, BO) == [("partner", "Anna", ANNA)]

    undo_last(notebook)
    assert seen(notebook, BO) == []


def test_parting_leaves_other_links_of_the_two(notebook: Notebook) -> None:
    relate(notebook, ANNA, BO, "sister")
    relate(notebook, ANNA, BO, "colleague")

    unrelate_contacts(notebook, BO, ANNA, "sibling")

    assert seen(notebook, BO) == [("colleague", "Anna", ANNA)]


def test_parting_who_is_not_linked_says_so(notebook: Notebook) -> None:
    with pytest.raises(UserProblem, match="not linked"):
        unrelate_contacts(notebook, ANNA, BO, "partner")


def test_a_link_to_somebody_who_was_merged_is_taken_away_too(notebook: Notebook) -> None:
    """It still names the one who went into the other."""
    relate(notebook, CARLA, BO, "partner")
    merge_contacts(notebook, ANNA, [BO])
    assert seen(notebook, ANNA) == [("partner", "Carla", CARLA)]

    unrelate_contacts(notebook, ANNA, CARLA, "partner")

    assert seen(notebook, ANNA) == []
    assert seen(notebook, CARLA) == []


def test_a_renamed_person_is_shown_by_todays_name(notebook: Notebook) -> None:
    relate(notebook, ANNA, BO, "partner")
    update_contact(notebook, BO, ContactDraft(ContactDetails(display_name="Bo Berg")))

    assert seen(notebook, ANNA) == [("partner", "Bo Berg", BO)]


def test_whoever_went_into_the_trash_keeps_their_name_but_leads_nowhere(
    notebook: Notebook,
) -> None:
    relate(notebook, ANNA, BO, "partner")
    delete_contacts(notebook, [BO])

    assert seen(notebook, ANNA) == [("partner", "Bo", None)]
    undo_last(notebook)
    assert seen(notebook, ANNA) == [("partner", "Bo", BO)]


def test_a_uid_without_a_name_gets_it_from_the_notebook(notebook: Notebook) -> None:
    link = RelatedName("", "friend", uid(notebook, BO).upper())
    details = ContactDetails(display_name="Dan", related=(link, RelatedName("", "", "unknown")))
    add_contact(notebook, ContactDraft(details))

    assert seen(notebook, 4) == [("friend", "Bo", BO), ("", "", None)]
    assert seen(notebook, BO) == [("friend", "Dan", 4)]
