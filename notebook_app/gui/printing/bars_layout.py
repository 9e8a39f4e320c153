"""Bars on paper: each with its label before it and its value behind it.

The parts of stacked bars differ by pattern and grey, not by colour, so that they can be told
apart on any printer; the patterns are drawn as lines, whose distance no printer changes.
"""

import math
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from notebook_app.gui.printing.paper import mm
from notebook_app.gui.printing.typeface import PrintRole
from notebook_app.gui.printing.typesetter import Typesetter
from notebook_app.reports.bar_shares import shares
from notebook_app.reports.document import Bars

_BAR: Final = mm(4.4)
_BETWEEN_BARS: Final = mm(1.6)
_BESIDE: Final = mm(2.5)
_WIDEST_LABEL: Final = 0.36
_WIDEST_VALUE: Final = 0.25
_SWATCH: Final = mm(5.5)
_SWATCH_HEIGHT: Final = mm(3.2)
_BETWEEN_NAMES: Final = mm(5)
_MOST_TOGETHER: Final = 14
"""With more bars than that, they need not all stand on one page."""


class BarsLayout:
    """Bars laid out for one width."""

    def __init__(self, bars: Bars, width: float, setter: Typesetter) -> None:
        """Lay ``bars`` out in ``width``."""
        self._bars = bars.bars
        self._setter = setter
        role, room = PrintRole.BODY, width
        self._labels = [
            setter.block(label, role, room * _WIDEST_LABEL, most_lines=2) if label else None
            for label, _parts, _value in self._bars
        ]
        self._values = [
            setter.block(value, role, room * _WIDEST_VALUE, most_lines=1) if value else None
            for _label, _parts, value in self._bars
        ]
        self._start = max((label.width for label in self._labels if label), default=0.0)
        self._start += _BESIDE if self._start else 0
        values = max((value.width for value in self._values if value), default=0.0)
        self._longest = max(mm(5), room - self._start - values - _BESIDE)
        self._shares = shares(bars)
        self._names = self._placed_names(bars.parts, width)
        self.carried = (
            (self._names[-1][1] + 1) * setter.typeface[PrintRole.SMALL].line_height + mm(2)
            if self._names
            else 0.0
        )
        heights = [self._bar_height(at) + _BETWEEN_BARS for at in range(len(self._bars))]
        if heights:
            heights[0] += self.carried
        self.heights: Sequence[float] = heights
        self.flows = len(self._bars) > _MOST_TOGETHER

    def draw(self, painter: QPainter, x: float, top: float, first: int, end: int) -> None:
        """Draw the bars from ``first`` up to ``end``, the first one's top left at that point.

        What the parts are is said before the first, or again above where the bars go on.
        """
        if first == 0:
            self._draw_names(painter, x, top)
            top += self.carried
        else:
            self._draw_names(painter, x, top - self.carried)
        for number in range(first, end):
            self._draw_bar(painter, number, x, top)
            top += self._bar_height(number) + _BETWEEN_BARS

    def _bar_height(self, number: int) -> float:
        label = self._labels[number]
        return max(_BAR, label.height if label else 0.0)

    def _draw_bar(self, painter: QPainter, number: int, x: float, top: float) -> None:
        label, value = self._labels[number], self._values[number]
        middle = top + self._bar_height(number) / 2
        setter = self._setter
        if label is not None:
            painter.setPen(setter.ink)
            label.draw(painter, x, middle - label.height / 2)
        start = x + self._start
        for part, share in enumerate(self._shares[number]):
            width = self._longest * share
            if width:
                area = QRectF(start, middle - _BAR / 2, width, _BAR)
                _fill(painter, area, part, setter)
            start += width
        if value is not None:
            painter.setPen(setter.ink)
            value.draw(painter, start + (_BESIDE if start > x else 0), middle - value.height / 2)

    def _placed_names(self, parts: Sequence[str], width: float) -> list[tuple[str, int, float]]:
        """Return the name of each part, the line it stands in and where in it."""
        placed = []
        line, x = 0, 0.0
        for name in parts:
            block = self._setter.block(name or " ", PrintRole.SMALL, width / 2, most_lines=1)
            needed = _SWATCH + mm(1.5) + block.width
            if x and x + needed > width:
                line, x = line + 1, 0.0
            placed.append((name, line, x))
            x += needed + _BETWEEN_NAMES
        return placed

    def _draw_names(self, painter: QPainter, x: float, top: float) -> None:
        setter = self._setter
        height = setter.typeface[PrintRole.SMALL].line_height
        room = self._start + self._longest
        for part, (name, line, start) in enumerate(self._names):
            down = top + line * height
            area = QRectF(x + start, down + (height - _SWATCH_HEIGHT) / 2, _SWATCH, _SWATCH_HEIGHT)
            _fill(painter, area, part, setter)
            painter.setPen(setter.ink)
            words = setter.word(name or " ", PrintRole.SMALL, room / 2)
            words.draw(painter, x + start + _SWATCH + mm(1.5), down)


def _fill(painter: QPainter, area: QRectF, part: int, setter: Typesetter) -> None:
    """Fill a part in its pattern, with an edge around it."""
    ground, hatch = _PATTERNS[part % len(_PATTERNS)]
    painter.fillRect(area, QColor(ground) if ground else setter.accent)
    if hatch is not None:
        painter.save()
        painter.setClipRect(area)
        painter.setPen(QPen(setter.ink, mm(0.2)))
        for line in hatch(area):
            painter.drawLine(line)
        painter.restore()
    painter.setPen(QPen(setter.ink, mm(0.16)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area)


_STEP: Final = mm(1.25)


def _rising(area: QRectF) -> list[QLineF]:
    # Counted from the page, so that neighbours in the same pattern run on.
    height = area.height()
    first = math.floor((area.left() - height) / _STEP)
    last = math.ceil(area.right() / _STEP)
    return [
        QLineF(at * _STEP, area.bottom(), at * _STEP + height, area.top())
        for at in range(first, last + 1)
    ]


def _falling(area: QRectF) -> list[QLineF]:
    return [QLineF(line.x1(), area.top(), line.x2(), area.bottom()) for line in _rising(area)]


def _crossed(area: QRectF) -> list[QLineF]:
    return [*_rising(area), *_falling(area)]


def _upright(area: QRectF) -> list[QLineF]:
    first, last = math.floor(area.left() / _STEP), math.ceil(area.right() / _STEP)
    return [
        QLineF(at * _STEP, area.top(), at * _STEP, area.bottom()) for at in range(first, last + 1)
    ]


_PATTERNS: Final[tuple[tuple[str, Callable[[QRectF], list[QLineF]] | None], ...]] = (
    ("", None),
    ("#ffffff", _rising),
    ("#cfcfcf", None),
    ("#ffffff", _crossed),
    ("#858585", None),
    ("#ffffff", _upright),
    ("#ffffff", None),
    ("#dddddd", _falling),
)
"""Ground (empty: the colour of headings, which is dark) and lines of each part, the next ones
most unlike each other.
"""
