"""Counts whom one met anew in a time, and whom one spoke to again."""

from datetime import date

from peewee import SqliteDatabase

from notebook_app.model.balance import Balance

# Sums that triggers keep, and an index: whoever was first spoken to in the time is new once, all
# else is strengthening. Those in the trash are few, and taken off.
_COUNTED = """
SELECT
  (SELECT count(*) FROM last_touch WHERE first_on BETWEEN :first AND :last
    AND contact_id NOT IN (SELECT id FROM contact WHERE deleted_at IS NOT NULL)),
  (SELECT coalesce(sum(times), 0) FROM touch_day WHERE day BETWEEN :first AND :last)
  - (SELECT count(*) FROM contact CROSS JOIN conversation_contact AS link
      ON link.contact_id = contact.id AND link.happened_on BETWEEN :first AND :last
    WHERE contact.deleted_at IS NOT NULL)
"""


def balance(database: SqliteDatabase, first: date, last: date) -> Balance:
    """Return the balance from ``first`` to ``last``, both included; see model/balance.py."""
    new, times = database.execute_sql(
        _COUNTED, {"first": first.isoformat(), "last": last.isoformat()}
    ).fetchone()
    return Balance(new, times - new)
