"""Cuts a large file into pieces of whole cards, for several processes to read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

PIECE_BYTES = 150_000

# Between an END and a BEGIN that follows it directly no card can be open: a card inside another
# one stands after an AGENT line.
_SEAM = re.compile(rb"END:VCARD[ \t]*[\r\n]+(?=BEGIN:VCARD)", re.IGNORECASE)
_REACH = 4_000_000


@dataclass(frozen=True, slots=True)
class FilePiece:
    """Where some cards of a file stand, and how many lines stand before them."""

    start: int
    end: int
    lines_before: int


def file_pieces(data: bytes) -> Iterator[FilePiece]:
    """Yield pieces of at least ``PIECE_BYTES``, as far as seams between cards are found."""
    newline = b"\n" if b"\n" in data[:PIECE_BYTES] else b"\r"
    start = lines = 0
    while start < len(data):
        end = _seam_after(data, start + PIECE_BYTES)
        yield FilePiece(start, end, lines)
        lines += data.count(newline, start, end)
        start = end


def _seam_after(data: bytes, position: int) -> int:
    """Return where a card begins after ``position``, or the end of the file."""
    while position < len(data):
        seam = _SEAM.search(data, position, position + _REACH)
        if seam:
            return seam.end()
        position += _REACH - 64
    return len(data)
