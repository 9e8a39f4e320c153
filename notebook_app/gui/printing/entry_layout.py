"""One entry of a list on paper: what stands where, in strips that a page break may fall between.

From left to right: the box to tick, the words, and at the end how to reach the person. Below
them small what was last, then the lines to write on, their labels hanging beside them.
"""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Final, NamedTuple

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter

from notebook_app.gui.printing.text_block import Part, TextBlock, is_written_from_the_right
from notebook_app.gui.printing.typeface import PrintRole
from notebook_app.gui.printing.typesetter import Typesetter
from notebook_app.reports.document import Entry

INDENT: Final = 900.0
"""From the box to the words, in layout units like all lengths here."""

_BOX: Final = 430.0
_RULE_HEIGHT: Final = 720.0
_BETWEEN: Final = 500.0
_WIDEST_END: Final = 0.4
_FRAME_HEIGHT: Final = 410.0
_FRAME_PADDING: Final = 170.0
_BEFORE_FRAME: Final = 220.0
_EM_SPACE: Final = "\u2003"


class _Line(NamedTuple):
    """A line of a block, where its room begins, and its ink."""

    block: TextBlock
    number: int
    x: float
    ink: QColor


class _Frame(NamedTuple):
    """Where a frame around a mark begins, and how wide it is."""

    x: float
    width: float


class Strip:
    """A part of an entry that is never torn: a line of text, or one to write on."""

    __slots__ = ("box", "frame", "height", "lines", "rule")

    def __init__(self, height: float, lines: list[_Line], *, rule: bool = False) -> None:
        """Take the height and the lines of text in it; ``rule`` draws one to write on."""
        self.height = height
        self.lines = lines
        self.rule = rule
        self.box = False
        self.frame: _Frame | None = None


class _EndColumn:
    """What stands at the end of an entry's lines: rows of lines, and how much room they take."""

    __slots__ = ("frame", "rows", "width")

    def __init__(self) -> None:
        self.rows: list[list[_Line]] = []
        self.frame: _Frame | None = None
        self.width = 0.0


