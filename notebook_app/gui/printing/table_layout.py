"""A table on paper: columns as wide as they need, rows that wrap, titles again on each page.

Only widths and numbers of lines are kept, not the laid out words, so that a table of ten thousand
rows takes little memory; a page lays out its own rows when it is drawn.
"""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QLineF
from PySide6.QtGui import QColor, QPainter, QPen

from notebook_app.gui.printing.paper import mm
from notebook_app.gui.printing.text_block import TextBlock
from notebook_app.gui.printing.typeface import PrintRole
from notebook_app.gui.printing.typesetter import Typesetter
from notebook_app.reports.document import Table

_BETWEEN: Final = (mm(4), mm(2.6), mm(2))
"""Between the columns, in the usual size and in the smaller ones."""

_SIZES: Final = (
    (PrintRole.BODY, PrintRole.STRONG),
    (PrintRole.SMALL, PrintRole.SMALL),
    (PrintRole.TINY, PrintRole.TINY),
)
"""How cells and totals are set: the first in which no column breaks a word is taken."""

_LONGEST_WORD: Final = mm(45)
"""A word longer than this may be broken; no page has room for any word."""
_ABOVE: Final = mm(0.9)
_BELOW: Final = mm(0.9)
_WIDEST_TITLE: Final = mm(26)
_MOST_TITLE_LINES: Final = 3
_PALE: Final = "#b5b5b5"
_LINES_AT_ONCE: Final = 12
"""A cell with more lines may be torn between pages after so many."""


class _Slice(NamedTuple):
    """Some lines of a row, or of the total, which is the row behind the last."""

    row: int
    first: int
    end: int
    last: bool


