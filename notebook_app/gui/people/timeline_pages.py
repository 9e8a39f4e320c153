"""The entries of a timeline as far as it was scrolled, and where each stands.

Heights are guessed until an entry comes near the window, so that a long timeline costs what is
seen of it.
"""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from notebook_app.model.rows import TimelineEntry

PAGE: Final = 30

Reader = Callable[[int, int], list[TimelineEntry]]
"""Returns the entries from an offset on, at most so many."""


@dataclass(slots=True)
class Slot:
    """An entry with its height and the month that begins with it, if one does."""

    entry: TimelineEntry
    month: bool
    height: int
    measured: bool = False


class TimelinePages:
    """Holds the entries read so far, newest first."""

    def __init__(self, read: Reader, guess: Callable[[TimelineEntry], int]) -> None:
        """Take what reads entries and what guesses a card's height; read the first page."""
        self._read = read
        self._guess = guess
        self.slots: list[Slot] = []
        self._tops: list[int] = [0]
        self.has_more = True
        self.heading = 0
        self.gap = 0

    def set_spaces(self, heading: int, gap: int) -> None:
        """Set the height of a month's heading and the space below a card."""
        self.heading, self.gap = heading, gap
        self._stack(0)

    def more(self, most: int = PAGE) -> bool:
        """Read a page more, or ``most`` entries at once; return whether any came."""
        if not self.has_more:
            return False
        entries = self._read(len(self.slots), most)
        self.has_more = len(entries) == most
        first = len(self.slots)
        for entry in entries:
            before = self.slots[-1].entry.on if self.slots else None
            month = before is None or (before.year, before.month) != (entry.on.year, entry.on.month)
            self.slots.append(Slot(entry, month, self._guess(entry)))
        self._stack(first)
        return bool(entries)

    def forget_heights(self) -> None:
        """Guess all heights anew, as after a change of the width."""
        for slot in self.slots:
            slot.height = self._guess(slot.entry)
            slot.measured = False
        self._stack(0)

    def set_height(self, number: int, height: int) -> int:
        """Note the real height of a card; return by how much it differs from the guess."""
        slot = self.slots[number]
        more = height - slot.height
        slot.height = height
        slot.measured = True
        if more:
            self._stack(number)
        return more

    @property
    def total(self) -> int:
        """The height of everything read so far."""
        return self._tops[-1]

    def card_top(self, number: int) -> int:
        """Return where a card begins, below its month's heading if it has one."""
        return self._tops[number] + (self.heading if self.slots[number].month else 0)

    def slot_top(self, number: int) -> int:
        """Return where an entry begins, its month's heading included."""
        return self._tops[number]

    def at(self, y: int) -> int | None:
        """Return the entry at a height, or None."""
        if not self.slots or not 0 <= y < self.total:
            return None
        return min(bisect_right(self._tops, y) - 1, len(self.slots) - 1)

    def between(self, top: int, bottom: int) -> range:
        """Return the entries that reach into a stretch."""
        if not self.slots or bottom < 0 or top >= self.total:
            return range(0)
        first = self.at(max(0, top))
        last = self.at(min(self.total - 1, max(0, bottom)))
        return range(first or 0, (len(self.slots) - 1 if last is None else last) + 1)

    def _stack(self, first: int) -> None:
        del self._tops[first + 1 :]
        top = self._tops[first]
        for slot in self.slots[first:]:
            top += slot.height + self.gap + (self.heading if slot.month else 0)
            self._tops.append(top)
