"""Reads what goes out to other calendars, and stores events that come from their files."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, time

from peewee import SqliteDatabase

from notebook_app.foundation.clock import Clock
from notebook_app.model.calendar_file import (
    ActToTell,
    BirthdayToTell,
    CalendarEvent,
    EventToTell,
    KnownEvent,
    OwnDateToTell,
    StoredDate,
)
from notebook_app.model.conversation import Formality
from notebook_app.model.event import Involvement
from notebook_app.model.follow_up import FollowUpKind, FollowUpState
from notebook_app.model.identifiers import new_uid
from notebook_app.model.occurrences import MovedOccurrence
from notebook_app.model.partial_date import PartialDate
from notebook_app.model.search_text import searchable_or_none
from notebook_app.storage.many_rows import insert_rows, update_rows

_ACTS = """
SELECT follow_up.id, follow_up.uid, follow_up.kind, display_name, organization,
  coalesce((SELECT number FROM phone WHERE contact_id = contact.id
    ORDER BY preferred DESC, position LIMIT 1), ''),
  coalesce((SELECT address FROM email WHERE contact_id = contact.id
    ORDER BY preferred DESC, position LIMIT 1), ''),
  follow_up.note, scheduled_on, due_on, due_at, minutes, repeat_rule, remind_minutes, state,
  closed_on, follow_up.created_at, follow_up.changed_at
FROM follow_up JOIN contact ON contact.id = contact_id AND deleted_at IS NULL
WHERE state = :state AND (due_on BETWEEN :start AND :end
    OR (state = 'open' AND repeat_rule <> '' AND due_on < :start))
  AND (:people IS NULL OR contact_id IN (SELECT value FROM json_each(:people)))
ORDER BY due_on, due_at, follow_up.id
"""
_BIRTHDAYS = """
SELECT uid, display_name, birthday, created_at, changed_at FROM contact
WHERE birthday IS NOT NULL AND deleted_at IS NULL
  AND (:people IS NULL OR id IN (SELECT value FROM json_each(:people)))
ORDER BY birthday_day, sort_key, id
"""
_OWN_DATES = """
SELECT uid, display_name, label,
  row_number() OVER (PARTITION BY contact.id, lower(label) ORDER BY position) - 1,
  date, created_at, changed_at
FROM own_date JOIN contact ON contact.id = contact_id
WHERE deleted_at IS NULL
  AND (:people IS NULL OR contact.id IN (SELECT value FROM json_each(:people)))
ORDER BY day, sort_key, contact.id, position
"""
_EVENTS = """
SELECT uid, name, happens_on, happens_at,
  coalesce(minutes, CAST(round(hours * 60) AS INTEGER)), place, host, note, created_at, changed_at
FROM event WHERE calendar_uid IS NULL AND happens_on BETWEEN :start AND :end
  AND (:people IS NULL OR id IN (SELECT event_id FROM event_contact
    WHERE contact_id IN (SELECT value FROM json_each(:people))))
ORDER BY happens_on, happens_at, id
"""
_KNOWN = """
SELECT id, calendar_uid, name, happens_on, happens_at, minutes, place, host, note,
  EXISTS (SELECT 1 FROM event_contact WHERE event_id = event.id AND presence <> 'expected')
FROM event WHERE calendar_uid IN (SELECT value FROM json_each(?))
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


