"""Take an event out of the notebook. What was said there stays with the people."""

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.storage.notebook import Notebook


def delete_event(notebook: Notebook, event_id: int) -> ChangeSet:
    """Take an event out; conversations at it and what grew from them stay.

    Raises:
        UserProblem: it is gone already, or it could not be written.
    """
    event = notebook.events.get(event_id)
    if event is None:
        raise UserProblem("This event is no longer in the notebook.")
    with notebook.change(f"Deleted {event.draft.name}") as change:
        notebook.events.delete(event_id)
        change.touch(Changed.EVENT, event_id)
        change.touch(Changed.CONVERSATION)
        for _presence, contact_ids in event.draft.people():
            change.touch(Changed.CONTACT, *contact_ids)
    return change.result()
