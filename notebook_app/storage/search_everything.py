"""Search over everything: people, conversations, follow-ups, events and opportunities.

The results come in groups, each read as far as it is looked at. Nothing is counted to its end: a
word that stands in half of a million conversations costs what a rare one costs.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from peewee import SqliteDatabase

from notebook_app.model.found import Found, FoundKind
from notebook_app.model.search_marks import SearchMarks
from notebook_app.storage.found_happenings import FoundHappenings
from notebook_app.storage.found_people import FoundPeople

COUNTED: Final = 200
"""How many results of a group are sorted and counted at a time."""


class FoundGroup:
    """The results of one kind, read in pages."""

    def __init__(
        self,
        kind: FoundKind,
        batches: Iterator[list[int]],
        read: Callable[[Sequence[int]], list[Found]],
    ) -> None:
        """Take where row ids come from, and what reads the results for some of them."""
        self.kind = kind
        self._batches = batches
        self._read = read
        self._ids: list[int] = []
        self._ended = False
        self._given = 0
        self._fill(COUNTED)

    @property
    def count(self) -> int:
        """How many there are, as far as they were counted; see ``counted_all``."""
        return len(self._ids)

    @property
    def counted_all(self) -> bool:
        """Whether there are no more than ``count``."""
        return self._ended

    @property
    def has_more(self) -> bool:
        """Whether ``more`` would give any."""
        return self._given < len(self._ids) or not self._ended

    def more(self, most: int) -> list[Found]:
        """Return the next results; all were given once this is empty."""
        while True:
            self._fill(self._given + most)
            ids = self._ids[self._given : self._given + most]
            self._given += len(ids)
            results = self._read(ids) if ids else []
            if results or not ids:
                return results

    def _fill(self, wanted: int) -> None:
        while not self._ended and len(self._ids) < wanted:
            batch = next(self._batches, None)
            if batch is None:
                self._ended = True
            else:
                self._ids += batch


class EverythingSearch:
    """One search. Its groups are asked for one by one, so that a window can do so between keys."""

    def __init__(self, database: SqliteDatabase, words: str) -> None:
        """Take the open notebook and what was typed."""
        marks = SearchMarks(words)
        self._people = FoundPeople(database, words, marks)
        self._happenings = FoundHappenings(database, words, marks)

    def group(self, kind: FoundKind) -> FoundGroup:
        """Return the results of a kind from the first on."""
        if kind is FoundKind.PEOPLE:
            return FoundGroup(kind, self._people.batches(COUNTED), self._people.read)
        happenings = self._happenings
        return FoundGroup(
            kind, happenings.batches(kind, COUNTED), lambda ids: happenings.read(kind, ids)
        )
