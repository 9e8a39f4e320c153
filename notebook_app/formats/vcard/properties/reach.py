"""Phones, e-mails and postal addresses, with their labels."""

from collections.abc import Mapping

from notebook_app.formats.vcard.card_in_progress import CardInProgress, Reader
from notebook_app.formats.vcard.content_line import Head
from notebook_app.formats.vcard.values import components_of, line_of
from notebook_app.model.contact import Address, Email, Phone


def _phone(card: CardInProgress, head: Head, value: str) -> bool:
    number = line_of(head, value)
    if number[:4].lower() == "tel:":
        number = number[4:].strip()
    if number:
        card.phones.append(Phone(number, card.label(head), head.preferred))
    return True


def _email(card: CardInProgress, head: Head, value: str) -> bool:
    address = line_of(head, value)
    if address[:7].lower() == "mailto:":
        address = address[7:].strip()
    if address:
        card.emails.append(Email(address, card.label(head), head.preferred))
    return True


def _address(card: CardInProgress, head: Head, value: str) -> bool:
    parts = components_of(head, value)
    if not any(parts):
        return True
    if len(parts) < 7:
        parts += [""] * (7 - len(parts))
    if any(parts[7:]):
        return False
    po_box, extended, street, city, region, postal_code, country = parts[:7]
    card.addresses.append(
        Address(
            street=street,
            city=city,
            region=region,
            postal_code=postal_code,
            country=country,
            po_box=po_box,
            extended=extended,
            label=card.label(head),
            preferred=head.preferred,
        )
    )
    return True


def take_written_address(card: CardInProgress, head: Head, value: str) -> bool:
    """Take LABEL, the address as one text, for a card that has no ADR."""
    if text := line_of(head, value):
        card.addresses.append(Address(street=text, label=head.label, preferred=head.preferred))
    return True


READERS: Mapping[str, Reader] = {"TEL": _phone, "EMAIL": _email, "ADR": _address}
