"""A contact's timeline: all that happened, newest first, a page at a time."""

from collections.abc import Collection

from peewee import SqliteDatabase

from notebook_app.model.rows import EntryKind, TimelineEntry
from notebook_app.storage.timeline_entries import read_entries

# Each part is a walk along its table's index on the contact.
_PARTS: dict[EntryKind, str] = {
    EntryKind.CONVERSATION: (
        "SELECT 'conversation' AS kind, conversation_id AS id, happened_on AS day,"
        " happened_at AS moment FROM conversation_contact WHERE contact_id = :contact"
    ),
    EntryKind.FOLLOW_UP: (
        "SELECT 'follow-up', id, coalesce(closed_on, due_on), NULL FROM follow_up"
        " WHERE contact_id = :contact AND state <> 'open' {only_without_conversation}"
    ),
    EntryKind.EVENT: (
        "SELECT 'event', event_contact.event_id, happens_on, happens_at FROM event_contact"
        " JOIN event ON event.id = event_contact.event_id WHERE contact_id = :contact"
    ),
    EntryKind.OPPORTUNITY: (
        "SELECT 'opportunity', id, coalesce(closed_on, opened_on), NULL FROM opportunity"
        " WHERE contact_id = :contact"
        " UNION SELECT 'opportunity', opportunity.id, coalesce(closed_on, opened_on), NULL"
        " FROM introducer JOIN opportunity ON opportunity.id = introducer.opportunity_id"
        " WHERE introducer.contact_id = :contact"
    ),
    EntryKind.FAVOUR: (
        "SELECT 'favour', id, happened_on, NULL FROM favour WHERE contact_id = :contact"
    ),
    EntryKind.SERVICE: (
        "SELECT 'service', id, since, NULL FROM contact_service"
        " WHERE contact_id = :contact AND conversation_id IS NULL"
    ),
    EntryKind.IMPORT: (
        "SELECT 'import', id, imported_on, NULL FROM import_contact WHERE contact_id IN"
        " (SELECT :contact UNION ALL SELECT absorbed_id FROM merge_record"
        " WHERE kept_id = :contact AND undone_at IS NULL)"
    ),
    EntryKind.MERGE: (
        "SELECT 'merge', id, merged_on, NULL FROM merge_record"
        " WHERE kept_id = :contact AND undone_at IS NULL"
    ),
}

_TOLD_BY_NOTHING_ELSE = (
    "AND NOT EXISTS (SELECT 1 FROM conversation_contact AS told"
    " WHERE told.conversation_id = follow_up.conversation_id"
    " AND told.contact_id = follow_up.contact_id)"
)


class TimelineStore:
    """Reads timelines."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database

    def page(
        self,
        contact_id: int,
        offset: int,
        most: int,
        kinds: Collection[EntryKind] = tuple(EntryKind),
    ) -> list[TimelineEntry]:
        """Return a stretch of a contact's timeline, newest first, by the time within a day.

        A follow-up that led to a conversation is told by the conversation, unless follow-ups
        are asked for without conversations.
        """
        hidden = _TOLD_BY_NOTHING_ELSE if EntryKind.CONVERSATION in kinds else ""
        parts = [
            f"SELECT * FROM ({_PARTS[kind].replace('{only_without_conversation}', hidden)})"
            for kind in EntryKind
            if kind in kinds
        ]
        if not parts:
            return []
        rows = self._database.execute_sql(
            "WITH entry(kind, id, day, moment) AS"
            f" ({' UNION ALL '.join(parts)}) SELECT * FROM entry"
            " ORDER BY day DESC, moment DESC, kind, id DESC LIMIT :most OFFSET :offset",
            {"contact": contact_id, "most": most, "offset": offset},
        ).fetchall()
        keys = [(EntryKind(kind), row_id) for kind, row_id, _day, _moment in rows]
        return read_entries(self._database, contact_id, keys)
