"""Let it rest: an honest answer to whoever fades, for one or for many, until they speak again."""

from collections.abc import Sequence

from notebook_app.foundation.progress import Progress
from notebook_app.model.changes import ChangeSet
from notebook_app.services.change_many import change_batches, described
from notebook_app.storage.notebook import Notebook


def let_rest(
    notebook: Notebook, contact_ids: Sequence[int], progress: Progress | None = None
) -> ChangeSet:
    """Ask for nothing with these people until the next conversation after today.

    Raises:
        UserProblem: they rest since today already, or it could not be written.
    """
    words = f"Let it rest with {described(notebook, contact_ids)}"
    today = notebook.clock.today()
    return change_batches(
        notebook,
        contact_ids,
        words,
        lambda batch: notebook.many.set_resting(batch, today),
        progress,
    )


def end_rest(
    notebook: Notebook, contact_ids: Sequence[int], progress: Progress | None = None
) -> ChangeSet:
    """Ask for these people again as for everybody.

    Raises:
        UserProblem: none of them rests, or it could not be written.
    """
    words = f"No longer at rest: {described(notebook, contact_ids)}"
    return change_batches(
        notebook, contact_ids, words, lambda batch: notebook.many.set_resting(batch, None), progress
    )
