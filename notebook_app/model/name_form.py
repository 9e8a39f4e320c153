"""How a name is shown, sorted and shortened."""

import unicodedata
from collections.abc import Sequence

from notebook_app.model.contact import ContactDetails, NameParts

UNNAMED = "No name"

# Letters that Unicode does not take apart into a letter and an accent.
_WITHOUT_STROKE = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)


def shown_name(details: ContactDetails) -> str:
    """Return the name to show: its own, else from its parts, else whatever identifies it best."""
    if details.display_name.strip():
        return details.display_name.strip()
    candidates = [joined_name(details.name), details.nickname, details.organization]
    candidates += [email.address for email in details.emails]
    candidates += [phone.number for phone in details.phones]
    return next((text.strip() for text in candidates if text.strip()), UNNAMED)


def joined_name(name: NameParts) -> str:
    """Return the parts in reading order; family name first for Chinese, Japanese and Korean."""
    if _is_east_asian(name.family) and _is_east_asian(name.given):
        parts = [name.family + name.given]
    else:
        parts = [name.prefix, name.given, name.additional, name.family, name.suffix]
    return " ".join(part.strip() for part in parts if part.strip())


def split_name(text: str) -> NameParts:
    """Split a name typed as one text: the last word is the family name, the rest the given one."""
    words = text.split()
    if len(words) < 2:
        return NameParts(given=text.strip())
    if len(words) >= 3 and words[-2].lower() in _PARTICLES:
        return NameParts(given=" ".join(words[:-2]), family=" ".join(words[-2:]))
    return NameParts(given=" ".join(words[:-1]), family=words[-1])


def initials(name: str) -> str:
    """Return one or two letters to stand for a name without a photo."""
    words = [word for word in name.split() if word[0].isalnum()]
    if not words:
        return name.strip()[:1] or "?"
    if _is_east_asian(words[0]):
        return words[0][0]
    letters = words[0][0] + (words[-1][0] if len(words) > 1 else "")
    return letters.upper()


def folded(text: str) -> str:
    """Return ``text`` for comparing: without accents, case and surplus space."""
    if text.isascii():
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(bare.translate(_WITHOUT_STROKE).split())


def sort_key(display_name: str) -> str:
    """Return what lists are ordered by: the shown name, folded."""
    return folded(display_name)


def names_list(names: Sequence[str]) -> str:
    """Return ``Ann``, ``Ann and Ben``, ``Ann, Ben and Carla`` or ``Ann, Ben and 3 others``."""
    if len(names) > 3:
        return f"{names[0]}, {names[1]} and {len(names) - 2} others"
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


_PARTICLES = frozenset(
    {"van", "von", "de", "der", "den", "del", "da", "di", "la", "le", "af", "bin"}
)


def _is_east_asian(text: str) -> bool:
    return bool(text) and all(unicodedata.east_asian_width(char) in "WF" for char in text.strip())
