"""What becomes of two contacts that are merged: each property from either, or from both.

By default nothing is lost: what only one of them has is kept, of the same thing said twice the
fuller writing, and where only one value can stand, that of the better name or the kept contact.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, TypeVar

from notebook_app.model.contact import (
    Affiliation,
    Contact,
    ContactDetails,
    ContactDraft,
    Stage,
)
from notebook_app.model.field_rules import SINGLE_FIELDS, affiliation_text, item_rules
from notebook_app.model.merge_values import (
    OWN_TEXTS,
    blended,
    fit,
    name_worth,
    one_preferred,
    post_key,
    posts,
    says,
    shown_alike,
)
from notebook_app.model.name_form import folded, joined_name
from notebook_app.model.property_line import comparable_line

Item = TypeVar("Item")


class Side(StrEnum):
    """Whose value is kept. Left is the contact that stays, right the one that goes aside."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class MergeLine:
    """One property of both contacts, side by side.

    A field of many items has a line for each item, its ``key`` is the field and a number.
    ``left`` and ``right`` are the values as records, None where there is none; the texts are
    what is shown of them. ``chosen`` is the default among ``options``. ``same`` says that both
    have the same.
    """

    key: str
    field: str
    left: Any
    right: Any
    left_text: str
    right_text: str
    options: tuple[Side, ...]
    chosen: Side
    same: bool = False


Choices = Mapping[str, Side]
"""By ``MergeLine.key`` what the user chose instead of the default."""


def compare(left: Contact, right: Contact, region: str) -> tuple[MergeLine, ...]:
    """Return all properties that either contact has, in the order in which they are shown.

    ``region`` is the ISO 3166 code of the country that phone numbers without one belong to.
    """
    ours, theirs = left.details, right.details
    lines = [_name_line(ours, theirs)]
    for field in _SINGLE_ORDER:
        line = _single_line(field, getattr(ours, field), getattr(theirs, field))
        lines += [line] if line else []
        if field == "nickname":
            lines += _item_lines("posts", posts(ours), posts(theirs), post_key, affiliation_text)
            rules = item_rules(region)
            for many in _ITEM_ORDER:
                key_of, text_of = rules[many]
                both = {left.uid, right.uid}
                items = [
                    [item for item in getattr(side, many) if getattr(item, "uid", "") not in both]
                    for side in (ours, theirs)
                ]
                lines += _item_lines(many, items[0], items[1], key_of, text_of)
    lines += _whole_lines("languages", ours.languages, theirs.languages)
    lines += _whole_lines("tags", ours.tags, theirs.tags)
    lines += _whole_lines("roles", left.roles, right.roles)
    for field, one, other in (
        ("stage", left.stage, right.stage),
        ("cadence", left.cadence, right.cadence),
        ("photo", ours.photo, theirs.photo),
    ):
        line = _single_line(field, one, other)
        lines += [line] if line else []
    lines += _whole_lines("other_properties", ours.other_properties, theirs.other_properties)
    return tuple(lines)


def merged_draft(
    left: Contact, right: Contact, lines: Sequence[MergeLine], choices: Choices
) -> ContactDraft:
    """Return the kept contact as it becomes; what a line does not offer counts as its default."""
    picked: dict[str, list[Any]] = {line.field: [] for line in lines}
    for line in lines:
        side = choices.get(line.key, line.chosen)
        picked[line.field] += _kept(line, side if side in line.options else line.chosen)
    details = left.details
    changed: dict[str, Any] = {}
    display_name, name = picked["name"][0]
    changed |= {"display_name": display_name, "name": name}
    for field in (*_SINGLE_ORDER, "photo"):
        if field in picked:
            empty = None if field in ("birthday", "photo") else ""
            changed[field] = picked[field][0] if picked[field] else empty
    for field in (*_ITEM_ORDER, "languages", "tags", "other_properties"):
        changed[field] = one_preferred(picked.get(field, []))
    main, *others = picked.get("posts") or [Affiliation()]
    changed |= {
        "organization": main.organization,
        "department": main.department,
        "title": main.title,
        "profession": main.profession,
        "affiliations": tuple(others),
    }
    return ContactDraft(
        details=replace(details, **changed),
        stage=_only(picked.get("stage")),
        roles=tuple(picked.get("roles", ())),
        cadence=_only(picked.get("cadence")),
    )


def _only(values: Sequence[Any] | None) -> Any:
    return values[0] if values else None


def _kept(line: MergeLine, side: Side) -> list[Any]:
    """Return the values that a line gives to the merged contact."""
    if side is Side.NEITHER:
        return []
    if line.field in _WHOLE:
        ours, theirs = list(line.left or ()), list(line.right or ())
        if side is Side.BOTH:
            key_of = _WHOLE[line.field]
            known = {key_of(item) for item in ours}
            return ours + [item for item in theirs if key_of(item) not in known]
        return ours if side is Side.LEFT else theirs
    if side is Side.BOTH:
        if line.left is None or line.right is None:
            return [line.right if line.left is None else line.left]
        if line.field in _JOINED:
            return [_JOINED[line.field].join((line.left, line.right))]
        return [blended(line.left, line.right)]
    value = line.left if side is Side.LEFT else line.right
    return [] if value is None else [value]


