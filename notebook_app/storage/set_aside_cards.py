"""Keeps the cards that could not be read, so that they can be mended and tried again."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from json import dumps

from peewee import SqliteDatabase

from notebook_app.foundation.clock import Clock

LONGEST_KEPT = 1_000_000
"""Characters; a longer card is whole only in the file of rejected cards."""


@dataclass(frozen=True, slots=True)
class SetAsideCard:
    """A card that could not be read. ``whole`` is False if ``raw`` is only its beginning."""

    id: int
    import_id: int | None
    file_name: str
    line: int
    reason: str
    raw: str
    whole: bool
    rejected_file: str | None
    set_aside_at: str


class SetAsideStore:
    """Reads and writes cards set aside. Writing belongs into a ``Notebook.change``."""

    def __init__(self, database: SqliteDatabase, clock: Clock) -> None:
        """Take the open notebook and the clock for time stamps."""
        self._database = database
        self._clock = clock

    def all(self) -> list[SetAsideCard]:
        """Return all cards set aside, the newest import first, each in the order of its file."""
        return list(self._read("ORDER BY set_aside_at DESC, file_name, line, id"))

    def some(self, card_ids: Sequence[int]) -> list[SetAsideCard]:
        """Return the cards with these ids that are still there, in the order of their files."""
        return list(
            self._read(
                "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY file_name, line, id",
                dumps(list(card_ids)),
            )
        )

    def count(self) -> int:
        """Return how many there are."""
        row = self._database.execute_sql("SELECT count(*) FROM set_aside_card").fetchone()
        return int(row[0])

    def known(self) -> set[str]:
        """Return the digest of each."""
        rows = self._database.execute_sql("SELECT digest FROM set_aside_card")
        return {digest for (digest,) in rows}

    def add(
        self,
        import_id: int | None,
        rejected_file: str | None,
        cards: Sequence[tuple[str, int, str, str]],
    ) -> int:
        """Keep cards (file, line, reason, raw) that are not kept yet; return how many."""
        known = self.known()
        added = 0
        for file_name, line, reason, raw in cards:
            digest = digest_of(raw)
            if digest in known:
                continue
            known.add(digest)
            added += 1
            self._database.execute_sql(
                "INSERT INTO set_aside_card(import_id, file_name, line, reason, raw, digest,"
                " whole, rejected_file, set_aside_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    import_id,
                    file_name,
                    line,
                    reason,
                    raw[:LONGEST_KEPT],
                    digest,
                    int(len(raw) <= LONGEST_KEPT),
                    rejected_file,
                    self._clock.stamp(),
                ),
            )
        return added

    def edit(self, card_id: int, raw: str, reason: str) -> None:
        """Keep the text that the user made of a card, and why it can't be read as it is."""
        self._database.execute_sql(
            "UPDATE set_aside_card SET reason = ? WHERE id = ?",
            (reason, card_id),
        )
        # The digest is of the whole card, also where only its beginning is kept.
        self._database.execute_sql(
            "UPDATE set_aside_card SET raw = ?, digest = ?, whole = 1 WHERE id = ? AND raw <> ?",
            (raw, digest_of(raw), card_id, raw),
        )

    def remove(self, card_ids: Collection[int]) -> None:
        """Take cards off the list."""
        self._database.execute_sql(
            "DELETE FROM set_aside_card WHERE id IN (SELECT value FROM json_each(?))",
            (dumps(list(card_ids)),),
        )

    def remove_of_import(self, import_id: int) -> None:
        """Take the cards of an import off the list."""
        self._database.execute_sql("DELETE FROM set_aside_card WHERE import_id = ?", (import_id,))

    def _read(self, which: str, *values: object) -> Iterator[SetAsideCard]:
        rows = self._database.execute_sql(
            "SELECT id, import_id, file_name, line, reason, raw, whole, rejected_file,"
            f" set_aside_at FROM set_aside_card {which}",
            values,
        )
        for card_id, import_id, name, line, reason, raw, whole, file, stamp in rows:
            yield SetAsideCard(
                card_id, import_id, name, line, reason, raw, bool(whole), file, stamp
            )


def digest_of(raw: str) -> str:
    """Return what a card's text is known by, however its lines end."""
    text = "\n".join(raw.splitlines()).strip()
    return sha256(text.encode("utf-8", "replace")).hexdigest()
