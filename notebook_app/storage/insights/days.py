"""Reads what was done on each day, from sums that triggers keep; see step 4 of the migrations.

The sums count everybody. What was done with people in the trash, who are few, is read by itself
and taken off.
"""

from datetime import date
from decimal import Decimal
from typing import Final

from peewee import SqliteDatabase

from notebook_app.model.insights.days import DoneDay, EventDay, TalkDay
from notebook_app.model.insights.money import amount_from
from notebook_app.storage.insights.spans import TRASHED

_NEW: Final = (
    "SELECT first_on, count(*) FROM last_touch WHERE first_on BETWEEN :first AND :last"
    f" AND contact_id NOT IN {TRASHED} GROUP BY first_on"
)
_TOUCHES: Final = (
    "SELECT day, times FROM touch_day WHERE day BETWEEN :first AND :last UNION ALL"
    " SELECT happened_on, -count(*) FROM conversation_contact"
    f" WHERE contact_id IN {TRASHED} AND happened_on BETWEEN :first AND :last GROUP BY happened_on"
)
_KEY: Final = "happened_on, coalesce(initiated_by, ''), setting, event_id IS NOT NULL"
_TALKS: Final = (
    "SELECT day, initiated_by, setting, at_event, times FROM conversation_day"
    " WHERE day BETWEEN :first AND :last"
)
_TALKS_ANYWHERE: Final = (
    "SELECT day, initiated_by, '', 0, sum(times) FROM conversation_day"
    " WHERE day BETWEEN :first AND :last GROUP BY day, initiated_by"
)
ONLY_TRASHED: Final = (
    "SELECT conversation_id FROM conversation_contact AS theirs"
    f" WHERE contact_id IN {TRASHED} AND happened_on BETWEEN :first AND :last"
    " AND NOT EXISTS (SELECT 1 FROM conversation_contact AS link"
    "  WHERE link.conversation_id = theirs.conversation_id"
    f"  AND link.contact_id NOT IN {TRASHED})"
)
ASKED_FOR: Final = (
    "SELECT conversation_id FROM follow_up INDEXED BY follow_up_done"
    f" WHERE state = 'done' AND conversation_id IS NOT NULL AND contact_id NOT IN {TRASHED}"
)
_DONE: Final = (
    "SELECT closed_on, count(*), coalesce(sum(minutes), 0), count(minutes) FROM follow_up"
    " WHERE state = 'done' AND closed_on BETWEEN :first AND :last"
    f" AND contact_id NOT IN {TRASHED} GROUP BY closed_on"
)
_EVENTS: Final = (
    "SELECT happens_on, name, place, hours, minutes FROM event"
    " WHERE happens_on BETWEEN :first AND min(:last, :today)"
)


def _counted(ids: str) -> str:
    """Return the SQL for what is taken off the sums of conversations."""
    return (
        f"SELECT {_KEY}, -count(*) FROM conversation WHERE id IN ({ids})"
        " AND happened_on BETWEEN :first AND :last GROUP BY 1, 2, 3, 4"
    )


def new_by_day(database: SqliteDatabase, first: date, last: date) -> list[tuple[date, int]]:
    """Return how many people one spoke to first on each day."""
    rows = database.execute_sql(_NEW, _values(first, last))
    return [(date.fromisoformat(day), times) for day, times in rows]


def touches_by_day(database: SqliteDatabase, first: date, last: date) -> list[tuple[date, int]]:
    """Return how many people one spoke to on each day; a day may come twice, to be added up."""
    rows = database.execute_sql(_TOUCHES, _values(first, last))
    return [(date.fromisoformat(day), times) for day, times in rows]


def talks_by_day(
    database: SqliteDatabase,
    first: date,
    last: date,
    *,
    asked_for: bool = True,
    places: bool = True,
) -> list[TalkDay]:
    """Return the conversations of each day; lines of the same kind are to be added up.

    Without ``asked_for`` those are left out that a follow-up led to. Without ``places`` there is
    no setting, and no event.
    """
    away = ONLY_TRASHED if asked_for else f"{ONLY_TRASHED} UNION {ASKED_FOR}"
    talks = _TALKS if places else _TALKS_ANYWHERE
    rows = database.execute_sql(f"{talks} UNION ALL {_counted(away)}", _values(first, last))
    return [
        TalkDay(date.fromisoformat(day), initiated_by, setting, bool(at_event), times)
        for day, initiated_by, setting, at_event, times in rows
    ]


def count_only_trashed(database: SqliteDatabase, first: date, last: date) -> int:
    """Return how many conversations were with nobody but people in the trash."""
    sql = f"SELECT count(DISTINCT conversation_id) FROM ({ONLY_TRASHED})"
    return int(database.execute_sql(sql, _values(first, last)).fetchone()[0])


def done_by_day(database: SqliteDatabase, first: date, last: date) -> list[DoneDay]:
    """Return the follow-ups that were done on each day."""
    rows = database.execute_sql(_DONE, _values(first, last))
    return [DoneDay(date.fromisoformat(day), *counts) for day, *counts in rows]


def event_days(database: SqliteDatabase, first: date, last: date, today: date) -> list[EventDay]:
    """Return the events until today; their hours as put down, otherwise their length."""
    rows = database.execute_sql(_EVENTS, {**_values(first, last), "today": today.isoformat()})
    return [
        EventDay(date.fromisoformat(day), name, place, hours_of(hours, minutes))
        for day, name, place, hours, minutes in rows
    ]


def hours_of(hours: str | None, minutes: int | None) -> Decimal | None:
    """Return the hours of an event as put down, otherwise its length; None if neither is known."""
    known = amount_from(hours)
    if known is None and minutes:
        return Decimal(minutes) / 60
    return known


def _values(first: date, last: date) -> dict[str, object]:
    return {"first": first.isoformat(), "last": last.isoformat()}
