"""Counts whom one met anew in a time, and whom one spoke to again."""

from datetime import date

from peewee import SqliteDatabase

from notebook_app.model.balance import Balance

# From indexes alone: the time's conversations, who was in them, and of each person whether there
# was any before. Whoever was not spoken to before counts as new once; all else is strengthening.
_COUNTED = """
WITH spoken AS MATERIALIZED (
  SELECT link.contact_id AS contact_id, count(*) AS times
  FROM conversation INDEXED BY conversation_by_day
  CROSS JOIN conversation_contact AS link ON link.conversation_id = conversation.id
  WHERE conversation.happened_on BETWEEN :first AND :last
  GROUP BY link.contact_id
)
SELECT count(*), coalesce(sum(times), 0), coalesce(sum(EXISTS (
  SELECT 1 FROM conversation_contact AS earlier
  WHERE earlier.contact_id = spoken.contact_id AND earlier.happened_on < :first)), 0)
FROM spoken WHERE contact_id NOT IN (SELECT id FROM contact WHERE deleted_at IS NOT NULL)
"""


def balance(database: SqliteDatabase, first: date, last: date) -> Balance:
    """Return the balance from ``first`` to ``last``, both included; see model/balance.py."""
    people, times, known = database.execute_sql(
        _COUNTED, {"first": first.isoformat(), "last": last.isoformat()}
    ).fetchone()
    new = people - known
    return Balance(new, times - new)
