"""Sets the lines of an address into a box of fixed size.

What is too long for it shrinks first, then is broken, and at last is cut: it never leaves the
box, since the next label begins there.
"""

from collections.abc import Sequence
from math import ceil
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainter, QTextOption

from notebook_app.foundation.record import record
from notebook_app.gui.printing.paper import UNITS_PER_POINT
from notebook_app.gui.printing.text_block import (
    Part,
    TextBlock,
    is_written_from_the_right,
)
from notebook_app.gui.printing.typeface import RoleFont, Typeface

SMALLEST: Final = 6.0
"""In points; smaller print is not read by every postman."""

_STEP: Final = 0.5
_LINE: Final = 1.2
_BROKEN_FROM: Final = 9.0
_WHOLE_DOWN_TO: Final = 7.5
"""Better in two rows than in one that is smaller than this."""

_ENDLESS: Final = 1_000_000.0
_NEARLY: Final = 0.97
"""Letters do not shrink evenly to a hundredth."""


@record
class Box:
    """A place on the page; lengths in layout units."""

    x: float
    y: float
    width: float
    height: float


@record
class Line:
    """A line, or paragraph, in the box."""

    text: str
    strong: bool = False


@record
class Fitted:
    """Blocks as they go into a box, one below the other, all in one size (in points)."""

    blocks: tuple[TextBlock, ...]
    points: float

    @property
    def height(self) -> float:
        """The height of all of them."""
        return sum(block.height for block in self.blocks)

    @property
    def row_count(self) -> int:
        """How many rows they take."""
        return sum(block.line_count for block in self.blocks)


class BoxSetter:
    """Sets text into boxes. Make one in the thread that uses it."""

    def __init__(self) -> None:
        """Choose the font.

        Raises:
            UserProblem: there is not a single font on this computer.
        """
        self._typeface = Typeface()
        self._fonts: dict[tuple[float, bool], RoleFont] = {}
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def fit(self, lines: Sequence[Line], box: Box, largest: float) -> Fitted:
        """Return the lines in the largest size, in points, in which they go into the box."""
        at_end = is_written_from_the_right("".join(line.text for line in lines))
        first = self._set(lines, box, largest, at_end)
        if first.row_count == len(lines) and first.height <= box.height:
            return first
        # Sizes that are too large for sure need not be laid out.
        widths = [block.width / largest for block in self._unbroken(lines, largest)]
        whole_down_to = min(_WHOLE_DOWN_TO, largest * 0.8)
        for points in _sizes(largest):
            if points < whole_down_to:
                break
            if max(widths) * points * _NEARLY > box.width:
                continue
            whole = self._set(lines, box, points, at_end)
            if whole.row_count == len(lines) and whole.height <= box.height:
                return whole
        for points in _sizes(min(largest, _BROKEN_FROM)):
            rows = sum(max(1, ceil(width * points * _NEARLY / box.width)) for width in widths)
            if rows * self._font(points, False).line_height > box.height:
                continue
            broken = self._set(lines, box, points, at_end)
            if broken.height <= box.height:
                return broken
        return self._cut(lines, box, at_end)

    def draw(
        self,
        painter: QPainter,
        lines: Sequence[Line],
        box: Box,
        largest: float,
        *,
        in_the_middle: bool = True,
    ) -> Fitted:
        """Draw the lines in black, in the middle of the height or from the top."""
        fitted = self.fit(lines, box, largest)
        top = box.y + ((box.height - fitted.height) / 2 if in_the_middle else 0)
        painter.setPen(Qt.GlobalColor.black)
        for block in fitted.blocks:
            block.draw(painter, box.x, top)
            top += block.height
        return fitted

    def _set(
        self,
        lines: Sequence[Line],
        box: Box,
        points: float,
        at_end: bool,
        most: Sequence[int] | None = None,
    ) -> Fitted:
        return Fitted(
            tuple(
                TextBlock(
                    (Part(line.text),),
                    self._font(points, line.strong),
                    box.width,
                    self._option,
                    most_lines=most[number] if most else 0,
                    at_end=at_end,
                )
                for number, line in enumerate(lines)
            ),
            points,
        )

    def _unbroken(self, lines: Sequence[Line], points: float) -> tuple[TextBlock, ...]:
        return self._set(lines, Box(0, 0, _ENDLESS, _ENDLESS), points, False).blocks

    def _cut(self, lines: Sequence[Line], box: Box, at_end: bool) -> Fitted:
        rows = max(1, int(box.height // self._font(SMALLEST, False).line_height))
        shown = list(lines)
        while len(shown) > rows:
            # The first says who, the last ones say where.
            del shown[1 if rows > 1 else -1]
        most = [block.line_count for block in self._set(shown, box, SMALLEST, at_end).blocks]
        while sum(most) > rows:
            # Of those that take most, the name goes last.
            most[max(range(len(most)), key=lambda at: (most[at], at > 0, -at))] -= 1
        return self._set(shown, box, SMALLEST, at_end, most)

    def _font(self, points: float, strong: bool) -> RoleFont:
        font = self._fonts.get((points, strong))
        if font is None:
            weight = QFont.Weight.DemiBold if strong else QFont.Weight.Normal
            # Whole units, so that as many lines fit as are counted.
            line_points = round(points * _LINE * UNITS_PER_POINT) / UNITS_PER_POINT
            font = self._typeface.sized(points, line_points, weight)
            self._fonts[points, strong] = font
        return font


def _sizes(largest: float) -> list[float]:
    count = int((largest - SMALLEST) / _STEP)
    return [largest - step * _STEP for step in range(count)] + [SMALLEST]
