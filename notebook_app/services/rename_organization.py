"""Rename an organisation at its people, after it was renamed itself."""

from dataclasses import replace

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress, no_progress
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.contact import ContactDetails
from notebook_app.model.name_form import folded
from notebook_app.storage.notebook import Notebook


def people_to_rename(notebook: Notebook, old_name: str) -> int:
    """Return how many people give ``old_name`` as an organisation of theirs."""
    return len(notebook.organizations.people_by_name(old_name))


def rename_at_people(
    notebook: Notebook, old_name: str, new_name: str, progress: Progress | None = None
) -> ChangeSet:
    """Let everybody who works at ``old_name`` work at ``new_name``, as one change.

    Raises:
        UserProblem: there is no new name, or it could not be written.
        Cancelled: the user asked to stop; nothing is changed.
    """
    progress = progress or no_progress()
    name = " ".join(new_name.split())
    if not name:
        raise UserProblem("The organisation has no name yet.", "", "Write its new name.")
    with notebook.change(f"Renamed {old_name} to {name} at its people") as change:
        ids = notebook.organizations.people_by_name(old_name)
        for done, contact_id in enumerate(ids):
            progress.report(done, len(ids), "Renaming")
            contact = notebook.contacts.get(contact_id)
            if contact is None:
                continue
            draft = notebook.contacts.draft_of(contact)
            renamed = replace(draft, details=_renamed(draft.details, folded(old_name), name))
            notebook.contacts.update(contact_id, renamed)
            change.touch(Changed.CONTACT, contact_id)
    return change.result()


def _renamed(details: ContactDetails, old_key: str, name: str) -> ContactDetails:
    main = name if folded(details.organization) == old_key else details.organization
    posts = tuple(
        replace(post, organization=name) if folded(post.organization) == old_key else post
        for post in details.affiliations
    )
    return replace(details, organization=main, affiliations=posts)
