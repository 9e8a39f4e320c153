"""Stores how clients came: the source, the people in between, what it grew from."""

from datetime import date
from typing import Final

from peewee import SqliteDatabase

from notebook_app.foundation.clock import Clock
from notebook_app.model.opportunity import Source
from notebook_app.model.origin import Origin, OriginDraft
from notebook_app.storage.many_rows import insert_rows
from notebook_app.storage.tables.happening_tables import OriginIntroducerTable, OriginTable

_TO_LOOK_BACK_ON: Final = (
    "SELECT id FROM (SELECT contact.id AS id, min("
    "  coalesce((SELECT first_on FROM last_touch WHERE contact_id = contact.id), '9999'),"
    "  coalesce((SELECT min(opened_on) FROM opportunity WHERE contact_id = contact.id), '9999'),"
    "  substr(contact.created_at, 1, 10)) AS began"
    " FROM contact_role JOIN contact ON contact.id = contact_role.contact_id"
    " WHERE contact_role.role = 'client' AND deleted_at IS NULL"
    "  AND NOT EXISTS (SELECT 1 FROM origin WHERE origin.contact_id = contact.id))"
    " WHERE began >= ? ORDER BY began DESC, id DESC"
)


class OriginStore:
    """Reads and writes origins. Writing belongs into a ``Notebook.change``."""

    def __init__(self, database: SqliteDatabase, clock: Clock) -> None:
        """Take the open notebook and the clock that knows today."""
        self._database = database
        self._clock = clock

    def put(self, draft: OriginDraft) -> int:
        """Store how a contact came, in the place of what was known; return its row id."""
        columns = {
            "source": draft.source.value if draft.source else None,
            "came_by": draft.came_by,
            "event_id": draft.event_id,
            "conversation_id": draft.conversation_id,
            "came_on": draft.came_on.isoformat() if draft.came_on else None,
            "looked_back_on": self._clock.today().isoformat(),
        }
        stored = self.of(draft.contact_id)
        if stored is None:
            insert = OriginTable.insert(contact_id=draft.contact_id, **columns)
            origin_id = int(insert.execute(self._database))
        else:
            origin_id = stored.id
            OriginTable.update(**columns).where(OriginTable.id == origin_id).execute(self._database)
            OriginIntroducerTable.delete().where(
                OriginIntroducerTable.origin_id == origin_id
            ).execute(self._database)
        insert_rows(
            self._database,
            "origin_introducer",
            ("origin_id", "contact_id", "position"),
            [
                (origin_id, contact_id, position)
                for position, contact_id in enumerate(dict.fromkeys(draft.via))
            ],
        )
        return origin_id

    def delete(self, contact_id: int) -> None:
        """Forget how a contact came."""
        OriginTable.delete().where(OriginTable.contact_id == contact_id).execute(self._database)

    def of(self, contact_id: int) -> Origin | None:
        """Return how a contact came, or None if nobody said so yet."""
        query = OriginTable.select().where(OriginTable.contact_id == contact_id)
        row = query.dicts().first(self._database)
        if row is None:
            return None
        via = self._database.execute_sql(
            "SELECT contact_id FROM origin_introducer WHERE origin_id = ? ORDER BY position, id",
            (row["id"],),
        )
        draft = OriginDraft(
            contact_id=contact_id,
            source=Source(row["source"]) if row["source"] else None,
            via=tuple(introducer_id for (introducer_id,) in via),
            came_by=row["came_by"],
            event_id=row["event_id"],
            conversation_id=row["conversation_id"],
            came_on=date.fromisoformat(row["came_on"]) if row["came_on"] else None,
        )
        return Origin(row["id"], draft, date.fromisoformat(row["looked_back_on"]))

    def first_sourced_work(self, contact_id: int) -> int | None:
        """Return the first opportunity of a client of which it is known how it came."""
        return self._first(
            "SELECT id FROM opportunity WHERE contact_id = ? AND source IS NOT NULL"
            " ORDER BY opened_on, id LIMIT 1",
            contact_id,
        )

    def first_event(self, contact_id: int) -> int | None:
        """Return the first event at which a contact was met or seen."""
        return self._first(
            "SELECT event.id FROM event_contact JOIN event ON event.id = event_id"
            " WHERE contact_id = ? AND presence <> 'expected'"
            " ORDER BY happens_on, event.id LIMIT 1",
            contact_id,
        )

    def to_look_back_on(self, since: date | None) -> list[int]:
        """Return clients of whom it was not asked yet how they came, the newest first.

        With ``since`` those with whom it began on that day or later: by the first conversation,
        the first opportunity, or the day they were put down, whichever was first.
        """
        rows = self._database.execute_sql(_TO_LOOK_BACK_ON, (since.isoformat() if since else "",))
        return [contact_id for (contact_id,) in rows]

    def first_conversations(self, contact_id: int, most: int) -> list[int]:
        """Return the first few conversations with a contact, the first one first."""
        rows = self._database.execute_sql(
            "SELECT conversation_id FROM conversation_contact WHERE contact_id = ?"
            " ORDER BY happened_on, happened_at, conversation_id LIMIT ?",
            (contact_id, most),
        )
        return [conversation_id for (conversation_id,) in rows]

    def first_conversation(self, contact_id: int) -> int | None:
        """Return the first conversation with a contact."""
        return self._first(
            "SELECT conversation_id FROM conversation_contact WHERE contact_id = ?"
            " ORDER BY happened_on, happened_at, conversation_id LIMIT 1",
            contact_id,
        )

    def _first(self, sql: str, contact_id: int) -> int | None:
        row = self._database.execute_sql(sql, (contact_id,)).fetchone()
        return None if row is None else int(row[0])
