"""Writes many contacts at once for an import, and keeps the record of it.

Rows of one import are added with ids that follow each other, so that the journal needs one line
a table to take all of it back.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from peewee import SqliteDatabase

from notebook_app.foundation.clock import Clock
from notebook_app.model.identifiers import new_uid
from notebook_app.storage.contact_rows import BELONGING_COLUMNS
from notebook_app.storage.journal import Journal
from notebook_app.storage.many_rows import insert_rows, update_rows

CONTACT_COLUMNS = (
    "kind",
    "display_name",
    "sort_key",
    "name_prefix",
    "given_name",
    "additional_name",
    "family_name",
    "name_suffix",
    "phonetic_given",
    "phonetic_family",
    "maiden_name",
    "nickname",
    "organization",
    "organization_key",
    "department",
    "title",
    "profession",
    "birthday",
    "pronouns",
    "gender",
    "languages",
    "time_zone",
    "note",
    "other_properties",
    "search_name",
    "search_reach",
    "search_rest",
)
"""The columns that a card decides, in the order of ``contact_rows.details_columns``."""


@dataclass(frozen=True, slots=True)
class ContactRows:
    """A new contact as rows: ``belongings`` hold 0 where the contact's id goes."""

    uid: str
    columns: tuple[object, ...]
    belongings: Sequence[Sequence[tuple[object, ...]]]
    tag_ids: Sequence[int]
    photo_id: int | None
    source_cards: Sequence[tuple[str, str, str, str]]
    """Each as uid, version, fingerprint, raw."""


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """What an import did, as its record keeps it."""

    file_name: str
    cards: int
    added: int
    updated: int
    unchanged: int
    rejected: int
    rejected_file: str | None


