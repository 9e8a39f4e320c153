"""The trash: contacts that were deleted, until they are brought back or taken out for good.

A contact that a merge absorbed is marked as deleted too, but belongs to the one that it was
merged into: it is not shown here, and goes when that one goes.
"""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from peewee import SqliteDatabase

from notebook_app.model.search_text import match_expression
from notebook_app.model.trash import TrashedRow, last_kept_day
from notebook_app.storage.conversations import people_text
from notebook_app.storage.matching import matching_rows

_HERE = (
    "deleted_at IS NOT NULL"
    " AND id NOT IN (SELECT absorbed_id FROM merge_record WHERE undone_at IS NULL)"
)
_THEM = "(SELECT value FROM json_each(:ids))"
_OTHERS = (
    "EXISTS (SELECT 1 FROM conversation_contact AS other"
    " WHERE other.conversation_id = link.conversation_id AND other.contact_id <> contact.id)"
)
_ROWS = f"""
SELECT contact.id, contact.uid, display_name, organization, photo_id, substr(deleted_at, 1, 10),
  (SELECT count(*) FROM conversation_contact WHERE contact_id = contact.id),
  (SELECT count(*) FROM conversation_contact AS link
    WHERE link.contact_id = contact.id AND {_OTHERS}),
  (SELECT count(*) FROM follow_up WHERE contact_id = contact.id),
  (SELECT count(*) FROM opportunity WHERE contact_id = contact.id),
  (SELECT count(*) FROM favour WHERE contact_id = contact.id),
  (SELECT count(*) FROM attachment WHERE contact_id = contact.id)
FROM json_each(:ids) AS them JOIN contact ON contact.id = them.value ORDER BY them.key
"""
_WITH_ABSORBED = """
WITH RECURSIVE gone(id) AS (
  SELECT value FROM json_each(:ids)
  UNION SELECT absorbed_id FROM merge_record JOIN gone ON kept_id = gone.id
  WHERE undone_at IS NULL
) SELECT id FROM gone ORDER BY id
"""


class TrashStore:
    """Reads the trash and empties it. Emptying belongs into a ``Notebook.change``."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database

    def count(self) -> int:
        """Return how many contacts are in the trash."""
        sql = f"SELECT count(*) FROM contact WHERE {_HERE}"
        return int(self._database.execute_sql(sql).fetchone()[0])

    def ids(self, words: str = "") -> list[int]:
        """Return the contacts in the trash that the words find, the last deleted first."""
        expression = match_expression(words)
        condition, values = _HERE, []
        if expression:
            condition += (
                " AND id IN (SELECT rowid FROM contact_search WHERE contact_search MATCH ?)"
            )
            values.append(expression)
        rows = matching_rows(
            self._database,
            f"SELECT id FROM contact WHERE {condition} ORDER BY deleted_at DESC, sort_key, id",
            values,
        )
        return [contact_id for (contact_id,) in rows]

    def rows(self, contact_ids: Sequence[int]) -> list[TrashedRow]:
        """Return contacts as the trash shows them, in the order given."""
        rows = self._database.execute_sql(_ROWS, {"ids": json.dumps(list(contact_ids))})
        return [_trashed_row(row) for row in rows]

    def expired(self, today: date) -> list[int]:
        """Return the contacts whose time in the trash is over."""
        rows = self._database.execute_sql(
            f"SELECT id FROM contact WHERE {_HERE} AND deleted_at < ? ORDER BY id",
            (last_kept_day(today).isoformat(),),
        )
        return [contact_id for (contact_id,) in rows]

    def with_absorbed(self, contact_ids: Sequence[int]) -> list[int]:
        """Return contacts together with those that were merged into them."""
        rows = self._database.execute_sql(_WITH_ABSORBED, {"ids": json.dumps(list(contact_ids))})
        return [contact_id for (contact_id,) in rows]

    def erase(self, contact_ids: Sequence[int]) -> list[int]:
        """Take contacts out for good, with all that hangs on them alone.

        A conversation in which others were stays with them. Returns the row ids of the
        conversations that went or lost somebody.
        """
        ids = json.dumps(list(contact_ids))
        theirs = [
            conversation_id
            for (conversation_id,) in self._database.execute_sql(
                "SELECT DISTINCT conversation_id FROM conversation_contact"
                f" WHERE contact_id IN {_THEM}",
                {"ids": ids},
            )
        ]
        self._database.execute_sql(
            "DELETE FROM conversation WHERE id IN (SELECT value FROM json_each(:theirs))"
            " AND NOT EXISTS (SELECT 1 FROM conversation_contact"
            f" WHERE conversation_id = conversation.id AND contact_id NOT IN {_THEM})",
            {"ids": ids, "theirs": json.dumps(theirs)},
        )
        self._database.execute_sql(f"DELETE FROM contact WHERE id IN {_THEM}", {"ids": ids})
        self._name_those_left(theirs)
        return theirs

    def _name_those_left(self, conversation_ids: list[int]) -> None:
        rows = self._database.execute_sql(
            "SELECT conversation.id, people, display_name FROM conversation"
            " JOIN conversation_contact AS link ON link.conversation_id = conversation.id"
            " JOIN contact ON contact.id = link.contact_id"
            " WHERE conversation.id IN (SELECT value FROM json_each(?))"
            " ORDER BY conversation.id, contact.id",
            (json.dumps(conversation_ids),),
        ).fetchall()
        names: dict[tuple[int, str], list[str]] = {}
        for conversation_id, people, name in rows:
            names.setdefault((conversation_id, people), []).append(name)
        for (conversation_id, people), left in names.items():
            words = people_text(left)
            if words != people:
                self._database.execute_sql(
                    "UPDATE conversation SET people = ? WHERE id = ?", (words, conversation_id)
                )


def _trashed_row(row: tuple[Any, ...]) -> TrashedRow:
    contact_id, uid, name, organization, photo_id, deleted_on, *counts = row
    conversations, shared, follow_ups, opportunities, favours, files = counts
    return TrashedRow(
        id=contact_id,
        uid=uid,
        name=name,
        organization=organization,
        photo_id=photo_id,
        deleted_on=date.fromisoformat(deleted_on),
        conversations=conversations,
        shared=shared,
        follow_ups=follow_ups,
        opportunities=opportunities,
        favours=favours,
        files=files,
    )
