"""Remembers what each import did to whom, so that it can be taken back long after."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from peewee import SqliteDatabase

from notebook_app.foundation.clock import Clock
from notebook_app.storage.contact_states import (
    ContactState,
    StoredCard,
    cards_of,
    state_from,
    states_now,
)
from notebook_app.storage.many_rows import delete_rows, id_batches, id_marks, insert_rows

__all__ = ["ContactState", "ImportHistory", "ImportedContact", "PastImport", "state_from"]


@dataclass(frozen=True, slots=True)
class PastImport:
    """An import that was done. ``imported_at`` and ``undone_at`` are UTC stamps."""

    id: int
    file_name: str
    imported_at: str
    cards: int
    added: int
    updated: int
    unchanged: int
    rejected: int
    rejected_file: str | None
    undone_at: str | None


@dataclass(frozen=True, slots=True)
class ImportedContact:
    """A contact that an import touched, and what came to it since.

    ``counts`` has how many of each kind of thing hang on it now, without the empty ones.
    """

    contact_id: int
    name: str
    added: bool
    edited: bool
    in_trash: bool
    counts: dict[str, int]


class ImportHistory:
    """Reads and writes what imports did. Writing belongs into a ``Notebook.change``."""

    def __init__(self, database: SqliteDatabase, clock: Clock) -> None:
        """Take the open notebook and the clock for time stamps."""
        self._database = database
        self._clock = clock

    def all(self) -> list[PastImport]:
        """Return all imports, the newest first."""
        rows = self._database.execute_sql(f"{_RECORDS} ORDER BY id DESC")
        return [PastImport(*row) for row in rows]

    def one(self, import_id: int) -> PastImport | None:
        """Return one import, or None."""
        row = self._database.execute_sql(f"{_RECORDS} WHERE id = ?", (import_id,)).fetchone()
        return None if row is None else PastImport(*row)

    def contacts(self, import_id: int) -> list[ImportedContact]:
        """Return whom the import added or updated, with what came since, by name."""
        step = self._database.execute_sql(
            "SELECT min(id) FROM journal_step WHERE import_id = ? AND undone = 0", (import_id,)
        ).fetchone()[0]
        cursor = self._database.execute_sql(
            _CONTACTS, {"import": import_id, "step": step if step is not None else 1 << 62}
        )
        names = [column[0] for column in cursor.description]
        found = []
        for values in cursor.fetchall():
            row = dict(zip(names, values, strict=True))
            found.append(
                ImportedContact(
                    contact_id=row["contact_id"],
                    name=row["display_name"],
                    added=row["outcome"] == "added",
                    edited=bool(row["edited"]),
                    in_trash=bool(row["in_trash"]),
                    counts={kind: row[kind] for kind in _SINCE if row[kind]},
                )
            )
        return found

    def state_of(self, contact_id: int) -> str:
        """Return a contact as it is now, as text for ``state_from``."""
        return states_now(self._database, [contact_id])[contact_id]

    def states_now(self, contact_ids: Sequence[int]) -> dict[int, str]:
        """Return contacts as they are now, as text for ``note_updates``."""
        return states_now(self._database, contact_ids)

    def note_updates(self, import_id: int, before: Mapping[int, str]) -> None:
        """Write down that the import changed contacts, which are now as the import left them."""
        today = self._clock.today().isoformat()
        after = states_now(self._database, list(before))
        insert_rows(
            self._database,
            "import_contact",
            ("import_id", "contact_id", "imported_on", "outcome", "before", "after"),
            [
                (import_id, contact_id, today, "updated", state, after[contact_id])
                for contact_id, state in before.items()
            ],
        )

    def states(
        self, import_id: int, contact_ids: Sequence[int]
    ) -> dict[int, tuple[ContactState, ContactState]]:
        """Return how contacts that an import changed were before it and after it."""
        return {
            contact_id: (state_from(before), state_from(after))
            for ids in id_batches(contact_ids)
            for contact_id, before, after in self._database.execute_sql(
                f"SELECT contact_id, before, after FROM import_contact WHERE {_OF_IMPORT}"
                f" AND contact_id IN ({id_marks(ids)})"
                " AND outcome = 'updated' AND before IS NOT NULL",
                (import_id, *ids),
            )
        }

    def photo_ids(self, contact_ids: Sequence[int]) -> dict[int, int | None]:
        """Return the row id of each contact's photo."""
        return {
            contact_id: photo_id
            for ids in id_batches(contact_ids)
            for contact_id, photo_id in self._database.execute_sql(
                f"SELECT id, photo_id FROM contact WHERE id IN ({id_marks(ids)})", tuple(ids)
            )
        }

    def restore_cards(self, states: Mapping[int, tuple[ContactState, ContactState]]) -> None:
        """Give contacts the source cards they had before the import; later ones stay."""
        rows: list[tuple[int, str, str, str, str]] = []
        stored = cards_of(self._database, list(states))
        for contact_id, (before, after) in states.items():
            kept = [
                card
                for card in stored[contact_id]
                if card not in after.cards or card in before.cards
            ]
            wanted: list[StoredCard] = [*(c for c in before.cards if c not in kept), *kept]
            rows += ((contact_id, *card) for card in wanted)
        delete_rows(self._database, "source_card", list(states), of="contact_id")
        columns = ("contact_id", "uid", "version", "fingerprint", "raw")
        insert_rows(self._database, "source_card", columns, rows)

    def forget_updates(self, import_id: int, contact_ids: Sequence[int]) -> None:
        """Take the import's entries off the contacts' timelines."""
        for ids in id_batches(contact_ids):
            self._database.execute_sql(
                f"DELETE FROM import_contact WHERE {_OF_IMPORT}"
                f" AND contact_id IN ({id_marks(ids)})",
                (import_id, *ids),
            )

    def plain_tags_of(self, contact_ids: Sequence[int]) -> list[int]:
        """Return the ids of the tags without colour and rhythm that some of these carry."""
        rows = self._database.execute_sql(
            "SELECT DISTINCT tag_id FROM contact_tag JOIN tag ON tag.id = tag_id WHERE contact_id"
            " IN (SELECT value FROM json_each(?)) AND tag.color = '' AND cadence_count IS NULL",
            (json.dumps(list(contact_ids)),),
        )
        return [tag_id for (tag_id,) in rows]

    def remove_contacts(self, contact_ids: Sequence[int]) -> None:
        """Remove contacts nothing hangs on, for good."""
        delete_rows(self._database, "contact", contact_ids)

    def remove_unused_tags(self, tag_ids: Sequence[int]) -> None:
        """Remove those of the tags that nobody carries."""
        self._database.execute_sql(
            "DELETE FROM tag WHERE id IN (SELECT value FROM json_each(?))"
            " AND NOT EXISTS (SELECT 1 FROM contact_tag WHERE tag_id = tag.id)",
            (json.dumps(list(tag_ids)),),
        )

    def note_undone(self, import_id: int) -> None:
        """Write down that the import was taken back."""
        self._database.execute_sql(
            "UPDATE import_record SET undone_at = ? WHERE id = ?", (self._clock.stamp(), import_id)
        )


