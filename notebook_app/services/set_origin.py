"""Write down how somebody became a client, or forget it again."""

from dataclasses import replace

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.origin import OriginDraft
from notebook_app.services.save_opportunity import checked_chain
from notebook_app.storage.notebook import Notebook


def set_origin(notebook: Notebook, draft: OriginDraft) -> ChangeSet:
    """Store how a contact came, in the place of what was known.

    Whoever brought them is not put on the list of those to thank: looking back is about years.

    Raises:
        UserProblem: the contact is gone, the chain can't be, or it could not be written.
    """
    name = notebook.contacts.name_of(draft.contact_id)
    if not name:
        raise UserProblem("This person is no longer in the notebook.")
    checked_chain(notebook, draft.contact_id, draft.via)
    draft = replace(draft, came_by=" ".join(draft.came_by.split()))
    before = notebook.origins.of(draft.contact_id)
    with notebook.change(f"Noted how {name} came") as change:
        notebook.origins.put(draft)
        change.touch(Changed.CONTACT, draft.contact_id, *draft.via)
        if before is not None:
            change.touch(Changed.CONTACT, *before.draft.via)
    return change.result()


def forget_origin(notebook: Notebook, contact_id: int) -> ChangeSet:
    """Take the answer out, so that it can be asked again.

    Raises:
        UserProblem: there is none, or it could not be written.
    """
    before = notebook.origins.of(contact_id)
    if before is None:
        raise UserProblem("It is not written down how they came.")
    with notebook.change(f"Took out how {notebook.contacts.name_of(contact_id)} came") as change:
        notebook.origins.delete(contact_id)
        change.touch(Changed.CONTACT, contact_id, *before.draft.via)
    return change.result()
