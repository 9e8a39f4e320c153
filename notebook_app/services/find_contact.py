"""Find the one contact that words mean."""

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.rows import ContactChoice
from notebook_app.storage.notebook import Notebook

_NAMED_AT_MOST = 8


def find_contact(notebook: Notebook, words: str) -> ContactChoice:
    """Return the contact with this id, UUID, or enough of a name to be unique.

    Raises:
        UserProblem: there is none, or several, which are then listed.
    """
    found = notebook.contacts.find(words)
    if not found:
        raise UserProblem(f"There is nobody called “{words}” in the notebook.")
    if len(found) == 1:
        return found[0]
    listed = "; ".join(_described(choice) for choice in found[:_NAMED_AT_MOST])
    more = ", and more" if len(found) > _NAMED_AT_MOST else ""
    raise UserProblem(
        f"“{words}” can be {listed}{more}.", "", "Say more of the name, or use the number."
    )


def _described(choice: ContactChoice) -> str:
    where = f", {choice.organization}" if choice.organization else ""
    return f"{choice.name}{where} ({choice.id})"
