"""How much stands on each day: follow-ups and events, counted by their indexes alone."""

from collections import Counter
from datetime import date

from peewee import SqliteDatabase

from notebook_app.model.calendar_filter import CalendarFilter
from notebook_app.storage.narrowed_days import count_days
from notebook_app.storage.occurrences import OccurrenceStore

_FOLLOW_UPS = """
SELECT due_on, sum(state = 'open'), count(*) FROM follow_up
WHERE due_on BETWEEN ? AND ? AND state IN ('open', 'done')
  AND contact_id NOT IN (SELECT id FROM contact WHERE deleted_at IS NOT NULL)
GROUP BY due_on
"""
_EVENTS = "SELECT happens_on, count(*) FROM event WHERE happens_on BETWEEN ? AND ? GROUP BY 1"


def busy_days(
    database: SqliteDatabase,
    occurrences: OccurrenceStore,
    start: date,
    end: date,
    narrowed: CalendarFilter | None = None,
) -> dict[date, tuple[int, int]]:
    """Return how many follow-ups are open on each day that has any entry, and how many entries.

    Events and what is still to come of what repeats count as entries, birthdays do not. Where
    it is ``narrowed``, only what is let through counts.
    """
    span = (start.isoformat(), end.isoformat())
    still_open: Counter[date] = Counter()
    found: Counter[date] = Counter()
    if narrowed is not None:
        still_open, found = count_days(database, span, narrowed)
    else:
        for day, open_there, count in database.execute_sql(_FOLLOW_UPS, span).fetchall():
            on = date.fromisoformat(day)
            still_open[on] = open_there
            found[on] = count
        for day, count in database.execute_sql(_EVENTS, span).fetchall():
            found[date.fromisoformat(day)] += count
    found.update(occurrences.counts(start, end, narrowed))
    return {day: (still_open[day], count) for day, count in found.items()}