class ImportStore:
    """Writing belongs into a ``Notebook.change``."""

    def __init__(self, database: SqliteDatabase, clock: Clock, journal: Journal) -> None:
        """Take the open notebook, the clock for time stamps, and the journal."""
        self._database = database
        self._clock = clock
        self._journal = journal

    def mark(self, without_step: int = 0) -> tuple[int, int]:
        """Return what tells whether the notebook changed, but for one step of the journal."""
        row = self._database.execute_sql(
            "SELECT coalesce(max(id), 0), coalesce(sum(undone), 0) FROM journal_step WHERE id <> ?",
            (without_step,),
        ).fetchone()
        return int(row[0]), int(row[1])

    def record(self, step_id: int, counts: ImportCounts) -> int:
        """Write down that an import was done, as the journal's step too; return its row id."""
        import_id = int(
            self._database.execute_sql(
                "INSERT INTO import_record(uid, file_name, imported_at, cards, added, updated,"
                " unchanged, rejected, rejected_file) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    new_uid(),
                    counts.file_name,
                    self._clock.stamp(),
                    counts.cards,
                    counts.added,
                    counts.updated,
                    counts.unchanged,
                    counts.rejected,
                    counts.rejected_file,
                ),
            ).lastrowid
        )
        self._database.execute_sql(
            "UPDATE journal_step SET import_id = ? WHERE id = ?", (import_id, step_id)
        )
        return import_id

    def has_contacts(self) -> bool:
        """Return whether there is any contact, in the trash or not."""
        return self._database.execute_sql("SELECT 1 FROM contact LIMIT 1").fetchone() is not None

    def uids_in_use(self) -> set[str]:
        """Return the UIDs of all contacts, those in the trash too."""
        return {uid for (uid,) in self._database.execute_sql("SELECT uid FROM contact")}

    @contextmanager
    def adding_many(self) -> Iterator[None]:
        """Prepare the notebook for very many ``insert_contacts``, and put it back afterwards."""
        self._collect_words(_WORDS_OF_MANY)
        with self._journal.added_in_bulk(_TABLES_OF_A_CONTACT):
            yield
        self._collect_words(_WORDS_USUALLY)

    def _collect_words(self, size: int) -> None:
        """Have the full-text index write out words whenever they take ``size`` bytes."""
        self._database.execute_sql(
            "INSERT INTO contact_search(contact_search, rank) VALUES ('hashsize', ?)", (size,)
        )

    def insert_contacts(self, step_id: int, import_id: int, contacts: Sequence[ContactRows]) -> int:
        """Add contacts with all that belongs to them; return the id of the first.

        The others follow it one by one. Nothing else may write meanwhile.
        """
        first = self._next_id("contact")
        stamp, today = self._clock.stamp(), self._today()
        columns = ("id", "uid", "created_at", "changed_at", "photo_id", *CONTACT_COLUMNS)
        rows = [
            (contact_id, contact.uid, stamp, stamp, contact.photo_id, *contact.columns)
            for contact_id, contact in enumerate(contacts, first)
        ]
        with self._journal.bulk():
            self._add(step_id, "contact", columns, rows, first)
            for index, (table, names) in enumerate(BELONGING_COLUMNS.items()):
                belongings = [
                    (contact_id, *row[1:])
                    for contact_id, contact in enumerate(contacts, first)
                    for row in contact.belongings[index]
                ]
                self._add(step_id, table, names, belongings)
            self._add(
                step_id,
                "contact_tag",
                ("contact_id", "tag_id", "position"),
                [
                    (contact_id, tag_id, position)
                    for contact_id, contact in enumerate(contacts, first)
                    for position, tag_id in enumerate(contact.tag_ids)
                ],
            )
            self._add(
                step_id,
                "source_card",
                ("contact_id", "uid", "version", "fingerprint", "raw"),
                [
                    (contact_id, *card)
                    for contact_id, contact in enumerate(contacts, first)
                    for card in contact.source_cards
                ],
            )
            self._add(
                step_id,
                "import_contact",
                _OUTCOME_COLUMNS,
                [
                    (import_id, contact_id, today, "added")
                    for contact_id in range(first, first + len(contacts))
                ],
            )
        return first

    def store_source_cards(
        self, cards: Sequence[tuple[int, int | None, tuple[str, str, str, str]]]
    ) -> None:
        """Keep cards, each with its contact's id and the id of the card it replaces, if any.

        A card is its uid, version, fingerprint and raw text.
        """
        columns = ("uid", "version", "fingerprint", "raw")
        # Of two cards that replace the same one the later counts.
        replacing = {replaced: card for _, replaced, card in cards if replaced is not None}
        update_rows(
            self._database,
            "source_card",
            columns,
            [(card_id, *card) for card_id, card in replacing.items()],
        )
        added = [(contact_id, *card) for contact_id, replaced, card in cards if replaced is None]
        insert_rows(self._database, "source_card", ("contact_id", *columns), added)

    def _today(self) -> str:
        return self._clock.today().isoformat()

    def _next_id(self, table: str) -> int:
        row = self._database.execute_sql(f"SELECT coalesce(max(id), 0) + 1 FROM {table}")
        return int(row.fetchone()[0])

    def _add(
        self,
        step_id: int,
        table: str,
        columns: Sequence[str],
        rows: Sequence[tuple[object, ...]],
        first: int | None = None,
    ) -> None:
        """Insert rows one after the other; without ``first`` they are given their ids here."""
        if not rows:
            return
        start = first
        if start is None:
            start = self._next_id(table)
            columns = ("id", *columns)
            rows = [(row_id, *row) for row_id, row in enumerate(rows, start)]
        insert_rows(self._database, table, columns, rows)
        self._journal.inserted(step_id, table, start, start + len(rows) - 1)


_TABLES_OF_A_CONTACT = (
    "contact",
    *BELONGING_COLUMNS,
    "contact_tag",
    "source_card",
    "import_contact",
)

_WORDS_USUALLY = 1 << 20
"""Bytes, as FTS5 has it by itself: those of some 200 people."""

_WORDS_OF_MANY = 8 << 20

_OUTCOME_COLUMNS = ("import_id", "contact_id", "imported_on", "outcome")
