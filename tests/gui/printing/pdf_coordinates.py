"""Reads where a PDF's own drawing commands put rectangles: a small parser of content streams."""

import re
import zlib
from pathlib import Path

from tests.gui.printing.pdf_reading import MM_PER_POINT

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_MEDIA_BOX = re.compile(rb"/MediaBox\s*\[([^\]]*)\]")
_WORD = re.compile(rb"\((?:\\.|[^\\()])*\)|<[^>]*>|[^\s()<>\[\]]+")

Matrix = tuple[float, float, float, float, float, float]
Rectangle = tuple[float, float, float, float]


def page_heights(path: Path) -> list[float]:
    """Return the height of each page in points."""
    return [float(box.split()[3]) for box in _MEDIA_BOX.findall(path.read_bytes())]


def pdf_rectangles(path: Path) -> list[list[Rectangle]]:
    """Return for each drawn page its rectangles: left, top, width, height in mm from its top."""
    height = page_heights(path)[0]
    pages = []
    for packed in _STREAM.findall(path.read_bytes()):
        try:
            commands = zlib.decompress(packed)
        except zlib.error:
            continue
        found = _rectangles(commands, height)
        if found:
            pages.append(found)
    return pages


def _rectangles(commands: bytes, height: float) -> list[Rectangle]:
    now: Matrix = (1, 0, 0, 1, 0, 0)
    kept: list[Matrix] = []
    numbers: list[float] = []
    found: list[Rectangle] = []
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
        elif word == b"re" and len(numbers) >= 4:
            found.append(_placed(numbers[-4:], now, height))
        numbers.clear()
    return found


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
