"""A short sentence to begin with, from what one noted oneself; nothing is ever made up.

What is nearest comes first: a birthday, then what one last talked about, then something to
remember. The words around it are the window's.
"""

import re
from datetime import date
from enum import StrEnum
from typing import Final

from notebook_app.foundation.record import record

_MOST_LETTERS: Final = 90
_AHEAD_DAYS: Final = 7
_BEHIND_DAYS: Final = 3
_SENTENCE_END: Final = re.compile(r"(?<=[.!?…])\s|\n")


class OpenerKind(StrEnum):
    """What a sentence begins with."""

    BIRTHDAY = "birthday"
    BIRTHDAY_TO_COME = "birthday to come"
    BIRTHDAY_PAST = "birthday past"
    TOPIC = "topic"
    REMEMBERED = "remembered"
    NAME = "name"


@record
class Opener:
    """Whom it is for, and what was noted, word by word: ``words``, or the day of a birthday."""

    kind: OpenerKind
    name: str
    words: str = ""
    on: date | None = None


def opener(
    name: str, *, last_topic: str, remembered: str, birthdays: tuple[date, ...], today: date
) -> Opener:
    """Return what to begin with.

    ``name`` is what one calls them, ``remembered`` the first thing to remember, ``birthdays``
    the days around today on which theirs is.
    """
    for day in sorted(birthdays, key=lambda day: abs((day - today).days)):
        if day == today:
            return Opener(OpenerKind.BIRTHDAY, name, on=day)
        if 0 < (day - today).days <= _AHEAD_DAYS:
            return Opener(OpenerKind.BIRTHDAY_TO_COME, name, on=day)
        if 0 < (today - day).days <= _BEHIND_DAYS:
            return Opener(OpenerKind.BIRTHDAY_PAST, name, on=day)
    if words := beginning_of(last_topic):
        return Opener(OpenerKind.TOPIC, name, words)
    if words := beginning_of(remembered):
        return Opener(OpenerKind.REMEMBERED, name, words)
    return Opener(OpenerKind.NAME, name)


def beginning_of(text: str) -> str:
    """Return the first sentence of a note without its full stop, cut after a word if it is long."""
    first = _SENTENCE_END.split(text.strip()[:1000], maxsplit=1)[0]
    words = " ".join(first.split()).rstrip(".;,: ")
    if len(words) <= _MOST_LETTERS:
        return words
    cut = words[:_MOST_LETTERS]
    return f"{cut.rsplit(' ', 1)[0] if ' ' in cut else cut} …"
