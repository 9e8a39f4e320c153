"""Stores events that come from calendar files, and what the files said of those changed here."""

import json
from collections.abc import Iterator, Sequence
from datetime import date, time

from peewee import SqliteDatabase

from notebook_app.foundation.clock import Clock
from notebook_app.model.calendar_file import CalendarEvent, KnownEvent, StoredDate
from notebook_app.model.conversation import Formality
from notebook_app.model.event import Involvement
from notebook_app.model.identifiers import new_uid
from notebook_app.model.search_text import searchable_or_none
from notebook_app.storage.many_rows import insert_rows, update_rows

_KNOWN = """
SELECT event.id, calendar_uid, event.name, happens_on, happens_at, minutes, place, host, note,
  EXISTS (SELECT 1 FROM event_contact WHERE event_id = event.id AND presence <> 'expected'),
  value
FROM event LEFT JOIN setting ON setting.name = 'event in its calendar file: ' || uid
WHERE calendar_uid IN (SELECT value FROM json_each(?))
"""
_REMEMBER = """
INSERT INTO setting (name, value)
SELECT 'event in its calendar file: ' || uid, :said FROM event WHERE id = :id
ON CONFLICT (name) DO UPDATE SET value = excluded.value
"""
# What a series calls its dates begins with its UID and a stroke; "0" comes after that.
_DATES = """
SELECT event.id, value, calendar_uid, name, happens_on, happens_at, minutes, place, host, note,
  goal <> '' OR goal_new_people IS NOT NULL OR fee IS NOT NULL OR hours IS NOT NULL
  OR involvement <> :attended
  OR EXISTS (SELECT 1 FROM event_contact WHERE event_id = event.id)
  OR EXISTS (SELECT 1 FROM conversation WHERE event_id = event.id)
  OR EXISTS (SELECT 1 FROM opportunity WHERE event_id = event.id)
  OR EXISTS (SELECT 1 FROM origin WHERE event_id = event.id)
  OR EXISTS (SELECT 1 FROM setting
    WHERE setting.name = 'event in its calendar file: ' || uid AND setting.value <> 'null')
FROM json_each(:series) CROSS JOIN event
  ON calendar_uid > value || '/' AND calendar_uid < value || '0'
WHERE happens_on BETWEEN :first AND :last
"""
_OURS = """
SELECT uid FROM {table} WHERE uid IN (SELECT value FROM json_each(?))
"""
_NEW = (
    "uid",
    "name",
    "happens_on",
    "happens_at",
    "minutes",
    "place",
    "host",
    "note",
    "calendar_uid",
    "formality",
    "involvement",
    "created_at",
    "changed_at",
    "search_words",
)
_CHANGED = (
    "name",
    "happens_on",
    "happens_at",
    "minutes",
    "place",
    "host",
    "note",
    "calendar_uid",
    "changed_at",
    "search_words",
)
_ASKED_AT_ONCE = 2000


