"""What commands answer as JSON: one document, and the shapes of the things in it.

The shapes are a contract with scripts: missing values are null, dates are ISO, lists are arrays.
"""

import json
from collections.abc import Sequence
from typing import TextIO

from notebook_app.cli.contact_fields import Known, field_json
from notebook_app.model.attachment import AttachmentRow
from notebook_app.model.contact import Address, Contact
from notebook_app.model.conversation import Conversation
from notebook_app.model.rows import ContactRow, FollowUpRow, TimelineEntry

Json = dict[str, object]


def write_json(document: object, stdout: TextIO) -> None:
    """Write one JSON document and a line end; of a list, each item on a line of its own."""
    if isinstance(document, list):
        # Without indents json works in C, ten times as fast.
        items = (json.dumps(item, ensure_ascii=False) for item in document)
        stdout.write("[" + ",".join(f"\n{item}" for item in items) + "\n]\n")
    else:
        stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def contact_json(
    contact: Contact,
    row: ContactRow | None,
    known: Known | None = None,
    attached: Sequence[AttachmentRow] = (),
) -> Json:
    """Return a contact; ``row`` tells of its conversations and follow-ups.

    ``known`` are those in the notebook whom its links lead to, ``attached`` its files.
    """
    details = contact.details
    name = details.name
    cadence = contact.cadence
    return {
        "id": contact.id,
        "uid": contact.uid,
        "kind": contact.details.kind.value,
        "name": details.display_name,
        "given_name": name.given or None,
        "family_name": name.family or None,
        "additional_name": name.additional or None,
        "name_prefix": name.prefix or None,
        "name_suffix": name.suffix or None,
        "nickname": details.nickname or None,
        "organization": details.organization or None,
        "department": details.department or None,
        "title": details.title or None,
        "profession": details.profession or None,
        "role": [role.value for role in contact.roles],
        "stage": contact.stage.value if contact.stage else None,
        "tags": list(details.tags),
        "phones": [
            {"label": phone.label or None, "number": phone.number} for phone in details.phones
        ],
        "emails": [
            {"label": email.label or None, "address": email.address} for email in details.emails
        ],
        "addresses": [_address(address) for address in details.addresses],
        "urls": [{"label": link.label or None, "url": link.url} for link in details.links],
        "birthday": details.birthday.iso() if details.birthday else None,
        "dates": [{"label": own.label or None, "date": own.date.iso()} for own in details.dates],
        **field_json(contact, known or {}, attached),
        "note": details.note or None,
        "cadence": {"count": cadence.count, "unit": cadence.unit.value} if cadence else None,
        "last_conversation": _iso(row.last_conversation) if row else None,
        "next_due": _iso(row.next_due) if row else None,
        "created": contact.created_at,
        "changed": contact.changed_at,
    }


def follow_up_json(row: FollowUpRow) -> Json:
    """Return a follow-up."""
    return {
        "id": row.id,
        "uid": row.uid,
        "contact": {"id": row.contact_id, "name": row.contact_name},
        "kind": row.kind.value,
        "due_date": row.due.isoformat(),
        "due_time": row.at.isoformat("minutes") if row.at else None,
        "note": row.note or None,
        "repeat": row.repeat or None,
        "state": row.state.value,
        "note_state": row.note_state.value if row.note_state else None,
        "minutes": row.minutes,
        "promised": row.promised,
        "outcome": row.outcome.value if row.outcome else None,
    }


def conversation_json(conversation: Conversation, names: list[str]) -> Json:
    """Return a conversation; ``names`` are those of its contacts."""
    draft = conversation.draft
    return {
        "id": conversation.id,
        "uid": conversation.uid,
        "date": draft.on.isoformat(),
        "time": draft.at.isoformat("minutes") if draft.at else None,
        "channel": draft.channel.value,
        "setting": draft.setting or None,
        "formality": draft.formality.value if draft.formality else None,
        "place": draft.place or None,
        "initiated_by": draft.initiated_by.value if draft.initiated_by else None,
        "text": draft.text,
        "contacts": [
            {"id": contact_id, "name": name}
            for contact_id, name in zip(draft.contact_ids, names, strict=True)
        ],
    }


def entry_json(entry: TimelineEntry) -> Json:
    """Return an entry of a timeline."""
    return {
        "kind": entry.kind.value,
        "id": entry.id,
        "date": entry.on.isoformat(),
        "time": entry.at.isoformat("minutes") if entry.at else None,
        "title": entry.title,
        "text": entry.text or None,
        "badges": list(entry.badges),
        "aside": entry.aside or None,
        "others": list(entry.others),
        "told_about": list(entry.told_about),
        "led_to": [
            {"what": words.lower(), "id": person.id, "name": person.name}
            for words, person in entry.led_to
        ],
    }


def _address(address: Address) -> Json:
    return {
        "label": address.label or None,
        "po_box": address.po_box or None,
        "extended": address.extended or None,
        "street": address.street or None,
        "city": address.city or None,
        "region": address.region or None,
        "postal_code": address.postal_code or None,
        "country": address.country or None,
    }


def _iso(day: object) -> str | None:
    return None if day is None else str(day)
