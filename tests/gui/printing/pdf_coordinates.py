"""Reads where a PDF's own drawing commands put rectangles and texts, and which way up.

A small parser of content streams.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.gui.printing.pdf_reading import MM_PER_POINT

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_MEDIA_BOX = re.compile(rb"/MediaBox\s*\[([^\]]*)\]")
_WORD = re.compile(rb"\((?:\\.|[^\\()])*\)|<[^>]*>|[^\s()<>\[\]]+")

Matrix = tuple[float, float, float, float, float, float]
Rectangle = tuple[float, float, float, float]


@dataclass(frozen=True)
class TextStart:
    """Where the base line of a text begins, in mm from the page's top left, its size in points.

    ``turned`` says that it stands on its head; anything but that and upright is an error.
    """

    left: float
    top: float
    points: float
    turned: bool


def page_heights(path: Path) -> list[float]:
    """Return the height of each page in points."""
    return [float(box.split()[3]) for box in _MEDIA_BOX.findall(path.read_bytes())]


def pdf_rectangles(path: Path) -> list[list[Rectangle]]:
    """Return for each drawn page its rectangles: left, top, width, height in mm from its top."""
    height = page_heights(path)[0]
    pages = []
    for commands in _streams(path):
        found = [
            _placed(numbers[-4:], now, height)
            for word, numbers, now in _steps(commands)
            if word == b"re" and len(numbers) >= 4
        ]
        if found:
            pages.append(found)
    return pages


def pdf_text_starts(path: Path) -> list[list[TextStart]]:
    """Return for each drawn page where its texts begin."""
    height = page_heights(path)[0]
    return [
        list(_text_starts(commands, height)) for commands in _streams(path) if b"BT\n" in commands
    ]


def _text_starts(commands: bytes, height: float) -> Iterator[TextStart]:
    size, matrix = 0.0, None
    for word, numbers, now in _steps(commands):
        if word == b"Tf":
            size = numbers[-1]
        elif word == b"Tm":
            matrix = _product(tuple(numbers[-6:]), now)  # type: ignore[arg-type]
        elif word == b"Td" and matrix is not None:
            a, b, c, d, e, f = _product((1, 0, 0, 1, numbers[-2], numbers[-1]), matrix)
            matrix = None
            assert abs(b) < 1e-9
            assert abs(c) < 1e-9
            assert abs(a - d) < 1e-6, "neither squeezed nor mirrored"
            left, top = e * MM_PER_POINT, (height - f) * MM_PER_POINT
            yield TextStart(left, top, size * abs(a), turned=a < 0)


def _streams(path: Path) -> Iterator[bytes]:
    for packed in _STREAM.findall(path.read_bytes()):
        try:
            # The last byte of what was packed may look like a part of the line's end.
            yield zlib.decompressobj().decompress(packed)
        except zlib.error:
            continue


def _steps(commands: bytes) -> Iterator[tuple[bytes, list[float], Matrix]]:
    """Yield each command with the numbers before it and the matrix that holds there."""
    now: Matrix = (1, 0, 0, 1, 0, 0)
    kept: list[Matrix] = []
    numbers: list[float] = []
    for word in _WORD.findall(commands):
        try:
            numbers.append(float(word))
            continue
        except ValueError:
            pass
        if word == b"q":
            kept.append(now)
        elif word == b"Q" and kept:
            now = kept.pop()
        elif word == b"cm" and len(numbers) >= 6:
            now = _product(tuple(numbers[-6:]), now)  # type: ignore[arg-type]
        yield word, list(numbers), now
        numbers.clear()


def _product(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def _placed(rectangle: list[float], by: Matrix, height: float) -> Rectangle:
    x, y, width, tall = rectangle
    a, b, c, d, e, f = by
    across = sorted((a * x + c * y + e, a * (x + width) + c * (y + tall) + e))
    up = sorted((b * x + d * y + f, b * (x + width) + d * (y + tall) + f))
    left, top = across[0], height - up[1]
    return (
        left * MM_PER_POINT,
        top * MM_PER_POINT,
        (across[1] - across[0]) * MM_PER_POINT,
        (up[1] - up[0]) * MM_PER_POINT,
    )
