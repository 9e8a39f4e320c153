"""Reads what duplicates are found by, and remembers who was said to be two people."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from peewee import SqliteDatabase

from notebook_app.foundation.clock import Clock
from notebook_app.model.person_traits import PersonTraits, traits_of
from notebook_app.model.search_text import match_expression
from notebook_app.storage.matching import matching_rows

Pair = tuple[int, int]
"""Two ids of contacts, the smaller first."""

_MOST_FOUND = 200


class DuplicateStore:
    """Reads keys, and writes "not the same person" inside a ``Notebook.change``."""

    def __init__(self, database: SqliteDatabase, clock: Clock) -> None:
        """Take the open notebook and the clock for time stamps."""
        self._database = database
        self._clock = clock

    def traits(
        self, turn: Callable[[], object], contact_ids: Collection[int] | None = None
    ) -> list[PersonTraits]:
        """Return what contacts outside the trash are compared by; everybody's without ids.

        ``turn`` is called every few rows.
        """
        only = ""
        values: tuple[str, ...] = ()
        if contact_ids is not None:
            only = " AND contact.id IN (SELECT value FROM json_each(?))"
            values = (json.dumps(list(contact_ids)),)
        uids = self._grouped(f"{_UIDS}{only}", values, turn)
        emails = self._grouped(f"{_EMAILS}{only}", values, turn)
        phones = self._grouped(f"{_PHONES}{only}", values, turn)
        people = []
        for row in _paced(self._database.execute_sql(f"{_NAMES}{only}", values), turn):
            contact_id, kind, shown, given, more, family, suffix, maiden, nick, firm, birthday = row
            people.append(
                traits_of(
                    contact_id,
                    is_person=kind == "person",
                    display_name=shown,
                    given=f"{given} {more}" if more else given,
                    family=family,
                    suffix=suffix,
                    maiden=maiden,
                    nickname=nick,
                    organization=firm,
                    birthday=birthday or "",
                    uids=uids.get(contact_id, ()),
                    emails=emails.get(contact_id, ()),
                    phones=phones.get(contact_id, ()),
                )
            )
        return people

    def candidates(self, person: PersonTraits) -> set[int]:
        """Return who may be a duplicate of one contact, found by the notebook's indexes."""
        found: set[int] = set()
        for sql, keys in (
            ("SELECT contact_id FROM source_card WHERE uid <> '' AND uid IN {}", person.uids),
            ("SELECT id FROM contact WHERE uid IN {}", person.uids),
            ("SELECT contact_id FROM phone WHERE e164 <> '' AND e164 IN {}", person.phones),
        ):
            if keys:
                found |= self._ids(sql.format("(SELECT value FROM json_each(?))"), json.dumps(keys))
        for address in person.emails:
            found |= self._ids(
                "SELECT contact_id FROM email WHERE address = ? COLLATE NOCASE", address
            )
        for words in _name_queries(person):
            expression = match_expression(words)
            if expression:
                rows = matching_rows(
                    self._database,
                    "SELECT rowid FROM contact_search WHERE contact_search MATCH ? LIMIT ?",
                    (f"search_name: ({expression})", _MOST_FOUND),
                )
                found.update(contact_id for (contact_id,) in rows)
        found.discard(person.id)
        return found

    def sharing(self, keys: Iterable[str]) -> dict[str, int]:
        """Return how many contacts outside the trash share each address or number, from three."""
        counts: dict[str, int] = {}
        for key in keys:
            # The index of numbers leaves the empty ones out, and is used where that is said.
            table, condition = (
                ("email", "address = ? COLLATE NOCASE")
                if "@" in key
                else ("phone", "e164 = ? AND e164 <> ''")
            )
            sql = (
                f"SELECT count(DISTINCT contact_id) FROM {table}"
                f" JOIN contact ON contact.id = contact_id WHERE {condition} AND {_ALIVE}"
            )
            count = self._database.execute_sql(sql, (key,)).fetchone()[0]
            if count > 2:
                counts[key] = count
        return counts

    def distinct_pairs(self) -> set[Pair]:
        """Return the pairs that the user said are not the same."""
        rows = self._database.execute_sql("SELECT first_id, second_id FROM distinct_pair")
        return {(first, second) for first, second in rows}

    def set_distinct(self, one: int, other: int) -> None:
        """Remember that two contacts are not the same."""
        self._database.execute_sql(
            "INSERT OR IGNORE INTO distinct_pair(first_id, second_id, said_at) VALUES (?, ?, ?)",
            (min(one, other), max(one, other), self._clock.stamp()),
        )

    def imported_by(self, import_id: int) -> list[int]:
        """Return whom an import added or updated."""
        rows = self._database.execute_sql(
            "SELECT DISTINCT contact_id FROM import_contact WHERE import_id = ?", (import_id,)
        )
        return [contact_id for (contact_id,) in rows]

    def _ids(self, sql: str, value: str) -> set[int]:
        rows = self._database.execute_sql(f"{sql} LIMIT {_MOST_FOUND}", (value,))
        return {contact_id for (contact_id,) in rows}

    def _grouped(
        self, sql: str, values: tuple[str, ...], turn: Callable[[], object]
    ) -> dict[int, tuple[str, ...]]:
        found: dict[int, tuple[str, ...]] = {}
        for contact_id, key in _paced(self._database.execute_sql(sql, values), turn):
            have = found.get(contact_id)
            if have is None:
                found[contact_id] = (key,)
            elif key not in have:
                found[contact_id] = (*have, key)
        return found


def _paced(
    rows: Iterable[tuple[Any, ...]], turn: Callable[[], object]
) -> Iterator[tuple[Any, ...]]:
    for number, row in enumerate(rows):
        if number % 16 == 0:
            turn()
        yield row


def _name_queries(person: PersonTraits) -> list[str]:
    """Return words to look for; the last of each may be a beginning only."""
    if not person.is_person:
        return [" ".join(person.words[:2])]
    given, family = "".join(person.given[:1]), "".join(person.family[-1:])
    if not (given and family):
        return [word for word in (given, family) if word]
    queries = [f"{family} {given[:1]}", f"{given} {family[:3]}", f"{given} {family[:1]}"]
    # A nickname has another beginning; so everyone of the family name is looked at.
    queries.append(family)
    return queries


_ALIVE = "contact.deleted_at IS NULL"
_NAMES = (
    "SELECT id, kind, display_name, given_name, additional_name, family_name, name_suffix,"
    " maiden_name, nickname, organization, birthday FROM contact"
    f" WHERE {_ALIVE}"
)
_UIDS = (
    "SELECT contact_id, lower(source_card.uid) FROM source_card"
    f" JOIN contact ON contact.id = contact_id WHERE source_card.uid <> '' AND {_ALIVE}"
)
_EMAILS = (
    "SELECT contact_id, lower(trim(address)) FROM email"
    f" JOIN contact ON contact.id = contact_id WHERE address <> '' AND {_ALIVE}"
)
_PHONES = (
    "SELECT contact_id, e164 FROM phone"
    f" JOIN contact ON contact.id = contact_id WHERE e164 <> '' AND {_ALIVE}"
)
