"""Between a contact's record and the rows of its tables, both ways."""

import hashlib
from collections.abc import Mapping, Sequence

from notebook_app.model.contact import (
    Address,
    Affiliation,
    Cadence,
    CadenceUnit,
    Contact,
    ContactDetails,
    ContactDraft,
    ContactKind,
    Email,
    Link,
    LinkKind,
    NameParts,
    OwnDate,
    OwnField,
    Phone,
    Photo,
    RelatedName,
    Role,
    Stage,
)
from notebook_app.model.name_form import folded, shown_name, sort_key
from notebook_app.model.partial_date import PartialDate
from notebook_app.model.search_text import indexed_name, indexed_reach, indexed_rest

Row = Mapping[str, object]


def details_columns(details: ContactDetails, e164: list[str]) -> dict[str, object]:
    """Return the columns of table ``contact`` that a contact's details decide.

    ``e164`` holds the international form of each phone, empty where there is none.
    """
    display_name = shown_name(details)
    name = details.name
    return {
        "kind": details.kind.value,
        "display_name": display_name,
        "sort_key": sort_key(display_name),
        "name_prefix": name.prefix,
        "given_name": name.given,
        "additional_name": name.additional,
        "family_name": name.family,
        "name_suffix": name.suffix,
        "phonetic_given": name.phonetic_given,
        "phonetic_family": name.phonetic_family,
        "maiden_name": name.maiden,
        "nickname": details.nickname,
        "organization": details.organization,
        "organization_key": folded(details.organization),
        "department": details.department,
        "title": details.title,
        "profession": details.profession,
        "birthday": details.birthday.iso() if details.birthday else None,
        "pronouns": details.pronouns,
        "gender": details.gender,
        "languages": "\n".join(details.languages),
        "time_zone": details.time_zone,
        "note": details.note,
        "other_properties": "\n".join(details.other_properties),
        "search_name": indexed_name(details, display_name),
        "search_reach": indexed_reach(details, e164),
        "search_rest": indexed_rest(details),
    }


def draft_columns(draft: ContactDraft) -> dict[str, object]:
    """Return the columns of table ``contact`` that only the notebook knows about."""
    return {
        "stage": draft.stage.value if draft.stage else None,
        "cadence_count": draft.cadence.count if draft.cadence else None,
        "cadence_unit": draft.cadence.unit.value if draft.cadence else None,
        "cadence_slack": draft.cadence.slack if draft.cadence else None,
    }