class EntryLayout:
    """An entry broken into lines for one width of page."""

    __slots__ = ("_setter", "_width", "height", "strips")

    def __init__(self, entry: Entry, width: float, setter: Typesetter) -> None:
        """Lay ``entry`` out in ``width``."""
        self._setter = setter
        self._width = width
        self.strips = list(self._strips(entry))
        self.height = sum(strip.height for strip in self.strips)

    def draw(self, painter: QPainter, x: float, top: float, first: int, end: int) -> None:
        """Draw the strips from ``first`` up to ``end``, the first one's top left at that point."""
        for strip in self.strips[first:end]:
            self._draw(painter, strip, x, top)
            top += strip.height

    def _draw(self, painter: QPainter, strip: Strip, x: float, top: float) -> None:
        setter = self._setter
        bottom = top + strip.height
        if strip.rule:
            painter.setPen(setter.writing_line)
            painter.drawLine(QLineF(x + INDENT, bottom, x + self._width, bottom))
            top = bottom - (strip.lines[0].block.font.baseline + 20 if strip.lines else 0)
        if strip.box:
            painter.setPen(setter.box_line)
            down = (strip.height - _BOX) / 2
            painter.drawRoundedRect(QRectF(x + 15, top + down, _BOX, _BOX), 70, 70)
        if strip.frame is not None:
            painter.setPen(setter.frame_line)
            down = (strip.height - _FRAME_HEIGHT) / 2
            area = QRectF(x + strip.frame.x, top + down, strip.frame.width, _FRAME_HEIGHT)
            painter.drawRoundedRect(area, _FRAME_HEIGHT / 2, _FRAME_HEIGHT / 2)
        for block, number, start, ink in strip.lines:
            painter.setPen(ink)
            # All lines of a strip stand on the first one's base line.
            down = strip.lines[0].block.font.baseline - block.font.baseline
            block.draw_line(painter, number, x + start, top + down)

    def _strips(self, entry: Entry) -> Iterator[Strip]:
        end = self._end_column(entry)
        for number, (line, row) in enumerate(zip_longest(self._start_column(entry, end), end.rows)):
            lines = ([line] if line else []) + (row or [])
            strip = Strip(max(line.block.font.line_height for line in lines), lines)
            strip.box = number == 0 and entry.box
            strip.frame = end.frame if number == len(end.rows) - 1 else None
            yield strip
        if entry.trail:
            room = self._width - INDENT
            trail = self._setter.block(entry.trail, PrintRole.SMALL, room, most_lines=2)
            for line in _lines_of(trail, INDENT, self._setter.muted):
                yield Strip(trail.font.line_height, [line])
        for label in entry.ruled:
            lines = []
            if label:
                words = self._setter.word(label, PrintRole.TINY, INDENT)
                lines = [_Line(words, 0, 0.0, self._setter.muted)]
            yield Strip(_RULE_HEIGHT, lines, rule=True)

    def _start_column(self, entry: Entry, end: _EndColumn) -> Iterator[_Line]:
        """Yield the lines of the name, and of what to do."""
        setter = self._setter
        room = self._width - INDENT
        beside_end = room - end.width - (_BETWEEN if end.width else 0)
        who = [Part(entry.name)]
        if entry.beside:
            who.append(Part(_EM_SPACE + entry.beside, setter.beside))
        name = setter.block(who, PrintRole.NAME, beside_end, most_lines=4)
        yield from _lines_of(name, INDENT, setter.ink)
        if len(end.rows) > name.line_count:
            room = beside_end
        act = _EM_SPACE.join(part for part in (entry.when, entry.act) if part)
        parts = [Part(act, setter.strong)] if act else []
        # A text with lines of its own, or one that runs the other way, begins below.
        below = "\n" in entry.text or is_written_from_the_right(entry.text)
        if entry.text and not below:
            parts.append(Part((_EM_SPACE if act else "") + entry.text))
        if parts:
            block = setter.block(parts, PrintRole.BODY, room)
            yield from _lines_of(block, INDENT, setter.ink)
        if entry.text and below:
            block = setter.block(entry.text, PrintRole.BODY, room)
            yield from _lines_of(block, INDENT, setter.ink)

    def _end_column(self, entry: Entry) -> _EndColumn:
        """Return how to reach them, and under it when it was due and how late it is."""
        setter, width = self._setter, self._width
        room = width * _WIDEST_END
        column = _EndColumn()
        for number, reach in enumerate(entry.reach):
            role = PrintRole.SMALL if number else PrintRole.NAME
            block = setter.block(reach, role, room, most_lines=2, at_end=True)
            column.rows += [[line] for line in _lines_of(block, width - room, setter.ink)]
            column.width = max(column.width, block.width)
        if not (entry.mark or entry.aside):
            return column
        row: list[_Line] = []
        used = 0.0
        if entry.mark:
            mark = setter.word(entry.mark, PrintRole.SMALL, room, at_end=True)
            used = mark.width + 2 * _FRAME_PADDING
            column.frame = _Frame(width - used, used)
            row.append(_Line(mark, 0, width - room - _FRAME_PADDING, setter.alert))
            used += _BEFORE_FRAME
        if entry.aside:
            aside = setter.word(entry.aside, PrintRole.SMALL, room, at_end=True)
            row.insert(0, _Line(aside, 0, width - room - used, setter.muted))
            used += aside.width
        column.width = max(column.width, used)
        # Never beside the name, so that it is found at the same place in each entry.
        if not column.rows:
            column.rows.append([])
        column.rows.append(row)
        return column


def _lines_of(block: TextBlock, x: float, ink: QColor) -> list[_Line]:
    return [_Line(block, number, x, ink) for number in range(block.line_count)]
