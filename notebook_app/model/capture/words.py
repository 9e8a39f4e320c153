"""Takes a line apart into words, each with where it stands and what parts it from the last one."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from notebook_app.model.name_form import folded

Meaning = TypeVar("Meaning")

_WORD: Final = re.compile(
    r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})?(?!\d)|\d[\d.,:/-]*\d|[wW]/(?=\s)|[^\W_]+(?:['’.&+-][^\W_]+)*|[&+](?=\s)"
)
_ABBREVIATIONS: Final = frozenset(("dr", "mr", "mrs", "ms", "prof", "st", "hr", "fr", "dipl"))
_LONGEST_PHRASE: Final = 4
MARK: Final = "mark"
"""What parts two words that have a mark between them, or one that was taken for something."""


Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the line.

    ``key`` is the word folded; ``parted`` is what parts it from the word before: a comma, a stop,
    ``MARK``; empty where only space does.
    """

    text: str
    key: str
    start: int
    end: int
    parted: str = ""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.start, self.end

    @property
    def is_number(self) -> bool:
        """Whether it begins with a digit."""
        return self.text[0].isdigit()

    @property
    def is_capitalised(self) -> bool:
        """Whether it can be a name; scripts without capitals always can."""
        first = self.text[0]
        return first.isalpha() and not first.islower()


def words_of(line: str, taken: Sequence[Span] = (), start: int = 0, end: int = -1) -> list[Word]:
    """Return the words of a part of the line that stand outside of ``taken``, which is sorted."""
    last = len(line) if end < 0 else end
    words: list[Word] = []
    begun = start
    for span in [*taken, (last, last)]:
        if span[0] >= begun:
            _add_words(words, line, begun, min(span[0], last))
            if span[0] >= last:
                break
        begun = max(begun, span[1])
    return words


def _add_words(words: list[Word], line: str, start: int, end: int) -> None:
    before = words[-1] if words else None
    for number, match in enumerate(_WORD.finditer(line, start, end)):
        text = match[0]
        key = folded(text.replace("’", "'") if "’" in text else text)
        gap_start = start if number == 0 or before is None else before.end
        parted = _parted(line[gap_start : match.start()], before)
        if number == 0 and before is not None:
            parted = MARK
        before = Word(text, key, match.start(), match.end(), parted)
        words.append(before)


def _parted(gap: str, before: Word | None) -> str:
    if gap == " ":
        return ""
    if "\t" in gap:
        return ","  # Pasted from a table.
    bare = gap.strip(" \t\u00a0'\"“”„‚’‘»«*_")
    if not bare:
        return "\n" if "\n" in gap else ""
    if before is None:
        return ""
    if bare[0] == "." and _is_short(before):
        bare = bare[1:].strip()
    return bare[:1]


def _is_short(word: Word) -> bool:
    """Return whether a stop behind a word may belong to it, as in ``3. November`` and ``Dr.``."""
    return word.is_number or word.key in _ABBREVIATIONS or len(word.key) == 1


def phrase_at(
    words: Sequence[Word], index: int, table: Mapping[str, Meaning]
) -> tuple[int, Meaning] | None:
    """Return how many words from ``index`` on are in a table, and what they mean there."""
    keys = _keys(words, index)
    for length in range(len(keys), 0, -1):
        if keys[length - 1] in table:
            return length, table[keys[length - 1]]
    return None


def length_in(words: Sequence[Word], index: int, table: Collection[str]) -> int:
    """Return how many words from ``index`` on are one entry of a set; 0 if none are."""
    keys = _keys(words, index)
    return next((length for length in range(len(keys), 0, -1) if keys[length - 1] in table), 0)


def _keys(words: Sequence[Word], index: int) -> list[str]:
    """Return the keys of the first word from ``index`` on, the first two, and so on."""
    if index >= len(words):
        return []
    keys = [words[index].key]
    for word in words[index + 1 : index + _LONGEST_PHRASE]:
        if word.parted:
            break
        keys.append(f"{keys[-1]} {word.key}")
    return keys


def segment_end(words: Sequence[Word], index: int) -> int:
    """Return the index of the first word after ``index`` that something parts from those before."""
    for number in range(index + 1, len(words)):
        if words[number].parted:
            return number
    return len(words)
