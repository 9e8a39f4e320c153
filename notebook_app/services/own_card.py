"""Which contact of the notebook is the user, whose card is held up at events."""

from typing import Final

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.storage.notebook import Notebook

_SETTING: Final = "own_card"


def own_contact(notebook: Notebook) -> int | None:
    """Return the row id of the contact who is the user; None if nobody is, or they were deleted.

    Somebody who was merged since is found where they went.
    """
    said = notebook.settings.read(_SETTING)
    if not isinstance(said, dict) or not isinstance(said.get("id"), int):
        return None
    contact = notebook.contacts.get(said["id"])
    # A row id may be another's by now.
    if contact is None or contact.uid != said.get("uid"):
        return None
    return contact.id if contact.deleted_at is None else notebook.merges.kept_instead_of(contact.id)


def choose_own_contact(notebook: Notebook, contact_id: int) -> ChangeSet:
    """Remember that a contact is the user.

    Raises:
        UserProblem: there is no such contact, or it could not be written.
    """
    contact = notebook.contacts.get(contact_id)
    if contact is None or contact.deleted_at is not None:
        raise UserProblem("This person is no longer in the notebook.", "", "Choose another.")
    name = contact.details.display_name
    with notebook.change(f"Your own card: {name}") as change:
        notebook.settings.write(_SETTING, {"id": contact.id, "uid": contact.uid})
        change.touch(Changed.SETTING)
    return change.result()
