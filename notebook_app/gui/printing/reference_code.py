"""Draws the codes by which a paper is found again: a large one on its first page, small ones after.

They are drawn as rectangles, so that they are sharp on any printer and at any zoom.
"""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from notebook_app.formats.qr_code import QUIET_SQUARES, qr_squares
from notebook_app.gui.printing.pagination import PagePlan, PlacedEntry
from notebook_app.gui.printing.paper import Paper, mm
from notebook_app.gui.widgets.qr_squares import Squares, draw_squares
from notebook_app.reports.document import Document

FIRST_SIDE: Final = mm(20)
"""How long the large code's side is, without the white around it."""

SMALL_SIDE: Final = mm(9.5)
"""Some 0.38 mm a square: 4.5 dots of a scan at 300 to the inch."""

_FIRST_DOWN: Final = mm(10.5)
_FIRST_UP: Final = mm(4.5)
_SMALL_DOWN: Final = mm(4.2)
_SMALL_UP: Final = mm(10.8)


def room_for_code(document: Document) -> float:
    """Return how much of the first page's head the code takes at its end, white included."""
    if not document.reference_code:
        return 0
    squares = len(_squares(document.reference_code, sturdy=True))
    return FIRST_SIDE * (1 + QUIET_SQUARES / squares)


def room_for_small_code(document: Document, paper: Paper) -> float:
    """Return how much of a further page's head the code takes, where margins are narrow."""
    beside = _small_down(paper) + SMALL_SIDE > paper.top
    return SMALL_SIDE + mm(2.5) if document.reference_code and beside else 0


def below_code(paper: Paper) -> float:
    """Return how far down on the first page words below the code stand."""
    return _first_down(paper) + FIRST_SIDE + mm(0.8)


def _first_down(paper: Paper) -> float:
    """Return where the large code begins: a little above the title, but never into the heading."""
    return max(min(_FIRST_DOWN, paper.top), paper.top - _FIRST_UP)


def _small_down(paper: Paper) -> float:
    return max(_SMALL_DOWN, paper.top - _SMALL_UP)


def draw_code(
    painter: QPainter, document: Document, paper: Paper, number: int, page: PagePlan
) -> None:
    """Draw the code of page ``number``, counted from 0: in the head, or in the corner above it."""
    if not document.reference_code:
        return
    if number == 0:
        left = paper.width - paper.end - FIRST_SIDE
        draw_large_code(painter, document.reference_code, left, _first_down(paper), FIRST_SIDE)
        return
    first = next((item for item in page if isinstance(item, PlacedEntry)), None)
    entry = document.sections[first.section].entries[first.entry] if first else None
    text = f"{document.reference_code}:{entry.code}" if entry and entry.code else ""
    left = paper.width - paper.end - SMALL_SIDE
    squares = _squares(text or document.reference_code, sturdy=False)
    draw_squares(painter, squares, QRectF(left, _small_down(paper), SMALL_SIDE, SMALL_SIDE))


def draw_large_code(painter: QPainter, text: str, left: float, top: float, side: float) -> None:
    """Draw a code that bears being worn, its top left at that point."""
    draw_squares(painter, _squares(text, sturdy=True), QRectF(left, top, side, side))


@lru_cache(maxsize=32)
def _squares(text: str, *, sturdy: bool) -> Squares:
    return qr_squares(text, sturdy=sturdy, quick=not sturdy)
