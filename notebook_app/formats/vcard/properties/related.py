"""People the contact is related to, by name, by the UID of their card, or by both."""

from collections.abc import Mapping
from uuid import UUID

from notebook_app.formats.vcard import quoted_printable
from notebook_app.formats.vcard.card_in_progress import CardInProgress, Reader
from notebook_app.formats.vcard.content_line import Head
from notebook_app.formats.vcard.label_words import OTHER_RFC_RELATIONS
from notebook_app.formats.vcard.values import line_of
from notebook_app.model.contact import RelatedName
from notebook_app.model.identifiers import plain_uid

NAME = "X-NAME"
"""The parameter of ours that says the name beside a UID in RELATED."""

UID = "X-UID"
"""The parameter of ours that says the UID beside a name in X-ABRELATEDNAMES."""

_URN = "urn:uuid:"


def _related(card: CardInProgress, head: Head, value: str) -> bool:
    if name := line_of(head, value):
        uid = head.parameters.get(UID, "")
        card.related.append(RelatedName(name, card.label(head), uid))
    return True


def _related_by_standard(card: CardInProgress, head: Head, value: str) -> bool:
    """Take RELATED (RFC 6350, 6.6.6) if it is a name or a card's UID; other addresses stay."""
    if head.parameters.get("VALUE", "").lower() == "text":
        return _related(card, head, value)
    # Long ones and such with spaces are written like this in vCard 2.1.
    uid = uid_of(quoted_printable.decoded(value, head.charset) if head.quoted_printable else value)
    if not uid:
        return False
    label = card.label(head)
    if label.lower() in OTHER_RFC_RELATIONS:
        label = label.lower()
    card.related.append(RelatedName(head.parameters.get(NAME, ""), label, uid))
    return True


def uid_of(reference: str) -> str:
    """Return the UID that a reference to a card names: ``urn:uuid:…`` or a bare UUID; or ""."""
    text = reference.strip()
    if text[: len(_URN)].lower() == _URN:
        return plain_uid(text)
    try:
        return text if str(UUID(text)) == text.lower() else ""
    except ValueError:
        return ""


def _related_as(label: str) -> Reader:
    """Return the reader of a property whose name says what the person is."""

    def read(card: CardInProgress, head: Head, value: str) -> bool:
        if name := line_of(head, value):
            card.spare_related.append(RelatedName(name, label))
        return True

    return read


READERS: Mapping[str, Reader] = {
    "X-ABRELATEDNAMES": _related,
    "RELATED": _related_by_standard,
    **{
        f"{prefix}{name}": _related_as(label)
        for prefix in ("X-", "X-EVOLUTION-", "X-KADDRESSBOOK-X-", "X-MS-")
        for name, label in (
            ("SPOUSE", "spouse"),
            ("SPOUSESNAME", "spouse"),
            ("MANAGER", "manager"),
            ("MANAGERSNAME", "manager"),
            ("ASSISTANT", "assistant"),
            ("ASSISTANTSNAME", "assistant"),
        )
    },
}
