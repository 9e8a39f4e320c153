"""Link two people ("her partner is Bo"), or part them; both pages show it."""

from dataclasses import dataclass, replace

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.contact import Contact, ContactDetails, RelatedName
from notebook_app.model.relations import reverse_of, same_relation
from notebook_app.storage.notebook import Notebook


@dataclass(frozen=True, slots=True)
class RelatedOutcome:
    """What linking did; ``remark`` points out what can hardly be meant, or is empty."""

    changes: ChangeSet
    remark: str = ""


def relate_contacts(
    notebook: Notebook, contact_id: int, other_id: int, label: str
) -> RelatedOutcome:
    """Write down that ``label`` of the one is the other.

    A link that leads in a circle ("A is a child of B, B is a child of A") is written all the
    same, and pointed out. One that is there already changes nothing.

    Raises:
        UserProblem: both are the same, one is gone, or it could not be written.
    """
    one, other = _both(notebook, contact_id, other_id)
    remark = _remark(notebook, one, other, label)
    name = other.details.display_name
    link = RelatedName(name, label.strip(), other.uid)
    known = notebook.relations.of(contact_id)
    if any(row.contact_id == other_id and same_relation(row.label, label) for row in known):
        return RelatedOutcome(ChangeSet(can_undo=False), remark)
    with notebook.change(f"Linked {one.details.display_name} with {name}") as change:
        _store(notebook, one, (*one.details.related, link))
        change.touch(Changed.CONTACT, contact_id, other_id)
    return RelatedOutcome(change.result(), remark)


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


def ensure_not_related_to_self(uid: str, details: ContactDetails) -> None:
    """Make sure that nobody is said to be their own partner or child.

    Raises:
        UserProblem: somebody is.
    """
    if any(who.uid and who.uid.lower() == uid.lower() for who in details.related):
        raise _with_oneself(details.display_name)


def _with_oneself(name: str) -> UserProblem:
    return UserProblem(
        f"{name or 'Nobody'} can't be linked with themselves.", "", "Choose somebody else."
    )


def _both(notebook: Notebook, contact_id: int, other_id: int) -> tuple[Contact, Contact]:
    found = [notebook.contacts.get(each) for each in (contact_id, other_id)]
    one, other = found
    if one is None or other is None or one.deleted_at or other.deleted_at:
        raise UserProblem("One of the two is no longer in the notebook.")
    if contact_id == other_id:
        raise _with_oneself(one.details.display_name)
    return one, other


def _remark(notebook: Notebook, one: Contact, other: Contact, label: str) -> str:
    if not notebook.relations.leads_back(one.id, other.id, label):
        return ""
    first, second = one.details.display_name, other.details.display_name
    return (
        f"That leads in a circle: “{label}” between {first} and {second} stands against"
        " what is written down already."
    )


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
