"""Add a person, change what is known of one, put one into the trash."""

from collections.abc import Sequence

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.name_form import UNNAMED, names_list, shown_name
from notebook_app.services.batches import batches
from notebook_app.storage.notebook import Notebook


def add_contact(notebook: Notebook, draft: ContactDraft) -> ChangeSet:
    """Store a new contact; its id is the only one of kind contact in the answer.

    Raises:
        UserProblem: there is nothing to know them by, or it could not be written.
    """
    name = _checked_name(draft)
    with notebook.change(f"Added {name}") as change:
        change.touch(Changed.CONTACT, notebook.contacts.insert(draft))
        change.touch(Changed.TAG)
    return change.result()


def update_contact(notebook: Notebook, contact_id: int, draft: ContactDraft) -> ChangeSet:
    """Store what the user changed of a contact.

    Raises:
        UserProblem: they are gone, there is nothing left to know them by, they are linked with
            themselves, or it could not be written.
    """
    name = _checked_name(draft)
    stored = notebook.contacts.get(contact_id)
    if stored is None:
        raise UserProblem(f"{name} is no longer in the notebook.", "", "Add them anew.")
    if draft.details.related != stored.details.related:
        _ensure_not_related_to_self(stored.uid, draft.details)
    with notebook.change(f"Changed {name}") as change:
        notebook.contacts.update(contact_id, draft)
        change.touch(Changed.CONTACT, contact_id)
        change.touch(Changed.TAG)
    return change.result()


def delete_contacts(
    notebook: Notebook, contact_ids: Sequence[int], progress: Progress | None = None
) -> ChangeSet:
    """Put contacts into the trash, with all that happened with them.

    Raises:
        UserProblem: it could not be written.
    """
    words = f"Deleted {names_list(notebook.contacts.names_of(contact_ids))}"
    with notebook.change(words) as change:
        for batch in batches(contact_ids, progress, words):
            notebook.many.set_deleted(batch, True)
        change.touch(Changed.CONTACT, *contact_ids)
        change.touch(Changed.FOLLOW_UP)
    return change.result()


def _ensure_not_related_to_self(uid: str, details: ContactDetails) -> None:
    if any(who.uid.lower() == uid.lower() for who in details.related):
        name = details.display_name or "Nobody"
        raise UserProblem(f"{name} can't be linked with themselves.", "", "Choose somebody else.")


def _checked_name(draft: ContactDraft) -> str:
    name = shown_name(draft.details)
    if name == UNNAMED:
        raise UserProblem(
            "This person has no name yet.", "", "Write a name, an organisation, or a phone number."
        )
    return name
