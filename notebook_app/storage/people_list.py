"""The people list: pages of contacts in the order of their names, and search as one types.

A search answers in three parts, each asked for only when the one before is used up, so that a
key costs the same however much is stored: names that begin with what was typed, in their order;
other contacts that hold the words; then people with whom the words were spoken, latest first.
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date
from typing import Final, NamedTuple

from peewee import SqliteDatabase

from notebook_app.model.contact import Stage
from notebook_app.model.name_form import folded
from notebook_app.model.query.search_words import search_expression
from notebook_app.model.query.sorting import BY_NAME, ListSort
from notebook_app.model.query.terms import PeopleQuery, Plain
from notebook_app.model.rows import ContactRow
from notebook_app.model.search_text import without_broken_characters
from notebook_app.model.tag import tag_colour
from notebook_app.storage.found_among import found_among
from notebook_app.storage.list_order import in_order
from notebook_app.storage.list_walk import can_walk
from notebook_app.storage.matching import matching_rows
from notebook_app.storage.narrowing import Narrowing

_BATCH: Final = 100
_LARGEST_BATCH: Final = 6400
_SORTED_AT_MOST: Final = 1500
_LOOKED_AT_FIRST: Final = 300
_WORTH_LOOKING: Final = 20
"""One of so many must be within for looking on to be the faster way."""


class ListBeginning(NamedTuple):
    """The first of a list, whether they are all of it, and whether somebody asked for is in it."""

    ids: list[int]
    whole: bool
    holds_also: bool


class PeopleList:
    """Reads the people list."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database
        self._by_name: tuple[object, list[int]] = (None, [])

    def count(self, query: PeopleQuery, today: date) -> int:
        """Return how many contacts there are within the query, its words aside."""
        return Narrowing(self._database, query.conditions, today).count()

    def ids(self, query: PeopleQuery, today: date, offset: int, most: int) -> list[int]:
        """Return a stretch of the contacts within the query, its words aside, by name.

        ``most`` is -1 for all that follow.
        """
        if query.conditions:
            found = self.all_ids(query, today)
            return found[offset:] if most < 0 else found[offset : offset + most]
        rows = self._database.execute_sql(
            "SELECT id FROM contact WHERE deleted_at IS NULL ORDER BY sort_key, id"
            " LIMIT ? OFFSET ?",
            (most, offset),
        )
        return [contact_id for (contact_id,) in rows]

    def position(self, query: PeopleQuery, today: date, contact_id: int) -> int | None:
        """Return where a contact stands in the list, its words aside; None if it does not."""
        if query.conditions:
            found = self.all_ids(query, today)
            return found.index(contact_id) if contact_id in found else None
        row = self._database.execute_sql(
            "SELECT sort_key FROM contact WHERE id = ? AND deleted_at IS NULL", (contact_id,)
        ).fetchone()
        if row is None:
            return None
        before = self._database.execute_sql(
            "SELECT count(*) FROM contact WHERE deleted_at IS NULL AND (sort_key, id) < (?, ?)",
            (row[0], contact_id),
        )
        return int(before.fetchone()[0])

    def all_ids(self, query: PeopleQuery, today: date, sort: ListSort = BY_NAME) -> list[int]:
        """Return all contacts within the query, its words aside, in the order asked for."""
        narrowing = Narrowing(self._database, query.conditions, today)
        return in_order(self._database, narrowing.all_by_name(self._everyone_by_name), sort)

    def beginning(
        self,
        query: PeopleQuery,
        today: date,
        sort: ListSort = BY_NAME,
        also: int | None = None,
        *,
        enough: int = 200,
        seconds: float = 0.005,
    ) -> ListBeginning:
        """Return the first of ``all_ids``: enough of them, or what is found in so short a time.

        ``also`` is somebody of whom to tell whether they are in the list at all.
        """
        narrowing = Narrowing(self._database, query.conditions, today)
        if narrowing.are_few() or not can_walk(sort):
            by_name = narrowing.all_by_name(self._everyone_by_name)
            return ListBeginning(in_order(self._database, by_name, sort), True, also in by_name)
        holds_also = also is not None and also in narrowing.those_within([also])
        until = time.monotonic() + seconds
        ids: list[int] = []
        with closing(narrowing.walk(sort)) as steps:
            for some in steps:
                ids += some
                if len(ids) >= enough or time.monotonic() > until:
                    return ListBeginning(ids, False, holds_also)
        return ListBeginning(ids, True, holds_also)

    def all_ids_apart(self, query: PeopleQuery, today: date, sort: ListSort) -> list[int]:
        """Return ``all_ids``, read by a thread that has no connection and works on nothing else."""
        with self._database.connection_context():
            return PeopleList(self._database).all_ids(query, today, sort)

    def sorted_among(self, ids: Sequence[int], sort: ListSort) -> list[int]:
        """Return the given contacts in the order asked for."""
        wanted = set(ids)
        by_name = [contact_id for contact_id in self._everyone_by_name() if contact_id in wanted]
        return in_order(self._database, by_name, sort)

    def search(self, query: PeopleQuery, today: date) -> Iterator[list[int]]:
        """Yield contacts that the words find, best first, in short batches, each contact once.

        A batch is read only when it is asked for.
        """
        expression = search_expression(query.searches)
        if not expression:
            return
        narrowing = Narrowing(self._database, query.conditions, today)
        plain = all(isinstance(term, Plain) for term in query.searches)
        words = query.words if plain else ""
        few = narrowing.few() if narrowing.are_few() else None
        undecided = narrowing.narrows and few is None
        batches = self._found(words, expression)
        if few is not None:
            batches = found_among(self._database, few, words, expression)
        seen: set[int] = set()
        looked_at = within = 0
        while (batch := next(batches, None)) is not None:
            fresh = [contact_id for contact_id in dict.fromkeys(batch) if contact_id not in seen]
            seen.update(fresh)
            kept = narrowing.those_within(fresh)
            if kept:
                yield kept
            looked_at += len(fresh)
            within += len(kept)
            if undecided and looked_at >= _LOOKED_AT_FIRST:
                undecided = False
                # If nearly all are kept out, looking through what is found could take seconds.
                few = narrowing.few() if within * _WORTH_LOOKING < looked_at else None
                if few is not None:
                    batches = found_among(self._database, few, words, expression)

    def rows(self, contact_ids: Sequence[int]) -> list[ContactRow]:
        """Return the lines of the list for contacts, in the order given."""
        if not contact_ids:
            return []
        marks = ",".join("?" * len(contact_ids))
        rows = self._database.execute_sql(
            "SELECT id, display_name, organization, title, photo_id, stage,"
            " (SELECT max(happened_on) FROM conversation_contact WHERE contact_id = contact.id),"
            " (SELECT min(due_on) FROM follow_up"
            "  WHERE contact_id = contact.id AND state = 'open'),"
            " (SELECT group_concat(tag.name || char(31) || tag.color, char(30))"
            "  FROM contact_tag JOIN tag ON tag.id = tag_id AND color <> ''"
            "  WHERE contact_id = contact.id)"
            f" FROM contact WHERE id IN ({marks})",
            list(contact_ids),
        )
        known = {row[0]: _contact_row(row) for row in rows}
        return [known[contact_id] for contact_id in contact_ids if contact_id in known]

    def _everyone_by_name(self) -> list[int]:
        """Return all contacts by name, read again only after something was written."""
        connection = self._database.connection()
        version = self._database.execute_sql("PRAGMA data_version").fetchone()[0]
        # Each thread has a connection with counters of its own.
        now = (id(connection), version, connection.total_changes)
        read, ids = self._by_name
        if read != now:
            rows = self._database.execute_sql(
                "SELECT id FROM contact WHERE deleted_at IS NULL ORDER BY sort_key, id"
            )
            ids = [contact_id for (contact_id,) in rows.fetchall()]
            self._by_name = now, ids
        return ids

    def _found(self, words: str, expression: str) -> Iterator[list[int]]:
        yield from self._by_beginning(folded(without_broken_characters(words)))
        yield from self._by_contact(expression)
        yield from self._by_conversation(expression)

    def _by_beginning(self, beginning: str) -> Iterator[list[int]]:
        key, last_id = beginning, 0
        while beginning:
            rows = self._database.execute_sql(
                "SELECT id, sort_key FROM contact WHERE deleted_at IS NULL"
                " AND (sort_key, id) > (?, ?) AND sort_key < ? ORDER BY sort_key, id LIMIT ?",
                (key, last_id, beginning + "\U0010ffff", _BATCH),
            ).fetchall()
            if not rows:
                return
            yield [contact_id for contact_id, _ in rows]
            last_id, key = rows[-1]

    def _by_contact(self, expression: str) -> Iterator[list[int]]:
        matching = "SELECT rowid FROM contact_search WHERE contact_search MATCH ?"
        found = matching_rows(
            self._database, f"{matching} LIMIT ?", (expression, _SORTED_AT_MOST + 1)
        )
        if len(found) <= _SORTED_AT_MOST:
            rows = matching_rows(
                self._database,
                f"SELECT id FROM contact WHERE id IN ({matching}) ORDER BY sort_key, id",
                (expression,),
            )
            yield from _batches([contact_id for (contact_id,) in rows])
            return
        # So many that sorting them by name would be felt: they come in the order of their ids.
        yield from _batches([contact_id for (contact_id,) in found])
        last_id, most = found[-1][0], _BATCH
        while found:
            found = matching_rows(
                self._database,
                f"{matching} AND rowid > ? ORDER BY rowid LIMIT ?",
                (expression, last_id, most),
            )
            most = min(2 * most, _LARGEST_BATCH)
            if found:
                yield [contact_id for (contact_id,) in found]
                last_id = found[-1][0]

    def _by_conversation(self, expression: str) -> Iterator[list[int]]:
        before, most = 1 << 62, _BATCH
        while True:
            rows = matching_rows(
                self._database,
                "SELECT rowid FROM conversation_search WHERE conversation_search MATCH ?"
                " AND rowid < ? ORDER BY rowid DESC LIMIT ?",
                (expression, before, most),
            )
            if not rows:
                return
            before = rows[-1][0]
            # Whoever looks so far narrows to a few; larger bites bring them sooner.
            most = min(2 * most, _LARGEST_BATCH)
            marks = ",".join("?" * len(rows))
            people = self._database.execute_sql(
                "SELECT contact_id FROM conversation_contact"
                f" WHERE conversation_id IN ({marks}) ORDER BY conversation_id DESC, id",
                [conversation_id for (conversation_id,) in rows],
            )
            yield [contact_id for (contact_id,) in people]


def _batches(ids: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(ids), _BATCH):
        yield ids[start : start + _BATCH]


def _contact_row(row: tuple[object, ...]) -> ContactRow:
    contact_id, name, organization, title, photo_id, stage, last_on, due_on, tags = row
    pairs = (part.partition("\x1f") for part in str(tags).split("\x1e")) if tags else ()
    return ContactRow(
        id=int(str(contact_id)),
        name=str(name),
        organization=str(organization),
        title=str(title),
        photo_id=None if photo_id is None else int(str(photo_id)),
        stage=None if stage is None else Stage(str(stage)),
        last_conversation=None if last_on is None else date.fromisoformat(str(last_on)),
        next_due=None if due_on is None else date.fromisoformat(str(due_on)),
        coloured_tags=tuple((tag, tag_colour(colour)) for tag, _mark, colour in pairs),
    )
