"""Follow-ups that words find by whose they are and by their kind: ``anna``, ``anna call``.

Their notes are searched like all that happened; this asks for the rest of what one sees of them.
"""

import json
from collections.abc import Iterator
from typing import Final

from peewee import SqliteDatabase

from notebook_app.model.follow_up import FollowUpKind
from notebook_app.model.name_form import folded
from notebook_app.model.search_text import match_expression, query_words
from notebook_app.storage.matching import matching_rows

_MOST_PEOPLE: Final = 1000
"""A name that more people have says nothing about whose follow-up is meant."""

_SHORTEST_BEGINNING: Final = 3
_NAMES: Final = {
    kind: tuple(word for word in kind.value.replace("-", "").split() if word != "something")
    for kind in FollowUpKind
    if kind is not FollowUpKind.OTHER
}
_OPEN: Final = "follow_up.state = 'open'"
_CLOSED: Final = "follow_up.state <> 'open'"
_ORDERS: Final = {
    _OPEN: "due_on, due_at IS NULL, due_at, follow_up.id",
    _CLOSED: "coalesce(closed_on, due_on) DESC, follow_up.id DESC",
}


class FoundPlans:
    """Reads row ids for one search."""

    def __init__(self, database: SqliteDatabase, words: str) -> None:
        """Take the open notebook and what was typed."""
        self._database = database
        plain = folded(words).replace("e-mail", "email")
        self._words = query_words(plain)

    def open(self, most: int) -> Iterator[list[int]]:
        """Yield those that are still to be done, the first due first, ``most`` at a time."""
        yield from self._of_people(_OPEN)
        kinds = _kinds_of(self._words)
        start = 0
        while kinds:
            found = self._ids(_OPEN, kinds, [], f"LIMIT {most} OFFSET {start}")
            if found:
                yield found
            if len(found) < most:
                return
            start += most

    def closed(self) -> Iterator[list[int]]:
        """Yield those of the people who are meant that were done or skipped, the latest first."""
        yield from self._of_people(_CLOSED)

    def _of_people(self, state: str) -> Iterator[list[int]]:
        for at in range(-1, len(self._words)):
            kinds = [] if at < 0 else _kinds_of(self._words[at : at + 1])
            names = self._words if at < 0 else self._words[:at] + self._words[at + 1 :]
            if not names or (at >= 0 and not kinds):
                continue
            people = self._people(" ".join(names))
            if people:
                yield self._ids(state, kinds, people)

    def _people(self, names: str) -> list[int]:
        """Return the ids of the people with these names; nobody if they are too many."""
        expression = match_expression(names)
        if not expression:
            return []
        rows = matching_rows(
            self._database,
            "SELECT rowid FROM contact_search WHERE contact_search MATCH ? LIMIT ?",
            (f"search_name : ({expression})", _MOST_PEOPLE + 1),
        )
        return [contact_id for (contact_id,) in rows] if len(rows) <= _MOST_PEOPLE else []

    def _ids(self, state: str, kinds: list[str], people: list[int], limit: str = "") -> list[int]:
        tests = [state]
        if kinds:
            tests.append("follow_up.kind IN (SELECT value FROM json_each(:kinds))")
        if people:
            tests.append("follow_up.contact_id IN (SELECT value FROM json_each(:people))")
        rows = self._database.execute_sql(
            "SELECT follow_up.id FROM follow_up JOIN contact"
            " ON contact.id = follow_up.contact_id AND deleted_at IS NULL"
            f" WHERE {' AND '.join(tests)} ORDER BY {_ORDERS[state]} {limit}",
            {"kinds": json.dumps(kinds), "people": json.dumps(people)},
        )
        return [row_id for (row_id,) in rows]


def _kinds_of(words: list[str]) -> list[str]:
    """Return the kinds that all of the words may be the beginnings of the names of."""
    if not words or any(len(word) < _SHORTEST_BEGINNING for word in words):
        return []
    return [
        kind.value
        for kind, names in _NAMES.items()
        if all(any(name.startswith(word) for name in names) for word in words)
    ]
