"""Let it rest: an honest answer to whoever fades, for one or for many, until they speak again."""

from collections.abc import Sequence
from datetime import date

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.services.batches import batches
from notebook_app.services.change_many import described
from notebook_app.storage.notebook import Notebook


def let_rest(
    notebook: Notebook, contact_ids: Sequence[int], progress: Progress | None = None
) -> ChangeSet:
    """Ask for nothing with these people until the next conversation after today.

    Raises:
        UserProblem: they rest since today already, or it could not be written.
    """
    words = f"Let it rest with {described(notebook, contact_ids)}"
    return _set(notebook, contact_ids, notebook.clock.today(), words, progress)


def end_rest(
    notebook: Notebook, contact_ids: Sequence[int], progress: Progress | None = None
) -> ChangeSet:
    """Ask for these people again as for everybody.

    Raises:
        UserProblem: none of them rests, or it could not be written.
    """
    words = f"No longer at rest: {described(notebook, contact_ids)}"
    return _set(notebook, contact_ids, None, words, progress)


def _set(
    notebook: Notebook,
    contact_ids: Sequence[int],
    since: date | None,
    words: str,
    progress: Progress | None,
) -> ChangeSet:
    changed: list[int] = []
    with notebook.change(words) as change:
        for batch in batches(contact_ids, progress, words):
            changed += notebook.many.set_resting(batch, since)
        if not changed:
            raise UserProblem("That is how it is already; nothing was changed.")
        change.touch(Changed.CONTACT, *changed)
    return change.result()