class TableLayout:
    """A table laid out for one width."""

    flows = True

    def __init__(self, table: Table, width: float, setter: Typesetter) -> None:
        """Lay ``table`` out in ``width``."""
        self._table = table
        self._width = width
        self._setter = setter
        self._numbers = frozenset(table.numbers)
        self._row_count = len(table.rows)
        self._role, self._total_role = _SIZES[0]
        self._between = _BETWEEN[0]
        self._widths = self._column_widths()
        self._line_height = setter.typeface[self._role].line_height
        self._starts = [
            sum(self._widths[:at]) + at * self._between for at in range(len(self._widths))
        ]
        self._titles = [
            self._cell(title, at, self._title_role, _MOST_TITLE_LINES)
            for at, title in enumerate(table.columns)
        ]
        self.carried = self._titles_height()
        self._slices = self._sliced()
        heights = [sum(map(self._slice_height, strip)) for strip in self._slices]
        if heights:
            heights[0] += self.carried
        self.heights: Sequence[float] = heights

    def draw(self, painter: QPainter, x: float, top: float, first: int, end: int) -> None:
        """Draw the strips from ``first`` up to ``end``, the first one's top left at that point.

        The titles come before the first of them, or again above where the table goes on.
        """
        if first == 0:
            self._draw_titles(painter, x, top)
            top += self.carried
        else:
            self._draw_titles(painter, x, top - self.carried)
        for strip in self._slices[first:end]:
            for part in strip:
                self._draw_slice(painter, part, x, top)
                top += self._slice_height(part)

    def _column_widths(self) -> list[float]:
        """Return how wide each column is: as wide as it needs, or a fair share of the page.

        A table with too many columns for whole words is set smaller.
        """
        needed: list[float] = []
        least: list[float] = []
        room = self._width
        for (role, total_role), between in zip(_SIZES, _BETWEEN, strict=True):
            self._role, self._total_role, self._between = role, total_role, between
            room = self._width - (len(self._table.columns) - 1) * between
            needed = self._measured(self._needed, self._title_width)
            spare = room - sum(needed)
            if spare >= 0:
                count = range(len(needed))
                texts = [at for at in count if at not in self._numbers] or list(count)
                return [
                    width + (spare / len(texts) if at in texts else 0)
                    for at, width in enumerate(needed)
                ]
            least = self._measured(self._longest_word, self._title_word)
            if sum(least) <= room:
                break
        if sum(least) > room:
            return _shared(needed, room)
        more = [width - word for width, word in zip(needed, least, strict=True)]
        given = _shared(more, room - sum(least))
        return [word + extra for word, extra in zip(least, given, strict=True)]

    def _measured(
        self,
        measure: Callable[[Sequence[str], int, PrintRole], float],
        title_measure: Callable[[str], float],
    ) -> list[float]:
        """Return the greatest measure of the cells of each column and of its title."""
        table = self._table
        widths = []
        for at, title in enumerate(table.columns):
            cells = [measure(row, at, self._role) for row in table.rows]
            cells.append(measure(table.total, at, self._total_role))
            widths.append(max(*cells, title_measure(title)))
        return widths

    def _longest_word(self, row: Sequence[str], column: int, role: PrintRole) -> float:
        """Return what the longest word of a cell needs; amounts hold together by their spaces."""
        cell = row[column] if column < len(row) else ""
        words = cell.split(" ")
        if len(words) > 1:
            cell = max(words, key=len)
        return min(self._needed((cell,), 0, role), _LONGEST_WORD)

    @property
    def _title_role(self) -> PrintRole:
        return PrintRole.TINY if self._role is PrintRole.TINY else PrintRole.SMALL

    def _title_width(self, title: str) -> float:
        """Return what a title needs, which may take several lines but no broken words."""
        whole = self._needed((title,), 0, self._title_role)
        return max(min(whole, _WIDEST_TITLE), self._title_word(title))

    def _title_word(self, title: str) -> float:
        """Return what the longest word of a title needs."""
        return max(
            (self._needed((word,), 0, self._title_role) for word in title.split()), default=0.0
        )

    def _needed(self, row: Sequence[str], column: int, role: PrintRole) -> float:
        cell = row[column] if column < len(row) else ""
        # A hundredth more, which a block that is not laid out yet leaves for rounding.
        return self._setter.block(cell, role, self._width).width * 1.02 if cell else 0.0

    def _sliced(self) -> list[list[_Slice]]:
        """Return the strips: a row each, its parts if it is very long, the total with the last."""
        strips: list[list[_Slice]] = []
        for number, row in enumerate(self._table.rows):
            lines = max(1, *(cell.line_count for cell in self._cells(row, self._role) if cell))
            for first in range(0, lines, _LINES_AT_ONCE):
                end = min(lines, first + _LINES_AT_ONCE)
                strips.append([_Slice(number, first, end, end == lines)])
        if self._table.total:
            cells = self._cells(self._table.total, self._total_role)
            lines = max(1, *(cell.line_count for cell in cells if cell))
            total = _Slice(self._row_count, 0, lines, True)
            strips[-1:] = [[*(strips[-1] if strips else []), total]]
        return strips

    def _slice_height(self, part: _Slice) -> float:
        lines = (part.end - part.first) * self._line_height
        return lines + (_ABOVE if part.first == 0 else 0) + (_BELOW if part.last else 0)

    def _titles_height(self) -> float:
        lines = max((title.line_count for title in self._titles if title), default=0)
        return (
            lines * self._setter.typeface[self._title_role].line_height + _ABOVE if lines else 0.0
        )

    def _cells(self, row: Sequence[str], role: PrintRole) -> list[TextBlock | None]:
        # 1 and 0 beside each other let max() go on whether or not there are any.
        return [
            self._cell(row[at] if at < len(row) else "", at, role)
            for at in range(len(self._widths))
        ] + [self._setter.word("0", role, self._width)]

    def _cell(
        self, text: str, column: int, role: PrintRole, most_lines: int = 0
    ) -> TextBlock | None:
        if not text:
            return None
        return self._setter.block(
            text,
            role,
            self._widths[column],
            most_lines=most_lines,
            at_end=column in self._numbers,
        )

    def _draw_titles(self, painter: QPainter, x: float, top: float) -> None:
        bottom = top + self.carried
        painter.setPen(self._setter.muted)
        for start, title in zip(self._starts, self._titles, strict=True):
            if title is not None:
                title.draw(painter, x + start, bottom - _BELOW - title.height)
        if self.carried:
            self._line(painter, x, bottom, QPen(self._setter.ink, mm(0.18)))

    def _draw_slice(self, painter: QPainter, part: _Slice, x: float, top: float) -> None:
        is_total = part.row == self._row_count
        row = self._table.total if is_total else self._table.rows[part.row]
        role = self._total_role if is_total else self._role
        bottom = top + self._slice_height(part)
        if is_total:
            self._line(painter, x, top, QPen(self._setter.ink, mm(0.32)))
        elif part.last and part.row < self._row_count - 1:
            self._line(painter, x, bottom, QPen(QColor(_PALE), mm(0.12)))
        if part.first == 0:
            top += _ABOVE
        painter.setPen(self._setter.ink)
        for column in range(len(self._widths)):
            cell = self._cell(row[column] if column < len(row) else "", column, role)
            if cell is None:
                continue
            for line in range(part.first, min(part.end, cell.line_count)):
                down = (line - part.first) * self._line_height
                cell.draw_line(painter, line, x + self._starts[column], top + down)

    def _line(self, painter: QPainter, x: float, y: float, pen: QPen) -> None:
        painter.setPen(pen)
        painter.drawLine(QLineF(x, y, x + self._width, y))


def _shared(needed: Sequence[float], room: float) -> list[float]:
    """Return ``needed``, the greedy ones cut to the same width so that all together have room."""
    widths = list(needed)
    open_columns = sorted(range(len(needed)), key=lambda at: needed[at])
    left = room
    for place, at in enumerate(open_columns):
        widths[at] = min(needed[at], left / (len(open_columns) - place))
        left -= widths[at]
    return widths
