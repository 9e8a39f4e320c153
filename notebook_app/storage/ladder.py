"""Who stands on the ladder: people newly met, and those with whom a rung was done lately.

Nobody is returned with whom something is planned, who rests or is snoozed, whose ladder is off,
or whom one knows better already.
"""

import json
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from peewee import SqliteDatabase

from notebook_app.foundation.record import record
from notebook_app.model.ladder import MET_LATELY_DAYS, Known, Rung, rung_from
from notebook_app.storage.losing_touch import RESTING_IDS

LATELY_DAYS: Final = 45
"""For so many days the rung after one that was done is proposed."""

_FREE = f"""
contact.deleted_at IS NULL AND contact.kind = 'person' AND contact.ladder <> 'off'
AND (contact.snoozed_until IS NULL OR contact.snoozed_until <= :today)
AND contact.id NOT IN ({RESTING_IDS})
AND NOT EXISTS (SELECT 1 FROM follow_up AS planned
  WHERE planned.contact_id = contact.id AND planned.state = 'open')
"""

# A second day of talking, or anything done or skipped since, says that one has followed up.
_MET = f"""
SELECT contact.id, min(met.on_day) AS met_on, NULL AS rung, NULL AS done_on
FROM (SELECT * FROM ({{met}}) AS lately WHERE NOT EXISTS (
  SELECT 1 FROM conversation_contact AS early
  WHERE early.contact_id = lately.contact_id AND early.happened_on < :since)) AS met
CROSS JOIN contact ON contact.id = met.contact_id
WHERE {_FREE} AND (contact.stage IS NULL OR contact.stage = 'met')
GROUP BY contact.id
HAVING met_on >= :since AND NOT EXISTS (SELECT 1 FROM conversation_contact AS talk
    WHERE talk.contact_id = contact.id AND talk.happened_on <> met_on)
  AND NOT EXISTS (SELECT 1 FROM event_contact AS seen JOIN event ON event.id = seen.event_id
    WHERE seen.contact_id = contact.id AND seen.presence <> 'expected'
    AND event.happens_on < met_on)
  AND NOT EXISTS (SELECT 1 FROM follow_up WHERE follow_up.contact_id = contact.id
    AND coalesce(closed_on, due_on) >= met_on)
"""
_MET_BY_ALL = """
SELECT link.contact_id, conversation.happened_on AS on_day FROM conversation
JOIN conversation_contact AS link ON link.conversation_id = conversation.id
WHERE conversation.happened_on BETWEEN :since AND :today
UNION ALL
SELECT event_contact.contact_id, happens_on FROM event
JOIN event_contact ON event_contact.event_id = event.id AND presence = 'met'
WHERE happens_on BETWEEN :since AND :today
"""
_MET_BY_ONE = """
SELECT contact_id, happened_on AS on_day FROM conversation_contact
WHERE contact_id = :contact AND happened_on <= :today
UNION ALL
SELECT contact_id, happens_on FROM event_contact JOIN event ON event.id = event_id
WHERE contact_id = :contact AND presence = 'met' AND happens_on <= :today
"""

# max() makes SQLite take the rung from the row of the latest follow-up; a skipped one ends it.
_ON_A_RUNG = f"""
SELECT contact.id, NULL AS met_on, CASE last.state WHEN 'done' THEN last.rung ELSE '' END AS rung,
  last.closed_on AS done_on
FROM (SELECT contact_id, rung, state, max(closed_on || '/' || printf('%012d', id)), closed_on
  FROM follow_up WHERE state <> 'open' AND rung <> ''
  AND coalesce(closed_on, due_on) BETWEEN :lately AND :today {{only}} GROUP BY contact_id) AS last
JOIN contact ON contact.id = last.contact_id WHERE {_FREE} AND last.state = 'done'
"""

_SETTINGS_OF_CLOSENESS = "('café', 'lunch', 'home')"

