"""Which item of a card became which item of the contact, where the user edited it.

Only where it is clear: the value stayed and its label changed, or nothing was removed and another
value stands in the same place.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from notebook_app.model.contact import ContactDetails

ITEM_FIELDS = ("phones", "emails", "addresses", "links", "dates", "related")
_BESIDE_THE_VALUE = frozenset({"label", "preferred"})


@dataclass(frozen=True, slots=True)
class Successor:
    """What an item became; ``same_value`` if only its label or preference changed."""

    item: Hashable
    same_value: bool


def successors(
    before: ContactDetails, now: ContactDetails
) -> Mapping[tuple[str, Hashable], Successor]:
    """Return for each edited item, as (field, item), what became of it."""
    found: dict[tuple[str, Hashable], Successor] = {}
    for field in ITEM_FIELDS:
        old: tuple[Any, ...] = getattr(before, field)
        new: tuple[Any, ...] = getattr(now, field)
        if old == new or not old or not new:
            continue
        stayed = set(old) & set(new)
        fresh = {_bare(item): item for item in new if item not in stayed}
        taken: set[Hashable] = set()
        for item in old:
            if item not in stayed and (same := fresh.get(_bare(item))) is not None:
                found[field, item] = Successor(same, True)
                taken.add(same)
        if len(new) < len(old):
            continue
        for item, other in zip(old, new, strict=False):
            if (field, item) in found or item in stayed or other in stayed or other in taken:
                continue
            found[field, item] = Successor(other, False)
            taken.add(other)
    return found


def _bare(item: Any) -> Hashable:
    """Return an item without its label."""
    names = [field.name for field in fields(item) if field.name in _BESIDE_THE_VALUE]
    blank: Hashable = replace(item, **{name: type(getattr(item, name))() for name in names})
    return blank
