"""Reads what the people of a card are recognised by, and what is known of those who were."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from peewee import SqliteDatabase

from notebook_app.model.contact import Contact
from notebook_app.storage.contact_batches import contacts_without_photos
from notebook_app.storage.many_rows import id_batches, id_marks

_ALIVE = "contact.deleted_at IS NULL"


@dataclass(frozen=True, slots=True)
class SourceCard:
    """A card that a contact came from."""

    id: int
    contact_id: int
    uid: str
    version: str
    raw: str


class RecognitionStore:
    """Of a large notebook much is read at once, so that a long file is gone through quickly."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database

    def fingerprints(self) -> dict[str, tuple[int, int]]:
        """Return for each fingerprint of a source card its row id and its contact's id."""
        rows = self._database.execute_sql(
            "SELECT fingerprint, source_card.id, contact_id FROM source_card"
            f" JOIN contact ON contact.id = contact_id WHERE {_ALIVE} ORDER BY source_card.id DESC"
        )
        return {fingerprint: (card_id, contact_id) for fingerprint, card_id, contact_id in rows}

    def uids(self) -> Iterator[tuple[str, int]]:
        """Yield each UID of a card or contact with the contact's id."""
        yield from self._database.execute_sql(
            "SELECT source_card.uid, contact_id FROM source_card"
            f" JOIN contact ON contact.id = contact_id WHERE source_card.uid <> '' AND {_ALIVE}"
        )
        yield from self._database.execute_sql(f"SELECT uid, id FROM contact WHERE {_ALIVE}")
        # Whoever was merged into another is found by their own UID too.
        yield from self._database.execute_sql(
            "SELECT absorbed.uid, kept_id FROM merge_record"
            " JOIN contact AS absorbed ON absorbed.id = absorbed_id"
            f" JOIN contact ON contact.id = kept_id WHERE undone_at IS NULL AND {_ALIVE}"
        )

    def names(self) -> Iterator[tuple[int, str, str, str]]:
        """Yield each contact's id with its shown, given and family name."""
        yield from self._database.execute_sql(
            f"SELECT id, display_name, given_name, family_name FROM contact WHERE {_ALIVE}"
        )

    def reach(self) -> Iterator[tuple[str, int]]:
        """Yield each e-mail address in lower case and each E.164 number with a contact's id."""
        yield from self._database.execute_sql(
            "SELECT lower(address), contact_id FROM email"
            f" JOIN contact ON contact.id = contact_id WHERE {_ALIVE}"
        )
        yield from self._database.execute_sql(
            "SELECT e164, contact_id FROM phone"
            f" JOIN contact ON contact.id = contact_id WHERE e164 <> '' AND {_ALIVE}"
        )

    def contacts(self, contact_ids: Sequence[int]) -> Iterator[Contact]:
        """Yield contacts without their photos' bytes."""
        return contacts_without_photos(self._database, contact_ids)

    def photo_hashes(self, contact_ids: Iterable[int]) -> dict[int, str]:
        """Return the hash of each contact's photo; contacts without one are left out."""
        found: dict[int, str] = {}
        for batch in id_batches(list(contact_ids)):
            found |= dict(
                self._database.execute_sql(
                    "SELECT contact.id, sha256 FROM contact JOIN photo ON photo.id = photo_id"
                    f" WHERE contact.id IN ({id_marks(batch)})",
                    batch,
                ).fetchall()
            )
        return found

    def source_cards(self, contact_ids: Iterable[int]) -> dict[int, list[SourceCard]]:
        """Return the source cards of each contact, newest first."""
        found: dict[int, list[SourceCard]] = {}
        for batch in id_batches(list(contact_ids)):
            for row in self._database.execute_sql(
                "SELECT id, contact_id, uid, version, raw FROM source_card"
                f" WHERE contact_id IN ({id_marks(batch)}) ORDER BY id DESC",
                batch,
            ):
                found.setdefault(row[1], []).append(SourceCard(*row))
        return found
