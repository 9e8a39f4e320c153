"""Stores conversations, with who was in them and which services came up."""

from collections.abc import Sequence
from datetime import date, time

from peewee import SqliteDatabase

from notebook_app.foundation.clock import Clock
from notebook_app.model.cadence import lifts_not_now
from notebook_app.model.conversation import (
    Channel,
    Conversation,
    ConversationDraft,
    Formality,
    Initiator,
)
from notebook_app.model.identifiers import new_uid
from notebook_app.model.search_text import searchable
from notebook_app.storage.tables.happening_tables import (
    ConversationContactTable,
    ConversationServiceTable,
    ConversationTable,
)


class ConversationStore:
    """Reads and writes conversations. Writing belongs into a ``Notebook.change``."""

    def __init__(self, database: SqliteDatabase, clock: Clock) -> None:
        """Take the open notebook and the clock for time stamps."""
        self._database = database
        self._clock = clock

    def get(self, conversation_id: int) -> Conversation | None:
        """Return a conversation, or None."""
        query = ConversationTable.select().where(ConversationTable.id == conversation_id)
        row = query.dicts().first(self._database)
        if row is None:
            return None
        draft = ConversationDraft(
            contact_ids=tuple(self._linked("contact_id", "conversation_contact", conversation_id)),
            text=row["text"],
            on=date.fromisoformat(row["happened_on"]),
            at=time.fromisoformat(row["happened_at"]) if row["happened_at"] else None,
            channel=Channel(row["channel"]),
            setting=row["setting"],
            formality=Formality(row["formality"]) if row["formality"] else None,
            place=row["place"],
            initiated_by=Initiator(row["initiated_by"]) if row["initiated_by"] else None,
            event_id=row["event_id"],
            service_ids=tuple(self._linked("service_id", "conversation_service", conversation_id)),
        )
        return Conversation(
            conversation_id, row["uid"], draft, row["created_at"], row["changed_at"]
        )

    def insert(self, draft: ConversationDraft) -> int:
        """Store a new conversation and return its row id."""
        stamp = self._clock.stamp()
        insert = ConversationTable.insert(
            uid=new_uid(), created_at=stamp, changed_at=stamp, **self._columns(draft)
        )
        conversation_id = int(insert.execute(self._database))
        self._lift_not_now(draft)
        self._link(conversation_id, draft)
        return conversation_id

    def update(self, conversation_id: int, draft: ConversationDraft) -> None:
        """Store a conversation anew."""
        ConversationTable.update(changed_at=self._clock.stamp(), **self._columns(draft)).where(
            ConversationTable.id == conversation_id
        ).execute(self._database)
        for table in (ConversationContactTable, ConversationServiceTable):
            table.delete().where(table.conversation_id == conversation_id).execute(self._database)
        self._link(conversation_id, draft)

    def delete(self, conversation_id: int) -> None:
        """Take a conversation out of the notebook."""
        ConversationTable.delete().where(ConversationTable.id == conversation_id).execute(
            self._database
        )

    def last_topic(self, contact_id: int) -> str:
        """Return what was said the last time; empty if nothing ever was."""
        row = self._database.execute_sql(
            "SELECT text FROM conversation JOIN conversation_contact AS link"
            " ON link.conversation_id = conversation.id WHERE link.contact_id = ?"
            " ORDER BY link.happened_on DESC, link.happened_at DESC, link.conversation_id DESC"
            " LIMIT 1",
            (contact_id,),
        ).fetchone()
        return "" if row is None else str(row[0])

    def _columns(self, draft: ConversationDraft) -> dict[str, object]:
        ids = list(dict.fromkeys(draft.contact_ids))
        names = self._database.execute_sql(
            "SELECT display_name FROM contact WHERE id IN (SELECT value FROM json_each(?))"
            " ORDER BY id",
            (str(ids),),
        )
        place = draft.place.strip()
        said = f"{place}\n{draft.text}"
        search_words = searchable(said)
        return {
            "happened_on": draft.on.isoformat(),
            "happened_at": draft.at.isoformat("minutes") if draft.at else None,
            "channel": draft.channel.value,
            "setting": draft.setting.strip(),
            "formality": draft.formality.value if draft.formality else None,
            "place": place,
            "initiated_by": draft.initiated_by.value if draft.initiated_by else None,
            "event_id": draft.event_id,
            "people": people_text([name for (name,) in names]),
            "text": draft.text,
            "search_words": search_words if search_words != said else None,
        }

    def _lift_not_now(self, draft: ConversationDraft) -> None:
        """End the "not now" of people in it, before the conversation counts."""
        put_off = self._database.execute_sql(
            "SELECT id, last_on FROM contact LEFT JOIN last_touch ON contact_id = contact.id"
            " WHERE snoozed_until IS NOT NULL AND id IN (SELECT value FROM json_each(?))",
            (str(list(dict.fromkeys(draft.contact_ids))),),
        ).fetchall()
        lifted = [
            contact_id
            for contact_id, last_on in put_off
            if lifts_not_now(draft.on, date.fromisoformat(last_on) if last_on else None)
        ]
        if lifted:
            self._database.execute_sql(
                "UPDATE contact SET snoozed_until = NULL"
                " WHERE id IN (SELECT value FROM json_each(?))",
                (str(lifted),),
            )

    def _link(self, conversation_id: int, draft: ConversationDraft) -> None:
        # One statement, since there may be thousands of people in it.
        self._database.execute_sql(
            "INSERT INTO conversation_contact(conversation_id, contact_id, happened_on,"
            " happened_at) SELECT ?, value, ?, ? FROM json_each(?) ORDER BY key",
            (
                conversation_id,
                draft.on.isoformat(),
                draft.at.isoformat("minutes") if draft.at else None,
                str(list(dict.fromkeys(draft.contact_ids))),
            ),
        )
        for service_id in dict.fromkeys(draft.service_ids):
            ConversationServiceTable.insert(
                conversation_id=conversation_id, service_id=service_id
            ).execute(self._database)

    def _linked(self, column: str, table: str, conversation_id: int) -> list[int]:
        rows = self._database.execute_sql(
            f"SELECT {column} FROM {table} WHERE conversation_id = ? ORDER BY id",
            (conversation_id,),
        )
        return [linked_id for (linked_id,) in rows]


def people_text(names: Sequence[str]) -> str:
    """Return the names of those in a conversation, as it repeats them for the search."""
    return searchable(", ".join(names))
