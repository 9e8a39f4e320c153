"""Types and Apple labels to the words of ``model/labels.py``, and back.

One table, read in both directions, so that what was read is written again.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from notebook_app.model import labels

# In the order in which the words of one label follow each other: "work fax", "home mobile".
_TYPE_WORDS = (
    ("home", "HOME"),
    ("work", "WORK"),
    ("school", "SCHOOL"),
    ("main", "MAIN"),
    ("iphone", "IPHONE"),
    ("mobile", "CELL"),
    ("fax", "FAX"),
    ("pager", "PAGER"),
    ("car", "CAR"),
    ("video", "VIDEO"),
    ("modem", "MODEM"),
    ("isdn", "ISDN"),
    ("bbs", "BBS"),
    ("textphone", "TEXTPHONE"),
    ("other", "OTHER"),
)
PLACES = frozenset({"home", "work", "school", "other"})
_WORD_OF_TYPE = {kind.lower(): word for word, kind in _TYPE_WORDS} | {
    "mobile": "mobile",
    "business": "work",
    "x-mobile": "mobile",
    "homefax": "home fax",
    "workfax": "work fax",
}
_TYPE_OF_WORD = dict(_TYPE_WORDS)
_ORDER = {word: number for number, (word, _) in enumerate(_TYPE_WORDS)}
# What writers put on nearly everything, and what says nothing that a label would.
_SILENT = frozenset(
    ("voice", "msg", "pref", "internet", "x400", "dom", "intl", "postal", "parcel", "text", "sms")
)
_APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_\Z", re.DOTALL)
_APPLE_WORDS = {
    "homefax": "home fax",
    "workfax": "work fax",
    "otherfax": "other fax",
    "homepage": "homepage",
}
RELATION_WORDS = (
    "assistant",
    "brother",
    "child",
    "domestic partner",
    "father",
    "friend",
    "manager",
    "mother",
    "parent",
    "partner",
    "referred by",
    "relative",
    "sister",
    "spouse",
)
# RFC 6350, 6.6.6
RFC_RELATIONS = frozenset({"friend", "child", "parent", "spouse"})
OTHER_RFC_RELATIONS = frozenset(
    (
        "acquaintance",
        "co-resident",
        "co-worker",
        "colleague",
        "contact",
        "kin",
        "neighbor",
        "sibling",
    )
)
_KNOWN = frozenset(
    (
        *labels.PHONE_LABELS,
        *labels.EMAIL_LABELS,
        *labels.ADDRESS_LABELS,
        *labels.LINK_LABELS,
        *labels.DATE_LABELS,
        *RELATION_WORDS,
        *_APPLE_WORDS.values(),
    )
)
_APPLE_BUILT_IN = {
    "school": "School",
    "homepage": "HomePage",
    "anniversary": "Anniversary",
    "other": "Other",
    **{
        word: word.capitalize() for word in RELATION_WORDS if " " not in word and word != "relative"
    },
}
_SAFE_TYPE = re.compile(r"[^\"\x00-\x1f,;:\\^=()]{1,60}\Z")


def label_from_types(types: Sequence[str]) -> str:
    """Return the label that a property's types say: ``work fax``, ``mobile``, own words, or ""."""
    words: list[str] = []
    own: list[str] = []
    for kind in types:
        lower = kind.lower()
        if word := _WORD_OF_TYPE.get(lower):
            words.append(word)
        elif lower not in _SILENT:
            own.append(_own_word(kind))
    if "iphone" in words:
        words = [word for word in words if word != "mobile"]
    words = sorted(dict.fromkeys(words), key=lambda word: _ORDER.get(word, 0))
    if len(words) > 1:
        words = [word for word in words if word not in {"other", "video"}]
    return known_label(" ".join((*words, *dict.fromkeys(own))))


def label_from_apple(text: str) -> str:
    """Return the word for an ``X-ABLabel``: ``_$!<HomeFAX>!$_`` is ``home fax``."""
    stripped = text.strip()
    if match := _APPLE_LABEL.match(stripped):
        bare = match.group(1).strip()
        return known_label(_APPLE_WORDS.get(bare.lower(), bare.lower()))
    return known_label(stripped)


def known_label(text: str) -> str:
    """Return one of our words for ``text`` in any case, or the user's own words as they are."""
    lower = text.casefold()
    return lower if lower in _KNOWN else text


@lru_cache(maxsize=500)
def types_of_label(label: str) -> tuple[str, ...] | None:
    """Return the types that say exactly ``label``, or None if it needs a label of its own."""
    if not label:
        return ()
    types = [_TYPE_OF_WORD.get(word, "") for word in label.split(" ")]
    if label == "iphone":
        types.append("CELL")
    return tuple(types) if all(types) and label_from_types(types) == label else None


def apple_label(label: str) -> str:
    """Return ``label`` as an ``X-ABLabel`` writes it."""
    return f"_$!<{built_in}>!$_" if (built_in := _APPLE_BUILT_IN.get(label)) else label


def is_safe_type(label: str) -> bool:
    """Return whether ``label`` may stand as a TYPE, for readers that know no X-ABLabel."""
    return _SAFE_TYPE.match(label) is not None


def _own_word(kind: str) -> str:
    return kind[2:] if kind[:2] in {"X-", "x-"} and len(kind) > 2 else kind
