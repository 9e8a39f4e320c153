"""Reads the very acts that the mix counts, for the lists behind its figures."""

from datetime import date
from decimal import Decimal
from operator import itemgetter
from typing import Final

from peewee import SqliteDatabase

from notebook_app.model.insights.days import TalkDay, part_of_event, part_of_talk
from notebook_app.model.insights.mix_report import MixAct, MixPart
from notebook_app.model.rows import EntryKind
from notebook_app.storage.insights.days import ASKED_FOR, ONLY_TRASHED, hours_of
from notebook_app.storage.insights.spans import TRASHED

_TALKS: Final = (
    "SELECT id, happened_on, coalesce(initiated_by, ''), setting FROM conversation"
    " WHERE happened_on BETWEEN :first AND :last AND event_id IS NULL"
    f" AND id NOT IN ({ONLY_TRASHED} UNION {ASKED_FOR})"
)
_DONE: Final = (
    "SELECT id, closed_on, minutes FROM follow_up WHERE state = 'done'"
    f" AND closed_on BETWEEN :first AND :last AND contact_id NOT IN {TRASHED}"
)
_EVENTS: Final = (
    "SELECT id, happens_on, name, place, hours, minutes FROM event"
    " WHERE happens_on BETWEEN :first AND min(:last, :today)"
)


def mix_acts(database: SqliteDatabase, first: date, last: date, today: date) -> list[MixAct]:
    """Return what was done between two days, the latest first."""
    values = {name: day.isoformat() for name, day in (("first", first), ("last", last))}
    found: list[tuple[str, EntryKind, int, MixPart, Decimal | None]] = []
    # There are few kinds of settings, and up to a million conversations.
    parts: dict[tuple[str, str], MixPart | None] = {}
    for row_id, day, initiated_by, setting in database.execute_sql(_TALKS, values):
        how = initiated_by, setting
        if how not in parts:
            parts[how] = part_of_talk(TalkDay(first, *how, at_event=False, times=1))
        part = parts[how]
        if part is not None:
            found.append((day, EntryKind.CONVERSATION, row_id, part, None))
    for row_id, day, minutes in database.execute_sql(_DONE, values):
        hours = None if minutes is None else Decimal(minutes) / 60
        found.append((day, EntryKind.FOLLOW_UP, row_id, MixPart.FOLLOW_UP, hours))
    with_today = {**values, "today": today.isoformat()}
    for row_id, day, name, place, hours, minutes in database.execute_sql(_EVENTS, with_today):
        part = part_of_event(name, place)
        found.append((day, EntryKind.EVENT, row_id, part, hours_of(hours, minutes)))
    found.sort(key=itemgetter(0, 1, 2), reverse=True)
    return [MixAct(part, kind, row_id, hours) for _, kind, row_id, part, hours in found]
