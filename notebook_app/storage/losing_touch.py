"""Who fades: contacts whose "keep in touch every ..." has run out, most urgent first.

A contact's own cadence counts before those of its tags (of these the one that runs out first);
without any conversation it runs from the day the contact was written down. Planned follow-ups
quiet it, and so do "let it rest" and "not now". They are listed from the day after the ideal one;
the order is that of ``urgency`` in model/cadence.py.
"""

from datetime import date

from peewee import SqliteDatabase

from notebook_app.model.contact import Stage
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

_SNOOZED_IDS = "SELECT id FROM contact WHERE snoozed_until > :today"
_IS_SNOOZED = (
    "EXISTS (SELECT 1 FROM contact AS own WHERE own.id = {id} AND own.snoozed_until > :today)"
)


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
AND contact_id NOT IN ({_SNOOZED_IDS})
"""

_START = "coalesce(last_on, substr(own.created_at, 1, 10))"

LOSING_TOUCH_IDS = f"SELECT DISTINCT contact_id FROM ({_LATE})"
"""The ids of all of them on the day ``:today``."""

IS_LOSING_TOUCH = f"""
NOT EXISTS (SELECT 1 FROM follow_up WHERE contact_id = {{id}} AND state = 'open')
AND NOT {IS_RESTING}
AND NOT {_IS_SNOOZED}
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

_STAGES = " ".join(f"WHEN '{stage.value}' THEN {step}" for step, stage in enumerate(Stage, 1))

# As ``moved_on``, but from day numbers to day numbers, and a day that every month has is not
# looked at twice: it is asked for all of them, to know who comes first.
_IDEAL = f"""
CASE unit WHEN 'months' THEN CASE WHEN substr(start, 9, 2) <= '28'
    THEN julianday(start, '+' || every || ' months')
    ELSE julianday({moved_on("start", "every", "unit")}) END
  WHEN 'weeks' THEN julianday(start) + 7 * every
  ELSE julianday(start) + every END
"""

# min() makes SQLite take the other columns from the same row: the cadence that runs out first.
# What is shown of people is read only of those who are shown.
_MOST_URGENT = f"""
WITH due AS (
  SELECT contact_id, every, unit, last_on, julianday(start) AS began,
    min({_IDEAL}) AS ideal
  FROM ({_LATE}) GROUP BY contact_id
), seen AS (
  SELECT due.*, stage, sort_key, max(ideal - began, 1) AS rhythm, julianday(:today) - ideal AS over,
    ideal + coalesce(cadence_slack, CAST((ideal - began) / 2 AS INTEGER)) AS latest
  FROM due JOIN contact ON contact.id = contact_id
)
SELECT contact_id, every, unit, last_on, stage, over, ideal, latest FROM seen ORDER BY
  CASE WHEN julianday(:today) <= latest THEN 0
    ELSE 1 + CAST(2 * (julianday(:today) - latest) / rhythm AS INTEGER) END DESC,
  CASE stage {_STAGES} ELSE 0 END DESC, over / rhythm DESC, sort_key, contact_id
LIMIT :most
"""


def count_losing_touch(database: SqliteDatabase, today: date) -> int:
    """Return how many contacts one is losing touch with."""
    sql = f"SELECT count(DISTINCT contact_id) FROM ({_LATE})"
    return int(database.execute_sql(sql, {"today": today.isoformat()}).fetchone()[0])


def losing_touch(database: SqliteDatabase, today: date, most: int) -> list[LosingTouchRow]:
    """Return the contacts one is losing touch with, most urgent first; -1 for all of them."""
    rows = database.execute_sql(
        "SELECT contact.id, display_name, photo_id, every, unit, last_on,"
        " (SELECT text FROM conversation JOIN conversation_contact AS link"
        "   ON link.conversation_id = conversation.id WHERE link.contact_id = contact.id"
        "   ORDER BY link.happened_on DESC, link.happened_at DESC, link.conversation_id DESC"
        "   LIMIT 1),"
        " CAST(over AS INTEGER), date(ideal), date(latest), urgent.stage"
        f" FROM ({_MOST_URGENT}) AS urgent CROSS JOIN contact ON contact.id = contact_id",
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
            ideal=date.fromisoformat(ideal),
            latest=date.fromisoformat(latest),
            stage=Stage(stage) if stage else None,
        )
        for (
            contact_id,
            name,
            photo_id,
            every,
            unit,
            last_on,
            topic,
            late,
            ideal,
            latest,
            stage,
        ) in rows
    ]


def _cadence_words(every: int, unit: str) -> str:
    return f"every {unit.removesuffix('s')}" if every == 1 else f"every {every} {unit}"
