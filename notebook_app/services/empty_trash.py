"""Bring deleted people back, delete them for good, and let go of those whose time is over.

Deleting for good is a change like any other: the message that reports it takes it back, as long
as the step is remembered. What the daily round removes is gone: nobody asked for it just now, so
it is no step, and steps that would need those people are forgotten with them.
"""

from collections.abc import Sequence

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.services.batches import batches
from notebook_app.services.change_many import described
from notebook_app.storage.journal import KEPT_STEPS
from notebook_app.storage.notebook import Notebook

__all__ = ["KEPT_STEPS", "erase_contacts", "erase_expired", "restore_contacts"]


def restore_contacts(
    notebook: Notebook, contact_ids: Sequence[int], progress: Progress | None = None
) -> ChangeSet:
    """Take people out of the trash, with their timeline, follow-ups, tags and lists.

    Raises:
        UserProblem: none of them is in the trash, or it could not be written.
    """
    here = _those_here(notebook, contact_ids)
    words = f"Brought back {described(notebook, here)}"
    with notebook.change(words) as change:
        for batch in batches(here, progress, words):
            notebook.many.set_deleted(batch, False)
        change.touch(Changed.CONTACT, *here)
        for kind in (Changed.CONVERSATION, Changed.FOLLOW_UP, Changed.TAG):
            change.touch(kind)
    return change.result()


def erase_contacts(
    notebook: Notebook, contact_ids: Sequence[int], progress: Progress | None = None
) -> ChangeSet:
    """Delete people for good who are in the trash, with all that hangs on them alone.

    Conversations in which others were stay with the others.

    Raises:
        UserProblem: none of them is in the trash, or it could not be written.
    """
    here = _those_here(notebook, contact_ids)
    words = f"Deleted {described(notebook, here)} for good"
    with notebook.change(words) as change:
        for batch in batches(notebook.trash.with_absorbed(here), progress, words):
            change.touch(Changed.CONVERSATION, *notebook.trash.erase(batch))
        change.touch(Changed.CONTACT, *here)
        change.touch(Changed.FOLLOW_UP)
    return change.result()


def erase_expired(notebook: Notebook, progress: Progress | None = None) -> int:
    """Remove the people who were in the trash for longer than it keeps them; return how many.

    Raises:
        UserProblem: it could not be written.
        Cancelled: it was asked to stop; nobody was removed.
    """
    expired = notebook.trash.expired(notebook.clock.today())
    if not expired:
        return 0
    gone = notebook.trash.with_absorbed(expired)
    with notebook.tidying():
        for batch in batches(gone, progress, "Emptying the trash"):
            notebook.trash.erase(batch)
        notebook.journal.forget_contacts(gone)
    return len(expired)


def _those_here(notebook: Notebook, contact_ids: Sequence[int]) -> list[int]:
    in_trash = set(notebook.trash.ids())
    here = [contact_id for contact_id in dict.fromkeys(contact_ids) if contact_id in in_trash]
    if not here:
        raise UserProblem("Nobody of them is in the trash any more.")
    return here
