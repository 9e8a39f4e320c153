"""What a card that came again changes in a contact: a three-way merge.

Base is what the contact's last card said, theirs the new card, ours the contact as it is
stored. What the phone changed is taken; what was edited here stays, and is named where the
phone changed it as well. Without a base nothing is ever removed or replaced.
"""

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from notebook_app.model.contact import (
    Address,
    Affiliation,
    ContactDetails,
    Email,
    Link,
    NameParts,
    OwnDate,
    OwnField,
    Phone,
    RelatedName,
)
from notebook_app.model.name_form import folded, joined_name
from notebook_app.model.partial_date import PartialDate
from notebook_app.model.phone_number import bare_number, extension_of, international_form
from notebook_app.model.property_line import comparable_line

EVERY_FIELD = "*"
"""Stands for all fields where the user chooses whose value to take."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field with its value before and after, as text; an added item has no value before."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class PhotoHashes:
    """The photos of the three sides by their hash; empty for none."""

    base: str = ""
    theirs: str = ""
    ours: str = ""


@dataclass(frozen=True, slots=True)
class Merged:
    """The outcome. Its ``details.photo`` counts only if ``takes_photo``; else ours stays."""

    details: ContactDetails
    changes: tuple[FieldChange, ...]
    kept: tuple[FieldChange, ...]
    takes_photo: bool


def merge_card(
    base: ContactDetails | None,
    theirs: ContactDetails,
    ours: ContactDetails,
    photos: PhotoHashes,
    region: str,
    *,
    take: Collection[str] = (),
    removes: bool = True,
) -> Merged:
    """Merge a card into the contact it belongs to.

    Args:
        base: what the contact's last card said; None if it had none.
        theirs: the new card.
        ours: the contact as it is stored.
        photos: the hashes of the three photos, compared instead of the pictures.
        region: ISO 3166 code of the country that phone numbers without one belong to.
        take: the fields, as ``FieldChange.field`` names them, where the card's value is to be
            taken although the notebook's own stands against it; ``EVERY_FIELD`` for all.
        removes: whether what the card leaves out is removed; only with a base.
    """
    changes: list[FieldChange] = []
    kept: list[FieldChange] = []
    merged: dict[str, Any] = {}
    for field, as_text in SINGLE_FIELDS.items():
        values = [getattr(side, field) if side else None for side in (base, theirs, ours)]
        choice = _merged_value(field, values, base is not None, removes)
        if choice == _OURS:
            continue
        if choice == _CONFLICT and _is_taken(FIELD_WORDS.get(field, field), take, values[1]):
            choice = _TAKEN
        old, new = as_text(values[2]), as_text(values[1])
        if choice == _TAKEN:
            merged[field] = values[1]
            changes.append(FieldChange(FIELD_WORDS.get(field, field), old, new))
        elif choice == _CONFLICT:
            kept.append(FieldChange(FIELD_WORDS.get(field, field), old, new))
    for field, (key_of, as_text) in item_rules(region).items():
        mine = getattr(ours, field)
        items = _merged_items(
            getattr(base, field) if base else None, getattr(theirs, field), mine, key_of, removes
        )
        if items != mine:
            merged[field] = items
            changes += _item_changes(FIELD_WORDS[field], mine, items, as_text)
    photo = _merged_value(
        "photo", [photos.base, photos.theirs, photos.ours], base is not None, removes
    )
    if photo == _CONFLICT and _is_taken("photo", take, photos.theirs):
        photo = _TAKEN
    if photo == _TAKEN:
        merged["photo"] = theirs.photo
        words = ("" if not value else "a picture" for value in (photos.ours, photos.theirs))
        changes.append(FieldChange("photo", *words))
    elif photo == _CONFLICT:
        kept.append(FieldChange("photo", "a picture", "another picture"))
    details = replace(ours, **merged) if merged else ours
    return Merged(details, tuple(changes), tuple(kept), photo == _TAKEN)


_OURS, _TAKEN, _CONFLICT = "ours", "taken", "conflict"
_NEVER_EMPTIED = frozenset({"display_name", "kind"})
# Two writings of one name are no news where no earlier card tells which of them is older.
_SILENT_WITHOUT_BASE = frozenset({"display_name", "name", "kind"})


def _is_taken(field: str, take: Collection[str], theirs: object) -> bool:
    """Return whether the user takes the card's value; none at all is never taken over one."""
    return (field in take or EVERY_FIELD in take) and not _is_empty(theirs)


def _merged_value(field: str, values: Sequence[Any], has_base: bool, removes: bool) -> str:
    base, theirs, ours = values
    if _same(theirs, ours):
        return _OURS
    if not has_base:
        if _is_empty(ours):
            return _TAKEN
        if _is_empty(theirs) or field in _SILENT_WITHOUT_BASE:
            return _OURS
        return _CONFLICT
    if _same(theirs, base):
        return _OURS
    if _is_empty(theirs) and (field in _NEVER_EMPTIED or not removes):
        return _OURS
    return _TAKEN if _same(ours, base) else _CONFLICT