class CalendarFileStore:
    """What calendar files are written from and go to. Writing belongs into a change."""

    def __init__(self, database: SqliteDatabase, clock: Clock) -> None:
        """Take the open notebook and the clock for time stamps."""
        self._database = database
        self._clock = clock

    def acts(
        self,
        state: FollowUpState,
        start: date | None = None,
        end: date | None = None,
        people: Sequence[int] | None = None,
    ) -> list[ActToTell]:
        """Return follow-ups of a state due from ``start`` to ``end``, both included, by day.

        Those that repeat are there too if they began before ``start``. Only with ``people``, if
        they are given.
        """
        moved = self._moved()
        rows = self._database.execute_sql(
            _ACTS, {"state": state.value, **_span(start, end), **_people(people)}
        )
        return [_act(row, moved.get(row[0], ())) for row in rows]

    def birthdays(self, people: Sequence[int] | None = None) -> list[BirthdayToTell]:
        """Return everybody's birthdays, or those of ``people``."""
        rows = self._database.execute_sql(_BIRTHDAYS, _people(people))
        found = []
        for uid, name, text, created, changed in rows:
            birthday = PartialDate.parse(text)
            if birthday is not None:
                found.append(BirthdayToTell(uid, name, birthday, created, changed))
        return found

    def own_dates(self, people: Sequence[int] | None = None) -> list[OwnDateToTell]:
        """Return everybody's anniversaries and other dates of their own, or those of ``people``."""
        rows = self._database.execute_sql(_OWN_DATES, _people(people))
        found = []
        for uid, name, label, number, text, created, changed in rows:
            kept = PartialDate.parse(text)
            if kept is not None:
                found.append(OwnDateToTell(uid, name, label, number, kept, created, changed))
        return found

    def events(
        self,
        start: date | None = None,
        end: date | None = None,
        people: Sequence[int] | None = None,
    ) -> list[EventToTell]:
        """Return the notebook's own events; what came from a calendar is in that calendar."""
        rows = self._database.execute_sql(_EVENTS, {**_span(start, end), **_people(people)})
        return [
            EventToTell(uid, name, date.fromisoformat(on), _time(at), *rest)
            for uid, name, on, at, *rest in rows
        ]

    def known(self, calendar_uids: Sequence[str]) -> dict[str, KnownEvent]:
        """Return the events that came from calendar files under these names, by name."""
        found: dict[str, KnownEvent] = {}
        for some in _batches(calendar_uids):
            for row in self._database.execute_sql(_KNOWN, (json.dumps(some),)):
                event_id, uid, name, on, at, minutes, place, host, note, has_people = row
                event = CalendarEvent(
                    uid, name, date.fromisoformat(on), _time(at), minutes, place, host, note
                )
                found[uid] = KnownEvent(event_id, event, bool(has_people))
        return found

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

    def take_out(self, event_ids: Sequence[int]) -> None:
        """Take events out of the notebook."""
        self._database.execute_sql(
            "DELETE FROM event WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(event_ids)),),
        )

    def ours(self, uids: Sequence[str]) -> set[str]:
        """Return which of these are UIDs of the notebook's own contacts, follow-ups and events."""
        found: set[str] = set()
        for some in _batches(uids):
            for table in ("contact", "follow_up", "event"):
                rows = self._database.execute_sql(_OURS.format(table=table), (json.dumps(some),))
                found.update(uid for (uid,) in rows)
        return found

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

    def _moved(self) -> dict[int, tuple[MovedOccurrence, ...]]:
        found: dict[int, list[MovedOccurrence]] = defaultdict(list)
        for follow_up_id, on, to in self._database.execute_sql(
            "SELECT follow_up_id, occurs_on, moved_to FROM moved_occurrence ORDER BY occurs_on"
        ):
            found[follow_up_id].append(
                MovedOccurrence(date.fromisoformat(on), date.fromisoformat(to) if to else None)
            )
        return {follow_up_id: tuple(days) for follow_up_id, days in found.items()}


def _batches(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(texts), _ASKED_AT_ONCE):
        yield texts[start : start + _ASKED_AT_ONCE]


def _span(start: date | None, end: date | None) -> dict[str, str]:
    return {
        "start": start.isoformat() if start else "",
        "end": end.isoformat() if end else "9999-12-31",
    }


def _people(people: Sequence[int] | None) -> dict[str, str | None]:
    return {"people": None if people is None else json.dumps(list(people))}


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


def _words(event: CalendarEvent) -> str | None:
    return searchable_or_none("\n".join((event.name, event.place, event.host, "", event.note)))


def _act(row: Sequence[str], moved: tuple[MovedOccurrence, ...]) -> ActToTell:
    due = date.fromisoformat(row[9])
    return ActToTell(
        id=int(row[0]),
        uid=row[1],
        kind=FollowUpKind(row[2]),
        name=row[3],
        organization=row[4],
        phone=row[5],
        email=row[6],
        note=row[7],
        on=date.fromisoformat(row[8]) if row[8] else due,
        due=due,
        at=_time(row[10]),
        minutes=None if row[11] is None else int(row[11]),
        rule=row[12],
        remind_minutes=None if row[13] is None else int(row[13]),
        state=FollowUpState(row[14]),
        closed_on=date.fromisoformat(row[15]) if row[15] else None,
        created=row[16],
        changed=row[17],
        moved=moved,
    )
