"""What the user offers: add and change it, and write down who knows of it, and how."""

from collections.abc import Sequence
from datetime import date

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.record import record
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.name_form import folded, names_list
from notebook_app.model.offering import ServiceKnowledge
from notebook_app.storage.notebook import Notebook


@record
class ServiceDraft:
    """A service as the user wrote it; ``id`` is None for a new one."""

    id: int | None
    name: str
    description: str = ""
    retired: bool = False


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
    name = _name_of(notebook, service_id)
    with notebook.change(f"Told {names_list(names)} of {name}") as change:
        told = notebook.offerings.tell(contact_ids, service_id, on or today, None)
        change.touch(Changed.SERVICE, service_id)
        change.touch(Changed.CONTACT, *contact_ids)
    return change.result() if told else None


def know_of_service(
    notebook: Notebook,
    contact_ids: Sequence[int],
    service_id: int,
    knowledge: ServiceKnowledge | None,
) -> ChangeSet | None:
    """Write down that people use a service, were told of it or declined it; None: not told.

    None if it stood so with all of them already.

    Raises:
        UserProblem: the service is gone, or it could not be written.
    """
    name = _name_of(notebook, service_id)
    names = names_list(notebook.contacts.names_of(contact_ids))
    said = {
        ServiceKnowledge.USES: f"{names}: uses {name}",
        ServiceKnowledge.TOLD: f"Told {names} of {name}",
        ServiceKnowledge.DECLINED: f"{names}: declined {name}",
        None: f"{names}: not told of {name}",
    }[knowledge]
    with notebook.change(said) as change:
        changed = notebook.offerings.know(
            contact_ids, service_id, knowledge, notebook.clock.today()
        )
        change.touch(Changed.SERVICE, service_id)
        change.touch(Changed.CONTACT, *contact_ids)
    return change.result() if changed else None


def save_services(notebook: Notebook, drafts: Sequence[ServiceDraft]) -> ChangeSet:
    """Store the services in this order; those that are not named stay as they are.

    What is no longer offered is retired, so that it stays known who used it.

    Raises:
        UserProblem: one has no name, two have the same, or they could not be written.
    """
    kept = [
        ServiceDraft(each.id, " ".join(each.name.split()), each.description.strip(), each.retired)
        for each in drafts
    ]
    _check_names(notebook, kept)
    stored = {each.id: each for each in notebook.offerings.services(retired=True)}
    with notebook.change("Changed your services") as change:
        for position, each in enumerate(kept):
            service_id = each.id
            if service_id is None:
                service_id = notebook.offerings.insert_service(
                    each.name, each.description, position
                )
            # First out of the way, so that two can change their names.
            elif stored[service_id].name != each.name:
                notebook.offerings.update_service(
                    service_id, f"\0{service_id}", "", position, retired=each.retired
                )
            change.touch(Changed.SERVICE, service_id)
        for position, each in enumerate(kept):
            if each.id is not None:
                notebook.offerings.update_service(
                    each.id, each.name, each.description, position, retired=each.retired
                )
        change.touch(Changed.CONVERSATION)
    return change.result()


def _check_names(notebook: Notebook, drafts: Sequence[ServiceDraft]) -> None:
    named = {each.id for each in drafts}
    taken = {
        folded(each.name)
        for each in notebook.offerings.services(retired=True)
        if each.id not in named
    }
    for each in drafts:
        if not each.name:
            raise UserProblem("A service has no name.", "", "Give it a few words.")
        if folded(each.name) in taken:
            raise UserProblem(f"{each.name} is there twice.", "", "Call one of them otherwise.")
        taken.add(folded(each.name))


def _name_of(notebook: Notebook, service_id: int) -> str:
    for service in notebook.offerings.services(retired=True):
        if service.id == service_id:
            return service.name
    raise UserProblem("This service is no longer in the notebook.")
