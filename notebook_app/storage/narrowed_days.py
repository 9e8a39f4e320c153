"""Days of the calendar of which not everything is shown: by kind, by means, by people.

A month may hold thousands of follow-ups. Which are let through is decided by a few columns of
each; only those that are shown are read whole.
"""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date

from peewee import SqliteDatabase

from notebook_app.model.calendar_filter import CalendarFilter
from notebook_app.model.follow_up import FollowUpKind
from notebook_app.model.rows import CalendarKind

_FOLLOW_UPS = """
SELECT id, due_on, state, kind, contact_id FROM follow_up
WHERE due_on BETWEEN ? AND ? AND state IN ('open', 'done')
  AND contact_id NOT IN (SELECT id FROM contact WHERE deleted_at IS NOT NULL)
  {narrowed}
"""
_MOST_HANDED = 2000
_IN_ORDER = " ORDER BY due_on, state = 'done', due_at IS NULL, due_at, id"
_EVENTS = "SELECT happens_on, count(*) FROM event WHERE happens_on BETWEEN ? AND ? GROUP BY 1"
_KINDS = {kind.value: kind for kind in FollowUpKind}


def first_follow_ups(
    database: SqliteDatabase, span: tuple[str, str], each: int, narrowed: CalendarFilter
) -> tuple[str, Counter[date]]:
    """Return the row ids of the first ``each`` of each day as JSON, and how many more it has."""
    kept: list[int] = []
    shown: Counter[str] = Counter()
    rest: Counter[str] = Counter()
    for row_id, day, _state in _follow_ups(database, _FOLLOW_UPS + _IN_ORDER, span, narrowed):
        if shown[day] < each:
            shown[day] += 1
            kept.append(row_id)
        else:
            rest[day] += 1
    return json.dumps(kept), Counter({date.fromisoformat(day): rest[day] for day in rest})


def count_days(
    database: SqliteDatabase, span: tuple[str, str], narrowed: CalendarFilter
) -> tuple[Counter[date], Counter[date]]:
    """Return how many stored follow-ups are open on each day, and how many entries it has."""
    still_open: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for _row_id, day, state in _follow_ups(database, _FOLLOW_UPS, span, narrowed):
        found[day] += 1
        still_open[day] += state == "open"
    if CalendarKind.EVENT in narrowed.kinds:
        for day, count in database.execute_sql(_EVENTS, span).fetchall():
            found[day] += count
    return (
        Counter({date.fromisoformat(day): still_open[day] for day in still_open}),
        Counter({date.fromisoformat(day): found[day] for day in found}),
    )


def _follow_ups(
    database: SqliteDatabase, sql: str, span: tuple[str, str], narrowed: CalendarFilter
) -> Iterator[tuple[int, str, str]]:
    """Yield row id, day and state of those that are let through."""
    if CalendarKind.FOLLOW_UP not in narrowed.kinds:
        return
    conditions, values = [""], list(span)
    if not narrowed.done:
        conditions.append("state = 'open'")
    for column, wanted in (("kind", narrowed.means), ("contact_id", narrowed.people)):
        # Handing over very many takes longer than looking at each follow-up here.
        if wanted is not None and len(wanted) <= _MOST_HANDED:
            conditions.append(f"{column} IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(list(wanted)))
    sql = sql.format(narrowed=" AND ".join(conditions))
    for row_id, day, state, kind, contact_id in database.execute_sql(sql, values).fetchall():
        if narrowed.holds_follow_up(_KINDS[kind], contact_id, is_open=state == "open"):
            yield row_id, day, state
