"""Who fades: contacts whose "keep in touch every ..." has run out, most overdue first.

A contact's own cadence counts before those of its tags (of these the shortest); without any
conversation it runs from the day the contact was written down. Planned follow-ups quiet it.
"""

from datetime import date

from peewee import SqliteDatabase

from notebook_app.model.rows import LosingTouchRow

# The last day to be in touch: the later of the last conversation and the day of writing down,
# moved on by the cadence. SQLite's date() counts months by the calendar.
_LATEST = """
SELECT contact.id AS id,
  contact.display_name AS name,
  contact.photo_id AS photo_id,
  coalesce(contact.cadence_count, tag_cadence.cadence_count) AS every,
  coalesce(contact.cadence_unit, tag_cadence.cadence_unit) AS unit,
  (SELECT max(happened_on) FROM conversation_contact WHERE contact_id = contact.id) AS last_on,
  substr(contact.created_at, 1, 10) AS created_on
FROM contact
LEFT JOIN (
  SELECT contact_tag.contact_id AS contact_id, tag.cadence_count AS cadence_count,
    tag.cadence_unit AS cadence_unit,
    min(tag.cadence_count * CASE tag.cadence_unit
      WHEN 'weeks' THEN 7 WHEN 'months' THEN 30 ELSE 1 END)
  FROM contact_tag JOIN tag ON tag.id = contact_tag.tag_id
  WHERE tag.cadence_count IS NOT NULL
  GROUP BY contact_tag.contact_id
) AS tag_cadence ON tag_cadence.contact_id = contact.id
WHERE contact.deleted_at IS NULL
  AND coalesce(contact.cadence_count, tag_cadence.cadence_count) IS NOT NULL
  AND NOT EXISTS (
    SELECT 1 FROM follow_up WHERE follow_up.contact_id = contact.id AND state = 'open')
"""
_DUE = f"""
SELECT id, name, photo_id, every, unit, last_on,
  date(coalesce(last_on, created_on),
    '+' || (CASE unit WHEN 'weeks' THEN 7 * every ELSE every END) ||
    (CASE unit WHEN 'months' THEN ' months' ELSE ' days' END)) AS latest_on
FROM ({_LATEST})
"""

LOSING_TOUCH_IDS = f"SELECT id FROM ({_DUE}) WHERE latest_on < :today"
"""The ids of all of them on the day ``:today``."""


def count_losing_touch(database: SqliteDatabase, today: date) -> int:
    """Return how many contacts one is losing touch with."""
    sql = f"SELECT count(*) FROM ({LOSING_TOUCH_IDS})"
    return int(database.execute_sql(sql, {"today": today.isoformat()}).fetchone()[0])


def losing_touch(database: SqliteDatabase, today: date, most: int) -> list[LosingTouchRow]:
    """Return the contacts one is losing touch with, most overdue first."""
    rows = database.execute_sql(
        "SELECT id, name, photo_id, every, unit, last_on,"
        " (SELECT text FROM conversation JOIN conversation_contact AS link"
        "   ON link.conversation_id = conversation.id WHERE link.contact_id = due.id"
        "   ORDER BY link.happened_on DESC, link.conversation_id DESC LIMIT 1),"
        " CAST(julianday(:today) - julianday(latest_on) AS INTEGER) AS late"
        f" FROM ({_DUE}) AS due WHERE latest_on < :today ORDER BY late DESC, name LIMIT :most",
        {"today": today.isoformat(), "most": most},
    )
    return [
        LosingTouchRow(
            contact_id=contact_id,
            name=name,
            photo_id=photo_id,
            cadence=_cadence_words(every, unit),
            last_conversation=date.fromisoformat(last_on) if last_on else None,
            last_topic=topic or "",
            days_late=late,
        )
        for contact_id, name, photo_id, every, unit, last_on, topic, late in rows
    ]


def _cadence_words(every: int, unit: str) -> str:
    return f"every {unit.removesuffix('s')}" if every == 1 else f"every {every} {unit}"
