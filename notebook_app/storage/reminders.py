"""Reads what one may have to be reminded of within the next days."""

from datetime import date, time, timedelta

from peewee import SqliteDatabase

from notebook_app.model.reminders import PlannedAct

_DAYS_AHEAD = 7
_MOST = 500
_ACTS = """
SELECT follow_up.id, follow_up.uid, display_name, due_on, due_at, remind_minutes
FROM follow_up JOIN contact ON contact.id = contact_id AND deleted_at IS NULL
WHERE state = 'open' AND due_on BETWEEN ? AND ? {more} ORDER BY {order} LIMIT ?
"""


class ReminderStore:
    """Reads open follow-ups that are near, or late."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database

    def acts(self, today: date) -> list[PlannedAct]:
        """Return what is due today, then what is late, then what has a time within a week.

        Of each at most 500.
        """
        day = today.isoformat()
        yesterday = (today - timedelta(days=1)).isoformat()
        tomorrow = (today + timedelta(days=1)).isoformat()
        last = (today + timedelta(days=_DAYS_AHEAD)).isoformat()
        by_time = "due_on, due_at IS NULL, due_at, follow_up.id"
        return [
            *self._rows(day, day, "", by_time),
            *self._rows("", yesterday, "", "due_on DESC, follow_up.id"),
            *self._rows(tomorrow, last, "AND due_at IS NOT NULL", by_time),
        ]

    def _rows(self, first: str, last: str, more: str, order: str) -> list[PlannedAct]:
        sql = _ACTS.format(more=more, order=order)
        rows = self._database.execute_sql(sql, (first, last, _MOST)).fetchall()
        return [
            PlannedAct(
                follow_up_id,
                uid,
                name,
                date.fromisoformat(due),
                time.fromisoformat(at) if at else None,
                minutes,
            )
            for follow_up_id, uid, name, due, at, minutes in rows
        ]
