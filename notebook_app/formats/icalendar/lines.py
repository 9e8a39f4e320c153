"""From a calendar file's bytes to its lines, unfolded and decoded, each with its number.

Lines are split by a scanner that cannot backtrack, so that no file takes more than linear time.
"""

import re
from collections.abc import Iterator, Mapping

from notebook_app.formats.vcard.byte_layer import as_utf8, decode_line
from notebook_app.formats.vcard.content_line import split_line, split_outside_quotes
from notebook_app.foundation.record import record

_BREAK = re.compile(rb"\r\n?|\n")
_LONGEST = 200_000
"""Bytes of one line; longer ones are files put into the calendar, which nobody needs here."""


@record
class Property:
    """A line: its name in upper case, its parameters, and its value as written."""

    name: str
    parameters: Mapping[str, str]
    value: str
    line: int


def logical_lines(data: bytes) -> Iterator[tuple[int, str]]:
    """Yield the number of each line's beginning, counted from 1, and its text."""
    data = as_utf8(data)
    number, begun, pieces = 0, 0, list[bytes]()
    start = 0
    while start <= len(data):
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        whole = data[start:end].removesuffix(b"\r")
        for raw in _BREAK.split(whole) if b"\r" in whole else (whole,):
            number += 1
            if raw[:1] in (b" ", b"\t") and pieces:
                pieces.append(raw[1:])
                continue
            if pieces:
                yield begun, _text(pieces)
            begun, pieces = number, [raw] if raw.strip() else []
        start = end + 1
    if pieces:
        yield begun, _text(pieces)


def property_of(number: int, text: str) -> Property | None:
    """Return what a line says; None if it can't be read."""
    parts = split_line(text)
    if parts is None:
        return None
    head, value = parts
    if ";" not in head:
        name = head.strip().upper()
        return Property(name, {}, value, number) if _is_name(name) else None
    first, *rest = head.split(";") if '"' not in head else split_outside_quotes(head)
    parameters: dict[str, str] = {}
    for piece in rest:
        key, _, content = piece.partition("=")
        parameters.setdefault(key.strip().upper(), content.strip().strip('"'))
    name = first.strip().upper()
    return Property(name, parameters, value, number) if _is_name(name) else None


def _is_name(text: str) -> bool:
    return bool(text) and text.replace("-", "").replace(".", "").replace("_", "").isalnum()


def _text(pieces: list[bytes]) -> str:
    raw = pieces[0] if len(pieces) == 1 else b"".join(pieces)
    return decode_line(raw[:_LONGEST])
