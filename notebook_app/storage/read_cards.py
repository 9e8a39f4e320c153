"""The cards that contacts came from, for reading them anew when more of them is understood."""

from dataclasses import dataclass

from peewee import SqliteDatabase

from notebook_app.storage.settings import SettingStore

_WAITING = "cards_read_with_fewer_fields"
"""The last source card that was read anew, or 0 for none yet; set by the step to version 2."""


@dataclass(frozen=True, slots=True)
class KnownCard:
    """A card as it came, and whose it is."""

    id: int
    contact_id: int
    raw: str


class ReadCardStore:
    """Reads and writes what cards said. Writing belongs into ``Notebook.tidying``."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database
        self._settings = SettingStore(database)

    def waiting(self) -> int | None:
        """Return after which card some may still be read anew; None if there are none."""
        last = self._settings.read(_WAITING)
        return last if isinstance(last, int) else None

    def after(self, card_id: int, most: int) -> list[KnownCard]:
        """Return the next cards."""
        rows = self._database.execute_sql(
            "SELECT id, contact_id, raw FROM source_card WHERE id > ? ORDER BY id LIMIT ?",
            (card_id, most),
        )
        return [KnownCard(*row) for row in rows.fetchall()]

    def note_done(self, card_id: int | None) -> None:
        """Note up to which card it is done; None for all."""
        self._settings.write(_WAITING, card_id)

    def set_fingerprint(self, card_id: int, fingerprint: str) -> None:
        """Store by what a card is known again."""
        self._database.execute_sql(
            "UPDATE source_card SET fingerprint = ? WHERE id = ?", (fingerprint, card_id)
        )

    def restore_stamp(self, contact_id: int, changed_at: str) -> None:
        """Let a contact be last changed when the user or an import last did."""
        self._database.execute_sql(
            "UPDATE contact SET changed_at = ? WHERE id = ?", (changed_at, contact_id)
        )