# The plus keeps SQLite from walking through all contacts of the import for each of them.
_OF_IMPORT = "+import_id = ?"
_RECORDS = (
    "SELECT id, file_name, imported_at, cards, added, updated, unchanged, rejected,"
    " rejected_file, undone_at FROM import_record"
)
_SINCE = {
    "conversations": "conversation_contact WHERE contact_id = contact.id",
    "follow_ups": "follow_up WHERE contact_id = contact.id",
    "opportunities": "opportunity WHERE contact_id = contact.id",
    "introductions": "introducer WHERE contact_id = contact.id",
    "origins": "origin WHERE contact_id = contact.id",
    "clients": "origin_introducer WHERE contact_id = contact.id",
    "events": "event_contact WHERE contact_id = contact.id",
    "services": "contact_service WHERE contact_id = contact.id",
    "favours": "favour WHERE contact.id IN (contact_id, about_contact_id)",
    "remembered": "remembered WHERE contact_id = contact.id",
    # People of one file who name each other came together.
    "related": "related_name WHERE related_uid = contact.uid AND related_name.contact_id NOT IN"
    " (SELECT contact_id FROM import_contact WHERE import_id = :import AND outcome = 'added')",
    "merges": "merge_record WHERE kept_id = contact.id AND undone_at IS NULL",
    "imports": "import_contact AS later WHERE later.contact_id = contact.id"
    " AND later.import_id > :import",
}
# The journal tells of an edit within the same second; the stamps of one that it has forgotten.
# Steps of imports, and of taking them back, are not the user's edits.
_EDITED = "contact.id IN edited_since"
_CONTACTS = (
    "WITH edited_since AS MATERIALIZED (SELECT DISTINCT row_id FROM journal_row"
    " JOIN journal_step ON journal_step.id = step_id AND undone = 0 AND import_id IS NULL"
    " WHERE step_id > :step AND table_name = 'contact' AND act = 'update')"
    " SELECT import_contact.contact_id, display_name, outcome, deleted_at IS NOT NULL AS in_trash,"
    " CASE outcome WHEN 'added'"
    f"  THEN contact.changed_at <> contact.created_at OR {_EDITED}"
    "   OR contact.stage IS NOT NULL OR contact.cadence_count IS NOT NULL"
    "   OR EXISTS (SELECT 1 FROM contact_role WHERE contact_id = contact.id)"
    "  ELSE contact.changed_at IS NOT CASE WHEN json_valid(after)"
    f"   THEN json_extract(after, '$.row.changed_at') END OR {_EDITED}"
    " END AS edited, "
    + ", ".join(f"(SELECT count(*) FROM {where}) AS {kind}" for kind, where in _SINCE.items())
    + " FROM import_contact JOIN contact ON contact.id = import_contact.contact_id"
    " WHERE import_contact.import_id = :import ORDER BY sort_key, contact.id"
)
