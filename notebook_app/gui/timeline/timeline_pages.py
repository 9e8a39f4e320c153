"""Where each entry of a timeline stands, as far down as was looked.

Where an entry stands takes little: its words are read, and its height is measured, when it comes
near the window. So ten thousand entries cost what is seen of them.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol

from notebook_app.model.rows import EntryKey, EntryKind, TimelineEntry

FIRST_PAGE: Final = 60
_PAGE: Final = 300
_READ_AROUND: Final = 12


class TimelineReader(Protocol):
    """Where a timeline comes from."""

    def keys(self, after: EntryKey | None, most: int) -> tuple[list[EntryKey], EntryKey | None]:
        """Return the next entries, perhaps fewer, and after which to go on; None at the end."""
        ...

    def entries(self, keys: Sequence[EntryKey]) -> list[TimelineEntry]:
        """Return what is told of entries; those that are gone are left out."""
        ...


@dataclass(slots=True)
class Slot:
    """The place of an entry; ``heading`` says that a month or day begins with it."""

    key: EntryKey
    heading: bool
    height: int
    entry: TimelineEntry | None = None
    measured: bool = False
    gone: bool = False


class TimelinePages:
    """Holds the places of the entries, newest first."""

    def __init__(
        self,
        reader: TimelineReader | None,
        guess: Callable[[EntryKind], int],
        group: Callable[[date], object],
    ) -> None:
        """Take what reads, what guesses a card's height, and what days stand below a heading."""
        self._reader = reader
        self._guess = guess
        self._group = group
        self._after: EntryKey | None = None
        self.slots: list[Slot] = []
        self._tops: list[int] = [0]
        self.has_more = reader is not None
        self.heading = 0
        self.gap = 0

    def set_spaces(self, heading: int, gap: int) -> None:
        """Set the height of a heading and the space below a card."""
        self.heading, self.gap = heading, gap
        self._stack(0)

    def more(self, most: int = _PAGE) -> bool:
        """Look a page further down; return whether there may be more below that."""
        if not self.has_more or self._reader is None:
            return False
        keys, self._after = self._reader.keys(self._after, most)
        self.has_more = self._after is not None
        first = len(self.slots)
        before = self._group(self.slots[-1].key.on) if self.slots else None
        heights = {kind: self._guess(kind) for kind in EntryKind}
        for key in keys:
            group = self._group(key.on)
            self.slots.append(Slot(key, group != before, heights[key.kind]))
            before = group
        self._stack(first)
        return self.has_more

    def take_heights(self, known: Sequence[Slot]) -> None:
        """Take the heights of cards that were shown before, until they are measured anew."""
        heights = {(slot.key.kind, slot.key.id): slot.height for slot in known}
        for slot in self.slots:
            slot.height = heights.get((slot.key.kind, slot.key.id), slot.height)
        self._stack(0)

    def entry(self, number: int) -> TimelineEntry | None:
        """Return an entry, read if need be with those around it; None if it is gone."""
        slot = self.slots[number]
        if slot.entry is None and not slot.gone:
            self.read(range(number - _READ_AROUND, number + _READ_AROUND))
        return slot.entry

    def read(self, numbers: range) -> None:
        """Read those of the entries that were not read yet."""
        if self._reader is None:
            return
        inside = self.slots[max(0, numbers.start) : max(0, numbers.stop)]
        unread = [slot for slot in inside if slot.entry is None and not slot.gone]
        if not unread:
            return
        found = {entry.key: entry for entry in self._reader.entries([slot.key for slot in unread])}
        for slot in unread:
            slot.entry = found.get((slot.key.kind, slot.key.id))
            slot.gone = slot.entry is None

    def number_of(self, kind: EntryKind, entry_id: int) -> int | None:
        """Return where an entry stands, as far as was looked; None if it is not there."""
        for number, slot in enumerate(self.slots):
            if slot.key.id == entry_id and slot.key.kind is kind:
                return number
        return None

    def forget_heights(self) -> None:
        """Have all heights measured anew, as after a change of the width."""
        for slot in self.slots:
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
        """The height of everything down to where was looked."""
        return self._tops[-1]

    def card_top(self, number: int) -> int:
        """Return where a card begins, below its heading if it has one."""
        return self._tops[number] + (self.heading if self.slots[number].heading else 0)

    def slot_top(self, number: int) -> int:
        """Return where an entry begins, its heading included."""
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
        tops = self._tops
        del tops[first + 1 :]
        top = tops[first]
        gap, heading = self.gap, self.heading
        for slot in self.slots[first:]:
            top += slot.height + gap + (heading if slot.heading else 0)
            tops.append(top)
