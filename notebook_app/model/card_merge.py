"""What a card that came again changes in a contact: a three-way merge.

Base is what the contact's last card said, theirs the new card, ours the contact as it is
stored. What the phone changed is taken; what was edited here stays, and is named where the
phone changed it as well. Without a base nothing is ever removed or replaced.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from notebook_app.model.contact import ContactDetails, NameParts
from notebook_app.model.field_rules import FIELD_WORDS, SINGLE_FIELDS, Key, Text, item_rules

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
