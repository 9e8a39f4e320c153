"""The timeline of everybody: all that happened with anyone, newest first, narrowed by a filter.

A walk goes along the days of each kind of thing, so the first page costs the same in a notebook
of any size. Only where few people or few words are asked for, it goes along those instead.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Final

from peewee import SqliteDatabase

from notebook_app.model.happening_filter import HappeningFilter
from notebook_app.model.rows import EntryKey, EntryKind, TimelineEntry
from notebook_app.model.search_marks import SearchMarks
from notebook_app.model.search_text import match_expression
from notebook_app.storage.matching import matching_rows
from notebook_app.storage.query_parts import Part
from notebook_app.storage.query_sql import QuerySql
from notebook_app.storage.talk_counts import count_conversations
from notebook_app.storage.timeline_entries import read_entries
from notebook_app.storage.timeline_parts import TimelinePart, walk
from notebook_app.storage.trouble import DATABASE_ERRORS

_FEW_PEOPLE: Final = 2_000
_HELD_PEOPLE: Final = 30_000
_FEW_FOUND: Final = 6_000
_LOOKED_THROUGH: Final = 150
_ASKED_EVERY: Final = 20_000
"""Steps of SQLite's machine, some milliseconds."""

_ALIVE = "EXISTS (SELECT 1 FROM contact WHERE contact.id = {} AND deleted_at IS NULL)"
_SPOKE_ALIVE = (
    "EXISTS (SELECT 1 FROM conversation_contact AS link JOIN contact ON contact.id ="
    " link.contact_id AND deleted_at IS NULL WHERE link.conversation_id = conversation.id)"
)
_PARTS: Final[dict[EntryKind, TimelinePart]] = {
    part.kind: part
    for part in (
        TimelinePart(
            EntryKind.CONVERSATION,
            "conversation",
            "happened_on",
            _SPOKE_ALIVE,
            moment="happened_at",
        ),
        TimelinePart(
            EntryKind.FOLLOW_UP,
            "follow_up",
            "coalesce(closed_on, due_on)",
            f"state <> 'open' AND {_ALIVE.format('contact_id')}",
        ),
        TimelinePart(EntryKind.EVENT, "event", "happens_on", moment="happens_at"),
        TimelinePart(
            EntryKind.OPPORTUNITY,
            "opportunity",
            "coalesce(closed_on, opened_on)",
            _ALIVE.format("contact_id"),
        ),
        TimelinePart(EntryKind.FAVOUR, "favour", "happened_on", _ALIVE.format("contact_id")),
        TimelinePart(EntryKind.SERVICE, "contact_service", "since", _ALIVE.format("contact_id")),
        TimelinePart(EntryKind.STAGE, "stage_step", "since", _ALIVE.format("contact_id")),
        TimelinePart(
            EntryKind.ATTEMPT,
            "follow_up_attempt",
            "tried_on",
            "EXISTS (SELECT 1 FROM follow_up JOIN contact ON contact.id = contact_id"
            " AND deleted_at IS NULL WHERE follow_up.id = follow_up_id)",
        ),
        TimelinePart(
            EntryKind.IMPORT, "import_record", "substr(imported_at, 1, 10)", "undone_at IS NULL"
        ),
        TimelinePart(
            EntryKind.MERGE,
            "merge_record",
            "merged_on",
            f"undone_at IS NULL AND {_ALIVE.format('kept_id')}",
        ),
    )
}
_TOLD_BY_CONVERSATIONS: Final = {
    EntryKind.FOLLOW_UP: "follow_up.conversation_id IS NULL",
    EntryKind.FAVOUR: "favour.conversation_id IS NULL",
    EntryKind.SERVICE: "contact_service.conversation_id IS NULL",
}
_SEARCHED: Final = {
    EntryKind.CONVERSATION: "conversation",
    EntryKind.FOLLOW_UP: "follow_up",
    EntryKind.EVENT: "event",
    EntryKind.OPPORTUNITY: "opportunity",
}
"""Kinds with a full-text index, by their tables; of the others each entry is looked at."""

_WHO: Final = {
    EntryKind.CONVERSATION: (
        "EXISTS (SELECT 1 FROM conversation_contact AS who"
        " WHERE who.conversation_id = conversation.id AND ({test}))"
    ),
    EntryKind.EVENT: (
        "EXISTS (SELECT 1 FROM event_contact AS who"
        " WHERE who.event_id = event.id AND presence <> 'expected' AND ({test}))"
    ),
    EntryKind.ATTEMPT: (
        "EXISTS (SELECT 1 FROM follow_up AS who"
        " WHERE who.id = follow_up_attempt.follow_up_id AND ({test}))"
    ),
    EntryKind.MERGE: "EXISTS (SELECT 1 FROM (SELECT kept_id AS contact_id) AS who WHERE {test})",
    EntryKind.IMPORT: "0",
}
_WHO_ALONE: Final = "EXISTS (SELECT 1 FROM (SELECT {table}.contact_id) AS who WHERE {test})"


