"""Which properties related people become: names for phones, UIDs where a version has room."""

from collections.abc import Iterator

from notebook_app.formats.vcard.android_rows import android_kind, android_row
from notebook_app.formats.vcard.card_property import CardProperty, CardVersion, ValueKind
from notebook_app.formats.vcard.card_style import CardStyle
from notebook_app.formats.vcard.label_words import OTHER_RFC_RELATIONS, RFC_RELATIONS
from notebook_app.formats.vcard.properties.android import ITEM_TYPE, RELATION_LABELS
from notebook_app.formats.vcard.properties.related import NAME, UID
from notebook_app.model.contact import ContactDetails, RelatedName


def related_properties(details: ContactDetails, style: CardStyle) -> Iterator[CardProperty]:
    """Yield the people that a contact is related to, by name and by the UID of their card."""
    for person in details.related:
        has_name, has_uid = bool(person.name.strip()), bool(person.uid.strip())
        if not has_name and not (has_uid and style.extras):
            continue
        if style.version is CardVersion.NEW or not has_name:
            yield _related_by_standard(person)
            continue
        if style.apple:
            yield CardProperty(
                "X-ABRELATEDNAMES",
                (person.name,),
                label=person.label,
                parameters=((UID, person.uid),) if has_uid else (),
                always_grouped=True,
                of=person,
            )
        if style.android:
            kind, label = android_kind(person.label, RELATION_LABELS)
            yield android_row(f"{ITEM_TYPE}relation", person.name, kind, label)


def _related_by_standard(person: RelatedName) -> CardProperty:
    """Return RELATED (RFC 6350, 6.6.6): the person's card by its UID, or only their name."""
    known = (person.label.upper(),) if person.label in RFC_RELATIONS else ()
    has_uid = bool(person.uid.strip())
    if has_uid and person.label in OTHER_RFC_RELATIONS:
        known = (person.label,)
    if has_uid:
        kind, value = "uri", _address_of(person.uid)
    else:
        kind, value = "text", person.name
    named = ((NAME, person.name),) if has_uid and person.name.strip() else ()
    return CardProperty(
        "RELATED",
        (value,),
        ValueKind.URI if has_uid else ValueKind.TEXT,
        label="" if known and has_uid else person.label,
        types=known,
        parameters=(("VALUE", kind), *named),
        always_grouped=True,
        of=person,
    )


def _address_of(uid: str) -> str:
    return f"urn:uuid:{uid}"
