"""Names and what kind of contact it is: FN, N, NICKNAME, KIND, the phonetic names."""

from collections.abc import Mapping

from notebook_app.formats.vcard.card_in_progress import CardInProgress, Reader
from notebook_app.formats.vcard.content_line import Head
from notebook_app.formats.vcard.values import components_of, items_of, line_of
from notebook_app.model.contact import ContactKind, NameParts


def _full_name(card: CardInProgress, head: Head, value: str) -> bool:
    return card.take_single("display_name", line_of(head, value))


def _name(card: CardInProgress, head: Head, value: str) -> bool:
    parts = components_of(head, value)
    if not any(parts):
        return True
    if len(parts) < 5:
        parts += [""] * (5 - len(parts))
    family, given, additional, prefix, suffix = parts[:5]
    name = NameParts(
        prefix=prefix, given=given, additional=additional, family=family, suffix=suffix
    )
    if any(parts[5:]) or (card.name is not None and card.name != name):
        return False
    card.name = name
    return True


def _nickname(card: CardInProgress, head: Head, value: str) -> bool:
    card.nicknames += items_of(head, value)
    return True


def _phonetic_given(card: CardInProgress, head: Head, value: str) -> bool:
    return _phonetic(card, "phonetic_given", line_of(head, value))


def _phonetic_family(card: CardInProgress, head: Head, value: str) -> bool:
    return _phonetic(card, "phonetic_family", line_of(head, value))


def _maiden(card: CardInProgress, head: Head, value: str) -> bool:
    return _phonetic(card, "maiden", line_of(head, value))


def _phonetic(card: CardInProgress, part: str, text: str) -> bool:
    return not text or card.phonetic.setdefault(part, text) == text


def _sound(card: CardInProgress, head: Head, value: str) -> bool:
    """Japanese phones put the reading of the name into ``SOUND;X-IRMC-N:family;given;;;``."""
    if "X-IRMC-N" not in (kind.upper() for kind in head.types):
        return False
    family, given, *rest = [*components_of(head, value), "", ""]
    if any(rest):
        return False
    return _phonetic(card, "phonetic_family", family) and _phonetic(card, "phonetic_given", given)


def _kind(card: CardInProgress, head: Head, value: str) -> bool:
    word = line_of(head, value).lower()
    if word in {"org", "organization", "organisation"}:
        card.kind = ContactKind.ORGANIZATION
    elif word == "group":
        card.is_group = True
    return word in {"", "individual", "org", "organization", "organisation", "group"}


def _shown_as(card: CardInProgress, head: Head, value: str) -> bool:
    if line_of(head, value).upper() != "COMPANY":
        return False
    card.kind = ContactKind.ORGANIZATION
    return True


READERS: Mapping[str, Reader] = {
    "FN": _full_name,
    "N": _name,
    "NICKNAME": _nickname,
    "X-NICKNAME": _nickname,
    "X-EPOCSECONDNAME": _nickname,
    "X-PHONETIC-FIRST-NAME": _phonetic_given,
    "X-PHONETIC-LAST-NAME": _phonetic_family,
    "X-MAIDENNAME": _maiden,
    "SOUND": _sound,
    "KIND": _kind,
    "X-ADDRESSBOOKSERVER-KIND": _kind,
    "X-ABSHOWAS": _shown_as,
    "X-ABSHOWAS-ABSHOWAS": _shown_as,
}
