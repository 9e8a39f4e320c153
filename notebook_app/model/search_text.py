"""What the full-text index holds of a contact, and what a typed search asks it.

Words of Chinese, Japanese and Korean are not parted by spaces; each of their characters counts
as a word here, so that any part of such a name is found.
"""

import re
import unicodedata
from collections.abc import Iterable

from notebook_app.model.contact import ContactDetails

_WORD = re.compile(r"[^\W_]+")
_NUMBER_QUERY = re.compile(r"[\d\s+\-/().]+$")
_SHORTEST_NUMBER = 3
_TOO_MANY_WORDS = 12


def indexed_name(details: ContactDetails, display_name: str) -> str:
    """Return the names that a contact goes by."""
    name = details.name
    parts = (
        display_name,
        name.given,
        name.additional,
        name.family,
        name.phonetic_given,
        name.phonetic_family,
        details.nickname,
        details.organization,
    )
    return _spaced(" ".join(_once(parts)))


def indexed_reach(details: ContactDetails, e164: list[str]) -> str:
    """Return phones (as typed, bare digits, national digits), e-mails and links."""
    parts: list[str] = []
    for phone, international in zip(details.phones, e164, strict=True):
        digits = "".join(char for char in phone.number if char.isdigit())
        parts += (phone.number, digits, digits.lstrip("0"), international.lstrip("+"))
    parts += (email.address for email in details.emails)
    parts += (link.url for link in details.links)
    return " ".join(_once(parts))


def indexed_rest(details: ContactDetails) -> str:
    """Return everything else that one may look for: note, title, addresses, tags, relations."""
    parts = [details.title, details.department, details.profession, details.note, *details.tags]
    for address in details.addresses:
        parts += address.lines()
    parts += (related.name for related in details.related)
    return _spaced(" ".join(_once(parts)))


def match_expression(query: str) -> str:
    """Return the FTS5 expression for what was typed: all words, the last as a beginning.

    A query of digits alone is taken as one number, however it is grouped; without any word
    the expression is empty, which means: everything.
    """
    text = unicodedata.normalize("NFC", query)
    if _NUMBER_QUERY.match(text):
        digits = "".join(char for char in text if char.isdigit())
        bare = digits.removeprefix("00") if digits.startswith("00") else digits.removeprefix("0")
        if len(bare) >= _SHORTEST_NUMBER:
            return f'"{bare}"*'
    words = _WORD.findall(_spaced(text))[:_TOO_MANY_WORDS]
    if not words:
        return ""
    return " ".join([f'"{word}"' for word in words[:-1]] + [f'"{words[-1]}"*'])


def _once(parts: Iterable[str]) -> list[str]:
    return [part for part in dict.fromkeys(parts) if part]


def _spaced(text: str) -> str:
    if text.isascii():
        return text
    return "".join(f" {char} " if _stands_alone(char) else char for char in text)


def _stands_alone(char: str) -> bool:
    return char >= "\u2e80" and unicodedata.east_asian_width(char) in "WF" and char.isalnum()
