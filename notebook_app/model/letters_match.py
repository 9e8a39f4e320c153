"""How well a few letters mean a text: ``cm`` is Carla Mendes, ``exp`` is Export people.

The letters must come in their order. Each that begins a word or follows the one before it
counts; letters in the middle of a word after a gap count against it. Both texts are folded first.
"""

from typing import Final

_AT_START: Final = 12
_WORD_START: Final = 8
_NEXT: Final = 5
_ANYWHERE: Final = -2
_MOST: Final = 120
"""Longer texts are matched by their beginning, so that a 5,000-letter name costs nothing."""


def letters_match(letters: str, text: str) -> int | None:
    """Return how well ``letters`` mean ``text``, more is better; None if they don't.

    Both are folded (see ``name_form.folded``). Spaces in ``letters`` stand for a new word.
    """
    wanted = letters.strip()
    text = text[:_MOST]
    if not wanted:
        return 0
    if len(wanted) > len(text):
        return None
    best = _best(wanted, text)
    if best is None:
        return None
    exact = 40 if text == wanted else 20 if text.startswith(wanted) else 0
    return best + exact - len(text) // 12


def _best(wanted: str, text: str) -> int | None:
    """Return the most that any way of finding the letters is worth (rows of one table)."""
    ends: list[int | None] = [None] * len(text)
    for number, letter in enumerate(wanted):
        now: list[int | None] = [None] * len(text)
        reached: int | None = 0 if number == 0 else None
        for place, char in enumerate(text):
            before = ends[place - 1] if place else None
            if char == letter:
                now[place] = _worth(text, place, number, reached, before)
            if number and ends[place] is not None:
                ended = ends[place] or 0
                reached = ended if reached is None else max(reached, ended)
        ends = now
    found = [value for value in ends if value is not None]
    return max(found) if found else None


def _worth(
    text: str, place: int, number: int, reached: int | None, before: int | None
) -> int | None:
    starts = place == 0 or not text[place - 1].isalnum()
    jump = None
    if reached is not None:
        jump = reached + (_AT_START if place == 0 else _WORD_START if starts else _ANYWHERE)
    step = None if number == 0 or before is None else before + _NEXT
    if jump is None or (step is not None and step > jump):
        return step
    return jump
