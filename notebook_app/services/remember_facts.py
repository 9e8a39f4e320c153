"""Note a thing to remember of somebody, say it otherwise, move it, forget it."""

from collections.abc import Callable

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.remembered import RememberedRow
from notebook_app.storage.notebook import Notebook


def remember(notebook: Notebook, contact_id: int, text: str) -> ChangeSet:
    """Note a thing to remember of a contact, today.

    Raises:
        UserProblem: nothing was said, they are gone, or it could not be written.
    """
    words = _checked(text)
    name = notebook.contacts.name_of(contact_id)
    if not name:
        raise UserProblem("This person is no longer in the notebook.")
    with notebook.change(f"Noted something to remember of {name}") as change:
        notebook.remembered.add(contact_id, words, notebook.clock.today())
        change.touch(Changed.CONTACT, contact_id)
    return change.result()


def change_fact(notebook: Notebook, fact_id: int, text: str) -> ChangeSet:
    """Say a thing to remember in other words.

    Raises:
        UserProblem: it is gone, nothing is left of it, or it could not be written.
    """
    words = _checked(text)
    return _write(
        notebook,
        fact_id,
        "Changed what to remember of {name}",
        lambda _fact: notebook.remembered.change(fact_id, words),
    )


def move_fact(notebook: Notebook, fact_id: int, step: int) -> ChangeSet | None:
    """Put a thing to remember ``step`` places further down; None if it stands there already.

    Raises:
        UserProblem: it is gone, or it could not be written.
    """
    fact = notebook.remembered.get(fact_id)
    if fact is not None:
        order = [other.id for other in notebook.remembered.of(fact.contact_id)]
        place = min(max(order.index(fact_id) + step, 0), len(order) - 1)
        if order[place] == fact_id:
            return None
        return _write(
            notebook,
            fact_id,
            "Put what to remember of {name} in another order",
            lambda _fact: notebook.remembered.move(fact_id, place),
        )
    raise _gone()


def forget_fact(notebook: Notebook, fact_id: int) -> ChangeSet:
    """Take a thing to remember out of the notebook.

    Raises:
        UserProblem: it is gone already, or it could not be written.
    """
    return _write(
        notebook,
        fact_id,
        "Took out what to remember of {name}: {text}",
        lambda _fact: notebook.remembered.remove(fact_id),
    )


def _write(
    notebook: Notebook, fact_id: int, label: str, write: Callable[[RememberedRow], object]
) -> ChangeSet:
    fact = notebook.remembered.get(fact_id)
    if fact is None:
        raise _gone()
    name = notebook.contacts.name_of(fact.contact_id)
    text = fact.text if len(fact.text) <= _LONGEST_SAID else fact.text[:_LONGEST_SAID] + "…"
    with notebook.change(label.format(name=name, text=text)) as change:
        write(fact)
        change.touch(Changed.CONTACT, fact.contact_id)
    return change.result()


def _checked(text: str) -> str:
    words = " ".join(text.split())
    if not words:
        raise UserProblem("Nothing is written down yet.", "", "Write a few words.")
    return words


def _gone() -> UserProblem:
    return UserProblem("This is no longer in the notebook.")


_LONGEST_SAID = 60
