"""What the full-text index holds of a contact, and what a typed search asks it.

Words of Chinese, Japanese and Korean are not parted by spaces; each of their characters counts
as a word here, so that any part of such a name is found.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from notebook_app.model.contact import ContactDetails
from notebook_app.model.name_form import folded
from notebook_app.model.phone_number import national_digits

_WORD = re.compile(r"[^\W_]+")
_NUMBER_QUERY = re.compile(r"\+?[\d\s\-\u2010-\u2015\u00ad/().·]+")
# Finds more than stands alone, since the exact ranges take 4 ms to compile at each start.
_MAY_STAND_ALONE = re.compile("[^\0-\u2e7f]")
_ALL_BUT_DIGITS = {code: None for code in range(128) if not chr(code).isdigit()}
_TRUNK_ZERO = re.compile(r"\(\s*0\s*\)")
_SHORTEST_NUMBER = 3
_TOO_MANY_WORDS = 12
_LONGEST_QUERY = 400
_LONGEST_REMEMBERED = 30

LONGEST_INDEXED_BEGINNING = 5
"""Of how many letters the indexes know all words that begin with them (the steps' ``prefix``)."""


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
        name.maiden,
        details.nickname,
        details.organization,
        *(post.organization for post in details.affiliations),
    )
    return searchable(" ".join(_once(parts)))


def indexed_reach(details: ContactDetails, e164: list[str]) -> str:
    """Return phones (as typed, as bare digits, with and without country code), e-mails, links."""
    parts: list[str] = []
    for phone, international in zip(details.phones, e164, strict=True):
        number = phone.number
        digits = digits_of(_TRUNK_ZERO.sub("", number) if "(" in number else number)
        parts += (number, digits, digits.lstrip("0"))
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
    for post in details.affiliations:
        parts += (post.title, post.department, post.profession)
    for own in details.own_fields:
        parts += (own.name, own.value)
    return searchable(" ".join(_once(parts)))


def match_expression(query: str, longest_beginning: int = _LONGEST_QUERY) -> str:
    """Return the FTS5 expression for what was typed: all words, the last as a beginning.

    A query of digits alone is taken as one number, however it is grouped; without any word
    the expression is empty, which means: everything. Of the beginning no more letters than
    ``longest_beginning`` are asked for; then more is found than was meant.
    """
    digits = number_digits(query)
    if digits:
        bare = digits.removeprefix("00") if digits.startswith("00") else digits.removeprefix("0")
        return _either((bare[:longest_beginning], digits[:longest_beginning]), "*")
    words = query_words(query)
    if not words:
        return ""
    wanted = [_either(spellings(word)) for word in words[:-1]]
    beginnings = tuple(spelling[:longest_beginning] for spelling in spellings(words[-1]))
    # Between brackets FTS5 wants its AND said.
    return " AND ".join([*wanted, _either(beginnings, "*")])


def query_words(query: str) -> list[str]:
    """Return the words of what was typed; of a very long text the first."""
    return _WORD.findall(_spaced(_composed(query)))[:_TOO_MANY_WORDS]


def number_digits(query: str) -> str:
    """Return the digits of what was typed if it is nothing but one number, else nothing."""
    text = _composed(query)
    if not _NUMBER_QUERY.fullmatch(text.strip()):
        return ""
    digits = digits_of(_TRUNK_ZERO.sub("", text))
    bare = digits.removeprefix("00") if digits.startswith("00") else digits.removeprefix("0")
    return digits if len(bare) >= _SHORTEST_NUMBER else ""


def searchable_or_none(text: str) -> str | None:
    """Return a text as the full-text index needs it, or None if it may stay as it is."""
    words = searchable(text)
    return None if words == text else words


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
    words = [word for word in _once(_WORD.findall(text)) if not word.isascii()]
    plain = [spelling for word in words for spelling in spellings(word)[1:]]
    return " ".join([_spaced(text), *plain])


def _composed(query: str) -> str:
    return unicodedata.normalize("NFC", without_broken_characters(query[:_LONGEST_QUERY]))


def spellings(word: str) -> tuple[str, ...]:
    """Return a word, and in plain letters too where the index would not do that by itself."""
    if len(word) > _LONGEST_REMEMBERED:
        return _worked_out_spellings(word)
    return _remembered_spellings(word)


@lru_cache(maxsize=4_000)
def _remembered_spellings(word: str) -> tuple[str, ...]:
    """Return the same for the words of names and towns, which come again and again."""
    return _worked_out_spellings(word)


def _worked_out_spellings(word: str) -> tuple[str, ...]:
    if word.isascii() or folded(word) == index_form(word):
        return (word,)
    return tuple(dict.fromkeys((word, *_WORD.findall(folded(word)))))


def _either(spellings: tuple[str, ...], ending: str = "") -> str:
    either = " OR ".join(f'"{spelling}"{ending}' for spelling in dict.fromkeys(spellings))
    return f"({either})" if " OR " in either else either


def index_form(word: str) -> str:
    """Return what the index itself makes of a word."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def digits_of(text: str) -> str:
    """Return the digits of a text, those of other scripts as 0 to 9."""
    if text.isascii():
        return text.translate(_ALL_BUT_DIGITS)
    return "".join(str(unicodedata.decimal(char)) for char in text if char.isdecimal())


def _once(parts: Iterable[str]) -> list[str]:
    once = dict.fromkeys(parts)
    once.pop("", None)
    return list(once)


def _spaced(text: str) -> str:
    if _MAY_STAND_ALONE.search(text) is None:
        return text
    return "".join(f" {char} " if stands_alone(char) else char for char in text)


def stands_alone(char: str) -> bool:
    """Return whether a character counts as a word, as those of Chinese, Japanese and Korean."""
    if not ("\u2e80" <= char < "\uff00" or char >= "\U00020000"):
        return False
    return unicodedata.east_asian_width(char) in "WF" and char.isalnum()
