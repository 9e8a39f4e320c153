"""Draws the squares of a QR code, sharp at any size, on screen and on paper."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

Squares = Sequence[Sequence[bool]]


def draw_squares(painter: QPainter, squares: Squares, area: QRectF) -> None:
    """Fill ``area``, which is square, with a code; the white around it is for whoever calls."""
    step = area.width() / len(squares)
    painter.save()
    # Neighbours must touch: without a pen, and each run of a row in one piece.
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.black)
    for row, line in enumerate(squares):
        for start, end in _runs(line):
            left, top = area.left() + start * step, area.top() + row * step
            painter.drawRect(QRectF(left, top, (end - start) * step, step))
    painter.restore()


def _runs(line: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield where dark squares begin and end."""
    start: int | None = None
    for at, dark in enumerate((*line, False)):
        if dark and start is None:
            start = at
        elif not dark and start is not None:
            yield start, at
            start = None