def _same(one: object, other: object) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return one.strip() == other.strip()
    return one == other or (_is_empty(one) and _is_empty(other))


def _is_empty(value: object) -> bool:
    return value is None or value in ("", NameParts())


Key = Callable[[Any], Hashable]
Text = Callable[[Any], str]


def _merged_items(
    base: tuple[Any, ...] | None,
    theirs: tuple[Any, ...],
    ours: tuple[Any, ...],
    key_of: Key,
    removes: bool,
) -> tuple[Any, ...]:
    """Return ours with what theirs adds, changes and, where there is a base, removes.

    A new item takes the place of a removed one, as when a number was replaced on the phone.
    """
    if theirs in (base, ours):
        # The phone changed nothing, or to what it is here already.
        return ours
    before = {key_of(item): item for item in base or ()}
    now = {key_of(item): item for item in theirs}
    known = {key_of(item) for item in ours}
    added = [item for key, item in now.items() if key not in before and key not in known]
    result: list[Any] = []
    for item in ours:
        key = key_of(item)
        untouched = before.get(key) == item
        if not untouched:
            result.append(item)
        elif key in now:
            result.append(now[key])
        elif not removes:
            result.append(item)
        elif added:
            result.append(added.pop(0))
    return (*result, *added)


def _item_changes(
    field: str, ours: tuple[Any, ...], merged: tuple[Any, ...], as_text: Text
) -> list[FieldChange]:
    removed = [as_text(item) for item in ours if item not in merged]
    added = [as_text(item) for item in merged if item not in ours]
    pairs = max(len(removed), len(added))
    removed += [""] * (pairs - len(removed))
    added += [""] * (pairs - len(added))
    return [FieldChange(field, old, new) for old, new in zip(removed, added, strict=True)]


def _plain(value: str | None) -> str:
    return value or ""


def _date_text(value: PartialDate | None) -> str:
    return value.iso() if value else ""


def _labelled(text: str, label: str) -> str:
    return f"{text} ({label})" if label else text


def _phone_text(phone: Phone) -> str:
    return _labelled(phone.number, phone.label)


def _email_text(email: Email) -> str:
    return _labelled(email.address, email.label)


def _address_text(address: Address) -> str:
    return _labelled(", ".join(address.lines()), address.label)


def _link_text(link: Link) -> str:
    return _labelled(link.url, link.label or link.service)


def _own_date_text(own: OwnDate) -> str:
    return _labelled(own.date.iso(), own.label)


def _related_text(who: RelatedName) -> str:
    return _labelled(who.name or who.uid, who.label)


def _affiliation_text(post: Affiliation) -> str:
    parts = (post.organization, post.department, post.title, post.profession)
    return ", ".join(part for part in parts if part)


def _own_field_text(own: OwnField) -> str:
    return f"{own.name}: {own.value}"


def _address_key(address: Address) -> Hashable:
    return tuple(folded(line) for line in address.lines())


@lru_cache(maxsize=4)
def item_rules(region: str) -> Mapping[str, tuple[Key, Text]]:
    """Return for each field of many items what makes two of them the same, and their text."""

    # A merge asks for the same few numbers again and again.
    @lru_cache(maxsize=1_000)
    def number_key(number: str) -> Hashable:
        # Two desks behind one number are two numbers.
        extension = extension_of(number)
        known = international_form(number, region) or bare_number(number)
        return (known, extension) if extension else known

    return {
        "phones": (lambda phone: number_key(phone.number), _phone_text),
        "emails": (lambda email: email.address.lower(), _email_text),
        "addresses": (_address_key, _address_text),
        "links": (lambda link: link.url, _link_text),
        "dates": (lambda own: (own.label, own.date), _own_date_text),
        "related": (lambda who: (folded(who.name) or who.uid, who.label), _related_text),
        "affiliations": (
            lambda post: (folded(post.organization), folded(post.title or post.profession)),
            _affiliation_text,
        ),
        "languages": (folded, str),
        "own_fields": (lambda own: (folded(own.name), own.value), _own_field_text),
        "tags": (folded, str),
        "other_properties": (comparable_line, str),
    }


SINGLE_FIELDS: Mapping[str, Text] = {
    "display_name": _plain,
    "name": lambda name: joined_name(name) if name else "",
    "kind": lambda kind: kind.value if kind else "",
    "nickname": _plain,
    "organization": _plain,
    "department": _plain,
    "title": _plain,
    "profession": _plain,
    "birthday": _date_text,
    "pronouns": _plain,
    "gender": _plain,
    "time_zone": _plain,
    "note": _plain,
}
"""The fields of one value, and how it is shown."""
FIELD_WORDS: Mapping[str, str] = {
    "display_name": "shown name",
    "kind": "person or organisation",
    "organization": "organisation",
    "phones": "phone",
    "emails": "e-mail",
    "addresses": "address",
    "links": "link",
    "dates": "date",
    "related": "related person",
    "affiliations": "further organisation",
    "languages": "language",
    "own_fields": "own field",
    "time_zone": "time zone",
    "tags": "tag",
    "other_properties": "also in the card",
}
