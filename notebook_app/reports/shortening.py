"""Texts of any length and shape, made fit for paper; the notebook keeps the whole."""

import re
import unicodedata

_LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_MANY_BLANKS = re.compile(r"\n\s*\n\s*\n+")


def one_line(text: str, most: int) -> str:
    """Return ``text`` in a single line of at most ``most`` characters, ending in ``…`` if cut."""
    # What lies behind the cut is never looked at: a text may have a million characters.
    return _cut(" ".join(_printable(text[: 4 * most + 100]).split()), most)


def some_lines(text: str, most: int, most_lines: int) -> str:
    """Return ``text`` with its line breaks, cut to ``most`` characters and ``most_lines`` lines."""
    start = _printable(_LINE_ENDS.sub("\n", text[: 4 * most + 100].strip()))
    lines = [" ".join(line.split()) for line in _MANY_BLANKS.sub("\n\n", start).split("\n")]
    shown = "\n".join(lines[:most_lines]).strip()
    cut = _cut(shown, most)
    return cut if len(lines) <= most_lines or cut.endswith("…") else f"{cut.rstrip()} …"


def _cut(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    end = most - 1
    space = max(text.rfind(" ", most * 3 // 4, end), text.rfind("\n", most * 3 // 4, end))
    end = space if space > 0 else end
    # Not between a letter and its accent, or inside an emoji that is put together of several.
    while end > most // 2 and _belongs_to_the_one_before(text, end):
        end -= 1
    return text[:end].rstrip(" ,;:·\n") + "…"


def _belongs_to_the_one_before(text: str, at: int) -> bool:
    here, before = text[at], text[at - 1]
    joined = unicodedata.combining(here) or unicodedata.category(here) in ("Mn", "Me", "Sk")
    return bool(joined) or "\u200d" in (here, before) or here in "\ufe0e\ufe0f"


def _printable(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(
        char if char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs") else " "
        for char in text
    )
