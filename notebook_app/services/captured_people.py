"""Puts the people of a line into the notebook, and what the line says of them."""

from collections.abc import Sequence
from dataclasses import replace

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.capture.captured import CapturedLine, NamedPerson
from notebook_app.model.changes import Changed
from notebook_app.model.contact import ContactDetails, ContactDraft, Email, Phone, RelatedName
from notebook_app.model.name_form import folded, split_name
from notebook_app.model.relations import same_relation
from notebook_app.storage.notebook import Change, Notebook

_NAMED_AT_MOST = 6


def ensure_clear(captured: CapturedLine) -> None:
    """Make sure that it is clear who is meant by each name.

    Raises:
        UserProblem: several are called so, and none was chosen.
    """
    for person in captured.people:
        if person.is_unclear:
            shown = person.choices[:_NAMED_AT_MOST]
            named = "; ".join(
                f"{choice.name}, {choice.organization}" if choice.organization else choice.name
                for choice in shown
            )
            more = ", and more" if len(person.choices) > len(shown) else ""
            raise UserProblem(
                f"“{person.name}” can be {named}{more}.",
                "",
                "Choose who is meant, or write more of the name.",
            )


class PeopleWriter:
    """Finds or adds the people of one or more lines that are stored together.

    A new name that comes again in a later line is the same new person, unless the two are from
    different organisations.
    """

    def __init__(self, notebook: Notebook, change: Change) -> None:
        """Take the notebook and the running change."""
        self._notebook = notebook
        self._change = change
        self._added: dict[str, list[tuple[str, int]]] = {}
        self.new_ids: set[int] = set()

    def write(self, captured: CapturedLine, first_id: int | None = None) -> list[int]:
        """Return the row ids of the people of a line, in its order.

        ``first_id`` is whom the line is about without naming them. What a line says about the
        first of its people is put down with them: where they are from, how to reach them.
        """
        ids: list[int] = []
        for number, person in enumerate(captured.people):
            about = captured if number == 0 else None
            ids.append(person.chosen or self._new(person, about))
        if first_id is not None and first_id not in ids[:1]:
            ids = [first_id, *(contact_id for contact_id in ids if contact_id != first_id)]
        if ids and ids[0] not in self.new_ids:
            self._add_to(ids[0], captured)
        self._change.touch(Changed.CONTACT, *ids)
        return ids

    def put_tags(self, contact_ids: Sequence[int], tags: Sequence[str]) -> None:
        """Put tags on people, made if there are none of that name."""
        for name in tags:
            tag_id = self._notebook.contacts.tag_id(name)
            self._notebook.many.add_tag(contact_ids, tag_id, name)
            self._change.touch(Changed.TAG, tag_id)

    def relate(self, contact_id: int, other_id: int, label: str) -> None:
        """Write down that ``label`` of the one is the other, if that is not there yet."""
        one = self._notebook.contacts.get(contact_id)
        other = self._notebook.contacts.get(other_id)
        if one is None or other is None or contact_id == other_id:
            return
        known = self._notebook.relations.of(contact_id)
        if any(row.contact_id == other_id and same_relation(row.label, label) for row in known):
            return
        link = RelatedName(other.details.display_name, label, other.uid)
        draft = self._notebook.contacts.draft_of(one)
        details = replace(draft.details, related=(*draft.details.related, link))
        self._notebook.contacts.update(contact_id, replace(draft, details=details))
        self._change.touch(Changed.CONTACT, contact_id, other_id)

    def _new(self, person: NamedPerson, about: CapturedLine | None) -> int:
        organization = about.organization if about is not None else ""
        key = folded(person.name)
        for other, contact_id in self._added.get(key, ()):
            if not (organization and other) or folded(other) == folded(organization):
                return contact_id
        details = ContactDetails(display_name=person.name, name=split_name(person.name))
        if about is not None:
            details = replace(
                details,
                organization=about.organization,
                title=about.title,
                emails=tuple(Email(address) for address in about.emails),
                phones=tuple(Phone(number) for number in about.phones),
            )
        contact_id = self._notebook.contacts.insert(ContactDraft(details))
        self._added.setdefault(key, []).append((organization, contact_id))
        self.new_ids.add(contact_id)
        return contact_id

    def _add_to(self, contact_id: int, captured: CapturedLine) -> None:
        """Add to a known contact what it does not have yet; nothing is ever replaced."""
        if not (captured.organization or captured.title or captured.emails or captured.phones):
            return
        contact = self._notebook.contacts.get(contact_id)
        if contact is None:
            return
        draft = self._notebook.contacts.draft_of(contact)
        before = draft.details
        addresses = {email.address.casefold() for email in before.emails}
        numbers = {_bare(phone.number) for phone in before.phones}
        details = replace(
            before,
            organization=before.organization or captured.organization,
            title=before.title or captured.title,
            emails=(
                *before.emails,
                *(Email(each) for each in captured.emails if each.casefold() not in addresses),
            ),
            phones=(
                *before.phones,
                *(Phone(each) for each in captured.phones if _bare(each) not in numbers),
            ),
        )
        if details != before:
            self._notebook.contacts.update(contact_id, replace(draft, details=details))


def _bare(number: str) -> str:
    return "".join(char for char in number if char.isdigit() or char == "+")
