"""A place on a contact's page that holds one value, and how that value is put into a draft.

An item of many is known by what it was, not only by where it stood: the contact may have been
changed elsewhere while it was being edited.
"""

from dataclasses import dataclass, replace
from typing import Any, Final

from notebook_app.model.contact import ContactDraft

NAME: Final = "name"
WORK: Final = "work"
STANDING: Final = "standing"
CADENCE: Final = "cadence"
MANY: Final = frozenset(
    {
        "phones",
        "emails",
        "addresses",
        "links",
        "dates",
        "related",
        "affiliations",
        "own_fields",
    }
)
"""The fields of which a contact may have any number."""

_PREFERABLE: Final = frozenset({"phones", "emails", "addresses", "links"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A field of the draft, and which one where there are many; one past the last adds one."""

    field: str
    number: int = 0


def items_of(draft: ContactDraft, field: str) -> tuple[Any, ...]:
    """Return the items of a field that there may be many of."""
    items: tuple[Any, ...] = getattr(draft.details, field)
    return items


def item_at(draft: ContactDraft, spot: Spot) -> Any | None:
    """Return the item at a spot, or None where one is to be added."""
    items = items_of(draft, spot.field)
    return items[spot.number] if spot.number < len(items) else None


def with_item(
    draft: ContactDraft, spot: Spot, before: Any | None, value: Any | None
) -> ContactDraft:
    """Return the draft with ``value`` in the place of ``before``.

    None for ``before`` adds the value, None for ``value`` takes the item out. An item that is
    no longer there is added anew: what the user wrote is not lost.
    """
    items = list(items_of(draft, spot.field))
    place = _place_of(items, spot.number, before)
    if place is None:
        items += [] if value is None else [value]
    elif value is None:
        items.pop(place)
    else:
        items[place] = value
    return _with_items(draft, spot.field, items)


def moved(draft: ContactDraft, spot: Spot, step: int) -> ContactDraft:
    """Return the draft with the item ``step`` places further down; the ends stay ends."""
    items = list(items_of(draft, spot.field))
    wanted = spot.number + step
    if spot.number < len(items) and 0 <= wanted < len(items):
        items.insert(wanted, items.pop(spot.number))
    return _with_items(draft, spot.field, items)


def may_be_preferred(spot: Spot) -> bool:
    """Return whether one item of the field can be the preferred one."""
    return spot.field in _PREFERABLE


def preferred(draft: ContactDraft, spot: Spot, *, on: bool) -> ContactDraft:
    """Return the draft with that item as the preferred one of its field, or with none."""
    items = [
        replace(item, preferred=on and number == spot.number)
        for number, item in enumerate(items_of(draft, spot.field))
    ]
    return _with_items(draft, spot.field, items)


def _place_of(items: list[Any], number: int, before: Any | None) -> int | None:
    if before is None:
        return None
    if number < len(items) and items[number] == before:
        return number
    return items.index(before) if before in items else None


def _with_items(draft: ContactDraft, field: str, items: list[Any]) -> ContactDraft:
    changed: dict[str, Any] = {field: tuple(items)}
    return replace(draft, details=replace(draft.details, **changed))
