"""Finds times of day in words: ``10:30``, ``at 10``, ``3 pm``, ``um 10 Uhr``."""

import re
from collections.abc import Sequence
from datetime import time
from typing import Final

from notebook_app.model.capture.vocabulary import Vocabulary
from notebook_app.model.capture.words import Word, length_in, phrase_at

_CLOCK: Final = re.compile(r"(\d{1,2})[:.](\d{2})(?:h|uhr)?")
_HALF_OF_DAY: Final = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(am|pm|h|uhr)")
_NOON: Final = 12
_EARLIEST: Final = 7
"""An hour before this without ``am`` or minutes is one of the afternoon: "at 3"."""


def time_at(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> tuple[int, time] | None:
    """Return how many words from ``index`` on are a time of day, and the time."""
    if noon := phrase_at(words, index, vocabulary.times):
        return noon[0], time(noon[1])
    lead = length_in(words, index, vocabulary.time_leads)
    at = index + lead
    if at >= len(words) or not words[at].is_number or (lead and words[at].parted):
        return None
    text, following = words[at].key, words[at + 1] if at + 1 < len(words) else None
    behind = "" if following is None or following.parted not in ("", "'") else following.key
    half = behind if behind in ("am", "pm") else ""
    named = behind in vocabulary.hours or bool(half)
    length = lead + 1 + (1 if named else 0)
    if match := _HALF_OF_DAY.fullmatch(text):
        found = _time(int(match[1]), int(match[2] or 0), match[3])
        return None if found is None else (lead + 1, found)
    if match := _CLOCK.fullmatch(text):
        if "." in text and not (lead or named):
            return None
        found = _time(int(match[1]), int(match[2]), half)
    elif text.isdecimal() and len(text) <= 2 and (lead or named):
        hour = int(text)
        afternoon = hour < _EARLIEST and hour > 0 and not named
        found = _time(hour + _NOON if afternoon else hour, 0, half)
    else:
        return None
    return None if found is None else (length, found)


def _time(hour: int, minute: int, half: str) -> time | None:
    if half in ("am", "pm"):
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
