"""Take back the last change, or bring back what was taken back."""

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import ChangeSet
from notebook_app.storage.notebook import Notebook


def undo_last(notebook: Notebook) -> ChangeSet:
    """Take back the last change or import.

    Raises:
        UserProblem: there is nothing to take back, or it could not be written.
    """
    label = notebook.undo()
    if label is None:
        raise UserProblem("There is nothing to take back.")
    return ChangeSet(f"Taken back: {label}", everything=True, can_undo=False)


def redo_last(notebook: Notebook) -> ChangeSet:
    """Bring back the change that was taken back last.

    Raises:
        UserProblem: there is nothing to bring back, or it could not be written.
    """
    label = notebook.redo()
    if label is None:
        raise UserProblem("There is nothing to bring back.")
    return ChangeSet(f"Brought back: {label}", everything=True)