class Happenings:
    """What one filter lets through on one day."""

    def __init__(self, database: SqliteDatabase, wanted: HappeningFilter, today: date) -> None:
        """Take the open notebook, the filter, and the day that the query's times start from.

        Without any days in the filter it ends today: events to come have not happened yet.
        """
        self._database = database
        if wanted.first is None and wanted.last is None:
            wanted = replace(wanted, last=today)
        self._wanted = wanted
        self._sql = QuerySql(database, today)
        self._values = self._sql.values
        self._marks = SearchMarks(wanted.words) if wanted.words.strip() else None

    def keys(self, after: EntryKey | None, most: int) -> tuple[list[EntryKey], EntryKey | None]:
        """Return the next entries, and after which key to go on; None where that was the end.

        With words fewer than ``most`` may be found in what was looked through at once.
        """
        looked = most if self._marks is None else min(most, _LOOKED_THROUGH)
        found = walk(self._database, self._parts, self._values, after, looked)
        going_on = found[-1] if len(found) == looked else None
        if self._marks is not None:
            found = self._holding_words(found, self._marks)
        return found, going_on

    def entries(self, keys: Sequence[EntryKey]) -> list[TimelineEntry]:
        """Return entries with the names of those who were there; those gone are left out."""
        return read_entries(self._database, None, keys)

    def count(self, stopped: Callable[[], bool] = lambda: False) -> tuple[int, int] | None:
        """Return how many conversations there are, with how many people.

        That may take seconds; None if ``stopped``, which is asked many times, became true.
        """
        connection = self._database.connection()
        connection.set_progress_handler(stopped, _ASKED_EVERY)
        try:
            return count_conversations(self._database, self._wanted, self._sql)
        except DATABASE_ERRORS as error:
            if "interrupted" in str(error):
                return None
            raise
        finally:
            connection.set_progress_handler(None, 0)

    def people(self, most: int) -> list[int]:
        """Return the first so many people whom conversations were with, newest first."""
        found: dict[int, None] = {}
        after: EntryKey | None = None
        while len(found) < most:
            keys, after = self.keys(after, _LOOKED_THROUGH)
            ids = [key.id for key in keys if key.kind is EntryKind.CONVERSATION]
            rows = self._database.execute_sql(
                "SELECT contact_id FROM json_each(?) JOIN conversation_contact"
                f" ON conversation_id = value WHERE {_ALIVE.format('contact_id')}"
                " ORDER BY key, conversation_contact.id",
                (json.dumps(ids),),
            )
            found |= dict.fromkeys(contact_id for (contact_id,) in rows)
            if after is None:
                break
        return list(found)[:most]

    @cached_property
    def _parts(self) -> list[TimelinePart]:
        kinds = self._wanted.shown_kinds()
        return [self._narrowed(_PARTS[kind]) for kind in EntryKind if kind in kinds]

    def _narrowed(self, part: TimelinePart) -> TimelinePart:
        wanted = self._wanted
        for day, sign in ((wanted.first, ">="), (wanted.last, "<=")):
            if day is not None:
                name = f"day{sign.count('<')}"
                self._values[name] = day.isoformat()
                part = part.narrowed(f"{part.day} {sign} :{name}")
        if EntryKind.CONVERSATION in wanted.shown_kinds() and part.kind in _TOLD_BY_CONVERSATIONS:
            part = part.narrowed(_TOLD_BY_CONVERSATIONS[part.kind])
        if part.kind is EntryKind.CONVERSATION:
            part = self._held_so(part)
        if wanted.people.terms:
            part = self._with_whom(part)
        if part.kind in self._candidates:
            self._values[f"found_{_SEARCHED[part.kind]}"] = self._candidates[part.kind]
            listed = f"(SELECT value FROM json_each(:found_{_SEARCHED[part.kind]}))"
            part = part.narrowed(f"{part.row_id} IN {listed}")
        return part

    def _held_so(self, part: TimelinePart) -> TimelinePart:
        """Narrow conversations to a channel, to informal ones, to whoever began."""
        wanted = self._wanted
        if wanted.channels:
            names = ", ".join(f":channel{number}" for number in range(len(wanted.channels)))
            for number, channel in enumerate(sorted(wanted.channels)):
                self._values[f"channel{number}"] = channel.value
            part = part.narrowed(f"channel IN ({names})")
        for column, value in (
            ("formality", wanted.formality),
            ("initiated_by", wanted.initiated_by),
        ):
            if value is not None:
                self._values[column] = value.value
                part = part.narrowed(f"{column} = :{column}")
        for number, contact_id in enumerate(wanted.with_all):
            self._values[f"with{number}"] = contact_id
            part = part.narrowed(
                "id IN (SELECT conversation_id FROM conversation_contact"
                f" WHERE contact_id = :with{number})"
            )
        return part

    def _with_whom(self, part: TimelinePart) -> TimelinePart:
        few = self._held_people is not None and len(self._held_people) <= _FEW_PEOPLE
        if self._held_people is not None:
            self._values["held"] = self._held_json
        if part.kind is EntryKind.CONVERSATION and few:
            return part.narrowed(
                "id IN (SELECT conversation_id FROM conversation_contact WHERE contact_id IN"
                " (SELECT value FROM json_each(:held)))"
            )
        test = _WHO.get(part.kind, _WHO_ALONE)
        return part.narrowed(test.format(test=self._people_test, table=part.source))

    @cached_property
    def _people_test(self) -> str:
        if self._held_people is not None:
            # Without the plus SQLite would look for each of them in each conversation.
            return "+who.contact_id IN (SELECT value FROM json_each(:held))"
        return self._people_part.test_of("who.contact_id")

    @cached_property
    def _people_part(self) -> Part:
        return self._sql.part(self._wanted.people.terms)

    @cached_property
    def _held_people(self) -> list[int] | None:
        """The ids of those whom the query finds, if they are not too many to be held."""
        part = self._people_part
        if part.ids is not None:
            chosen, most = f"SELECT contact_id FROM ({part.ids})", _HELD_PEOPLE
        else:
            # Each contact is asked; where most of them pass, that soon ends.
            chosen, most = f"SELECT id FROM contact WHERE {part.test_of('contact.id')}", _FEW_PEOPLE
        rows = matching_rows(self._database, f"{chosen} LIMIT {most + 1}", self._values)
        return [contact_id for (contact_id,) in rows] if len(rows) <= most else None

    @cached_property
    def _held_json(self) -> str:
        return json.dumps(self._held_people)

    @cached_property
    def _candidates(self) -> dict[EntryKind, str]:
        """What the indexes find for the words, by kind, as JSON; without those found too often."""
        expression = match_expression(self._wanted.words) if self._marks else ""
        found: dict[EntryKind, str] = {}
        for kind, table in _SEARCHED.items() if expression else ():
            rows = matching_rows(
                self._database,
                f"SELECT rowid FROM {table}_search WHERE {table}_search MATCH ? LIMIT ?",
                (expression, _FEW_FOUND + 1),
            )
            if len(rows) <= _FEW_FOUND:
                found[kind] = json.dumps([row_id for (row_id,) in rows])
        return found

    def _holding_words(self, keys: list[EntryKey], marks: SearchMarks) -> list[EntryKey]:
        unsure: defaultdict[EntryKind, list[EntryKey]] = defaultdict(list)
        for key in keys:
            if key.kind not in self._candidates:
                unsure[key.kind].append(key)
        texts: dict[tuple[EntryKind, int], str] = {}
        for kind, some in unsure.items():
            if kind in _SEARCHED:
                rows = self._database.execute_sql(
                    f"SELECT id, words FROM {_SEARCHED[kind]}_words WHERE id IN"
                    " (SELECT value FROM json_each(?))",
                    (json.dumps([key.id for key in some]),),
                )
                texts |= {(kind, row_id): words for row_id, words in rows}
            else:
                texts |= {entry.key: all_words(entry) for entry in self.entries(some)}
        return [
            key
            for key in keys
            if key.kind in self._candidates or marks.all_in(texts.get((key.kind, key.id), ""))
        ]


def kinds_there(database: SqliteDatabase) -> list[EntryKind]:
    """Return the kinds of entries that there are of anybody."""
    tests = ", ".join(
        f"EXISTS (SELECT 1 FROM {part.source} WHERE {part.where})" for part in _PARTS.values()
    )
    row = database.execute_sql(f"SELECT {tests}").fetchone()
    return [kind for kind, there in zip(_PARTS, row, strict=True) if there]


def all_words(entry: TimelineEntry) -> str:
    """Return everything that is shown of an entry, to look for words in it."""
    parts = [entry.title, entry.text, entry.aside, *entry.badges, *entry.told_about]
    parts += [person.name for person in entry.people]
    parts += [f"{words}: {person.name}" for words, person in entry.led_to]
    return "\n".join(parts)
