"""Words for what people are to each other, with the word for the other direction.

A link is read as "their ``label`` is ``name``": somebody whose parent is Bo is Bo's child. Words
that end in "of" or "by", or are verbs, are read together with the name: "child of Bo", "works
for Bo".
"""

from collections.abc import Mapping
from dataclasses import dataclass

from notebook_app.model.name_form import folded


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A link between two contacts, seen from one of them.

    ``label`` says what the other is to this one; ``name`` is the other's, empty if nobody knows
    it; ``contact_id`` is None for somebody who is not in the notebook. ``named_by_them`` says
    that it is written down at the other.
    """

    label: str
    name: str
    uid: str = ""
    contact_id: int | None = None
    photo_id: int | None = None
    named_by_them: bool = False


@dataclass(frozen=True, slots=True)
class Ladder:
    """A word that sets one above another: two of a family cannot be above each other.

    ``up`` says that whom the word names stands above.
    """

    family: str
    up: bool


RELATION_CHOICES = (
    "partner",
    "spouse",
    "child",
    "parent",
    "sibling",
    "relative",
    "friend",
    "colleague",
    "neighbour",
    "works for",
    "employs",
    "manager",
    "assistant",
    "introduced by",
    "introduced",
    "referred by",
    "referred",
    "mentor",
    "mentee",
)
"""The words that are offered; any other is the user's own."""

_BOTH_WAYS = (
    "partner",
    "partner of",
    "spouse",
    "domestic partner",
    "sibling",
    "sibling of",
    "relative",
    "relative of",
    "kin",
    "friend",
    "friend of",
    "colleague",
    "colleague of",
    "co-worker",
    "co-resident",
    "neighbour",
    "neighbour of",
    "neighbor",
    "acquaintance",
    "contact",
)
_PAIRS = (
    ("parent", "child"),
    ("parent of", "child of"),
    ("grandparent", "grandchild"),
    ("godparent", "godchild"),
    ("manager", "assistant"),
    ("manager of", "assistant of"),
    ("works for", "employs"),
    ("employer", "employee"),
    ("introduced by", "introduced"),
    ("referred by", "referred"),
    ("mentor", "mentee"),
    ("mentor of", "mentee of"),
    ("teacher", "student"),
    ("landlord", "tenant"),
)
# Words that say more than their reverse can say back.
_ONE_WAY = {
    "mother": "child",
    "father": "child",
    "son": "parent",
    "daughter": "parent",
    "brother": "sibling",
    "sister": "sibling",
    "husband": "spouse",
    "wife": "spouse",
}
_REVERSES: Mapping[str, str] = {
    **{word: word for word in _BOTH_WAYS},
    **dict(_PAIRS),
    **{second: first for first, second in _PAIRS},
    **_ONE_WAY,
}
_LADDERS: Mapping[str, Ladder] = {
    word: Ladder(family, up)
    for family, ups, downs in (
        (
            "parent",
            ("parent", "mother", "father", "child of"),
            ("child", "son", "daughter", "parent of"),
        ),
        ("grandparent", ("grandparent",), ("grandchild",)),
        ("work", ("works for", "employer"), ("employs", "employee")),
        ("manager", ("manager", "assistant of"), ("assistant", "manager of")),
        ("introduction", ("introduced by",), ("introduced",)),
        ("referral", ("referred by",), ("referred",)),
        ("mentor", ("mentor", "mentee of"), ("mentee", "mentor of")),
    )
    for up, words in ((True, ups), (False, downs))
    for word in words
}


def reverse_of(label: str) -> str:
    """Return what one is to somebody who is their ``label``; the user's own word is its own."""
    return _REVERSES.get(folded(label), label)


def ladder_of(label: str) -> Ladder | None:
    """Return which of two people a word sets above the other, or None if neither."""
    return _LADDERS.get(folded(label))


def same_relation(one: str, other: str) -> bool:
    """Return whether two words say the same of somebody, one perhaps more exactly."""
    if folded(one) == folded(other):
        return True
    ladder = ladder_of(one)
    if ladder is not None:
        return ladder == ladder_of(other)
    return reverse_of(one) == folded(other) or folded(one) == reverse_of(other)
