"""What the full-text index holds of a contact, and what a typed search asks it.

Words of Chinese, Japanese and Korean are not parted by spaces; each of their characters counts
as a word here, so that any part of such a name is found.
"""

import re
import unicodedata
from collections.abc import Iterable

from notebook_app.model.contact import ContactDetails
from notebook_app.model.name_form import folded
from notebook_app.model.phone_number import national_digits

_WORD = re.compile(r"[^\W_]+")
_NUMBER_QUERY = re.compile(r"\+?[\d\s\-\u2010-\u2015\u00ad/().·]+")
_TRUNK_ZERO = re.compile(r"\(\s*0\s*\)")
_SHORTEST_NUMBER = 3
_TOO_MANY_WORDS = 12
_LONGEST_QUERY = 400


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
    return searchable(" ".join(_once(parts)))


def indexed_reach(details: ContactDetails, e164: list[str]) -> str:
    """Return phones (as typed, as bare digits, with and without country code), e-mails, links."""
    parts: list[str] = []
    for phone, international in zip(details.phones, e164, strict=True):
        digits = _digits(_TRUNK_ZERO.sub("", phone.number))
        parts += (phone.number, digits, digits.lstrip("0"))
        if international:
            national = national_digits(international)
            parts += (international.removeprefix("+"), national, national.lstrip("0"))
    parts += (email.address for email in details.emails)
    parts += (link.url for link in details.links)
    return " ".join(_once(parts))


def indexed_rest(details: ContactDetails) -> str:
    """Return everything else that one may look for: note, title, addresses, tags, relations."""
    parts = [details.title, details.department, details.profession, details.note, *details.tags]
    for address in details.addresses:
        parts += address.lines()
    parts += (related.name for related in details.related)
    return searchable(" ".join(_once(parts)))


def match_expression(query: str) -> str:
    """Return the FTS5 expression for what was typed: all words, the last as a beginning.

    A query of digits alone is taken as one number, however it is grouped; without any word
    the expression is empty, which means: everything.
    """
    text = unicodedata.normalize("NFC", without_broken_characters(query[:_LONGEST_QUERY]))
    if _NUMBER_QUERY.fullmatch(text.strip()):
        digits = _digits(_TRUNK_ZERO.sub("", text))
        bare = digits.removeprefix("00") if digits.startswith("00") else digits.removeprefix("0")
        if len(bare) >= _SHORTEST_NUMBER:
            spellings = dict.fromkeys((bare, digits))
            either = " OR ".join(f'"{spelling}"*' for spelling in spellings)
            return either if len(spellings) == 1 else f"({either})"
    words = _WORD.findall(_spaced(text))[:_TOO_MANY_WORDS]
    if not words:
        return ""
    return " ".join([f'"{word}"' for word in words[:-1]] + [f'"{words[-1]}"*'])


def without_broken_characters(text: str) -> str:
    """Return a text without halves of surrogate pairs, which can't be sent to SQLite."""
    return text if text.isascii() else text.encode("utf-8", "ignore").decode("utf-8")


def searchable(text: str) -> str:
    """Return a text as the full-text index needs it.

    East Asian characters stand apart, and words with letters that the index does not know to be
    variants (``ß``, ``ø``, ``ł``, full-width letters) are there a second time in plain letters.
    """
    if text.isascii():
        return text
    plain = [
        folded(word)
        for word in dict.fromkeys(_WORD.findall(text))
        if not word.isascii() and folded(word) != _without_accents(word)
    ]
    return " ".join([_spaced(text), *plain])


def _without_accents(word: str) -> str:
    """Return what the index itself makes of a word."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _digits(text: str) -> str:
    return "".join(str(unicodedata.decimal(char)) for char in text if char.isdecimal())


def _once(parts: Iterable[str]) -> list[str]:
    return [part for part in dict.fromkeys(parts) if part]


def _spaced(text: str) -> str:
    if text.isascii():
        return text
    return "".join(f" {char} " if _stands_alone(char) else char for char in text)


def _stands_alone(char: str) -> bool:
    if not ("\u2e80" <= char < "\uff00" or char >= "\U00020000"):
        return False
    return unicodedata.east_asian_width(char) in "WF" and char.isalnum()
