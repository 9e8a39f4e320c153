"""Add a good question of one's own, change one, hide one, offer it again."""

from collections.abc import Callable

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.storage.notebook import Notebook


def add_question(notebook: Notebook, text: str) -> ChangeSet:
    """Add a question of the user's own.

    Raises:
        UserProblem: nothing was said, or it could not be written.
    """
    words = _checked(text)
    return _write(notebook, "Added a question", lambda: notebook.questions.add(words))


def change_question(notebook: Notebook, old_text: str, text: str) -> ChangeSet:
    """Ask in other words.

    Raises:
        UserProblem: nothing is left of it, or it could not be written.
    """
    words = _checked(text)
    return _write(
        notebook, "Changed a question", lambda: notebook.questions.change(old_text, words)
    )


def hide_question(notebook: Notebook, text: str) -> ChangeSet:
    """Offer a question no longer.

    Raises:
        UserProblem: it could not be written.
    """
    return _write(notebook, "Hid a question", lambda: notebook.questions.hide(text))


def show_question(notebook: Notebook, text: str) -> ChangeSet:
    """Offer a question again.

    Raises:
        UserProblem: it could not be written.
    """
    return _write(notebook, "Offered a question again", lambda: notebook.questions.show(text))


def remove_question(notebook: Notebook, text: str) -> ChangeSet:
    """Take a question of the user's own out of the notebook; a ready-made one is hidden.

    Raises:
        UserProblem: it could not be written.
    """
    return _write(notebook, "Took out a question", lambda: notebook.questions.remove(text))


def _write(notebook: Notebook, label: str, write: Callable[[], object]) -> ChangeSet:
    with notebook.change(label) as change:
        write()
        change.touch(Changed.SETTING)
    return change.result()


def _checked(text: str) -> str:
    words = " ".join(text.split())
    if not words:
        raise UserProblem("Nothing is written down yet.", "", "Write a question.")
    return words
