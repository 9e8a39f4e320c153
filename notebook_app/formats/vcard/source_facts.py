"""What each line of a card that a contact came from says of it, and whether that still holds.

A line is read by itself, with the label of its group, by the same reader that reads cards.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import NamedTuple

from notebook_app.formats.vcard.content_line import Head, parse_head, split_line
from notebook_app.formats.vcard.read import read_stored
from notebook_app.model.contact import ContactDetails, ContactKind, NameParts

Fact = tuple[str, Hashable]
"""A field's name, and its value or one of its items."""

# Several lines of these are one text, so they stand or fall together.
_JOINED = frozenset({"note", "nickname", "languages"})
_SINGLE = (
    "organization",
    "department",
    "title",
    "profession",
    "birthday",
    "pronouns",
    "gender",
    "languages",
    "time_zone",
    "nickname",
    "note",
)
_MANY = ("phones", "emails", "addresses", "links", "dates", "related", "tags", "own_fields")
_POSTS = ("organization", "department", "title", "profession", "affiliations")
_NAME_PARTS = ("phonetic_given", "phonetic_family", "maiden")
_NO_NAME = NameParts()
_FILLER = "FN:?"


class SourceLine(NamedTuple):
    """A line of a card: ``label`` is the X-ABLabel line of its group, which is none itself."""

    text: str
    head: Head | None
    label: str


@dataclass(frozen=True, slots=True)
class Said:
    """A contact or a card as facts are compared: its details, and its photo by its hash."""

    details: ContactDetails
    photo_hash: str

    def value(self, field: str) -> Hashable:
        """Return the value of a field that holds one."""
        if field == "photo":
            return self.photo_hash
        if field == "name":
            return replace(self.details.name, phonetic_given="", phonetic_family="", maiden="")
        if field in _NAME_PARTS:
            part: str = getattr(self.details.name, field)
            return part
        found: Hashable = getattr(self.details, field)
        return found


def said_by(details: ContactDetails) -> Said:
    """Return a contact as its facts are compared."""
    photo = details.photo
    if photo is None:
        return Said(details, "")
    return Said(replace(details, photo=None), sha256(photo.data).hexdigest())


def lines_of(raw: str) -> list[SourceLine]:
    """Return the lines of a card with their heads and the labels of their groups."""
    heads = [_head(line) for line in raw.split("\n")]
    labels: dict[str, str] = {}
    for line, head in zip(raw.split("\n"), heads, strict=True):
        if head and head.name == "X-ABLABEL" and head.group:
            labels.setdefault(head.group.lower(), line)
    lines: list[SourceLine] = []
    for line, head in zip(raw.split("\n"), heads, strict=True):
        own = labels.get(head.group.lower(), "") if head and head.group else ""
        lines.append(SourceLine(line, head, "" if own == line else own))
    return lines


def facts_of(line: SourceLine) -> list[Fact]:
    """Return what a line says when it is read by itself."""
    text = "\n".join(("BEGIN:VCARD", line.label, line.text, _FILLER, "END:VCARD"))
    card = read_stored(text)
    if card is None or line.head is None:
        return []
    details = card.details
    found: list[Fact] = []
    if line.head.name == "FN":
        found.append(("display_name", details.display_name))
    if details.name != _NO_NAME:
        said = Said(details, card.photo_hash)
        if (name := said.value("name")) != _NO_NAME:
            found.append(("name", name))
        found += ((f, part) for f in _NAME_PARTS if (part := said.value(f)))
    if details.kind is not ContactKind.PERSON:
        found.append(("kind", details.kind))
    found += ((f, value) for f in _SINGLE if (value := getattr(details, f)))
    if card.photo_hash:
        found.append(("photo", card.photo_hash))
    found += ((f, item) for f in _MANY for item in getattr(details, f))
    mine = {line.text, line.label, _FILLER}
    found += (("other_properties", kept) for kept in details.other_properties if kept not in mine)
    return found


def posts_of(said: Said) -> list[Fact]:
    """Return where somebody works, at several organisations, as facts of all its lines together.

    None of its lines can be understood by itself.
    """
    return [(field, getattr(said.details, field)) for field in _POSTS]


def still_holds(fact: Fact, base: Said, now: Said) -> bool:
    """Return whether nobody touched what ``fact`` says since the card ``base`` was read."""
    field, value = fact
    if field in _MANY or field == "other_properties":
        items, before = getattr(now.details, field), getattr(base.details, field)
        if field == "links":
            url = getattr(value, "url", "")
            if all(link.url != url for link in items) and any(link.url == url for link in before):
                return False
        return value in items or value not in before
    if field in _JOINED:
        return base.value(field) == now.value(field)
    return now.value(field) == value or base.value(field) != value


def without(details: ContactDetails, facts: Sequence[Fact]) -> ContactDetails:
    """Return ``details`` less what ``facts`` say; the shown name stays."""
    changes: dict[str, object] = {}
    name = details.name
    for field, value in facts:
        if field in _MANY or field == "other_properties":
            items = list(changes.get(field, getattr(details, field)))  # type: ignore[call-overload]
            if value in items:
                items.remove(value)
            changes[field] = items
        elif field in {"photo", "birthday"}:
            changes[field] = None
        elif field == "name":
            name = replace(
                _NO_NAME,
                phonetic_given=name.phonetic_given,
                phonetic_family=name.phonetic_family,
                maiden=name.maiden,
            )
        elif field in _NAME_PARTS:
            name = replace(name, **{field: ""})
        elif field in {"languages", "affiliations"}:
            changes[field] = ()
        elif field == "kind":
            changes[field] = ContactKind.PERSON
        elif field != "display_name":
            changes[field] = ""
    done = {
        key: tuple(value) if isinstance(value, list) else value for key, value in changes.items()
    }
    return replace(details, name=name, **done)  # type: ignore[arg-type]


def _head(line: str) -> Head | None:
    text, colon, _ = line.partition(":")
    if colon and '"' not in text:
        return parse_head(text) if text.strip() else None
    parts = split_line(line)
    return parse_head(parts[0]) if parts and parts[0].strip() else None
