"""What a chart shows, before it is drawn: the same figures are its table and its spoken words."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChartItem:
    """One bar, or one place along a line.

    ``values`` has a number for each series of its chart, none of them negative; ``cells`` says
    the same numbers as they are read (``€4,200``), and behind them what only the table has.
    ``words`` stand beside a bar. ``key`` is what a chart emits when the item is opened; None if
    nothing is behind it.
    """

    label: str
    values: tuple[float, ...]
    cells: tuple[str, ...]
    words: str = ""
    key: object = None


@dataclass(frozen=True, slots=True)
class ChartData:
    """Items under a title; ``labels`` says what their labels are (``Source``, ``Month``).

    ``more`` are the titles of columns that the table alone has. ``total`` is the table's last
    line, if it has one, and ``total_key`` what it leads to. Of many items only the first
    ``drawn`` stand in the picture.
    """

    title: str
    labels: str
    series: tuple[str, ...]
    items: tuple[ChartItem, ...]
    more: tuple[str, ...] = ()
    total: tuple[str, ...] = ()
    total_key: object = None
    drawn: int | None = None

    def header(self) -> tuple[str, ...]:
        """Return the column titles of the table."""
        return (self.labels, *self.series, *self.more)

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Return the lines of the table."""
        for item in self.items:
            yield (item.label, *item.cells)
        if self.total:
            yield self.total

    def keys(self) -> Iterator[object]:
        """Return what the lines of the table lead to, or None."""
        for item in self.items:
            yield item.key
        if self.total:
            yield self.total_key

    def spoken(self, at: int) -> str:
        """Return an item as a screen reader says it: ``Chamber: won 3, lost 1``."""
        item = self.items[at]
        titles = (*self.series, *self.more)
        told = ", ".join(
            f"{name} {cell}" for name, cell in zip(titles, item.cells, strict=True) if cell
        )
        return f"{item.label}: {told}"


@dataclass(frozen=True, slots=True)
class TreeItem:
    """One branch of a tree: what it is called, its figures, and what grew from it."""

    label: str
    cells: tuple[str, ...]
    key: object = None
    children: tuple["TreeItem", ...] = ()


@dataclass(frozen=True, slots=True)
class TreeLine:
    """A branch as it is drawn: how deep, and for each depth whether more follows below it."""

    item: TreeItem
    goes_on: tuple[bool, ...]

    @property
    def depth(self) -> int:
        """How far from the root; 0 is one."""
        return len(self.goes_on) - 1


@dataclass(frozen=True, slots=True)
class TreeData:
    """A tree of who brought whom; ``labels`` and ``series`` are the titles of its columns."""

    title: str
    labels: str
    series: tuple[str, ...]
    roots: tuple[TreeItem, ...]

    def lines(self) -> tuple[TreeLine, ...]:
        """Return the branches from the top down."""
        found: list[TreeLine] = []
        # Not by recursion: a chain is as long as the user says.
        waiting = [
            TreeLine(root, (at < len(self.roots) - 1,)) for at, root in enumerate(self.roots)
        ]
        waiting.reverse()
        while waiting:
            line = waiting.pop()
            found.append(line)
            below = line.item.children
            waiting.extend(
                TreeLine(child, (*line.goes_on, at < len(below) - 1))
                for at, child in reversed(list(enumerate(below)))
            )
        return tuple(found)

    def header(self) -> tuple[str, ...]:
        """Return the column titles of the table."""
        return (self.labels, *self.series)

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Return the lines of the table, each label behind a sign for each step down."""
        for line in self.lines():
            yield ("› " * line.depth + line.item.label, *line.item.cells)

    def keys(self) -> Iterator[object]:
        """Return what the lines of the table lead to, or None."""
        for line in self.lines():
            yield line.item.key
