"""Where the lines of the people list come from: a window onto all, or what a search has found.

Both keep a bounded number of lines, so that memory grows with what is looked at and not with
what is stored; of those who are not looked at, a narrowed or sorted list keeps the bare ids.
"""

import time
from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from notebook_app.model.query.sorting import BY_NAME, ListSort
from notebook_app.model.query.terms import PeopleQuery
from notebook_app.model.rows import ContactRow
from notebook_app.storage.people_list import PeopleList

_PAGE: Final = 60
_PAGES_KEPT: Final = 40
_LOOKS_AT_FIRST_SECONDS: Final = 0.006
"""A frame is painted with what was found by then; the rest is looked for afterwards."""


class _Pages:
    """Pages of lines, the least recently seen forgotten first."""

    def __init__(self, people: PeopleList, ids_of: Callable[[int], list[int]]) -> None:
        self._people = people
        self._ids_of = ids_of
        self._ids: OrderedDict[int, list[int]] = OrderedDict()
        self._rows: dict[int, dict[int, ContactRow]] = {}

    def id_at(self, position: int) -> int | None:
        number, within = divmod(position, _PAGE)
        ids = self._page(number)
        return ids[within] if within < len(ids) else None

    def row_at(self, position: int) -> ContactRow | None:
        number, within = divmod(position, _PAGE)
        ids = self._page(number)
        if within >= len(ids):
            return None
        rows = self._rows.get(number)
        if rows is None:
            rows = self._rows[number] = {row.id: row for row in self._people.rows(ids)}
        return rows.get(ids[within])

    def forget_rows(self) -> None:
        self._rows.clear()

    def forget_page_of(self, position: int) -> None:
        number = position // _PAGE
        self._ids.pop(number, None)
        self._rows.pop(number, None)

    def kept_ids(self) -> dict[int, list[int]]:
        return dict(self._ids)

    def _page(self, number: int) -> list[int]:
        ids = self._ids.get(number)
        if ids is None:
            ids = self._ids[number] = self._ids_of(number)
            if len(self._ids) > _PAGES_KEPT:
                oldest, _ids = self._ids.popitem(last=False)
                self._rows.pop(oldest, None)
        else:
            self._ids.move_to_end(number)
        return ids


