"""Take back the last change, or bring back what was taken back."""

from notebook_app.model.changes import ChangeSet
from notebook_app.storage.notebook import Notebook


def undo_last(notebook: Notebook) -> ChangeSet | None:
    """Take back the last change or import; None if there is nothing to take back.

    Raises:
        UserProblem: it could not be written.
    """
    label = notebook.undo()
    return None if label is None else ChangeSet(f"Undone: {label}", {}, True, can_undo=False)


def redo_last(notebook: Notebook) -> ChangeSet | None:
    """Bring back the change that was taken back last; None if there is none.

    Raises:
        UserProblem: it could not be written.
    """
    label = notebook.redo()
    return None if label is None else ChangeSet(f"Done again: {label}", {}, True, can_undo=True)
