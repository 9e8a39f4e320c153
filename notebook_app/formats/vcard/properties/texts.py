"""Organisation, title, role, note and tags."""

from collections.abc import Mapping

from notebook_app.formats.vcard.card_in_progress import CardInProgress, Reader
from notebook_app.formats.vcard.content_line import Head
from notebook_app.formats.vcard.posts import organization_of
from notebook_app.formats.vcard.values import items_of, line_of, text_of


def _organization(card: CardInProgress, head: Head, value: str) -> bool:
    name, department = organization_of(head, value)
    if "organization" in card.single or "department" in card.single:
        said = (card.single.get("organization", ""), card.single.get("department", ""))
        return (name, department) in {said, ("", "")} or _further(card)
    card.take_single("organization", name)
    card.take_single("department", department)
    return True


def _title(card: CardInProgress, head: Head, value: str) -> bool:
    return card.take_single("title", line_of(head, value)) or _further(card)


def _role(card: CardInProgress, head: Head, value: str) -> bool:
    return card.take_single("profession", line_of(head, value)) or _further(card)


def _further(card: CardInProgress) -> bool:
    """Note that there is more than one; what belongs together is found out at the end."""
    card.has_several_posts = True
    return False


def _profession(card: CardInProgress, head: Head, value: str) -> bool:
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
    "X-KADDRESSBOOK-X-PROFESSION": _profession,
    "X-KADDRESSBOOK-X-DEPARTMENT": _department,
    "NOTE": _note,
    "CATEGORIES": _categories,
}
