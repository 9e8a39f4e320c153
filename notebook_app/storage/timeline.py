"""A contact's timeline: all that happened, newest first, a page at a time."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING

from peewee import SqliteDatabase

from notebook_app.model.rows import EntryKey, EntryKind, TimelineEntry
from notebook_app.storage.timeline_entries import read_entries
from notebook_app.storage.timeline_parts import TimelinePart, walk

if TYPE_CHECKING:
    from notebook_app.model.happening_filter import HappeningFilter
    from notebook_app.storage.everyones_timeline import Happenings

# Each part is a walk along its table's index on the contact.
_PARTS: dict[EntryKind, TimelinePart] = {
    part.kind: part
    for part in (
        TimelinePart(
            EntryKind.CONVERSATION,
            "conversation_contact",
            "happened_on",
            "contact_id = :contact",
            "conversation_id",
            "happened_at",
        ),
        TimelinePart(
            EntryKind.FOLLOW_UP,
            "follow_up",
            "coalesce(closed_on, due_on)",
            "contact_id = :contact AND state <> 'open'",
        ),
        TimelinePart(
            EntryKind.EVENT,
            "event_contact JOIN event ON event.id = event_contact.event_id",
            "happens_on",
            "contact_id = :contact AND presence <> 'expected'",
            "event.id",
            "happens_at",
        ),
        TimelinePart(
            EntryKind.OPPORTUNITY,
            "opportunity",
            "coalesce(closed_on, opened_on)",
            "id IN (SELECT id FROM opportunity WHERE contact_id = :contact"
            " UNION ALL SELECT opportunity_id FROM introducer WHERE contact_id = :contact)",
        ),
        TimelinePart(
            EntryKind.FAVOUR,
            "favour",
            "happened_on",
            "id IN (SELECT id FROM favour WHERE contact_id = :contact"
            " UNION ALL SELECT id FROM favour WHERE about_contact_id = :contact)",
        ),
        TimelinePart(EntryKind.SERVICE, "contact_service", "since", "contact_id = :contact"),
        TimelinePart(EntryKind.STAGE, "stage_step", "since", "contact_id = :contact"),
        TimelinePart(
            EntryKind.ATTEMPT,
            "follow_up_attempt",
            "tried_on",
            "follow_up_id IN (SELECT id FROM follow_up WHERE contact_id = :contact)",
        ),
        TimelinePart(
            EntryKind.IMPORT,
            "import_contact",
            "imported_on",
            "contact_id IN (SELECT :contact UNION ALL SELECT absorbed_id FROM merge_record"
            " WHERE kept_id = :contact AND undone_at IS NULL)",
        ),
        TimelinePart(
            EntryKind.MERGE, "merge_record", "merged_on", "kept_id = :contact AND undone_at IS NULL"
        ),
    )
}

_TRIED = "SELECT follow_up_id FROM follow_up_attempt WHERE id = :id"
_TOLD = (
    "NOT EXISTS (SELECT 1 FROM conversation_contact AS told"
    " WHERE told.conversation_id = {table}.conversation_id AND told.contact_id = :contact)"
)
_TOLD_BY_CONVERSATIONS = {
    EntryKind.FOLLOW_UP: _TOLD.format(table="follow_up"),
    EntryKind.FAVOUR: _TOLD.format(table="favour"),
    EntryKind.SERVICE: _TOLD.format(table="contact_service"),
}
"""What the conversation tells in which it was said, or to which it led."""


class TimelineStore:
    """Reads timelines.

    A follow-up that led to a conversation, and favours and services that came up in one, are told
    by the conversation, unless they are asked for without conversations.
    """

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database

    def keys(
        self,
        contact_id: int,
        after: EntryKey | None,
        most: int,
        kinds: Collection[EntryKind] = tuple(EntryKind),
    ) -> list[EntryKey]:
        """Return where the next entries of a contact's timeline stand, from the newest on."""
        told = _TOLD_BY_CONVERSATIONS if EntryKind.CONVERSATION in kinds else {}
        parts = [
            _PARTS[kind].narrowed(told[kind]) if kind in told else _PARTS[kind]
            for kind in EntryKind
            if kind in kinds
        ]
        return walk(self._database, parts, {"contact": contact_id}, after, most)

    def entries(self, contact_id: int, keys: Sequence[EntryKey]) -> list[TimelineEntry]:
        """Return entries as a contact's timeline tells them; those that are gone are left out."""
        return read_entries(self._database, contact_id, keys)

    def kinds(self, contact_id: int) -> list[EntryKind]:
        """Return the kinds of entries that there are."""
        tests = ", ".join(
            f"EXISTS (SELECT 1 FROM {part.source} WHERE {part.where})" for part in _PARTS.values()
        )
        row = self._database.execute_sql(f"SELECT {tests}", {"contact": contact_id}).fetchone()
        return [kind for kind, there in zip(_PARTS, row, strict=True) if there]

    def kinds_of_everybody(self) -> list[EntryKind]:
        """Return the kinds of entries that there are of anybody."""
        from notebook_app.storage.everyones_timeline import kinds_there

        return kinds_there(self._database)

    def delete(self, kind: EntryKind, entry_id: int, contact_id: int | None) -> list[int] | None:
        """Take an entry out and return whom it was about; None if it is gone already.

        An event on a contact's timeline stays, without them. Belongs into a ``Notebook.change``.
        """
        values = {"id": entry_id, "contact": contact_id}
        if kind is EntryKind.EVENT:
            source, where = "event_contact", "event_id = :id"
            if contact_id is not None:
                where += " AND contact_id = :contact"
        else:
            source, where = _PARTS[kind].source, "id = :id"
        whose = f"SELECT contact_id FROM {source} WHERE {where}"
        if kind is EntryKind.ATTEMPT:
            whose = f"SELECT contact_id FROM follow_up WHERE id IN ({_TRIED})"
        rows = self._database.execute_sql(whose, values).fetchall()
        if kind is EntryKind.EVENT and contact_id is None:
            source, where = "event", "id = :id"
        taken = self._database.execute_sql(f"DELETE FROM {source} WHERE {where}", values)
        return [contact_id for (contact_id,) in rows] if taken.rowcount else None

    def of_everybody(self, wanted: "HappeningFilter", today: date) -> "Happenings":
        """Return what a filter lets through of all that happened; nothing is read yet."""
        from notebook_app.storage.everyones_timeline import Happenings

        return Happenings(self._database, wanted, today)

    def page(
        self,
        contact_id: int,
        offset: int,
        most: int,
        kinds: Collection[EntryKind] = tuple(EntryKind),
    ) -> list[TimelineEntry]:
        """Return a stretch of a contact's timeline; ``keys`` goes on faster far down."""
        keys = self.keys(contact_id, None, offset + most, kinds)
        return self.entries(contact_id, keys[offset:])
