"""Take a link between two people away; it stands on both pages, but is written down on one.

Links are made by writing them into the details of either, as any other change of a person.
"""

from dataclasses import replace

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.contact import Contact, RelatedName
from notebook_app.model.relations import reverse_of, same_relation
from notebook_app.storage.notebook import Notebook


def unrelate_contacts(
    notebook: Notebook, contact_id: int, other_id: int, label: str | None = None
) -> ChangeSet:
    """Take a link away, wherever of the two it is written down; without a label, all of theirs.

    Raises:
        UserProblem: one is gone, they are not linked, or it could not be written.
    """
    one, other = _both(notebook, contact_id, other_id)
    mine = _left(notebook, one, other, label)
    theirs = _left(notebook, other, one, None if label is None else reverse_of(label))
    if mine == one.details.related and theirs == other.details.related:
        raise UserProblem(
            f"{one.details.display_name} and {other.details.display_name} are not linked that way."
        )
    names = f"{one.details.display_name} and {other.details.display_name}"
    with notebook.change(f"Took the link between {names} away") as change:
        for contact, left in ((one, mine), (other, theirs)):
            if left != contact.details.related:
                _store(notebook, contact, left)
        change.touch(Changed.CONTACT, contact_id, other_id)
    return change.result()


def _both(notebook: Notebook, contact_id: int, other_id: int) -> tuple[Contact, Contact]:
    found = [notebook.contacts.get(each) for each in (contact_id, other_id)]
    one, other = found
    if one is None or other is None or one.deleted_at or other.deleted_at:
        raise UserProblem("One of the two is no longer in the notebook.")
    return one, other


def _left(
    notebook: Notebook, contact: Contact, other: Contact, label: str | None
) -> tuple[RelatedName, ...]:
    """Return the links of a contact without those to the other, of this label if there is one."""
    return tuple(
        who
        for who in contact.details.related
        if not _means(notebook, who, other)
        or not (label is None or same_relation(who.label, label))
    )


def _means(notebook: Notebook, who: RelatedName, other: Contact) -> bool:
    """Return whether a link leads to the other, or to somebody who was merged into them."""
    person = notebook.relations.person(who.uid) if who.uid else None
    return person is not None and person[0] == other.id


def _store(notebook: Notebook, contact: Contact, related: tuple[RelatedName, ...]) -> None:
    draft = notebook.contacts.draft_of(contact)
    details = replace(draft.details, related=related)
    notebook.contacts.update(contact.id, replace(draft, details=details))
