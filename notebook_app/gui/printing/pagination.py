"""What goes on which page: rules on heights alone, without Qt.

An entry stays whole unless it is longer than a page; a heading is never left behind at the foot
of a page, and comes again at the top of the next one if its section goes on there.
"""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

Measure = Callable[[int, int], Sequence[float]]
"""Returns the heights of the strips of an entry, by the numbers of its section and its own."""


class MeasuredPiece(NamedTuple):
    """The heights of the strips of a paragraph, of bars, of a table.

    One that ``flows`` begins wherever its first strip has room, as text does. ``carried`` is what
    it takes to say its titles again where it goes on on another page.
    """

    strips: Sequence[float]
    flows: bool
    carried: float


MeasurePiece = Callable[[int, int], MeasuredPiece]
"""Measures what stands before the entries, by the numbers of its section and its own."""


@dataclass(frozen=True, slots=True)
class PlacedHeading:
    """A section's heading; ``y`` is counted from the top of the page's body."""

    section: int
    y: float
    continued: bool
    column: int = 0


@dataclass(frozen=True, slots=True)
class PlacedEntry:
    """An entry, or its strips from ``first`` up to ``end`` where it is longer than a page."""

    section: int
    entry: int
    y: float
    first: int
    end: int
    column: int = 0


@dataclass(frozen=True, slots=True)
class PlacedPiece:
    """A paragraph, bars or a table, or its strips from ``first`` up to ``end``."""

    section: int
    piece: int
    y: float
    first: int
    end: int
    column: int = 0


Placed = PlacedHeading | PlacedEntry | PlacedPiece
PagePlan = tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Spaces:
    """The heights that pages are filled by.

    ``first_body`` and ``body`` are those of the first page and of the others; ``before_heading``
    is left out at the top of a page; ``gap`` lies between entries. ``carried`` is for the line
    that names an entry again where it goes on on another page.
    """

    first_body: float
    body: float
    heading: float
    before_heading: float
    gap: float
    carried: float


class _Item(NamedTuple):
    """An entry or a piece on its way to a page; ``leads`` says that it is its section's first."""

    section: int
    number: int
    strips: Sequence[float]
    leads: bool
    carried: float
    flows: bool = False
    is_piece: bool = False


class Pagination:
    """Fills pages, one entry after the other, and one column after the other."""

    def __init__(self, spaces: Spaces, columns: int = 1) -> None:
        """Take the heights of the pages and of what lies between entries."""
        self._spaces = spaces
        self._columns = columns
        self._pages: list[PagePlan] = []
        self._items: list[Placed] = []
        self._y = 0.0

    def paginate(
        self,
        sections: Iterable[int],
        measure: Measure,
        on_new_page: Container[int] = (),
        pieces: Sequence[int] = (),
        measure_piece: MeasurePiece | None = None,
    ) -> tuple[PagePlan, ...]:
        """Return the plan of each page, for sections with so many entries each.

        The sections ``on_new_page`` begin on a page of their own. ``pieces`` are how many pieces
        each section has before its entries, which ``measure_piece`` measures.
        """
        for section, count in enumerate(sections):
            if section in on_new_page:
                self._turn()
                self._pages += [()] * (-len(self._pages) % self._columns)
            before = pieces[section] if measure_piece is not None and pieces else 0
            for piece in range(before):
                assert measure_piece is not None
                strips, flows, carried = measure_piece(section, piece)
                self._add(_Item(section, piece, strips, piece == 0, carried, flows, True))
            for entry in range(count):
                strips = measure(section, entry)
                leads = before + entry == 0
                self._add(_Item(section, entry, strips, leads, self._spaces.carried))
        self._turn()
        return tuple(self._sheets())

    def _sheets(self) -> Iterable[PagePlan]:
        """Put columns side by side."""
        for start in range(0, len(self._pages), self._columns):
            beside = self._pages[start : start + self._columns]
            yield tuple(
                replace(item, column=column) if column else item
                for column, items in enumerate(beside)
                for item in items
            )

    @property
    def _room(self) -> float:
        on_first = len(self._pages) < self._columns
        body = self._spaces.first_body if on_first else self._spaces.body
        return body - self._y

    def _add(self, item: _Item) -> None:
        height = sum(item.strips)
        before = self._space_before(item)
        if before + height > self._room and self._items:
            longest = self._spaces.body - self._spaces.heading
            # One that is longer than any page need not leave the rest of this one empty.
            least = item.strips[0] if item.flows else max(height / 4, item.strips[0])
            may_split = item.flows or height > longest
            if not may_split or before + least > self._room:
                self._turn()
                before = self._space_before(item)
        if before + height <= self._room:
            self._head(item)
            self._place(item, 0, len(item.strips))
        else:
            self._split(item)

    def _space_before(self, item: _Item) -> float:
        """Return the height of the heading or the gap that comes before this item."""
        if not self._items:
            return self._spaces.heading
        if item.leads:
            return self._spaces.before_heading + self._spaces.heading
        return self._spaces.gap

    def _head(self, item: _Item) -> None:
        if self._items and not item.leads:
            self._y += self._spaces.gap
            return
        if self._items:
            self._y += self._spaces.before_heading
        self._items.append(PlacedHeading(item.section, self._y, continued=not item.leads))
        self._y += self._spaces.heading

    def _split(self, item: _Item) -> None:
        self._head(item)
        strips = item.strips
        first = 0
        while first < len(strips):
            end, height = first, 0.0
            # At least one strip goes on each page, however small the page.
            while end < len(strips) and (end == first or height + strips[end] <= self._room):
                height += strips[end]
                end += 1
            self._place(item, first, end)
            first = end
            if first < len(strips):
                self._turn()
                self._items.append(PlacedHeading(item.section, 0.0, continued=True))
                self._y = self._spaces.heading + item.carried

    def _place(self, item: _Item, first: int, end: int) -> None:
        kind = PlacedPiece if item.is_piece else PlacedEntry
        self._items.append(kind(item.section, item.number, self._y, first, end))
        self._y += sum(item.strips[first:end])

    def _turn(self) -> None:
        if self._items:
            self._pages.append(tuple(self._items))
        self._items = []
        self._y = 0.0
