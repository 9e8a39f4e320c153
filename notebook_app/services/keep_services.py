"""Add something that the user offers, and write down whom they told of it."""

from collections.abc import Sequence
from datetime import date

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.name_form import names_list
from notebook_app.storage.notebook import Notebook


def add_service(notebook: Notebook, name: str, description: str = "") -> ChangeSet:
    """Store a service; its id is the only one of kind service in the answer.

    Raises:
        UserProblem: it has no name, is there already, or could not be written.
    """
    words = " ".join(name.split())
    if not words:
        raise UserProblem("This service has no name yet.", "", "Give it a few words.")
    offered = notebook.offerings.services(retired=True)
    if notebook.offerings.find(words) is not None and not words.isdecimal():
        raise UserProblem(f"{words} is among your services already.")
    with notebook.change(f"Added {words} to your services") as change:
        service_id = notebook.offerings.insert_service(words, description.strip(), len(offered))
        change.touch(Changed.SERVICE, service_id)
    return change.result()


def tell_of_service(
    notebook: Notebook, contact_ids: Sequence[int], service_id: int, on: date | None = None
) -> ChangeSet | None:
    """Write down that people were told of a service, today if no day is given.

    None if all of them knew it already.

    Raises:
        UserProblem: somebody is gone, the day is still to come, or it could not be written.
    """
    names = notebook.contacts.names_of(contact_ids)
    if not names or not all(names):
        raise UserProblem("Somebody of them is no longer in the notebook.", "", "Choose again.")
    today = notebook.clock.today()
    if on is not None and on > today:
        raise UserProblem("This day is still to come.", "", "Plan a follow-up for it instead.")
    service = next(
        (each for each in notebook.offerings.services(retired=True) if each.id == service_id), None
    )
    if service is None:
        raise UserProblem("This service is no longer in the notebook.")
    with notebook.change(f"Told {names_list(names)} of {service.name}") as change:
        told = notebook.offerings.tell(contact_ids, service_id, on or today, None)
        change.touch(Changed.SERVICE, service_id)
        change.touch(Changed.CONTACT, *contact_ids)
    return change.result() if told else None
