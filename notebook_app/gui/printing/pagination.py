"""What goes on which page: rules on heights alone, without Qt.

An entry stays whole unless it is longer than a page; a heading is never left behind at the foot
of a page, and comes again at the top of the next one if its section goes on there.
"""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace

Measure = Callable[[int, int], Sequence[float]]
"""Returns the heights of the strips of an entry, by the numbers of its section and its own."""


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


PagePlan = tuple[PlacedHeading | PlacedEntry, ...]


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


class Pagination:
    """Fills pages, one entry after the other, and one column after the other."""

    def __init__(self, spaces: Spaces, columns: int = 1) -> None:
        """Take the heights of the pages and of what lies between entries."""
        self._spaces = spaces
        self._columns = columns
        self._pages: list[PagePlan] = []
        self._items: list[PlacedHeading | PlacedEntry] = []
        self._y = 0.0

    def paginate(
        self, sections: Iterable[int], measure: Measure, on_new_page: Container[int] = ()
    ) -> tuple[PagePlan, ...]:
        """Return the plan of each page, for sections with so many entries each.

        The sections ``on_new_page`` begin on a page of their own.
        """
        for section, count in enumerate(sections):
            if section in on_new_page:
                self._turn()
                self._pages += [()] * (-len(self._pages) % self._columns)
            for entry in range(count):
                self._add(section, entry, measure(section, entry))
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

    def _add(self, section: int, entry: int, strips: Sequence[float]) -> None:
        height = sum(strips)
        before = self._space_before(entry)
        if before + height > self._room and self._items:
            longest = self._spaces.body - self._spaces.heading
            # One that is longer than any page need not leave the rest of this one empty.
            if height <= longest or before + max(height / 4, strips[0]) > self._room:
                self._turn()
                before = self._space_before(entry)
        if before + height <= self._room:
            self._head(section, entry)
            self._place(section, entry, strips, 0, len(strips))
        else:
            self._split(section, entry, strips)

    def _space_before(self, entry: int) -> float:
        """Return the height of the heading or the gap that comes before this entry."""
        if not self._items:
            return self._spaces.heading
        if entry == 0:
            return self._spaces.before_heading + self._spaces.heading
        return self._spaces.gap

    def _head(self, section: int, entry: int) -> None:
        if self._items and entry > 0:
            self._y += self._spaces.gap
            return
        if self._items:
            self._y += self._spaces.before_heading
        self._items.append(PlacedHeading(section, self._y, continued=entry > 0))
        self._y += self._spaces.heading

    def _split(self, section: int, entry: int, strips: Sequence[float]) -> None:
        self._head(section, entry)
        first = 0
        while first < len(strips):
            end, height = first, 0.0
            # At least one strip goes on each page, however small the page.
            while end < len(strips) and (end == first or height + strips[end] <= self._room):
                height += strips[end]
                end += 1
            self._place(section, entry, strips, first, end)
            first = end
            if first < len(strips):
                self._turn()
                self._items.append(PlacedHeading(section, 0.0, continued=True))
                self._y = self._spaces.heading + self._spaces.carried

    def _place(
        self, section: int, entry: int, strips: Sequence[float], first: int, end: int
    ) -> None:
        self._items.append(PlacedEntry(section, entry, self._y, first, end))
        self._y += sum(strips[first:end])

    def _turn(self) -> None:
        if self._items:
            self._pages.append(tuple(self._items))
        self._items = []
        self._y = 0.0
