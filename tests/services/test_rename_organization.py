"""An organisation has its people, and can be renamed at all of them at once."""

from dataclasses import replace

import pytest

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.contact import Affiliation, ContactDetails, ContactDraft, ContactKind
from notebook_app.services.rename_organization import people_to_rename, rename_at_people
from notebook_app.services.save_contact import add_contact, delete_contacts
from notebook_app.services.undo import undo_last
from notebook_app.storage.notebook import Notebook

CHAMBER, ANNA, BO, CARLA, DAN = 1, 2, 3, 4, 5


@pytest.fixture
def notebook(notebook: Notebook) -> Notebook:
    """A notebook with an organisation and four people, one of whom is in the trash."""
    for details in (
        ContactDetails(display_name="Lund Chamber", kind=ContactKind.ORGANIZATION),
        ContactDetails(display_name="Bo", organization="Café Ö", title="Owner"),
        ContactDetails(display_name="Anna", organization="lund  chamber", title="Director"),
        ContactDetails(
            display_name="Carla",
            organization="Other",
            affiliations=(Affiliation("LUND CHAMBER", title="Treasurer"),),
        ),
        ContactDetails(display_name="Dan", organization="Lund Chamber"),
    ):
        add_contact(notebook, ContactDraft(details))
    delete_contacts(notebook, [DAN])
    return notebook


def test_an_organisations_people_are_those_who_name_it_and_are_alive(notebook: Notebook) -> None:
    names = [person.name for person in notebook.organizations.people(CHAMBER)]

    assert names == ["Anna", "Carla"]
    assert notebook.organizations.count(CHAMBER) == 2


def test_people_come_in_pages(notebook: Notebook) -> None:
    [second] = notebook.organizations.people(CHAMBER, first=1, most=1)

    assert second.name == "Carla"


def test_a_person_has_no_people(notebook: Notebook) -> None:
    assert notebook.organizations.people(ANNA) == []


def test_an_organisation_is_found_by_the_name_that_people_give_it(notebook: Notebook) -> None:
    assert notebook.organizations.named("Lund chamber") == CHAMBER
    assert notebook.organizations.named("Café Ö") is None
    assert notebook.organizations.named("") is None


def test_renaming_reaches_every_post_in_one_step(notebook: Notebook) -> None:
    assert people_to_rename(notebook, "Lund Chamber") == 2

    changes = rename_at_people(notebook, "Lund Chamber", "Chamber of Lund")

    assert changes.label == "Renamed Lund Chamber to Chamber of Lund at its people"
    anna, carla = (notebook.contacts.get(each) for each in (BO, CARLA))
    assert anna
    assert carla
    assert anna.details.organization == "Chamber of Lund"
    assert carla.details.organization == "Other"
    assert carla.details.affiliations == (Affiliation("Chamber of Lund", title="Treasurer"),)
    undo_last(notebook)
    again = notebook.contacts.get(CARLA)
    assert again
    assert again.details == replace(
        carla.details, affiliations=(Affiliation("LUND CHAMBER", title="Treasurer"),)
    )


def test_a_new_name_is_needed(notebook: Notebook) -> None:
    with pytest.raises(UserProblem, match="no name"):
        rename_at_people(notebook, "Lund Chamber", "  ")


def test_the_people_are_found_by_index(notebook: Notebook) -> None:
    plan = notebook.database.execute_sql(
        "EXPLAIN QUERY PLAN SELECT id FROM contact WHERE organization_key IN ('a', 'b')"
        " AND organization_key <> ''"
    ).fetchall()

    assert "contact_by_organization" in str(plan)
