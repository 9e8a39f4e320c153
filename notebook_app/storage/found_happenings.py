"""Conversations, follow-ups, events and opportunities that words find.

A full-text index gives its rows in the order in which they were written, fast however many they
are. So they are taken in large batches, the latest written first, and each batch is sorted by
its days: what few words find is sorted exactly, what half of the notebook holds nearly so.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import chain
from typing import Any

from peewee import SqliteDatabase

from notebook_app.model.found import Found, FoundIn, FoundKind
from notebook_app.model.search_marks import MarkedText, SearchMarks
from notebook_app.model.search_text import LONGEST_INDEXED_BEGINNING, match_expression
from notebook_app.storage.found_plans import FoundPlans
from notebook_app.storage.matching import matching_rows

_NAMES_SHOWN = 20
_WORTH_READING = 10
"""One of so many rows must have the whole word for reading them to be the faster way."""

_IDS = "(SELECT value FROM json_each(?))"
_OPEN_WORD = "\ue000"
"""What the index has for an open follow-up, at its end; see the step that makes it."""

_OPEN = f' AND "{_OPEN_WORD}"'

_CONVERSATIONS = f"""
SELECT id FROM conversation WHERE id IN {_IDS}
  AND EXISTS (SELECT 1 FROM conversation_contact AS link JOIN contact
    ON contact.id = link.contact_id AND deleted_at IS NULL
    WHERE link.conversation_id = conversation.id)
ORDER BY happened_on DESC, happened_at DESC, id DESC
"""
_OPEN_FOLLOW_UPS = f"""
SELECT follow_up.id FROM follow_up JOIN contact
  ON contact.id = follow_up.contact_id AND deleted_at IS NULL
WHERE follow_up.id IN {_IDS} AND state = 'open'
ORDER BY due_on, due_at IS NULL, due_at, follow_up.id
"""
_CLOSED_FOLLOW_UPS = f"""
SELECT follow_up.id FROM follow_up JOIN contact
  ON contact.id = follow_up.contact_id AND deleted_at IS NULL
WHERE follow_up.id IN {_IDS} AND state <> 'open'
ORDER BY coalesce(closed_on, due_on) DESC, follow_up.id DESC
"""
_EVENTS = f"SELECT id FROM event WHERE id IN {_IDS} ORDER BY happens_on DESC, id DESC"
_OPPORTUNITIES = f"""
SELECT opportunity.id FROM opportunity JOIN contact
  ON contact.id = opportunity.contact_id AND deleted_at IS NULL
