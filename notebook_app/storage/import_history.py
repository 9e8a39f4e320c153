"""Remembers what each import did to whom, so that it can be taken back long after.

The journal forgets its oldest steps; what an import changed in a contact is therefore kept with
the import itself, as it was before and as it was after.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from peewee import SqliteDatabase

from notebook_app.foundation.clock import Clock
from notebook_app.model.contact import ContactDetails
from notebook_app.storage.contact_rows import BELONGING_COLUMNS, contact_of

StoredCard = tuple[str, str, str, str]
"""A source card as uid, version, fingerprint, raw."""


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


@dataclass(frozen=True, slots=True)
class ContactState:
    """A contact at one time. ``photo_id`` stands for the photo, which ``details`` is without."""

    changed_at: str
    details: ContactDetails
    photo_id: int | None
    cards: tuple[StoredCard, ...]


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
        """Return a contact as it is now, as text for ``note_update``."""
        cursor = self._database.execute_sql("SELECT * FROM contact WHERE id = ?", (contact_id,))
        row = dict(
            zip((column[0] for column in cursor.description), cursor.fetchone(), strict=True)
        )
        belongings = {
            table: self._database.execute_sql(
                f"SELECT {', '.join(columns)} FROM {table} WHERE contact_id = ? ORDER BY position",
                (contact_id,),
            ).fetchall()
            for table, columns in BELONGING_COLUMNS.items()
        }
        tags = self._database.execute_sql(
            "SELECT tag.name FROM contact_tag JOIN tag ON tag.id = tag_id WHERE contact_id = ?"
            " ORDER BY contact_tag.position, tag.folded_name",
            (contact_id,),
        ).fetchall()
        state = {
            "row": {key: value for key, value in row.items() if not key.startswith("search_")},
            "photo_id": row["photo_id"],
            "belongings": belongings,
            "tags": [name for (name,) in tags],
            "cards": self._cards(contact_id),
        }
        return json.dumps(state, ensure_ascii=False)

    def photo_id_of(self, contact_id: int) -> int | None:
        """Return the row id of a contact's photo."""
        row = self._database.execute_sql(
            "SELECT photo_id FROM contact WHERE id = ?", (contact_id,)
        ).fetchone()
        return None if row is None or row[0] is None else int(row[0])

    def note_update(self, import_id: int, contact_id: int, before: str) -> None:
        """Write down that the import changed a contact, which is now as the import left it."""
        self._database.execute_sql(
            "INSERT INTO import_contact(import_id, contact_id, imported_on, outcome, before, after)"
            " VALUES (?, ?, ?, 'updated', ?, ?)",
            (
                import_id,
                contact_id,
                self._clock.today().isoformat(),
                before,
                self.state_of(contact_id),
            ),
        )

    def states(self, import_id: int, contact_id: int) -> tuple[ContactState, ContactState] | None:
        """Return how a contact was before the import and after it."""
        row = self._database.execute_sql(
            f"SELECT before, after FROM import_contact WHERE {_OF_BOTH}"
            " AND outcome = 'updated' AND before IS NOT NULL",
            (import_id, contact_id),
        ).fetchone()
        return None if row is None else (_state(row[0]), _state(row[1]))

    def restore_cards(self, contact_id: int, before: ContactState, after: ContactState) -> None:
        """Give a contact the source cards it had before the import; later ones stay."""
        kept = [
            card
            for card in self._cards(contact_id)
            if card not in after.cards or card in before.cards
        ]
        wanted = [*(card for card in before.cards if card not in kept), *kept]
        self._database.execute_sql("DELETE FROM source_card WHERE contact_id = ?", (contact_id,))
        for card in wanted:
            self._database.execute_sql(
                "INSERT INTO source_card(contact_id, uid, version, fingerprint, raw)"
                " VALUES (?, ?, ?, ?, ?)",
                (contact_id, *card),
            )

    def restore_stamp(self, contact_id: int, before: ContactState) -> None:
        """Let a contact be as long unchanged as it was before the import."""
        self._database.execute_sql(
            "UPDATE contact SET changed_at = ? WHERE id = ?", (before.changed_at, contact_id)
        )

    def forget_update(self, import_id: int, contact_id: int) -> None:
        """Take the import's entry off a contact's timeline."""
        self._database.execute_sql(
            f"DELETE FROM import_contact WHERE {_OF_BOTH}",
            (import_id, contact_id),
        )

    def remove_contacts(self, contact_ids: Sequence[int]) -> None:
        """Remove contacts nothing hangs on, for good, and the tags that only they carried."""
        ids = json.dumps(list(contact_ids))
        tags = self._database.execute_sql(
            "SELECT DISTINCT tag_id FROM contact_tag JOIN tag ON tag.id = tag_id WHERE contact_id"
            " IN (SELECT value FROM json_each(?)) AND tag.color = '' AND cadence_count IS NULL",
            (ids,),
        ).fetchall()
        self._database.execute_sql(
            "DELETE FROM contact WHERE id IN (SELECT value FROM json_each(?))", (ids,)
        )
        self._database.execute_sql(
            "DELETE FROM tag WHERE id IN (SELECT value FROM json_each(?))"
            " AND NOT EXISTS (SELECT 1 FROM contact_tag WHERE tag_id = tag.id)",
            (json.dumps([tag_id for (tag_id,) in tags]),),
        )

    def note_undone(self, import_id: int) -> None:
        """Write down that the import was taken back."""
        self._database.execute_sql(
            "UPDATE import_record SET undone_at = ? WHERE id = ?", (self._clock.stamp(), import_id)
        )

    def _cards(self, contact_id: int) -> list[StoredCard]:
        rows = self._database.execute_sql(
            "SELECT uid, version, fingerprint, raw FROM source_card WHERE contact_id = ?"
            " ORDER BY id",
            (contact_id,),
        ).fetchall()
        return [(row[0], row[1], row[2], row[3]) for row in rows]


def _state(text: str) -> ContactState:
    stored = json.loads(text)
    contact = contact_of(
        stored["row"],
        {table: [tuple(row) for row in rows] for table, rows in stored["belongings"].items()},
        tuple(stored["tags"]),
        (),
        None,
    )
    cards = tuple((card[0], card[1], card[2], card[3]) for card in stored["cards"])
    return ContactState(contact.changed_at, contact.details, stored["photo_id"], cards)


# The plus keeps SQLite from walking through all contacts of the import for each of them.
_OF_BOTH = "+import_id = ? AND contact_id = ?"
_RECORDS = (
    "SELECT id, file_name, imported_at, cards, added, updated, unchanged, rejected,"
    " rejected_file, undone_at FROM import_record"
)
_SINCE = {
    "conversations": "conversation_contact WHERE contact_id = contact.id",
    "follow_ups": "follow_up WHERE contact_id = contact.id",
    "opportunities": "opportunity WHERE contact_id = contact.id",
    "introductions": "introducer WHERE contact_id = contact.id",
    "events": "event_contact WHERE contact_id = contact.id",
    "services": "contact_service WHERE contact_id = contact.id",
    "favours": "favour WHERE contact.id IN (contact_id, about_contact_id)",
    "related": "related_name WHERE related_uid = contact.uid",
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
