"""What a contact's JSON holds beside the contract's first keys: links, files, and rare fields."""

from collections.abc import Iterable, Mapping, Sequence

from notebook_app.model.attachment import AttachmentRow
from notebook_app.model.contact import Contact, RelatedName
from notebook_app.model.relations import RelationRow
from notebook_app.model.rows import ContactChoice
from notebook_app.storage.notebook import Notebook

Json = dict[str, object]
Known = Mapping[str, tuple[int, str]]
"""Id and name of those whom UIDs mean in this notebook."""


def known_people(notebook: Notebook, contacts: Iterable[Contact]) -> Known:
    """Return whom the links of contacts lead to."""
    uids = dict.fromkeys(
        who.uid for contact in contacts for who in contact.details.related if who.uid
    )
    found = {uid: notebook.relations.person(uid) for uid in uids}
    return {uid: (person[0], person[1]) for uid, person in found.items() if person}


def field_json(contact: Contact, known: Known, attached: Sequence[AttachmentRow]) -> Json:
    """Return the fields of a contact that few have, and its files."""
    details = contact.details
    return {
        "maiden_name": details.name.maiden or None,
        "phonetic_given_name": details.name.phonetic_given or None,
        "phonetic_family_name": details.name.phonetic_family or None,
        "pronouns": details.pronouns or None,
        "gender": details.gender or None,
        "languages": list(details.languages),
        "time_zone": details.time_zone or None,
        "affiliations": [
            {
                "organization": post.organization or None,
                "department": post.department or None,
                "title": post.title or None,
                "profession": post.profession or None,
            }
            for post in details.affiliations
        ],
        "links": [
            {
                "label": link.label or None,
                "url": link.url,
                "kind": link.kind.value,
                "service": link.service or None,
                "preferred": link.preferred,
            }
            for link in details.links
        ],
        "preferred_phone": _first(phone.number for phone in details.phones if phone.preferred),
        "preferred_email": _first(email.address for email in details.emails if email.preferred),
        "related": [_related(who, known) for who in details.related],
        "own_fields": [{"name": own.name, "value": own.value} for own in details.own_fields],
        "attachments": [{"id": row.id, "name": row.name, "size": row.size} for row in attached],
        "other_properties": list(details.other_properties),
    }


def linked_from_json(rows: Iterable[RelationRow]) -> list[Json]:
    """Return who names a contact, and what they are to it."""
    return [
        {"label": row.label or None, "name": row.name, "uid": row.uid, "id": row.contact_id}
        for row in rows
        if row.named_by_them
    ]


def people_json(people: Iterable[ContactChoice]) -> list[Json]:
    """Return the people of an organisation; their ``organization`` is their title."""
    return [
        {"id": person.id, "name": person.name, "title": person.organization or None}
        for person in people
    ]


def _related(who: RelatedName, known: Known) -> Json:
    contact_id, name = known.get(who.uid, (None, who.name))
    return {
        "label": who.label or None,
        "name": name or None,
        "uid": who.uid or None,
        "id": contact_id,
    }


def _first(texts: Iterable[str]) -> str | None:
    return next(iter(texts), None)
