"""Organisation, title, role, note and tags."""

from collections.abc import Mapping

from notebook_app.formats.vcard.card_in_progress import CardInProgress, Reader
from notebook_app.formats.vcard.content_line import Head
from notebook_app.formats.vcard.values import components_of, items_of, line_of, text_of

DEPARTMENT_SEPARATOR = "; "


def _organization(card: CardInProgress, head: Head, value: str) -> bool:
    """Take ``ORG:name;unit;unit``; the units are one text, with ``; `` between them."""
    name, *units = components_of(head, value)
    department = DEPARTMENT_SEPARATOR.join(unit for unit in units if unit)
    if "organization" in card.single or "department" in card.single:
        said = (card.single.get("organization", ""), card.single.get("department", ""))
        return (name, department) in {said, ("", "")}
    card.take_single("organization", name)
    card.take_single("department", department)
    return True


def _title(card: CardInProgress, head: Head, value: str) -> bool:
    return card.take_single("title", line_of(head, value))


def _role(card: CardInProgress, head: Head, value: str) -> bool:
    return card.take_single("profession", line_of(head, value))


def _department(card: CardInProgress, head: Head, value: str) -> bool:
    return card.take_single("department", line_of(head, value))


def _note(card: CardInProgress, head: Head, value: str) -> bool:
    note = text_of(head, value)
    if note.strip():
        card.notes.append(note)
    return True


def _categories(card: CardInProgress, head: Head, value: str) -> bool:
    card.tags += items_of(head, value)
    return True


READERS: Mapping[str, Reader] = {
    "ORG": _organization,
    "TITLE": _title,
    "ROLE": _role,
    "X-KADDRESSBOOK-X-PROFESSION": _role,
    "X-KADDRESSBOOK-X-DEPARTMENT": _department,
    "NOTE": _note,
    "CATEGORIES": _categories,
}