class ReadEventStore:
    """Events that calendar files brought. Writing belongs into a ``Notebook.change``.

    What a file said of an event that the user changed is a setting, named after the event's UUID.
    """

    def __init__(self, database: SqliteDatabase, clock: Clock) -> None:
        """Take the open notebook and the clock for time stamps."""
        self._database = database
        self._clock = clock

    def known(self, calendar_uids: Sequence[str]) -> dict[str, KnownEvent]:
        """Return the events that came from calendar files under these names, by name."""
        found: dict[str, KnownEvent] = {}
        for some in _batches(calendar_uids):
            for row in self._database.execute_sql(_KNOWN, (json.dumps(some),)):
                event_id, uid, name, on, at, minutes, place, host, note, has_people, said = row
                event = CalendarEvent(
                    uid, name, date.fromisoformat(on), _time(at), minutes, place, host, note
                )
                found[uid] = KnownEvent(event_id, event, bool(has_people), _said(uid, said))
        return found

    def remember(self, event_id: int, said: CalendarEvent | None) -> None:
        """Keep what the file says of an event that is otherwise here; None if it is no more."""
        text = "null"
        if said is not None:
            name, on, at, minutes, place, *_rest = _values(said)
            text = json.dumps([name, on, at, minutes, place], ensure_ascii=False)
        self._database.execute_sql(_REMEMBER, {"id": event_id, "said": text})

    def user_changes(self, event_id: int) -> None:
        """Keep what the file said of an event before the user changes that for the first time."""
        row = self._database.execute_sql(
            "SELECT calendar_uid FROM event WHERE id = ?", (event_id,)
        ).fetchone()
        if row is None or row[0] is None:
            return
        [there] = self.known([row[0]]).values()
        if there.read_before is None:
            self.remember(event_id, there.event)

    def dates(self, series: Sequence[str], first: date, last: date) -> list[StoredDate]:
        """Return the dates of these series, known by their UIDs, from ``first`` to ``last``."""
        found: list[StoredDate] = []
        for some in _batches(series):
            values = {
                "series": json.dumps(some),
                "first": first.isoformat(),
                "last": last.isoformat(),
                "attended": Involvement.ATTENDED.value,
            }
            for row in self._database.execute_sql(_DATES, values):
                event_id, of, uid, name, on, at, minutes, place, host, note, written = row
                event = CalendarEvent(
                    uid, name, date.fromisoformat(on), _time(at), minutes, place, host, note
                )
                found.append(StoredDate(event_id, of, event, bool(written)))
        return found

    def ours(self, uids: Sequence[str]) -> set[str]:
        """Return which of these are UIDs of the notebook's own contacts, follow-ups and events."""
        found: set[str] = set()
        for some in _batches(uids):
            for table in ("contact", "follow_up", "event"):
                rows = self._database.execute_sql(_OURS.format(table=table), (json.dumps(some),))
                found.update(uid for (uid,) in rows)
        return found

    def take_out(self, event_ids: Sequence[int]) -> None:
        """Take events out of the notebook."""
        self._database.execute_sql(
            "DELETE FROM event WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(event_ids)),),
        )

    def add(self, events: Sequence[CalendarEvent]) -> list[int]:
        """Store new events and return their row ids."""
        stamp = self._clock.stamp()
        usual = (Formality.ORGANISED.value, Involvement.ATTENDED.value, stamp, stamp)
        insert_rows(
            self._database,
            "event",
            _NEW,
            [(new_uid(), *_values(event), *usual, _words(event)) for event in events],
        )
        return [known.id for known in self.known([e.calendar_uid for e in events]).values()]

    def change(self, changed: Sequence[tuple[int, CalendarEvent]]) -> None:
        """Store anew what calendar files say; goals, people and all else stay."""
        stamp = self._clock.stamp()
        update_rows(
            self._database,
            "event",
            _CHANGED,
            [(event_id, *_values(event), stamp, _words(event)) for event_id, event in changed],
        )

    def is_empty(self) -> bool:
        """Return whether the notebook has no event yet."""
        return self._database.execute_sql("SELECT 1 FROM event LIMIT 1").fetchone() is None


def _batches(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(texts), _ASKED_AT_ONCE):
        yield texts[start : start + _ASKED_AT_ONCE]


def _time(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None


def _values(event: CalendarEvent) -> tuple[object, ...]:
    return (
        event.name,
        event.on.isoformat(),
        event.at.isoformat("minutes") if event.at else None,
        event.minutes,
        event.place,
        event.host,
        event.note,
        event.calendar_uid,
    )


def _said(uid: str, text: str | None) -> CalendarEvent | None:
    values = json.loads(text) if text else None
    if values is None:
        return None
    name, on, at, minutes, place = values
    return CalendarEvent(uid, name, date.fromisoformat(on), _time(at), minutes, place)


def _words(event: CalendarEvent) -> str | None:
    return searchable_or_none("\n".join((event.name, event.place, event.host, "", event.note)))