class Everyone:
    """All contacts within a filter, in the order asked for."""

    def __init__(
        self,
        people: PeopleList,
        narrowed: PeopleQuery,
        today: date,
        sort: ListSort = BY_NAME,
        also: int | None = None,
    ) -> None:
        """Take where to read, the filter (its words aside), the day, and the order.

        ``also`` is a contact of whom ``holds_later`` can tell.
        """
        self._people = people
        self._narrowed = narrowed
        self._today = today
        self._sort = sort
        self._pages = _Pages(people, self._read)
        self._ids: array[int] | None = None
        self._also = also
        self._holds_also = False
        self.is_whole = True
        if narrowed.conditions or sort != BY_NAME:
            beginning = people.beginning(narrowed, today, sort, also)
            self._ids = array("q", beginning.ids)
            self._holds_also = beginning.holds_also
            self.is_whole = beginning.whole
        # Everyone by name is read by pages.
        self.count = people.count(narrowed, today) if self._ids is None else len(self._ids)

    @property
    def has_more(self) -> bool:
        """Nothing is found by looking further: see ``is_whole`` and ``complete``."""
        return False

    def more(self) -> int:
        """Return how many lines came: none."""
        return 0

    def holds_later(self, contact_id: int | None) -> bool:
        """Return whether a contact stands on one of the lines that are not known yet."""
        if self.is_whole or contact_id is None or contact_id != self._also:
            return False
        return self._holds_also and self._ids is not None and contact_id not in self._ids

    def read_all(self) -> list[int]:
        """Return who is within now."""
        return self._people.all_ids(self._narrowed, self._today, self._sort)

    def goes_on_as(self, ids: list[int]) -> bool:
        """Return whether a whole list begins as what is known of this one."""
        known = self._ids
        return known is not None and ids[: len(known)] == known.tolist()

    def complete(self, ids: list[int]) -> None:
        """Take the whole list."""
        if not self.goes_on_as(ids):
            self._pages = _Pages(self._people, self._read)
        elif self.count % _PAGE:
            self._pages.forget_page_of(self.count)
        self._ids = array("q", ids)
        self.count = len(ids)
        self.is_whole = True

    def id_at(self, position: int) -> int | None:
        """Return the contact on a line."""
        return self._pages.id_at(position)

    def row_at(self, position: int) -> ContactRow | None:
        """Return a line."""
        return self._pages.row_at(position)

    def ids_between(self, first: int, last: int) -> list[int]:
        """Return the contacts on the lines from ``first`` to ``last``, both included."""
        if self._ids is not None:
            return self._ids[first : last + 1].tolist()
        return self._people.ids(self._narrowed, self._today, first, last - first + 1)

    def position_of(self, contact_id: int) -> int | None:
        """Return the line of a contact as far as the list is known, or None."""
        if self._ids is not None:
            return self._ids.index(contact_id) if contact_id in self._ids else None
        return self._people.position(self._narrowed, self._today, contact_id)

    def reread(self) -> bool:
        """Read the lines anew; return whether every line seen still holds the same contact."""
        if not self.is_whole:
            return False
        if self._ids is not None:
            same = self.read_all() == self._ids.tolist()
            if same:
                self._pages.forget_rows()
            return same
        if self._people.count(self._narrowed, self._today) != self.count:
            return False
        if any(ids != self._read(number) for number, ids in self._pages.kept_ids().items()):
            return False
        self._pages.forget_rows()
        return True

    def _read(self, number: int) -> list[int]:
        if self._ids is not None:
            return self._ids[number * _PAGE : (number + 1) * _PAGE].tolist()
        return self._people.ids(self._narrowed, self._today, number * _PAGE, _PAGE)


class Found:
    """What a search finds, read only as far as it is looked at."""

    is_whole = True

    def __init__(self, people: PeopleList, narrowed: PeopleQuery, today: date) -> None:
        """Take where to read, the words with the filter, and the day."""
        self._batches: Iterator[list[int]] = people.search(narrowed, today)
        self._ids: list[int] = []
        self._pages = _Pages(
            people, lambda number: self._ids[number * _PAGE : (number + 1) * _PAGE]
        )
        self.has_more = True
        until = time.monotonic() + _LOOKS_AT_FIRST_SECONDS
        while self.has_more and len(self._ids) < _PAGE:
            # That nobody is found is said only when it is known.
            if self._ids and time.monotonic() > until:
                break
            self.more()

    @property
    def count(self) -> int:
        """How many were found so far."""
        return len(self._ids)

    def more(self) -> int:
        """Look further; return how many lines came."""
        batch = next(self._batches, None)
        if batch is None:
            self.has_more = False
            return 0
        if len(self._ids) % _PAGE:
            self._pages.forget_page_of(len(self._ids))
        self._ids += batch
        return len(batch)

    def id_at(self, position: int) -> int | None:
        """Return the contact on a line."""
        return self._ids[position] if position < len(self._ids) else None

    def row_at(self, position: int) -> ContactRow | None:
        """Return a line; None for a contact that is gone since."""
        return self._pages.row_at(position)

    def ids_between(self, first: int, last: int) -> list[int]:
        """Return the contacts on the lines from ``first`` to ``last``, both included."""
        return self._ids[first : last + 1]

    def position_of(self, contact_id: int) -> int | None:
        """Return the line of a contact among those found so far, or None."""
        try:
            return self._ids.index(contact_id)
        except ValueError:
            return None

    def reread(self) -> bool:
        """Return False: what is found may be another after each change."""
        return False
