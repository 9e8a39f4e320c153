"""People the contact is related to, by name."""

from collections.abc import Mapping

from notebook_app.formats.vcard.card_in_progress import CardInProgress, Reader
from notebook_app.formats.vcard.content_line import Head
from notebook_app.formats.vcard.values import line_of
from notebook_app.model.contact import RelatedName


def _related(card: CardInProgress, head: Head, value: str) -> bool:
    if name := line_of(head, value):
        card.related.append(RelatedName(name, card.label(head)))
    return True


def _related_by_standard(card: CardInProgress, head: Head, value: str) -> bool:
    """Take RELATED (RFC 6350, 6.6.6) if it is a name; a reference to a card stays as it is."""
    if head.parameters.get("VALUE", "").lower() != "text":
        return False
    return _related(card, head, value)


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
