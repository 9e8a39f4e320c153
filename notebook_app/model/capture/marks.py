"""Reads what stands behind a mark: ``#tag``, ``@place``, ``*fact``, ``!what next``, ``<``, ``>``.

A mark counts at the beginning of the line or behind space. What it marks goes up to a comma, the
next mark or the end; ``!`` also goes over commas, up to the end of the sentence.
"""

import re
from typing import Final

from notebook_app.model.capture.captured import PieceKind
from notebook_app.model.capture.follow_ups import read_follow_up
from notebook_app.model.capture.found import Found, Reading, Says
from notebook_app.model.capture.places import take_place
from notebook_app.model.conversation import Initiator

_MARK: Final = re.compile(r"(?:(?<=\s)|(?<=[(\[,;])|\A)([#@!*<>])")
_QUOTED_TAG: Final = re.compile(r"#[\"“„]([^\"“”„\n]{1,80})[\"“”]")
_TAG: Final = re.compile(r"#([^\s#,;:!?()\[\]\"“”„<>@*]+)")
_ENDS: Final = re.compile(
    r"[,;\n]|[.!?](?=\s)|:\s|\s[–—-]\s|\s(?=[#!*])|\s(?=@)|\s(?=[<>](?:\s|\Z))|\s(?=[€$£]\d)"
)
_SENTENCE_ENDS: Final = re.compile(
    r"[;\n]|(?<=[^\W\d_]{2})[.!?](?=\s+[^\W\d_a-z])|\s(?=[#!*])|\s(?=@)|\s(?=[<>](?:\s|\Z))"
    r"|\s(?=[€$£]\d)"
)
_LONGEST: Final = 300
_LONGEST_TAG: Final = 80


def read_marks(reading: Reading) -> None:
    """Find everything that is marked."""
    line = reading.line
    for match in _MARK.finditer(line):
        start, mark = match.start(1), match[1]
        if not reading.is_free(start, start + 1):
            continue
        if mark == "#":
            _read_tag(reading, start)
        elif mark in "<>":
            _read_initiator(reading, start)
        elif mark == "!":
            end = _end(reading, start, _SENTENCE_ENDS)
            read_follow_up(reading, start, end)
        elif mark == "@":
            take_place(reading, start, _end(reading, start, _ENDS))
        else:
            _read_fact(reading, start)


def _end(reading: Reading, start: int, ends: re.Pattern[str]) -> int:
    """Return where the marked words end; ``start`` is where their mark stands."""
    line = reading.line
    first = start + 1
    while first < len(line) and line[first] == " ":
        first += 1
    limit = min(len(line), first + _LONGEST)
    match = ends.search(line, first, limit)
    end = match.start() if match else limit
    return start + 1 + len(line[start + 1 : end].rstrip())


def _read_tag(reading: Reading, start: int) -> None:
    match = _QUOTED_TAG.match(reading.line, start) or _TAG.match(reading.line, start)
    if match is None:
        return
    name = " ".join(match[1].split())
    bare = name.rstrip(".…'’-_/\\")
    end = match.end() - (len(match[1]) - len(match[1].rstrip(".…'’-_/\\")) if name != bare else 0)
    if not bare or bare.isdecimal() or len(bare) > _LONGEST_TAG or not _has_letter(bare):
        return  # "#1" is no tag.
    reading.take(Found(PieceKind.TAG, start, end, Says(tag=bare)))


def _has_letter(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _read_initiator(reading: Reading, start: int) -> None:
    line = reading.line
    if start + 1 < len(line) and not line[start + 1].isspace():
        return
    who = Initiator.THEM if line[start] == "<" else Initiator.ME
    reading.take(Found(PieceKind.INITIATOR, start, start + 1, Says(initiated_by=who), marked=True))


def _read_fact(reading: Reading, start: int) -> None:
    line = reading.line
    if start + 1 >= len(line) or line[start + 1].isspace():
        return
    end = _end(reading, start, _ENDS)
    words = " ".join(line[start + 1 : end].strip("* ").split())
    if words and _has_letter(words):
        reading.take(Found(PieceKind.REMEMBER, start, end, Says(remember=words)))
