"""Reads the rows of a table one by one, however it is broken, in linear time and little memory.

A quote that is never closed costs its own row only: the lines behind it are read again as rows.
They hold no odd run of quotes, or the cell would have ended there, so none is read a third time.
"""

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

LONGEST_ROW = 1_000_000
"""Characters, line breaks in cells included."""

_UNCLOSED = "A quote in this row is never closed, or one of its cells is endless."
_TOO_LONG = "This row is longer than a million characters."
_KEPT = 4_000


class Separation(NamedTuple):
    """How the cells of a table are parted."""

    separator: str = ","
    quote: str = '"'


class TableRow(NamedTuple):
    """A row: its first line, counted from 1, and its cells, or why it can't be read.

    ``text`` is the beginning of what stood there, for a row that can't be read.
    """

    line: int
    cells: list[str]
    problem: str = ""
    text: str = ""


class _RowTooLong(Exception):
    """The lines of one row are more than anybody wrote."""


class _Feed:
    """Hands out lines, and takes back those that turned out to be of other rows."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._again: deque[str] = deque()
        self._taken: list[str] = []
        self._length = 0
        self.line = 0
        self.ended = False

    def begin(self) -> None:
        """Forget the lines of the row before."""
        self._taken.clear()
        self._length = 0
        self.ended = False

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines, None)
        if line is None:
            self.ended = True
            raise StopIteration
        self.line += 1
        self._taken.append(line)
        self._length += len(line)
        if self._length > LONGEST_ROW:
            raise _RowTooLong
        return line

    def give_back(self) -> str:
        """Take all lines of this row back but the first, which is returned."""
        first, *others = self._taken
        self._again.extendleft(reversed(others))
        self.line -= len(others)
        return first


def table_rows(lines: Iterable[str], separation: Separation) -> Iterator[TableRow]:
    """Yield the rows that hold anything; a row that can't be read says why."""
    feed = _Feed(lines)
    reader = csv.reader(feed, delimiter=separation.separator, quotechar=separation.quote)
    while True:
        feed.begin()
        line = feed.line + 1
        try:
            cells = next(reader, None)
        except _RowTooLong:
            cells, problem = [], _TOO_LONG
        except csv.Error:
            cells, problem = [], _UNCLOSED
        else:
            if cells is None:
                return
            problem = _UNCLOSED if feed.ended else ""
        if problem:
            yield TableRow(line, [], problem, feed.give_back().strip("\r\n")[:_KEPT])
        elif any(cells):
            yield TableRow(line, cells)
