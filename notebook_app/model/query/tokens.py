"""Takes a query apart into words, keys with their values, minus signs and brackets.

One pass over the text, each character looked at a bounded number of times.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto

from notebook_app.foundation.record import record
from notebook_app.model.query.mistake import QueryMistake

_SPACE = re.compile(r"\s+")
# "(070)" and the "(0)" of a telephone number are no brackets around terms.
_NUMBER_IN_BRACKETS = re.compile(r"\([0-9\s./·-]*[0-9][0-9\s./·-]*\)[0-9./·-]*")
_KEY = re.compile(r"([^\W\d_][\w-]*):(?!//)")
_QUOTED = re.compile(r'"((?:[^"]|"")*+)("?)')
_BARE = re.compile(r'[^\s"()]+')
_BARE_VALUE = re.compile(r'[^\s",()]*')
_ADDRESSES = ("http", "https", "mailto", "tel", "sip")


class TokenKind(Enum):
    """What a piece of the text is."""

    WORD = auto()
    QUOTED = auto()
    KEY = auto()
    MINUS = auto()
    OPEN = auto()
    CLOSE = auto()


@record
class GivenValue:
    """A value as it was written."""

    text: str
    start: int
    length: int


@record
class Token:
    """A piece of the text; ``text`` is without quotes and, of a key, without the colon."""

    kind: TokenKind
    text: str
    start: int
    length: int
    values: tuple[GivenValue, ...] = ()


def tokens(text: str, *, still_typing: bool) -> Iterator[Token]:
    """Yield the pieces of a query. ``still_typing`` closes what the end of the text leaves open.

    Raises:
        QueryMistake: a quote is not closed.
    """
    at = 0
    while at < len(text):
        if space := _SPACE.match(text, at):
            at = space.end()
            continue
        token = _token_at(text, at, still_typing)
        yield token
        at = token.start + token.length


def _token_at(text: str, at: int, still_typing: bool) -> Token:
    sign = text[at]
    if sign == "(" and (number := _NUMBER_IN_BRACKETS.match(text, at)):
        return Token(TokenKind.WORD, number[0], at, len(number[0]))
    if sign in "()":
        return Token(TokenKind.OPEN if sign == "(" else TokenKind.CLOSE, sign, at, 1)
    if sign == "-" and at + 1 < len(text) and not text[at + 1].isspace() and text[at + 1] != ")":
        return Token(TokenKind.MINUS, sign, at, 1)
    if sign == '"':
        words, end = _quoted(text, at, still_typing)
        return Token(TokenKind.QUOTED, words, at, end - at)
    key = _KEY.match(text, at)
    if key is not None and key[1].lower() not in _ADDRESSES:
        values, end = _values(text, key.end(), still_typing)
        return Token(TokenKind.KEY, key[1], at, end - at, values)
    bare = _BARE.match(text, at)
    word = text[at] if bare is None else bare[0]
    return Token(TokenKind.WORD, word, at, len(word))


def _values(text: str, at: int, still_typing: bool) -> tuple[tuple[GivenValue, ...], int]:
    values: list[GivenValue] = []
    while True:
        if text[at : at + 1] == '"':
            words, end = _quoted(text, at, still_typing)
        else:
            bare = _BARE_VALUE.match(text, at)
            words = "" if bare is None else bare[0]
            end = at + len(words)
        values.append(GivenValue(words.strip(), at, end - at))
        if text[end : end + 1] != ",":
            return tuple(values), end
        at = end + 1


def _quoted(text: str, at: int, still_typing: bool) -> tuple[str, int]:
    match = _QUOTED.match(text, at)
    if match is None or not (match[2] or still_typing):
        raise QueryMistake("This quote is not closed.", at, len(text) - at)
    return match[1].replace('""', '"'), match.end()
