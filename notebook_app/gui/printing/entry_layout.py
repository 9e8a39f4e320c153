"""One entry of a list on paper: what stands where, in strips that a page break may fall between.

From left to right: the box to tick, the words, and at the end how to reach the person. Below
them small what was last, then the lines to write on, their labels hanging beside them.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter

from notebook_app.gui.printing.paper import mm
from notebook_app.gui.printing.text_block import Part, TextBlock, is_written_from_the_right
from notebook_app.gui.printing.typeface import PrintRole
from notebook_app.gui.printing.typesetter import Typesetter
from notebook_app.reports.document import Entry

INDENT: Final = mm(9)
"""From the box to the words, in layout units like all lengths here."""

_BOX: Final = mm(4.3)
_CORNER: Final = mm(0.7)
_RULE_HEIGHT: Final = mm(7.2)
_BETWEEN: Final = mm(5)
_WIDEST_END: Final = 0.4
_FRAME_HEIGHT: Final = mm(4.1)
_FRAME_PADDING: Final = mm(1.7)
_BEFORE_FRAME: Final = mm(2.2)
_SHORT_CODE: Final = 4
_CODE_ROOM: Final = mm(10.5)
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

    __slots__ = ("_setter", "_widest_end", "_width", "height", "strips")

    def __init__(
        self,
        entry: Entry,
        width: float,
        setter: Typesetter,
        *,
        widest_end: float = _WIDEST_END,
    ) -> None:
        """Lay ``entry`` out in ``width``, of which ``widest_end`` is the share for the phone."""
        self._setter = setter
        self._width = width
        self._widest_end = widest_end
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
            top = bottom - (strip.lines[0].block.font.baseline + mm(0.2) if strip.lines else 0)
        if strip.box:
            painter.setPen(setter.box_line)
            down = (strip.height - _BOX) / 2
            painter.drawRoundedRect(QRectF(x + mm(0.15), top + down, _BOX, _BOX), _CORNER, _CORNER)
        if strip.frame is not None:
            painter.setPen(setter.frame_line)
            # Around the middle of its capitals, not of the line.
            mark = strip.lines[-1].block.font.font
            middle = top + strip.lines[0].block.font.baseline - 0.36 * mark.pixelSize()
            start, width = x + strip.frame.x, strip.frame.width
            area = QRectF(start, middle - _FRAME_HEIGHT / 2, width, _FRAME_HEIGHT)
            painter.drawRoundedRect(area, _FRAME_HEIGHT / 2, _FRAME_HEIGHT / 2)
        for block, number, start, ink in strip.lines:
            painter.setPen(ink)
            # All lines of a strip stand on the first one's base line.
            down = strip.lines[0].block.font.baseline - block.font.baseline
            block.draw_line(painter, number, x + start, top + down)

    def _strips(self, entry: Entry) -> Iterator[Strip]:
        end = self._end_column(entry)
        start = self._start_column(entry, end)
        for number, (line, row) in enumerate(zip_longest(start, end.rows)):
            lines = ([line] if line else []) + (row or [])
            strip = Strip(max(line.block.font.line_height for line in lines), lines)
            strip.box = number == 0 and entry.box
            strip.frame = end.frame if number == len(end.rows) - 1 else None
            if number == 1 and entry.code:
                strip.lines.insert(1, self._code(entry.code))
            yield strip
        if entry.code and max(len(start), len(end.rows)) < 2:
            code = self._code(entry.code)
            yield Strip(code.block.font.line_height, [code])
        for label in entry.ruled:
            lines = []
            if label:
                words = self._setter.word(label, PrintRole.TINY, INDENT)
                lines = [_Line(words, 0, 0.0, self._setter.muted)]
            yield Strip(_RULE_HEIGHT, lines, rule=True)

    def _code(self, code: str) -> _Line:
        """Return the code, which stands below the box."""
        block = code_block(self._setter, code)
        # One of ten thousand rows stands a little out into the margin, clear of the words.
        start = min(0.0, INDENT - mm(1) - block.width)
        return _Line(block, 0, start, self._setter.ink)

    def _start_column(self, entry: Entry, end: _EndColumn) -> list[_Line]:
        """Return the lines of the name, of what to do, and of what was last."""
        setter = self._setter
        lines = self._who(entry, end)

        def add(parts: Sequence[Part], role: PrintRole, ink: QColor, most_lines: int = 0) -> None:
            block = setter.block(
                parts,
                role,
                self._room,
                most_lines=most_lines,
                first_lines=max(0, len(end.rows) - len(lines)),
                first_room=self._room_beside(end),
            )
            lines.extend(_lines_of(block, INDENT, ink))

        if entry.place:
            add([Part(entry.place)], PrintRole.BODY, setter.ink, 3)
        act = _EM_SPACE.join(part for part in (entry.when, entry.act) if part)
        what = [Part(act, setter.strong)] if act else []
        # A text with lines of its own, or one that runs the other way, begins below.
        below = "\n" in entry.text or is_written_from_the_right(entry.text)
        if entry.text and not below:
            what += [Part(_EM_SPACE), Part(entry.text)] if act else [Part(entry.text)]
        if what:
            add(what, PrintRole.BODY, setter.ink)
        if entry.text and below:
            add([Part(entry.text)], PrintRole.BODY, setter.ink)
        if entry.trail:
            add([Part(piece) for piece in entry.trail], PrintRole.SMALL, setter.muted, 3)
        return lines

    def _who(self, entry: Entry, end: _EndColumn) -> list[_Line]:
        """Return name and organisation: in one line, or each in its own.

        A name too long to stand beside the phone gets the whole width, and the phone moves down.
        """
        setter = self._setter
        room = self._room_beside(end)
        name, beside = Part(entry.name), Part(entry.beside, setter.beside)
        if beside.text:
            between = Part(_EM_SPACE, setter.beside)
            both = setter.block([name, between, beside], PrintRole.NAME, room)
            if both.line_count == 1:
                return _lines_of(both, INDENT, setter.ink)
        block = setter.block([name], PrintRole.NAME, room)
        if block.line_count > 1:
            block = setter.block([name], PrintRole.NAME, self._room, most_lines=4)
            end.rows[:0] = [[] for _ in range(block.line_count)]
        lines = _lines_of(block, INDENT, setter.ink)
        if beside.text:
            lines += self._organization(beside.text, len(lines), end)
        return lines

    def _organization(self, text: str, above: int, end: _EndColumn) -> list[_Line]:
        """Return an organization in lines of its own, below as many of the name.

        Beside the phone they are shorter. One whose first word has no room there gets the whole
        width, and the phone moves down.
        """
        setter, rows_beside = self._setter, max(0, len(end.rows) - above)
        room = self._room_beside(end)
        if (
            rows_beside
            and setter.block(text.split(maxsplit=1)[0], PrintRole.BODY, room).line_count > 1
        ):
            block = setter.block(text, PrintRole.BODY, self._room, most_lines=3)
            end.rows[above:above] = [[] for _ in range(block.line_count)]
        else:
            block = setter.block(
                text,
                PrintRole.BODY,
                self._room,
                most_lines=3,
                first_lines=rows_beside,
                first_room=room,
            )
        return _lines_of(block, INDENT, setter.muted)

    @property
    def _room(self) -> float:
        return self._width - INDENT

    def _room_beside(self, end: _EndColumn) -> float:
        return self._room - (end.width + _BETWEEN if end.width else 0)

    def _end_column(self, entry: Entry) -> _EndColumn:
        """Return how to reach them, and under it when it was due and how late it is."""
        setter, width = self._setter, self._width
        room = width * self._widest_end
        column = _EndColumn()
        email_role = PrintRole.SMALL if entry.phone else PrintRole.BODY
        for reach, role in ((entry.phone, PrintRole.NAME), (entry.email, email_role)):
            if reach:
                block = setter.block(reach, role, room, most_lines=3, at_end=True)
                column.rows += [[line] for line in _lines_of(block, width - room, setter.ink)]
                column.width = max(column.width, block.width)
        if entry.mark or entry.aside:
            self._add_lateness(column, entry, room)
        return column

    def _add_lateness(self, column: _EndColumn, entry: Entry, room: float) -> None:
        setter, width = self._setter, self._width
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


def code_block(setter: Typesetter, code: str) -> TextBlock:
    """Return the code of an entry, smaller where it is long: a cut one would lead nowhere.

    Each is another, so that it is not kept as words are that come again and again.
    """
    role = PrintRole.SMALL if len(code) <= _SHORT_CODE else PrintRole.TINY
    return setter.block(code, role, _CODE_ROOM, most_lines=1)


def _lines_of(block: TextBlock, x: float, ink: QColor) -> list[_Line]:
    return [_Line(block, number, x, ink) for number in range(block.line_count)]
