"""What stands on the days of the calendar: follow-ups, events, birthdays and other dates."""

from collections import Counter
from datetime import date, time
from typing import Final

from peewee import SqliteDatabase

from notebook_app.foundation.clock import Clock
from notebook_app.model.calendar_filter import CalendarFilter
from notebook_app.model.follow_up import FollowUpKind, FollowUpState
from notebook_app.model.rows import CalendarEntry, CalendarKind
from notebook_app.storage.busy_days import busy_days
from notebook_app.storage.narrowed_days import first_follow_ups
from notebook_app.storage.occurrences import OccurrenceStore
from notebook_app.storage.yearly_dates import YearlyDates

_FOLLOW_UPS = (
    "SELECT follow_up.id, due_on, due_at, display_name, contact.id, photo_id, follow_up.note,"
    " follow_up.kind, state, minutes, repeat_rule <> '' FROM follow_up"
    " JOIN contact ON contact.id = follow_up.contact_id AND deleted_at IS NULL"
    " WHERE due_on BETWEEN ? AND ? AND state <> 'skipped'"
    " ORDER BY due_on, state = 'done', due_at IS NULL, due_at, follow_up.id LIMIT ?"
)
# Read from a small index. Joined to each follow-up, its contact would be read for this alone.
_DELETED = "(SELECT id FROM contact WHERE deleted_at IS NOT NULL)"
_FIRST_OF_STATE = f"""
  SELECT * FROM (
    SELECT found.id FROM follow_up AS found
    WHERE found.due_on = day AND found.state = '{{state}}' AND found.contact_id NOT IN {_DELETED}
    ORDER BY found.due_at IS NULL, found.due_at, found.id LIMIT :each)
"""
# The first few of each day: short searches in an index that holds all they need in their order,
# where numbering the rows of the whole month would read and sort every one of them.
_FIRST_FOLLOW_UPS = f"""
WITH RECURSIVE days(day) AS (
  SELECT :start UNION ALL SELECT date(day, '+1 day') FROM days WHERE day < :end
)
SELECT follow_up.id, due_on, due_at, display_name, contact.id, photo_id, follow_up.note,
  follow_up.kind, state, minutes, repeat_rule <> ''
FROM days JOIN follow_up ON follow_up.id IN (
  {_FIRST_OF_STATE.format(state="open")} UNION ALL {_FIRST_OF_STATE.format(state="done")}
  LIMIT :each)
JOIN contact ON contact.id = follow_up.contact_id
ORDER BY due_on, state = 'done', due_at IS NULL, due_at, follow_up.id
"""
_THESE_FOLLOW_UPS = """
SELECT follow_up.id, due_on, due_at, display_name, contact.id, photo_id, follow_up.note,
  follow_up.kind, state, minutes, repeat_rule <> ''
FROM json_each(?) AS them JOIN follow_up ON follow_up.id = them.value
JOIN contact ON contact.id = follow_up.contact_id ORDER BY them.key
"""
_COUNTS = f"""
SELECT due_on, count(*) FROM follow_up
WHERE due_on BETWEEN :start AND :end AND state IN ('open', 'done')
  AND contact_id NOT IN {_DELETED}
GROUP BY due_on HAVING count(*) > :each
"""
_EVENTS = (
    "SELECT id, happens_on, happens_at, name, place, minutes, hours FROM event"
    " WHERE happens_on BETWEEN ? AND ?"
    " ORDER BY happens_on, happens_at IS NULL, happens_at, id LIMIT ?"
)
# Found here in a tenth of the time that the enumerations take.
_KINDS: Final = {kind.value: kind for kind in FollowUpKind}
_STATES: Final = {state.value: state for state in FollowUpState}


