"""Reads events as they are listed and named: lines of the page, and choices for a field."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from peewee import SqliteDatabase

from notebook_app.model.capture.captured import EventChoice
from notebook_app.model.conversation import Formality
from notebook_app.model.event import Involvement
from notebook_app.model.event_rows import EventRow
from notebook_app.model.search_text import match_expression
from notebook_app.storage.matching import matching_rows

_PEOPLE = (
    "(SELECT count(*) FROM event_contact JOIN contact ON contact.id = contact_id"
    " AND deleted_at IS NULL WHERE event_id = event.id AND presence = '{presence}')"
)
_ROWS = (
    "SELECT event.id, uid, name, happens_on, happens_at, place, host, formality, involvement,"
    f" goal_new_people, {_PEOPLE.format(presence='met')}, {_PEOPLE.format(presence='seen')},"
    f" {_PEOPLE.format(presence='expected')}"
    " FROM json_each(?) AS them JOIN event ON event.id = them.value ORDER BY them.key"
)
_FOUND = "id IN (SELECT rowid FROM event_search WHERE event_search MATCH ?)"


@dataclass(frozen=True, slots=True)
class EventIds:
    """Row ids of events: the coming ones, the nearest first, and the past, the last first."""

    coming: list[int]
    past: list[int]


class EventList:
    """Reads; it writes nothing."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database

    def ids(
        self,
        today: date,
        words: str = "",
        start: date | None = None,
        end: date | None = None,
    ) -> EventIds:
        """Return the events that the words find, between two days if they are given.

        What is on ``today`` counts as coming.
        """
        conditions = ["1"]
        values: list[str] = []
        for sign, day in ((">=", start), ("<=", end)):
            if day is not None:
                conditions.append(f"happens_on {sign} ?")
                values.append(day.isoformat())
        expression = match_expression(words)
        if expression:
            conditions.append(_FOUND)
            values.append(expression)
        elif words.strip():
            return EventIds([], [])
        rows = matching_rows(
            self._database,
            f"SELECT id, happens_on FROM event WHERE {' AND '.join(conditions)}"
            " ORDER BY happens_on, happens_at, id",
            values,
        )
        this = today.isoformat()
        coming = [event_id for event_id, on in rows if on >= this]
        past = [event_id for event_id, on in reversed(rows) if on < this]
        return EventIds(coming, past)

    def rows(self, event_ids: Sequence[int]) -> list[EventRow]:
        """Return events as the list shows them, in the order given."""
        rows = self._database.execute_sql(_ROWS, (json.dumps(list(event_ids)),))
        return [_event_row(row) for row in rows]

    def on_day(self, day: date) -> list[EventChoice]:
        """Return the events of a day in the order of their times."""
        rows = self._database.execute_sql(
            "SELECT id, name, happens_on, formality FROM event WHERE happens_on = ?"
            " ORDER BY happens_at IS NULL, happens_at, id",
            (day.isoformat(),),
        )
        return [_choice(row) for row in rows]

    def latest_before(self, today: date, days: int) -> list[EventChoice]:
        """Return the events of the last days before ``today``, the latest first."""
        rows = self._database.execute_sql(
            "SELECT id, name, happens_on, formality FROM event"
            " WHERE happens_on < ? AND happens_on >= ?"
            " ORDER BY happens_on DESC, happens_at DESC, id DESC",
            (today.isoformat(), (today - timedelta(days=days)).isoformat()),
        )
        return [_choice(row) for row in rows]

    def complete(self, words: str, today: date, most: int) -> list[EventChoice]:
        """Return events that the words find, those nearest to ``today`` first."""
        expression = match_expression(words)
        if not expression:
            return []
        rows = matching_rows(
            self._database,
            f"SELECT id, name, happens_on, formality FROM event WHERE {_FOUND}"
            " ORDER BY abs(julianday(happens_on) - julianday(?)), id DESC LIMIT ?",
            [expression, today.isoformat(), most],
        )
        return [_choice(row) for row in rows]

    def hosts_and_places(self, letters: str, most: int) -> list[str]:
        """Return places and hosts of events that begin with the letters, the latest first."""
        rows = self._database.execute_sql(
            "SELECT words FROM (SELECT place AS words, happens_on FROM event"
            " UNION ALL SELECT host, happens_on FROM event)"
            " WHERE words LIKE ? ESCAPE '\\' AND words <> ''"
            " GROUP BY words ORDER BY max(happens_on) DESC LIMIT ?",
            (f"{_escaped(letters)}%", most),
        )
        return [words for (words,) in rows]


def _escaped(letters: str) -> str:
    return letters.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _choice(row: tuple[Any, ...]) -> EventChoice:
    event_id, name, on, formality = row
    return EventChoice(event_id, name, date.fromisoformat(on), Formality(formality))


def _event_row(row: tuple[Any, ...]) -> EventRow:
    event_id, uid, name, on, at, place, host, formality, involvement, *counts = row
    goal, met, seen, expected = counts
    return EventRow(
        id=event_id,
        uid=uid,
        name=name,
        on=date.fromisoformat(on),
        at=time.fromisoformat(at) if at else None,
        place=place,
        host=host,
        formality=Formality(formality),
        involvement=Involvement(involvement),
        goal_new_people=goal,
        met=met,
        seen=seen,
        expected=expected,
    )
