"""Who fades: contacts whose "keep in touch every ..." has run out, most overdue first.

A contact's own cadence counts before those of its tags (of these the one that runs out first);
without any conversation it runs from the day the contact was written down. Planned follow-ups
quiet it, and so does "let it rest".
"""

from datetime import date

from peewee import SqliteDatabase

from notebook_app.model.rows import LosingTouchRow

RESTS = "resting_since IS NOT NULL AND (last_on IS NULL OR last_on <= resting_since)"
"""Of a contact with its last touch: "let it rest", and nothing was said after that day."""

RESTING_IDS = (
    "SELECT contact.id AS contact_id FROM contact"
    f" LEFT JOIN last_touch ON last_touch.contact_id = contact.id WHERE {RESTS}"
)
"""The ids of those who rest: few, read from an index of their own."""

IS_RESTING = (
    "EXISTS (SELECT 1 FROM contact AS own LEFT JOIN last_touch ON last_touch.contact_id = own.id"
    f" WHERE own.id = {{id}} AND {RESTS})"
)
"""The same for one contact, whose id goes where ``{id}`` stands."""


def moved_on(start: str, every: str, unit: str) -> str:
    """Return the SQL for the day a cadence after ``start``, all three given as SQL.

    Months count by the calendar and never run over: a month after 31 January is 28 February.
    """
    return (
        f"CASE {unit} WHEN 'months' THEN min(date({start}, '+' || {every} || ' months'),"
        f" date({start}, 'start of month', '+' || ({every} + 1) || ' months', '-1 day'))"
        f" WHEN 'weeks' THEN date({start}, '+' || (7 * {every}) || ' days')"
        f" ELSE date({start}, '+' || {every} || ' days') END"
    )


# The side bar counts this after every change, so it reads little and from indexes alone. There
# are few different cadences: for each, the first day that would still do is found once (the
# reverse of ``moved_on``; "materialized" keeps SQLite from finding it again for each contact),
# and then only days are compared.
_BOUNDS = """
SELECT every, unit, CASE unit
  WHEN 'months' THEN min(date(:today, '-' || every || ' months'),
    date(:today, 'start of month', (1 - every) || ' months'))
  WHEN 'weeks' THEN date(:today, '-' || (7 * every) || ' days')
  ELSE date(:today, '-' || every || ' days') END AS still_well
FROM (
  SELECT cadence_count AS every, cadence_unit AS unit
  FROM contact INDEXED BY contact_by_cadence
  WHERE cadence_count IS NOT NULL AND deleted_at IS NULL
  UNION
  SELECT cadence_count, cadence_unit FROM tag WHERE cadence_count IS NOT NULL
)
"""
_LATE_BY_THEMSELVES = """
SELECT contact.id AS contact_id, every, unit, last_on,
  coalesce(last_on, substr(created_at, 1, 10)) AS start
FROM bound
CROSS JOIN contact INDEXED BY contact_by_cadence ON cadence_unit = unit AND cadence_count = every
LEFT JOIN last_touch ON last_touch.contact_id = contact.id
WHERE deleted_at IS NULL AND cadence_count IS NOT NULL
  AND coalesce(last_on, substr(created_at, 1, 10)) < still_well
"""
_CREATED_ON = "(SELECT substr(created_at, 1, 10) FROM contact WHERE id = tagged.contact_id)"
_LATE_BY_TAG = f"""
SELECT tagged.contact_id, every, unit, last_on, coalesce(last_on, {_CREATED_ON}) AS start
FROM bound
CROSS JOIN tag ON tag.cadence_unit = unit AND tag.cadence_count = every
CROSS JOIN contact_tag AS tagged ON tagged.tag_id = tag.id
LEFT JOIN last_touch ON last_touch.contact_id = tagged.contact_id
WHERE coalesce(last_on, {_CREATED_ON}) < still_well
  AND tagged.contact_id NOT IN (SELECT id FROM contact INDEXED BY contact_by_cadence
    WHERE cadence_count IS NOT NULL AND deleted_at IS NULL)
  AND tagged.contact_id NOT IN (SELECT id FROM contact WHERE deleted_at IS NOT NULL)
"""
_LATE = f"""
WITH bound AS MATERIALIZED ({_BOUNDS}),
late AS MATERIALIZED ({_LATE_BY_THEMSELVES} UNION ALL {_LATE_BY_TAG})
SELECT contact_id, every, unit, last_on, start FROM late WHERE NOT EXISTS (
  SELECT 1 FROM follow_up WHERE follow_up.contact_id = late.contact_id AND state = 'open')
AND contact_id NOT IN ({RESTING_IDS})
"""

_START = "coalesce(last_on, substr(own.created_at, 1, 10))"

LOSING_TOUCH_IDS = f"SELECT DISTINCT contact_id FROM ({_LATE})"
"""The ids of all of them on the day ``:today``."""

IS_LOSING_TOUCH = f"""
NOT EXISTS (SELECT 1 FROM follow_up WHERE contact_id = {{id}} AND state = 'open')
AND NOT {IS_RESTING}
AND EXISTS (
  SELECT 1 FROM contact AS own LEFT JOIN last_touch ON last_touch.contact_id = own.id
  WHERE own.id = {{id}} AND own.deleted_at IS NULL AND CASE
    WHEN own.cadence_count IS NOT NULL THEN
      {moved_on(_START, "own.cadence_count", "own.cadence_unit")} < :today
    ELSE EXISTS (SELECT 1 FROM contact_tag AS tagged JOIN tag ON tag.id = tagged.tag_id
      WHERE tagged.contact_id = own.id AND tag.cadence_count IS NOT NULL
      AND {moved_on(_START, "tag.cadence_count", "tag.cadence_unit")} < :today)
    END)
"""
"""The same for one contact, whose id goes where ``{id}`` stands."""

# min() makes SQLite take the other columns from the same row: the cadence that runs out first.
_MOST_OVERDUE = f"""
SELECT contact_id, every, unit, last_on, min({moved_on("start", "every", "unit")}) AS latest_on
FROM ({_LATE}) GROUP BY contact_id ORDER BY latest_on, contact_id LIMIT :most
"""


def count_losing_touch(database: SqliteDatabase, today: date) -> int:
    """Return how many contacts one is losing touch with."""
    sql = f"SELECT count(DISTINCT contact_id) FROM ({_LATE})"
    return int(database.execute_sql(sql, {"today": today.isoformat()}).fetchone()[0])


def losing_touch(database: SqliteDatabase, today: date, most: int) -> list[LosingTouchRow]:
    """Return the contacts one is losing touch with, most overdue first."""
    rows = database.execute_sql(
        "SELECT id, display_name, photo_id, every, unit, last_on,"
        " (SELECT text FROM conversation JOIN conversation_contact AS link"
        "   ON link.conversation_id = conversation.id WHERE link.contact_id = contact.id"
        "   ORDER BY link.happened_on DESC, link.happened_at DESC, link.conversation_id DESC"
        "   LIMIT 1),"
        " CAST(julianday(:today) - julianday(latest_on) AS INTEGER)"
        f" FROM ({_MOST_OVERDUE}) AS due JOIN contact ON contact.id = due.contact_id"
        " ORDER BY latest_on, sort_key, id",
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
