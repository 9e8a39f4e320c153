"""Whom to write to, and what is typed once and kept."""

from dataclasses import replace

import pytest

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed
from notebook_app.model.contact import Address, ContactDetails, ContactDraft
from notebook_app.reports.usual_sheets import find_sheet
from notebook_app.services.print_labels import (
    keep_own_sheet,
    keep_sender,
    own_sheets,
    recipients,
    sender_of,
)
from notebook_app.services.save_contact import add_contact, delete_contacts
from notebook_app.services.undo import undo_last
from notebook_app.storage.notebook import Notebook


def add(notebook: Notebook, name: str, *addresses: Address) -> int:
    """Add somebody and return the row id."""
    details = ContactDetails(display_name=name, addresses=addresses)
    return next(iter(add_contact(notebook, ContactDraft(details)).of(Changed.CONTACT)))


def test_those_with_an_address_come_in_order_and_the_others_are_named(notebook: Notebook) -> None:
    there = Address("Road 1", "Town", postal_code="1")
    ida, bo, eva = add(notebook, "Ida", there), add(notebook, "Bo"), add(notebook, "Eva", there)
    gone = add(notebook, "Gone", there)
    delete_contacts(notebook, [gone])
    found = recipients(notebook, [eva, bo, gone, ida, eva])
    assert [each.name for each in found.found] == ["Eva", "Ida"]
    assert found.missing == ("Bo",)


def test_the_sender_is_typed_once(notebook: Notebook) -> None:
    assert sender_of(notebook) == ()
    assert keep_sender(notebook, " Ida  Berg \n\nRoad 1\n") is not None
    assert sender_of(notebook) == ("Ida Berg", "Road 1")
    assert keep_sender(notebook, "Ida Berg\nRoad 1") is None
    undo_last(notebook)
    assert sender_of(notebook) == ()


def test_own_sheets_are_kept_by_their_names(notebook: Notebook) -> None:
    sheet = replace(find_sheet("L7160"), name="Mine")
    keep_own_sheet(notebook, sheet)
    keep_own_sheet(notebook, replace(sheet, rows=6))
    keep_own_sheet(notebook, replace(sheet, name="Other"))
    assert [(each.name, each.rows) for each in own_sheets(notebook)] == [("Mine", 6), ("Other", 7)]
    with pytest.raises(UserProblem, match="beyond"):
        keep_own_sheet(notebook, replace(sheet, columns=4))


@pytest.mark.parametrize("kept", [None, 3, ["x"], [{}], [{"name": "a", "paper": "A4"}], {"a": 1}])
def test_settings_that_can_not_be_understood_are_passed_over(
    notebook: Notebook, kept: object
) -> None:
    with notebook.change("Spoiled"):
        notebook.settings.write("label_sheets", kept)
        notebook.settings.write("sender_address", kept)
    assert own_sheets(notebook) == ()
    assert sender_of(notebook) == ()