_STATE = f"""
SELECT contact.id, display_name, photo_id, ladder, cadence_count IS NOT NULL,
  met_on, rung, done_on,
  EXISTS (SELECT 1 FROM email WHERE email.contact_id = contact.id),
  EXISTS (SELECT 1 FROM phone WHERE phone.contact_id = contact.id),
  EXISTS (SELECT 1 FROM address WHERE address.contact_id = contact.id
    AND (street <> '' OR po_box <> '')),
  (SELECT json_group_array(city) FROM address WHERE address.contact_id = contact.id
    AND city <> ''),
  coalesce((SELECT sum(length(text)) FROM conversation_contact AS link
    JOIN conversation ON conversation.id = link.conversation_id
    WHERE link.contact_id = contact.id AND link.happened_on = met_on), 0),
  EXISTS (SELECT 1 FROM remembered WHERE remembered.contact_id = contact.id)
  OR EXISTS (SELECT 1 FROM conversation_contact AS link
    JOIN conversation ON conversation.id = link.conversation_id
    WHERE link.contact_id = contact.id AND setting IN {_SETTINGS_OF_CLOSENESS})
FROM ({{found}}) AS found JOIN contact ON contact.id = found.id
ORDER BY coalesce(met_on, done_on), sort_key, contact.id
"""


@record
class OnLadder:
    """Somebody on the ladder: newly met (``met_on``), or with a rung ``done`` on ``done_on``.

    ``own`` is what was chosen for them; ``kept`` says that they have a cadence already; ``towns``
    are where they live, and ``known`` does not say yet whether that is near.
    """

    contact_id: int
    name: str
    photo_id: int | None
    own: str
    kept: bool
    met_on: date | None
    done: Rung | None
    done_on: date | None
    towns: tuple[str, ...]
    known: Known


class LadderStore:
    """Reads who stands on the ladder, and keeps where each begins."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database

    def people(self, today: date) -> list[OnLadder]:
        """Return everybody on the ladder, those who wait longest first."""
        rungs = _ON_A_RUNG.format(only="")
        return self._read(_MET.format(met=_MET_BY_ALL), rungs, {"today": today.isoformat()})

    def one(self, contact_id: int, today: date) -> OnLadder | None:
        """Return where one contact stands; None if they do not stand on the ladder."""
        found = self._read(
            _MET.format(met=_MET_BY_ONE),
            _ON_A_RUNG.format(only="AND contact_id = :contact"),
            {"today": today.isoformat(), "contact": contact_id},
        )
        return found[0] if found else None

    def known_of(self, contact_id: int, today: date) -> OnLadder | None:
        """Return what is known of a contact, whether they stand on the ladder or not."""
        row = "SELECT :contact AS id, NULL AS met_on, NULL AS rung, NULL AS done_on"
        values = {"today": today.isoformat(), "contact": contact_id}
        rows = self._database.execute_sql(_STATE.format(found=row), values).fetchall()
        return _on_ladder(rows[0]) if rows else None

    def own(self, contact_id: int) -> str:
        """Return the rung a contact begins with, ``off``, or nothing for as usual."""
        row = self._database.execute_sql(
            "SELECT ladder FROM contact WHERE id = ?", (contact_id,)
        ).fetchone()
        return str(row[0]) if row else ""

    def set_own(self, contact_id: int, ladder: str) -> None:
        """Say where a contact begins; belongs into a ``Notebook.change``."""
        self._database.execute_sql(
            "UPDATE contact SET ladder = ? WHERE id = ?", (ladder, contact_id)
        )

    def _read(self, met: str, rungs: str, values: dict[str, object]) -> list[OnLadder]:
        today = date.fromisoformat(str(values["today"]))
        values["since"] = (today - timedelta(days=MET_LATELY_DAYS)).isoformat()
        values["lately"] = (today - timedelta(days=LATELY_DAYS)).isoformat()
        sql = _STATE.format(found=f"{met} UNION ALL {rungs}")
        return [_on_ladder(row) for row in self._database.execute_sql(sql, values)]


def _on_ladder(row: Sequence[object]) -> OnLadder:
    met_on, rung, done_on = row[5], str(row[6] or ""), row[7]
    return OnLadder(
        contact_id=int(str(row[0])),
        name=str(row[1]),
        photo_id=None if row[2] is None else int(str(row[2])),
        own=str(row[3]),
        kept=bool(row[4]),
        met_on=date.fromisoformat(str(met_on)) if met_on else None,
        done=rung_from(rung),
        done_on=date.fromisoformat(str(done_on)) if done_on else None,
        towns=tuple(json.loads(str(row[11]))),
        known=Known(
            email=bool(row[8]),
            phone=bool(row[9]),
            address=bool(row[10]),
            letters=int(str(row[12])),
            personal=bool(row[13]),
        ),
    )