class CalendarStore:
    """Reads the calendar."""

    def __init__(self, database: SqliteDatabase, clock: Clock) -> None:
        """Take the open notebook and the clock."""
        self._database = database
        self._occurrences = OccurrenceStore(database, clock)
        self._yearly = YearlyDates(database)

    def between(self, start: date, end: date, most: int = 2000) -> list[CalendarEntry]:
        """Return what stands on the days from ``start`` to ``end``, both included, by day.

        Of each sort of entry at most ``most``. Birthdays of 29 February stand on the 28th in
        years without one.
        """
        span = (start.isoformat(), end.isoformat(), most)
        entries = self._others(start, end, most)
        entries += [_follow_up(row) for row in self._database.execute_sql(_FOLLOW_UPS, span)]
        entries += self._occurrences.between(start, end, most)[0]
        return _by_day(entries)

    def days(
        self,
        start: date,
        end: date,
        each: int,
        most: int = 2000,
        narrowed: CalendarFilter | None = None,
    ) -> tuple[list[CalendarEntry], dict[date, int]]:
        """Return what ``between`` does, but of a day only ``each`` follow-ups and birthdays.

        What repeats and is still to come is counted with the follow-ups, after those stored. The
        second value says how many of them more a day has, for days that have more. Where it is
        ``narrowed``, only what is let through is read and counted.
        """
        if narrowed is not None and not narrowed.is_open():
            return self._narrowed_days(start, end, each, most, narrowed)
        span = {"start": start.isoformat(), "end": end.isoformat(), "each": each}
        entries, more = self._yearly.first_birthdays(start, end, each)
        entries += self._dates_and_events(start, end, most)
        follow_ups = [
            _follow_up(row) for row in self._database.execute_sql(_FIRST_FOLLOW_UPS, span)
        ]
        entries += follow_ups
        for day, count in self._database.execute_sql(_COUNTS, span).fetchall():
            more[date.fromisoformat(day)] += count - each
        taken = Counter(entry.on for entry in follow_ups)
        to_come, rest = self._occurrences.between(start, end, each, taken)
        entries += to_come
        more.update(rest)
        return _by_day(entries), dict(more)

    def birthdays(self, start: date, end: date, most: int = 100) -> list[CalendarEntry]:
        """Return the birthdays from ``start`` to ``end``, both included, by day."""
        found = self._yearly.birthdays(start, end, most)
        return sorted(found, key=lambda entry: entry.on)

    def counts(self, start: date, end: date) -> dict[date, int]:
        """Return how many open follow-ups stand on each day that has any."""
        rows = self._database.execute_sql(
            "SELECT due_on, count(*) FROM follow_up JOIN contact ON contact.id = contact_id"
            " AND deleted_at IS NULL WHERE state = 'open' AND due_on BETWEEN ? AND ?"
            " GROUP BY due_on",
            (start.isoformat(), end.isoformat()),
        )
        return {date.fromisoformat(day): count for day, count in rows}

    def busy(
        self, start: date, end: date, narrowed: CalendarFilter | None = None
    ) -> dict[date, tuple[int, int]]:
        """Return for each day that has any entry how many are open follow-ups, and how many all.

        Of what ``narrowed`` lets through, if it is given.
        """
        if narrowed is not None and narrowed.is_open():
            narrowed = None
        return busy_days(self._database, self._occurrences, start, end, narrowed)

    def _narrowed_days(
        self, start: date, end: date, each: int, most: int, narrowed: CalendarFilter
    ) -> tuple[list[CalendarEntry], dict[date, int]]:
        entries: list[CalendarEntry] = []
        more: Counter[date] = Counter()
        if CalendarKind.BIRTHDAY in narrowed.kinds:
            # Narrowed to people, all have to be looked at; else the first of a day are known.
            room = -1 if narrowed.people is not None else each
            entries, more = self._yearly.first_birthdays(start, end, room)
        entries += self._dates_and_events(start, end, most)
        entries = [entry for entry in entries if narrowed.holds(entry)]
        span = (start.isoformat(), end.isoformat())
        ids, rest = first_follow_ups(self._database, span, each, narrowed)
        rows = self._database.execute_sql(_THESE_FOLLOW_UPS, (ids,))
        follow_ups = [_follow_up(row) for row in rows]
        taken = Counter(entry.on for entry in follow_ups)
        to_come, rest_to_come = self._occurrences.between(start, end, each, taken, narrowed)
        entries += follow_ups + to_come
        return _by_day(entries), dict(more + rest + rest_to_come)

    def _others(self, start: date, end: date, most: int) -> list[CalendarEntry]:
        birthdays = self._yearly.birthdays(start, end, most)
        return birthdays + self._dates_and_events(start, end, most)

    def _dates_and_events(self, start: date, end: date, most: int) -> list[CalendarEntry]:
        span = (start.isoformat(), end.isoformat(), most)
        entries = self._yearly.own_dates(start, end, most)
        entries += [_event(row) for row in self._database.execute_sql(_EVENTS, span)]
        return entries


def _by_day(entries: list[CalendarEntry]) -> list[CalendarEntry]:
    """Sort by day; within it what is to be done and where to be, birthdays, then what is done.

    Where a day has no room for all, many birthdays hide nothing that is to be done.
    """

    def place(entry: CalendarEntry) -> tuple[date, int]:
        if entry.kind in (CalendarKind.BIRTHDAY, CalendarKind.DATE):
            return entry.on, 1
        return entry.on, 2 if entry.state is FollowUpState.DONE else 0

    return sorted(entries, key=place)


def _event(row: tuple[str, ...]) -> CalendarEntry:
    return CalendarEntry(
        kind=CalendarKind.EVENT,
        id=int(row[0]),
        on=date.fromisoformat(row[1]),
        at=time.fromisoformat(row[2]) if row[2] else None,
        title=row[3],
        note=row[4],
        minutes=_event_minutes(row[5], row[6]),
    )


def _event_minutes(minutes: str | None, hours: str | None) -> int | None:
    """Return how long an event takes: in minutes, or in hours as written on its page."""
    if minutes is not None:
        return int(minutes)
    try:
        return round(float(hours) * 60) if hours else None
    except ValueError:
        return None


def _follow_up(row: tuple[str, ...]) -> CalendarEntry:
    return CalendarEntry(
        kind=CalendarKind.FOLLOW_UP,
        id=int(row[0]),
        on=date.fromisoformat(row[1]),
        at=time.fromisoformat(row[2]) if row[2] else None,
        title=row[3],
        contact_id=int(row[4]),
        photo_id=int(row[5]) if row[5] else None,
        note=row[6],
        follow_up_kind=_KINDS[row[7]],
        state=_STATES[row[8]],
        minutes=None if row[9] is None else int(row[9]),
        repeats=bool(row[10]),
    )
