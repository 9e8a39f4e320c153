"""Cuts a file into its cards, in time linear to its size whatever it holds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

MAXIMUM_DEPTH = 8

_WINDOW = 1_000_000
_REACH = 64
_LINE_ENDS = frozenset({b"\r", b"\n"})
_PLAIN_END = frozenset({b"\nEND:", b"\rEND:"})
_END_THEN_BEGIN = frozenset({b"ND:VCARD\r\nBEGIN:", b"END:VCARD\nBEGIN:"})
_BEFORE = re.compile(rb"(?:^|[\r\n])(?:\xef\xbb\xbf)?[ \t]*(BEGIN|END)[ \t]*:[ \t]*$")
_AGENT_BEFORE = re.compile(rb"(?:^|[\r\n])[ \t]*AGENT[^\r\n:]{0,32}:[ \t]*BEGIN[ \t]*:[ \t]*$")
_AGENT_LINE = re.compile(rb"(?:^|[\r\n])[ \t]*(?:[A-Z0-9-]+\.)?AGENT[^\r\n:]{0,32}:[ \t]*[\r\n]+$")


class Piece(Enum):
    """What a part of a file is."""

    CARD = auto()
    BETWEEN = auto()
    TOO_DEEP = auto()


@dataclass(slots=True)
class FilePart:
    """Bytes from BEGIN to END, or what stands between two cards; ``line`` counts from 1."""

    piece: Piece
    data: bytes
    line: int


@dataclass(slots=True)
class _Marker:
    begins: bool
    agent: bool
    start: int
    end: int


def split_cards(data: bytes) -> Iterator[FilePart]:
    """Yield the cards of ``data`` (UTF-8 bytes, any line ends) and the text between them.

    A BEGIN directly after an AGENT property belongs to the card around it; any other BEGIN
    inside a card means that the card before lacks its END.
    """
    newline = b"\n" if b"\n" in data[:_WINDOW] or b"\n" in data else b"\r"
    start = depth = deepest = counted = 0
    line = 1
    for marker in _markers(data):
        if marker.begins and depth and marker.agent:
            depth += 1
            deepest = max(deepest, depth)
            continue
        if not marker.begins and depth > 1:
            depth -= 1
            continue
        if not marker.begins and depth == 0:
            continue
        end = marker.start if marker.begins else marker.end
        line += data.count(newline, counted, start)
        counted = start
        yield FilePart(_kind(depth, deepest), data[start:end], line)
        start = end
        depth = deepest = 1 if marker.begins else 0
    line += data.count(newline, counted, start)
    yield FilePart(_kind(depth, deepest), data[start:], line)


def _kind(depth: int, deepest: int) -> Piece:
    if depth == 0:
        return Piece.BETWEEN
    return Piece.TOO_DEEP if deepest > MAXIMUM_DEPTH else Piece.CARD


def _markers(data: bytes) -> Iterator[_Marker]:
    """Yield the BEGIN and END lines, looking at a bounded window at a time."""
    for offset in range(0, len(data), _WINDOW):
        window = data[offset : offset + _WINDOW + 5].upper()
        found = window.find(b"VCARD")
        while found != -1:
            if found < _WINDOW and (marker := _marker_at(data, offset + found)):
                yield marker
            found = window.find(b"VCARD", found + 5)


def _marker_at(data: bytes, found: int) -> _Marker | None:
    """Return the BEGIN or END whose ``VCARD`` stands at ``found``, or None if it is other text."""
    if data[found + 5 : found + 6] in _LINE_ENDS:
        # As nearly all writers put it.
        if data[found - 5 : found] in _PLAIN_END:
            return _Marker(False, False, found - 4, found + 5)
        if data[found - 16 : found] in _END_THEN_BEGIN:
            return _Marker(True, False, found - 6, found + 5)
    after = data[found + 5 : found + 5 + _REACH].lstrip(b" \t")
    if after and after[0] not in b"\r\n":
        return None
    reach_start = max(0, found - _REACH)
    before = data[reach_start:found].upper()
    end = found + 5
    if match := _BEFORE.search(before):
        start = reach_start + match.start(1)
        begins = match.group(1).endswith(b"BEGIN")
        line_before = data[max(0, start - _REACH) : start].upper()
        agent = begins and _AGENT_LINE.search(line_before) is not None
        return _Marker(begins, agent, start, end)
    if match := _AGENT_BEFORE.search(before):
        return _Marker(True, True, reach_start + match.start(), end)
    return None