def belonging_rows(
    contact_id: int, details: ContactDetails, e164: list[str]
) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows of each table of belongings, in the order of ``BELONGING_COLUMNS``."""
    return {
        "phone": [
            (contact_id, position, phone.label, phone.number, number, int(phone.preferred))
            for position, (phone, number) in enumerate(zip(details.phones, e164, strict=True))
        ],
        "email": [
            (contact_id, position, email.label, email.address, int(email.preferred))
            for position, email in enumerate(details.emails)
        ],
        "address": [
            (
                contact_id,
                position,
                address.label,
                address.po_box,
                address.extended,
                address.street,
                address.city,
                address.region,
                address.postal_code,
                address.country,
                int(address.preferred),
            )
            for position, address in enumerate(details.addresses)
        ],
        "link": [
            (
                contact_id,
                position,
                link.label,
                link.kind.value,
                link.service,
                link.url,
                int(link.preferred),
            )
            for position, link in enumerate(details.links)
        ],
        "own_date": [
            (contact_id, position, own.label, own.date.iso())
            for position, own in enumerate(details.dates)
        ],
        "related_name": [
            (contact_id, position, related.label, related.name, related.uid)
            for position, related in enumerate(details.related)
        ],
        "affiliation": [
            (
                contact_id,
                position,
                post.organization,
                post.department,
                post.title,
                post.profession,
                folded(post.organization),
            )
            for position, post in enumerate(details.affiliations)
        ],
        "own_field": [
            (contact_id, position, own.name, own.value, folded(own.name))
            for position, own in enumerate(details.own_fields)
        ],
    }


BELONGING_COLUMNS: dict[str, tuple[str, ...]] = {
    "phone": ("contact_id", "position", "label", "number", "e164", "preferred"),
    "email": ("contact_id", "position", "label", "address", "preferred"),
    "address": (
        "contact_id",
        "position",
        "label",
        "po_box",
        "extended",
        "street",
        "city",
        "region",
        "postal_code",
        "country",
        "preferred",
    ),
    "link": ("contact_id", "position", "label", "kind", "service", "url", "preferred"),
    "own_date": ("contact_id", "position", "label", "date"),
    "related_name": ("contact_id", "position", "label", "name", "related_uid"),
    "affiliation": (
        "contact_id",
        "position",
        "organization",
        "department",
        "title",
        "profession",
        "organization_key",
    ),
    "own_field": ("contact_id", "position", "name", "value", "folded_name"),
}


def photo_key(photo: Photo) -> str:
    """Return what a photo is stored under, so that the same picture is stored once."""
    return hashlib.sha256(photo.data).hexdigest()


def contact_of(
    row: Row,
    belongings: Mapping[str, Sequence[tuple[object, ...]]],
    tags: tuple[str, ...],
    roles: Sequence[str],
    photo: Photo | None,
) -> Contact:
    """Put a contact together from its row and belongings (as ``BELONGING_COLUMNS`` has them).

    What an older version wrote down of a contact may lack the newest columns and tables.
    """
    text = {name: str(value) for name, value in row.items() if value is not None}
    others = text["other_properties"]
    languages = text.get("languages")
    details = ContactDetails(
        display_name=text["display_name"],
        name=NameParts(
            prefix=text["name_prefix"],
            given=text["given_name"],
            additional=text["additional_name"],
            family=text["family_name"],
            suffix=text["name_suffix"],
            phonetic_given=text["phonetic_given"],
            phonetic_family=text["phonetic_family"],
            maiden=text.get("maiden_name", ""),
        ),
        kind=ContactKind(text["kind"]),
        nickname=text["nickname"],
        organization=text["organization"],
        department=text["department"],
        title=text["title"],
        profession=text["profession"],
        affiliations=tuple(
            Affiliation(*(str(value) for value in values))
            for _, _, *values, _ in belongings.get("affiliation", ())
        ),
        birthday=PartialDate.parse(text.get("birthday", "")),
        pronouns=text.get("pronouns", ""),
        gender=text.get("gender", ""),
        languages=tuple(languages.split("\n")) if languages else (),
        time_zone=text.get("time_zone", ""),
        note=text["note"],
        phones=tuple(
            Phone(str(number), str(label), bool(preferred))
            for _, _, label, number, _, preferred in belongings["phone"]
        ),
        emails=tuple(
            Email(str(address), str(label), bool(preferred))
            for _, _, label, address, preferred in belongings["email"]
        ),
        addresses=tuple(_address(belonging) for belonging in belongings["address"]),
        links=tuple(
            Link(str(url), str(label), LinkKind(str(kind)), str(service), any(preferred))
            for _, _, label, kind, service, url, *preferred in belongings["link"]
        ),
        dates=tuple(
            OwnDate(str(label), when)
            for _, _, label, iso in belongings["own_date"]
            if (when := PartialDate.parse(str(iso)))
        ),
        related=tuple(
            RelatedName(str(name), str(label), *(str(value) for value in uid))
            for _, _, label, name, *uid in belongings["related_name"]
        ),
        tags=tags,
        own_fields=tuple(
            OwnField(str(name), str(value))
            for _, _, name, value, _ in belongings.get("own_field", ())
        ),
        photo=photo,
        other_properties=tuple(others.split("\n")) if others else (),
    )
    return Contact(
        id=int(text["id"]),
        uid=text["uid"],
        details=details,
        stage=Stage(text["stage"]) if "stage" in text else None,
        roles=tuple(Role(role) for role in roles),
        cadence=(
            Cadence(
                int(text["cadence_count"]),
                CadenceUnit(text["cadence_unit"]),
                int(text["cadence_slack"]) if "cadence_slack" in text else None,
            )
            if "cadence_count" in text
            else None
        ),
        created_at=text["created_at"],
        changed_at=text["changed_at"],
        deleted_at=text.get("deleted_at"),
    )


def _address(row: tuple[object, ...]) -> Address:
    label, po_box, extended, street, city, region, postal_code, country = (
        str(value) for value in row[2:10]
    )
    return Address(
        street=street,
        city=city,
        region=region,
        postal_code=postal_code,
        country=country,
        po_box=po_box,
        extended=extended,
        label=label,
        preferred=bool(row[10]),
    )