WHERE opportunity.id IN {_IDS}
ORDER BY state <> 'open', coalesce(closed_on, opened_on) DESC, opportunity.id DESC
"""
_PEOPLE_OF = {
    "conversation": "conversation_contact AS link",
    "event": "event_contact AS link",
}


@dataclass(frozen=True, slots=True)
class _Way:
    """What is added to the words, and how a batch of what they find is sorted."""

    sql: str
    also: str = ""


_WAYS: dict[FoundKind, tuple[str, tuple[_Way, ...]]] = {
    FoundKind.CONVERSATIONS: ("conversation", (_Way(_CONVERSATIONS),)),
    FoundKind.FOLLOW_UPS: (
        "follow_up",
        (_Way(_OPEN_FOLLOW_UPS, _OPEN), _Way(_CLOSED_FOLLOW_UPS)),
    ),
    FoundKind.EVENTS: ("event", (_Way(_EVENTS),)),
    FoundKind.OPPORTUNITIES: ("opportunity", (_Way(_OPPORTUNITIES),)),
}


class FoundHappenings:
    """Reads what happened, for one search."""

    def __init__(self, database: SqliteDatabase, words: str, marks: SearchMarks) -> None:
        """Take the open notebook and what was typed."""
        self._database = database
        self._expression = match_expression(words)
        self._wider = match_expression(words, LONGEST_INDEXED_BEGINNING)
        self._marks = marks
        self._plans = FoundPlans(database, words)
        self._readers: dict[FoundKind, Callable[[Sequence[int]], list[Found]]] = {
            FoundKind.CONVERSATIONS: self._conversations,
            FoundKind.FOLLOW_UPS: self._follow_ups,
            FoundKind.EVENTS: self._events,
            FoundKind.OPPORTUNITIES: self._opportunities,
        }

    def batches(self, kind: FoundKind, most: int) -> Iterator[list[int]]:
        """Yield row ids in their order, each once, at most ``most`` sorted at a time."""
        if not self._expression:
            return
        if kind is not FoundKind.FOLLOW_UPS:
            yield from self._written(*_WAYS[kind], most)
            return
        table, (still_open, closed) = _WAYS[kind]
        seen: set[int] = set()
        for ids in chain(
            self._written(table, (still_open,), most),
            self._plans.open(most),
            self._written(table, (closed,), most),
            self._plans.closed(),
        ):
            fresh = [row_id for row_id in ids if row_id not in seen]
            seen.update(fresh)
            if fresh:
                yield fresh

    def _written(self, table: str, ways: Sequence[_Way], most: int) -> Iterator[list[int]]:
        for way in ways:
            for ids in self._matching(table, way.also, most):
                rows = self._database.execute_sql(way.sql, (json.dumps(ids),))
                yield [row_id for (row_id,) in rows]

    def read(self, kind: FoundKind, ids: Sequence[int]) -> list[Found]:
        """Return what is shown of things, in the order given."""
        known = {found.id: found for found in self._readers[kind](ids)}
        return [known[row_id] for row_id in ids if row_id in known]

    def _matching(self, table: str, also: str, most: int) -> Iterator[list[int]]:
        before = 1 << 62
        wider = self._wider != self._expression
        while True:
            ids = self._written_before(before, table, self._wider if wider else "", also, most)
            if wider:
                # A beginning that is longer than the index knows is put together from all words
                # that begin so, each with all its rows, before the first is given.
                kept = self._those_with_all_words(table, ids)
                if len(ids) < most or len(kept) * _WORTH_READING >= most:
                    yield kept
                    if len(ids) < most:
                        return
                    before = ids[-1]
                    continue
            if wider:
                wider = False
                ids = self._written_before(before, table, "", also, most)
            if ids:
                before = ids[-1]
                yield ids
            if len(ids) < most:
                return

    def _written_before(
        self, before: int, table: str, expression: str, also: str, most: int
    ) -> list[int]:
        rows = matching_rows(
            self._database,
            f"SELECT rowid FROM {table}_search WHERE {table}_search MATCH ? AND rowid < ?"
            " ORDER BY rowid DESC LIMIT ?",
            (f"({expression or self._expression}){also}", before, most),
        )
        return [row_id for (row_id,) in rows]

    def _those_with_all_words(self, table: str, ids: Sequence[int]) -> list[int]:
        rows = self._rows(f"id, words FROM {table}_words", ids)
        kept = {row_id for row_id, words in rows if self._marks.all_in(words.rstrip(_OPEN_WORD))}
        return [row_id for row_id in ids if row_id in kept]

    def _conversations(self, ids: Sequence[int]) -> list[Found]:
        people = self._people("conversation", ids)
        results = []
        for row_id, day, moment, channel, place, text in self._rows(
            "id, happened_on, happened_at, channel, place, text FROM conversation", ids
        ):
            part, fragment = self._best((FoundIn.TEXT, text), (FoundIn.PLACE, place))
            contact_id, names = self._who(people[row_id])
            results.append(
                Found(
                    FoundKind.CONVERSATIONS,
                    row_id,
                    contact_id,
                    title=names,
                    fragment=fragment,
                    part=part,
                    on=date.fromisoformat(day),
                    at=_time(moment),
                    sort=channel,
                )
            )
        return results

    def _follow_ups(self, ids: Sequence[int]) -> list[Found]:
        rows = self._rows(
            "follow_up.id, contact.id, display_name, photo_id, follow_up.kind, due_on, due_at,"
            " follow_up.note, state FROM follow_up JOIN contact ON contact.id = contact_id",
            ids,
            "follow_up.id",
        )
        return [
            Found(
                FoundKind.FOLLOW_UPS,
                row_id,
                contact_id,
                title=self._marks.mark(name),
                fragment=self._marks.fragment(note),
                part=FoundIn.NOTE,
                on=date.fromisoformat(due_on),
                at=_time(due_at),
                sort=kind,
                state=state,
                photo_id=photo_id,
            )
            for row_id, contact_id, name, photo_id, kind, due_on, due_at, note, state in rows
        ]

    def _events(self, ids: Sequence[int]) -> list[Found]:
        people = self._people("event", ids)
        results = []
        for row_id, name, day, moment, place, host, goal, note in self._rows(
            "id, name, happens_on, happens_at, place, host, goal, note FROM event", ids
        ):
            part, fragment = self._best(
                (FoundIn.NOTE, note), (FoundIn.GOAL, goal), (FoundIn.HOST, host)
            )
            results.append(
                Found(
                    FoundKind.EVENTS,
                    row_id,
                    self._who(people[row_id])[0],
                    title=self._marks.mark(name),
                    beside=self._marks.mark(place),
                    fragment=fragment,
                    part=part,
                    on=date.fromisoformat(day),
                    at=_time(moment),
                )
            )
        return results

    def _opportunities(self, ids: Sequence[int]) -> list[Found]:
        rows = self._rows(
            "opportunity.id, contact.id, opportunity.title, display_name, opportunity.note,"
            " coalesce(closed_on, opened_on), state"
            " FROM opportunity JOIN contact ON contact.id = contact_id",
            ids,
            "opportunity.id",
        )
        return [
            Found(
                FoundKind.OPPORTUNITIES,
                row_id,
                contact_id,
                title=self._marks.mark(title),
                beside=MarkedText(name),
                fragment=self._marks.fragment(note),
                part=FoundIn.NOTE,
                on=date.fromisoformat(day),
                state=state,
            )
            for row_id, contact_id, title, name, note, day, state in rows
        ]

    def _best(self, *texts: tuple[FoundIn, str]) -> tuple[FoundIn, MarkedText]:
        """Return the first text with most of the words in it, else the first that there is."""
        some = [(part, text) for part, text in texts if text] or [(FoundIn.TEXT, "")]
        part, text = max(some, key=lambda each: len(self._marks.found_in(each[1])))
        return part, self._marks.fragment(text)

    def _who(self, people: list[tuple[int, str]]) -> tuple[int | None, MarkedText]:
        """Return whom to open it with, and all of their names."""
        if not people:
            return None, MarkedText("")
        meant = max(people, key=lambda each: len(self._marks.found_in(each[1])))
        first = [meant, *(each for each in people if each is not meant)]
        return meant[0], self._marks.mark(", ".join(name for _, name in first[:_NAMES_SHOWN]))

    def _people(self, table: str, ids: Sequence[int]) -> defaultdict[int, list[tuple[int, str]]]:
        people: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
        rows = self._database.execute_sql(
            f"SELECT {table}_id, contact.id, display_name FROM {_PEOPLE_OF[table]}"
            " JOIN contact ON contact.id = link.contact_id AND deleted_at IS NULL"
            f" WHERE {table}_id IN {_IDS} ORDER BY link.id",
            (json.dumps(list(ids)),),
        )
        for row_id, contact_id, name in rows:
            people[row_id].append((contact_id, name))
        return people

    def _rows(self, columns: str, ids: Sequence[int], key: str = "id") -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = self._database.execute_sql(
            f"SELECT {columns} WHERE {key} IN {_IDS}", (json.dumps(list(ids)),)
        ).fetchall()
        return rows


def _time(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None
