"""Where in a text the words of a search stand, as the full-text index would find them.

The index tells which texts hold the words, not where. The same folding is done here on the text
as it is stored: accents, letters such as ß and ø, East Asian characters one by one, the last
word as a beginning, telephone numbers however they are grouped.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from notebook_app.model.phone_number import national_digits
from notebook_app.model.search_text import (
    digits_of,
    index_form,
    number_digits,
    query_words,
    spellings,
    stands_alone,
)

Mark = tuple[int, int]
"""Where a match begins, and how many characters it takes."""

FRAGMENT_LENGTH: Final = 150
_BEFORE_A_MATCH: Final = 40
_MARKS_AT_MOST: Final = 200
_READ_AT_MOST: Final = 200_000
_A_WORD: Final = re.compile("[^\\W_](?:[^\\W_]|[\u0300-\u036f])*")
_A_NUMBER: Final = re.compile(r"\d(?:[\d\s\-\u2010-\u2015\u00ad/().·]*\d)?")
_TRUNK_ZERO: Final = re.compile(r"\(\s*0\s*\)")
_SHORTEST_NUMBER: Final = 3
_LONGEST_BEFORE: Final = 5
"""How many digits may stand before a number's own: 00, and a country code of three."""


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text, and where in it the words stand; the places are in order and do not overlap."""

    text: str
    marks: tuple[Mark, ...] = ()


class SearchMarks:
    """Finds the words of one search in any number of texts."""

    def __init__(self, words: str) -> None:
        """Take what was typed."""
        self._words = [frozenset(map(index_form, spellings(word))) for word in query_words(words)]
        self._numbers = _ways_to_write(number_digits(words), words)
        plain = [
            "|".join(sorted(map(re.escape, filter(str.isascii, ways)), key=len, reverse=True))
            for ways in self._words
        ]
        self._plain = [
            re.compile(f"(?<![^\\W_])(?:{ways})" + ("" if last else "(?![^\\W_])"), re.IGNORECASE)
            if ways
            else None
            for ways, last in zip(plain, _last_of(plain), strict=True)
        ]

    @property
    def wanted(self) -> int:
        """How many words there are to find."""
        return 1 if self._numbers else len(self._words)

    def found_in(self, text: str) -> frozenset[int]:
        """Return which of the words, by their numbers, stand in a text."""
        return frozenset(number for _start, _length, number in self._places(text))

    def all_in(self, text: str) -> bool:
        """Return whether all of the words stand in a text."""
        if not self._numbers and all(self._plain):
            plainly = all(pattern is not None and pattern.search(text) for pattern in self._plain)
            if plainly or text.isascii():
                return plainly
        return len(self.found_in(text)) == self.wanted

    def mark(self, text: str) -> MarkedText:
        """Return a whole text with its matches."""
        return MarkedText(text, _joined(self._places(text)))

    def fragment(self, text: str, length: int = FRAGMENT_LENGTH) -> MarkedText:
        """Return the part of a text in which most of the words stand, its matches marked.

        The part is cut at words and has an ellipsis where something was left out. Without a
        match it is the beginning.
        """
        places = self._places(text)
        begin = _best_start(places, length)
        begin = 0 if begin <= _BEFORE_A_MATCH else begin - _BEFORE_A_MATCH
        begin = min(begin, max(0, len(text) - length))
        if begin:
            begin = _next_word(text, begin, begin + _BEFORE_A_MATCH)
        end = len(text) if len(text) <= begin + length else _word_end(text, begin, begin + length)
        head, tail = "…" if begin else "", "…" if end < len(text) else ""
        shift = len(head) - begin
        inside = [
            (start + shift, min(start + size, end) - start, number)
            for start, size, number in places
            if begin <= start < end
        ]
        return MarkedText(f"{head}{text[begin:end]}{tail}", _joined(inside))

    def _places(self, text: str) -> list[tuple[int, int, int]]:
        """Return (start, length, number of the word) of the first matches, in their order."""
        text = text[:_READ_AT_MOST]
        if self._numbers:
            return sorted((*found, 0) for found in self._number_places(text))
        places = self._plain_places(text) if text.isascii() else self._any_places(text)
        if len({number for _, _, number in places}) < len(self._words):
            # A number among other words: its digits may be written in groups.
            places += self._grouped_digits(text)
        return sorted(places)

    def _plain_places(self, text: str) -> list[tuple[int, int, int]]:
        places = []
        for number, pattern in enumerate(self._plain):
            if pattern is None:
                continue
            for count, match in enumerate(pattern.finditer(text)):
                if count == _MARKS_AT_MOST:
                    break
                places.append((match.start(), match.end() - match.start(), number))
        return places

    def _any_places(self, text: str) -> list[tuple[int, int, int]]:
        places: list[tuple[int, int, int]] = []
        known: dict[str, list[tuple[int, int]]] = {}
        for start, word in _words_of(text):
            found = known.get(word)
            if found is None:
                found = known[word] = self._matches(word)
            if found:
                places += [(start, length, number) for length, number in found]
                if len(places) >= _MARKS_AT_MOST * len(self._words):
                    break
        return places

    def _matches(self, word: str) -> list[tuple[int, int]]:
        """Return (how many characters match, number of the word) for one word of a text."""
        forms = _forms(word)
        last = len(self._words) - 1
        matches = []
        for number, ways in enumerate(self._words):
            if any(form in ways for form in forms):
                matches.append((len(word), number))
            elif number == last and any(form.startswith(way) for form in forms for way in ways):
                matches.append((_typed_part(word, ways), number))
        return matches

    def _number_places(self, text: str) -> Iterator[Mark]:
        for match in _A_NUMBER.finditer(text):
            place = _place_of_digits(match.group(), self._numbers)
            if place is not None:
                yield match.start() + place[0], place[1]

    def _grouped_digits(self, text: str) -> list[tuple[int, int, int]]:
        places = []
        for number, ways in enumerate(self._words):
            for way in ways:
                if len(way) >= _SHORTEST_NUMBER and way.isdecimal():
                    for match in _A_NUMBER.finditer(text):
                        place = _place_of_digits(match.group(), _ways_to_write(way, way))
                        if place is not None:
                            places.append((match.start() + place[0], place[1], number))
        return places


def _last_of(items: Sequence[object]) -> list[bool]:
    return [number == len(items) - 1 for number in range(len(items))]


def _ways_to_write(digits: str, typed: str) -> tuple[str, ...]:
    """Return the digits that a number may be stored with, the longest first."""
    if not digits:
        return ()
    bare = digits.removeprefix("00") if digits.startswith("00") else digits.removeprefix("0")
    ways = {digits, bare}
    if typed.strip().startswith(("+", "00")):
        # Typed with a country code, stored without it.
        ways.add(national_digits(f"+{bare}"))
    return tuple(sorted((way for way in ways if len(way) >= 2), key=len, reverse=True))


def _place_of_digits(number: str, ways: Sequence[str]) -> Mark | None:
    """Return where the digits stand in a number, whatever is between them."""
    hidden = {at for found in _TRUNK_ZERO.finditer(number) for at in range(*found.span())}
    at = [index for index, char in enumerate(number) if char.isdecimal() and index not in hidden]
    digits = digits_of("".join(number[index] for index in at))
    for way in ways:
        first = digits.find(way)
        # The beginning of the number, with or without what is dialled before it.
        if 0 <= first <= _LONGEST_BEFORE and len(way) >= 2:
            start = at[first]
            return start, at[first + len(way) - 1] + 1 - start
    return None


def _words_of(text: str) -> Iterator[tuple[int, str]]:
    for match in _A_WORD.finditer(text):
        word, start = match.group(), match.start()
        if word.isascii() or not any(map(stands_alone, word)):
            yield start, word
            continue
        pending = 0
        for index, char in enumerate(word):
            if stands_alone(char):
                if pending < index:
                    yield start + pending, word[pending:index]
                yield start + index, char
                pending = index + 1
        if pending < len(word):
            yield start + pending, word[pending:]


def _forms(word: str) -> tuple[str, ...]:
    if word.isascii():
        return (word.lower(),)
    return tuple(dict.fromkeys(map(index_form, spellings(word))))


def _typed_part(word: str, ways: frozenset[str]) -> int:
    """Return how many characters of a word are what was typed of it, with their accents."""
    for length in range(1, len(word)):
        part = _forms(word[:length])
        following = word[length]
        if "\u0300" <= following <= "\u036f":
            continue
        if any(form.startswith(way) for form in part for way in ways):
            return length
    return len(word)


def _joined(places: Sequence[tuple[int, int, int]]) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    for start, length, _number in sorted(places):
        if marks and start < sum(marks[-1]):
            before = marks.pop()
            marks.append((before[0], max(sum(before), start + length) - before[0]))
        else:
            marks.append((start, length))
    return tuple(marks)


def _best_start(places: Sequence[tuple[int, int, int]], length: int) -> int:
    """Return where the stretch begins that holds most of the words; the first such."""
    best, begin = 0, 0
    room = length - _BEFORE_A_MATCH
    for index, (start, _, _) in enumerate(places):
        inside = {
            number for at, size, number in places[index : index + 60] if at + size <= start + room
        }
        if len(inside) > best:
            best, begin = len(inside), start
    return begin


def _next_word(text: str, start: int, before: int) -> int:
    """Return where a word begins, from ``start`` on but not after ``before``."""
    for index in range(start, before):
        if text[index - 1].isspace() and not text[index].isspace():
            return index
    return start


def _word_end(text: str, start: int, end: int) -> int:
    """Return where a word ends, before ``end`` if there is one in the last part."""
    for index in range(end, max(start, end - _BEFORE_A_MATCH), -1):
        if text[index].isspace():
            return index
    return end
