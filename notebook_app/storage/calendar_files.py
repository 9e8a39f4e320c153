"""Reads what goes out to other calendars as files."""

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, time

from peewee import SqliteDatabase

from notebook_app.model.calendar_file import (
    ActToTell,
    BirthdayToTell,
    EventToTell,
    OwnDateToTell,
)
from notebook_app.model.follow_up import FollowUpKind, FollowUpState
from notebook_app.model.occurrences import MovedOccurrence
from notebook_app.model.partial_date import PartialDate

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


class CalendarFileStore:
    """What calendar files are written from."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database

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

    def _moved(self) -> dict[int, tuple[MovedOccurrence, ...]]:
        found: dict[int, list[MovedOccurrence]] = defaultdict(list)
        for follow_up_id, on, to in self._database.execute_sql(
            "SELECT follow_up_id, occurs_on, moved_to FROM moved_occurrence ORDER BY occurs_on"
        ):
            found[follow_up_id].append(
                MovedOccurrence(date.fromisoformat(on), date.fromisoformat(to) if to else None)
            )
        return {follow_up_id: tuple(days) for follow_up_id, days in found.items()}


def _span(start: date | None, end: date | None) -> dict[str, str]:
    return {
        "start": start.isoformat() if start else "",
        "end": end.isoformat() if end else "9999-12-31",
    }


def _people(people: Sequence[int] | None) -> dict[str, str | None]:
    return {"people": None if people is None else json.dumps(list(people))}


def _time(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None


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
