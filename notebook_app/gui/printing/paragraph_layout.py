"""A paragraph of a report on paper, and what everything has in common that stands before entries.

Two lines of a paragraph stay together at its beginning and at its end, so that a page break leaves
none of them alone.
"""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtGui import QPainter

from notebook_app.gui.printing.typeface import PrintRole
from notebook_app.gui.printing.typesetter import Typesetter

_SHORTEST_TORN = 4


class PieceLayout(Protocol):
    """A paragraph, bars or a table, laid out for one width; lengths in layout units.

    ``heights`` are those of its strips, which are never torn. One that ``flows`` need not stand on
    one page, even if it could; ``carried`` is the room for what is said again on the next.
    """

    heights: Sequence[float]
    flows: bool
    carried: float

    def draw(self, painter: QPainter, x: float, top: float, first: int, end: int) -> None:
        """Draw the strips from ``first`` up to ``end``, the first one's top left at that point."""
        ...


class ParagraphLayout:
    """Text broken into lines for one width."""

    flows = True
    carried = 0.0

    def __init__(self, text: str, width: float, setter: Typesetter) -> None:
        """Lay ``text`` out in ``width``."""
        self._block = setter.block(text, PrintRole.BODY, width)
        self._ink = setter.ink
        count = self._block.line_count
        if count < _SHORTEST_TORN:
            self._lines = [count]
        else:
            self._lines = [2, *[1] * (count - 4), 2]
        line_height = self._block.font.line_height
        self.heights: Sequence[float] = [lines * line_height for lines in self._lines]

    def draw(self, painter: QPainter, x: float, top: float, first: int, end: int) -> None:
        """Draw the strips from ``first`` up to ``end``, the first one's top left at that point."""
        painter.setPen(self._ink)
        line = sum(self._lines[:first])
        for _ in range(sum(self._lines[first:end])):
            self._block.draw_line(painter, line, x, top)
            top += self._block.font.line_height
            line += 1
