"""Reads what a contact's page tells beside the contact itself, one small indexed query each."""

from datetime import date

from peewee import SqliteDatabase

from notebook_app.model.cadence import in_touch_again
from notebook_app.model.contact import Cadence, CadenceUnit
from notebook_app.model.contact_overview import FirstMeeting, KeepInTouch, ServiceStanding
from notebook_app.model.conversation import Channel, Initiator
from notebook_app.model.entry_words import conversation_title
from notebook_app.model.name_form import folded
from notebook_app.model.offering import ServiceKnowledge
from notebook_app.storage.losing_touch import moved_on

# The contact's own cadence before those of its tags, as in "losing touch".
_CADENCE = f"""
SELECT every, unit, tag_name, {moved_on("start", "every", "unit")} AS until, start,
  cadence_slack, snoozed_until
FROM (
  SELECT cadence_count AS every, cadence_unit AS unit, '' AS tag_name
  FROM contact WHERE id = :contact AND cadence_count IS NOT NULL
  UNION ALL
  SELECT tag.cadence_count, tag.cadence_unit, tag.name
  FROM contact_tag JOIN tag ON tag.id = contact_tag.tag_id
  WHERE contact_tag.contact_id = :contact AND tag.cadence_count IS NOT NULL
), (
  SELECT coalesce(
    (SELECT last_on FROM last_touch WHERE contact_id = :contact),
    (SELECT substr(created_at, 1, 10) FROM contact WHERE id = :contact)) AS start,
    (SELECT cadence_slack FROM contact WHERE id = :contact) AS cadence_slack,
    (SELECT snoozed_until FROM contact WHERE id = :contact) AS snoozed_until
) ORDER BY tag_name <> '', until LIMIT 1
"""


class ContactOverviewStore:
    """Reads what surrounds a contact."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database

    def first_meeting(self, contact_id: int) -> FirstMeeting | None:
        """Return the earliest event or conversation, and who introduced us; None without any."""
        introduced_by = tuple(
            name
            for (name,) in self._database.execute_sql(
                "SELECT DISTINCT contact.display_name FROM favour"
                " JOIN contact ON contact.id = favour.contact_id"
                " WHERE about_contact_id = ? AND direction = 'received'"
                " AND favour.kind = 'introduction'",
                (contact_id,),
            )
        )
        found = [
            first
            for first in (self._first_event(contact_id), self._first_conversation(contact_id))
            if first is not None
        ]
        if not found:
            return FirstMeeting(None, "", introduced_by) if introduced_by else None
        on, title = min(found, key=lambda first: first[0])
        return FirstMeeting(on, title, introduced_by)

    def keep_in_touch(self, contact_id: int) -> KeepInTouch | None:
        """Return the cadence that holds for a contact, or None."""
        row = self._database.execute_sql(_CADENCE, {"contact": contact_id}).fetchone()
        if row is None or row[3] is None:
            return None
        every, unit, tag, until, start, slack, snoozed_until = row
        cadence = Cadence(every, CadenceUnit(unit), slack)
        return KeepInTouch(
            cadence,
            date.fromisoformat(until),
            in_touch_again(date.fromisoformat(start), cadence).latest,
            tag,
            date.fromisoformat(snoozed_until) if snoozed_until else None,
        )

    def services(self, contact_id: int) -> list[ServiceStanding]:
        """Return what a contact knows of each service that is still offered, or that they use."""
        rows = self._database.execute_sql(
            "SELECT service.id, service.name, knowledge, since FROM service"
            " LEFT JOIN contact_service ON contact_service.service_id = service.id"
            " AND contact_service.contact_id = ?"
            " WHERE service.retired = 0 OR knowledge IS NOT NULL"
            " ORDER BY service.position, service.folded_name",
            (contact_id,),
        )
        return [
            ServiceStanding(
                service_id,
                name,
                ServiceKnowledge(knowledge) if knowledge else None,
                date.fromisoformat(since) if since else None,
            )
            for service_id, name, knowledge, since in rows
        ]

    def has_work(self, contact_id: int) -> bool:
        """Return whether there is work with or through a contact, or it is known how they came."""
        row = self._database.execute_sql(
            "SELECT EXISTS (SELECT 1 FROM opportunity WHERE contact_id = :contact)"
            " OR EXISTS (SELECT 1 FROM introducer WHERE contact_id = :contact)"
            " OR EXISTS (SELECT 1 FROM origin WHERE contact_id = :contact)",
            {"contact": contact_id},
        ).fetchone()
        return bool(row[0])

    def contact_named(self, name: str) -> int | None:
        """Return the one contact that has exactly this name, accents and case aside."""
        rows = self._database.execute_sql(
            "SELECT id FROM contact WHERE sort_key = ? AND deleted_at IS NULL LIMIT 2",
            (folded(name),),
        ).fetchall()
        return int(rows[0][0]) if len(rows) == 1 else None

    def contact_known(self, name: str, uid: str) -> int | None:
        """Return the contact with this UID, or else the one with exactly this name."""
        row = None
        if uid:
            row = self._database.execute_sql(
                "SELECT id FROM contact WHERE uid = ? AND deleted_at IS NULL", (uid,)
            ).fetchone()
        return int(row[0]) if row else self.contact_named(name)

    def _first_event(self, contact_id: int) -> tuple[date, str] | None:
        row = self._database.execute_sql(
            "SELECT happens_on, name FROM event_contact JOIN event ON event.id = event_id"
            " WHERE contact_id = ? AND presence <> 'expected'"
            " ORDER BY happens_on, event.id LIMIT 1",
            (contact_id,),
        ).fetchone()
        return None if row is None else (date.fromisoformat(row[0]), str(row[1]))

    def _first_conversation(self, contact_id: int) -> tuple[date, str] | None:
        row = self._database.execute_sql(
            "SELECT link.happened_on, channel, setting, conversation.place,"
            " coalesce(event.name, ''), coalesce(initiated_by, '')"
            " FROM conversation_contact AS link"
            " JOIN conversation ON conversation.id = link.conversation_id"
            " LEFT JOIN event ON event.id = conversation.event_id WHERE link.contact_id = ?"
            " ORDER BY link.happened_on, link.conversation_id LIMIT 1",
            (contact_id,),
        ).fetchone()
        if row is None:
            return None
        initiated_by = Initiator(row[5]) if row[5] else None
        title = row[4] or conversation_title(Channel(row[1]), row[2], row[3], row[4], initiated_by)
        return date.fromisoformat(row[0]), title
