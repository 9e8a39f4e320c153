"""The letters that stand in for a photo, for names of every script."""

import unicodedata
from typing import Final

_UNCASED_ONE_LETTER: Final = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "ARABIC", "HEBREW", "THAI")


def initials(name: str) -> str:
    """Return one or two letters for ``name``.

    Latin, Greek and Cyrillic names give the first letter of the first and the last word; scripts
    where two letters side by side would read as a word (or join) give one. A name without any
    letter gives its first visible character, and an empty one ``?``.
    """
    firsts = [letter for word in name.split() if (letter := _first_letter(word))]
    if not firsts:
        return _first_symbol(name)
    if unicodedata.name(firsts[0], "").startswith(_UNCASED_ONE_LETTER):
        return firsts[0]
    chosen = (firsts[0], firsts[-1]) if len(firsts) > 1 else (firsts[0],)
    return "".join(letter.upper()[:1] for letter in chosen)


def _first_letter(word: str) -> str:
    return next((character for character in word if unicodedata.category(character)[0] == "L"), "")


def _first_symbol(name: str) -> str:
    for position, character in enumerate(name):
        if unicodedata.category(character)[0] in "NPS":
            return character + _joined_after(name, position + 1)
    return "?"


def _joined_after(name: str, start: int) -> str:
    """Return the variation selectors and skin tones that belong to the symbol before ``start``."""
    end = start
    while end < len(name) and (
        unicodedata.category(name[end])[0] == "M" or "\U0001f3fb" <= name[end] <= "\U0001f3ff"
    ):
        end += 1
    return name[start:end]
