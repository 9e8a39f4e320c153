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
        if not person.name and not style.extras:
            continue
        if style.version is CardVersion.NEW or (person.uid and not person.name):
            yield _related_by_standard(person)
            continue
        if style.apple:
            yield CardProperty(
                "X-ABRELATEDNAMES",
                (person.name,),
                label=person.label,
                parameters=((UID, person.uid),) if person.uid else (),
                always_grouped=True,
                of=person,
            )
        if style.android:
            kind, label = android_kind(person.label, RELATION_LABELS)
            yield android_row(f"{ITEM_TYPE}relation", person.name, kind, label)


def _related_by_standard(person: RelatedName) -> CardProperty:
    """Return RELATED (RFC 6350, 6.6.6): the person's card by its UID, or only their name."""
    known = (person.label.upper(),) if person.label in RFC_RELATIONS else ()
    if person.uid and person.label in OTHER_RFC_RELATIONS:
        known = (person.label,)
    if person.uid:
        kind, value = "uri", _address_of(person.uid)
    else:
        kind, value = "text", person.name
    named = ((NAME, person.name),) if person.uid and person.name else ()
    return CardProperty(
        "RELATED",
        (value,),
        ValueKind.URI if person.uid else ValueKind.TEXT,
        label="" if known and person.uid else person.label,
        types=known,
        parameters=(("VALUE", kind), *named),
        always_grouped=True,
        of=person,
    )


def _address_of(uid: str) -> str:
    return f"urn:uuid:{uid}"