def _name_line(ours: ContactDetails, theirs: ContactDetails) -> MergeLine:
    left, right = (ours.display_name, ours.name), (theirs.display_name, theirs.name)
    better = Side.RIGHT if name_worth(theirs) > name_worth(ours) else Side.LEFT
    left_text, right_text = (_name_text(side) for side in (ours, theirs))
    same = left == right
    options = (Side.LEFT,) if same else (Side.LEFT, Side.RIGHT)
    return MergeLine("name", "name", left, right, left_text, right_text, options, better, same)


def _name_text(details: ContactDetails) -> str:
    joined = joined_name(details.name)
    if not joined or folded(joined) == folded(details.display_name):
        return details.display_name
    return f"{details.display_name} ({joined})"


def _single_line(field: str, left: Any, right: Any) -> MergeLine | None:
    left, right = left or None, right or None
    if (left is None and right is None) or (field == "kind" and left == right):
        return None
    text_of = OWN_TEXTS.get(field) or SINGLE_FIELDS[field]
    one, other = ("" if value is None else text_of(value) for value in (left, right))
    options: tuple[Side, ...]
    if left is None or right is None:
        chosen = Side.RIGHT if left is None else Side.LEFT
        options = (chosen, Side.NEITHER)
        return MergeLine(field, field, left, right, one, other, options, chosen)
    if left == right:
        options = (Side.LEFT, Side.NEITHER)
        return MergeLine(field, field, left, right, one, other, options, Side.LEFT, True)
    options = (Side.LEFT, Side.RIGHT, *((Side.BOTH,) if field in _JOINED else ()))
    return MergeLine(field, field, left, right, one, other, options, _default(field, left, right))


def _default(field: str, left: Any, right: Any) -> Side:
    if field in _JOINED:
        if says(left, right):
            return Side.LEFT
        return Side.RIGHT if says(right, left) else Side.BOTH
    if field == "stage":
        return Side.RIGHT if _STAGES.index(right) > _STAGES.index(left) else Side.LEFT
    if field == "birthday":
        return Side.RIGHT if left.year is None and right.year is not None else Side.LEFT
    return Side.LEFT


def _item_lines(
    field: str,
    ours: Sequence[Item],
    theirs: Sequence[Item],
    key_of: Callable[[Item], Hashable],
    text_of: Callable[[Item], str],
) -> list[MergeLine]:
    left_over = list(theirs)
    lines: list[MergeLine] = []

    def add(left: Item | None, right: Item | None, options: tuple[Side, ...], same: bool) -> None:
        one, other = ("" if item is None else text_of(item) for item in (left, right))
        key = f"{field}:{len(lines)}"
        lines.append(MergeLine(key, field, left, right, one, other, options, options[0], same))

    for item in ours:
        twin = next((other for other in left_over if key_of(other) == key_of(item)), None)
        if twin is None:
            twin = next((other for other in left_over if fit(item, other)), None)
        if twin is None:
            add(item, None, (Side.LEFT, Side.NEITHER), False)
            continue
        left_over.remove(twin)
        if fit(item, twin) or shown_alike(item, twin):
            add(item, twin, (Side.BOTH, Side.LEFT, Side.RIGHT, Side.NEITHER), item == twin)
        else:
            add(item, twin, (Side.LEFT, Side.RIGHT, Side.NEITHER), False)
    for other in left_over:
        add(None, other, (Side.RIGHT, Side.NEITHER), False)
    return lines


def _whole_lines(field: str, ours: Sequence[Any], theirs: Sequence[Any]) -> list[MergeLine]:
    """Return one line for a field whose items are chosen all together, or none."""
    if not ours and not theirs:
        return []
    key_of = _WHOLE[field]
    one, other = ("\n".join(map(str, side)) for side in (ours, theirs))
    same = {key_of(item) for item in ours} == {key_of(item) for item in theirs}
    options: tuple[Side, ...] = (Side.BOTH, Side.LEFT, Side.RIGHT, Side.NEITHER)
    if not ours or not theirs:
        options = (Side.RIGHT if not ours else Side.LEFT, Side.NEITHER)
    left, right = tuple(ours) or None, tuple(theirs) or None
    return [MergeLine(field, field, left, right, one, other, options, options[0], same)]


_SINGLE_ORDER = ("kind", "nickname", "birthday", "pronouns", "gender", "time_zone", "note")
_ITEM_ORDER = ("phones", "emails", "addresses", "links", "dates", "related", "own_fields")
_JOINED: Mapping[str, str] = {"nickname": ", ", "note": "\n\n"}
"""Texts that can be kept both, and what stands between them."""
_WHOLE: Mapping[str, Callable[[Any], Hashable]] = {
    "languages": folded,
    "tags": folded,
    "roles": str,
    "other_properties": comparable_line,
}
_STAGES = list(Stage)
