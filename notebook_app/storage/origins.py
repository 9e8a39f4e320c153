"""Stores how clients came: the source, the people in between, what it grew from."""

from datetime import date
from typing import Final

from peewee import SqliteDatabase

from notebook_app.foundation.clock import Clock
from notebook_app.model.opportunity import Source
from notebook_app.model.origin import Origin, OriginDraft
from notebook_app.storage.many_rows import insert_rows

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
        ((origin_id,),) = self._database.execute_sql(
            "INSERT INTO origin(contact_id, source, came_by, event_id, conversation_id, came_on,"
            " looked_back_on) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (contact_id) DO UPDATE SET"
            " source = excluded.source, came_by = excluded.came_by, event_id = excluded.event_id,"
            " conversation_id = excluded.conversation_id, came_on = excluded.came_on,"
            " looked_back_on = excluded.looked_back_on RETURNING id",
            (
                draft.contact_id,
                draft.source.value if draft.source else None,
                draft.came_by,
                draft.event_id,
                draft.conversation_id,
                draft.came_on.isoformat() if draft.came_on else None,
                self._clock.today().isoformat(),
            ),
        ).fetchall()
        self._database.execute_sql(
            "DELETE FROM origin_introducer WHERE origin_id = ?", (origin_id,)
        )
        insert_rows(
            self._database,
            "origin_introducer",
            ("origin_id", "contact_id", "position"),
            [
                (origin_id, contact_id, position)
                for position, contact_id in enumerate(dict.fromkeys(draft.via))
            ],
        )
        return int(origin_id)

    def delete(self, contact_id: int) -> None:
        """Forget how a contact came."""
        self._database.execute_sql("DELETE FROM origin WHERE contact_id = ?", (contact_id,))

    def of(self, contact_id: int) -> Origin | None:
        """Return how a contact came, or None if nobody said so yet."""
        row = self._database.execute_sql(
            "SELECT id, source, came_by, event_id, conversation_id, came_on, looked_back_on"
            " FROM origin WHERE contact_id = ?",
            (contact_id,),
        ).fetchone()
        if row is None:
            return None
        via = self._database.execute_sql(
            "SELECT contact_id FROM origin_introducer WHERE origin_id = ? ORDER BY position, id",
            (row[0],),
        )
        draft = OriginDraft(
            contact_id=contact_id,
            source=Source(row[1]) if row[1] else None,
            via=tuple(introducer_id for (introducer_id,) in via),
            came_by=row[2],
            event_id=row[3],
            conversation_id=row[4],
            came_on=date.fromisoformat(row[5]) if row[5] else None,
        )
        return Origin(row[0], draft, date.fromisoformat(row[6]))

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
