"""Stores attached files: the same bytes once, however often they are attached."""

import hashlib
from collections.abc import Sequence

from peewee import SqliteDatabase

from notebook_app.foundation.clock import Clock
from notebook_app.model.attachment import AttachmentRow
from notebook_app.storage.attached_names import refresh_words
from notebook_app.storage.many_rows import id_batches, id_marks
from notebook_app.storage.tables.contact_tables import AttachmentTable, StoredFileTable

_ROWS = (
    "SELECT attachment.id, contact_id, name, media_type, size, attached_at FROM attachment"
    " JOIN stored_file ON stored_file.id = file_id"
)


class AttachmentStore:
    """Reads and writes attached files. Writing belongs into a ``Notebook.change``."""

    def __init__(self, database: SqliteDatabase, clock: Clock) -> None:
        """Take the open notebook and the clock for time stamps."""
        self._database = database
        self._clock = clock

    def of(self, contact_id: int) -> list[AttachmentRow]:
        """Return a contact's files in the order they were attached."""
        return self.of_many([contact_id]).get(contact_id, [])

    def of_many(self, contact_ids: Sequence[int]) -> dict[int, list[AttachmentRow]]:
        """Return the files of those contacts that have any."""
        found: dict[int, list[AttachmentRow]] = {}
        for ids in id_batches(contact_ids):
            for row in self._database.execute_sql(
                f"{_ROWS} WHERE contact_id IN ({id_marks(ids)}) ORDER BY attachment.id", ids
            ):
                found.setdefault(row[1], []).append(AttachmentRow(*row))
        return found

    def one(self, attachment_id: int) -> AttachmentRow | None:
        """Return an attached file without its bytes, or None."""
        row = self._database.execute_sql(
            f"{_ROWS} WHERE attachment.id = ?", (attachment_id,)
        ).fetchone()
        return None if row is None else AttachmentRow(*row)

    def data(self, attachment_id: int) -> bytes | None:
        """Return the bytes of an attached file, or None if there is none."""
        row = self._database.execute_sql(
            "SELECT data FROM stored_file JOIN attachment ON file_id = stored_file.id"
            " WHERE attachment.id = ?",
            (attachment_id,),
        ).fetchone()
        return None if row is None else bytes(row[0])

    def attach(
        self,
        contact_id: int,
        name: str,
        media_type: str,
        data: bytes,
        conversation_id: int | None = None,
    ) -> int | None:
        """Attach a file and return its id; None if the contact has it already by this name.

        ``conversation_id`` is the conversation in which it was given.
        """
        file_id = self._stored(data)
        there = self._database.execute_sql(
            "SELECT 1 FROM attachment WHERE contact_id = ? AND file_id = ? AND name = ?",
            (contact_id, file_id, name),
        ).fetchone()
        if there:
            return None
        attachment_id = AttachmentTable.insert(
            contact_id=contact_id,
            file_id=file_id,
            name=name,
            media_type=media_type,
            attached_at=self._clock.stamp(),
            conversation_id=conversation_id,
        ).execute(self._database)
        refresh_words(self._database, [contact_id], self._clock.stamp())
        return int(attachment_id)

    def remove(self, attachment_id: int) -> None:
        """Take a file off its contact; its bytes go when nothing can bring it back."""
        row = self.one(attachment_id)
        AttachmentTable.delete().where(AttachmentTable.id == attachment_id).execute(self._database)
        if row is not None:
            refresh_words(self._database, [row.contact_id], self._clock.stamp())

    def _stored(self, data: bytes) -> int:
        key = hashlib.sha256(data).hexdigest()
        row = self._database.execute_sql(
            "SELECT id FROM stored_file WHERE sha256 = ?", (key,)
        ).fetchone()
        if row is not None:
            return int(row[0])
        insert = StoredFileTable.insert(sha256=key, size=len(data), data=data)
        return int(insert.execute(self._database))
