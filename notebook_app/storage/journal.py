"""Undo and redo of any change, kept in the notebook itself, so that they outlive the program.

While a step is open, temporary triggers write down what each touched row was before. Undoing a
step puts those rows back and, by the same triggers, writes down what it replaced: redo is undo
of the undo. See "Automatic Undo/Redo Using SQLite" in SQLite's documentation; here old rows are
kept as JSON, not as SQL, so that a notebook from elsewhere can never run statements.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from peewee import SqliteDatabase

from notebook_app.storage.journal_replay import OldRow, Replay

JOURNALED = (
    "contact",
    "phone",
    "email",
    "address",
    "link",
    "own_date",
    "related_name",
    "affiliation",
    "own_field",
    "attachment",
    "contact_role",
    "tag",
    "contact_tag",
    "saved_list",
    "event",
    "event_contact",
    "conversation",
    "conversation_contact",
    "follow_up",
    "opportunity",
    "introducer",
    "service",
    "contact_service",
    "conversation_service",
    "opportunity_service",
    "favour",
    "import_record",
    "import_contact",
    "source_card",
    "set_aside_card",
    "setting",
    "distinct_pair",
    "merge_record",
    "stage_step",
    "declined_stage",
    "remembered",
    "question",
    "follow_up_attempt",
    "moved_occurrence",
    "origin",
    "origin_introducer",
    "printed_answer",
)
"""Tables whose rows are written down.

Photos and attached files are only ever added, and swept up when unused.
"""

KEPT_STEPS = 500

_NAMING_A_CONTACT = (
    "contact_id",
    "about_contact_id",
    "first_id",
    "second_id",
    "kept_id",
    "absorbed_id",
)
"""Columns of journaled tables that hold the row id of a contact."""


class Journal:
    """The steps that can be undone and redone."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database

    @contextmanager
    def step(self, label: str, stamp: str, import_id: int | None = None) -> Iterator[int]:
        """Write down all changes made inside as one step; must stand in a transaction.

        Steps that were undone before can no longer be redone after it. A step that changed
        nothing is not kept.
        """
        self._watch()
        step_id = int(
            self._database.execute_sql(
                "INSERT INTO journal_step(label, made_at, import_id) VALUES (?, ?, ?)",
                (label, stamp, import_id),
            ).lastrowid
        )
        self._write_to(step_id)
        try:
            yield step_id
        finally:
            self._write_to(None)
        if self._database.execute_sql(
            "SELECT 1 FROM journal_row WHERE step_id = ? LIMIT 1", (step_id,)
        ).fetchone():
            self._database.execute_sql("DELETE FROM journal_step WHERE undone = 1")
            self._forget_oldest()
        else:
            self._database.execute_sql("DELETE FROM journal_step WHERE id = ?", (step_id,))

    @contextmanager
    def bulk(self) -> Iterator[None]:
        """Stop writing down single rows; whoever adds many rows reports them with ``inserted``."""
        current = self._database.execute_sql("SELECT step_id FROM temp.journal_now").fetchone()[0]
        self._write_to(None)
        try:
            yield
        finally:
            self._write_to(current)

    @contextmanager
    def added_in_bulk(self, tables: Sequence[str]) -> Iterator[None]:
        """Take the triggers that write down new rows off ``tables``; see ``bulk`` and ``inserted``.

        Only to ask each new row whether it is to be written down took a tenth of an import.
        """
        for table in tables:
            self._database.execute_sql(f"DROP TRIGGER IF EXISTS temp.journal_insert_{table}")
        try:
            yield
        finally:
            for table in tables:
                self._watch_for("insert", table, "new", "NULL")

    def inserted(self, step_id: int, table: str, first: int, last: int) -> None:
        """Write down that the rows ``first`` to ``last`` of ``table`` were added."""
        if last >= first:
            self._database.execute_sql(
                "INSERT INTO journal_row(step_id, table_name, row_id, last_row_id, act)"
                " VALUES (?, ?, ?, ?, 'insert')",
                (step_id, table, first, last),
            )

    def forget_contacts(self, contact_ids: Sequence[int]) -> None:
        """Forget the steps up to the last one that touched contacts which are gone for good.

        What came before can't be taken back without them; a step that was undone can't be
        brought back without them either. Must stand in a transaction.
        """
        ids = json.dumps(list(contact_ids))
        named = " OR ".join(
            f"json_extract(before, '$.{column}') IN gone" for column in _NAMING_A_CONTACT
        )
        row = self._database.execute_sql(
            "WITH gone AS MATERIALIZED (SELECT value FROM json_each(?))"
            " SELECT max(step_id) FROM journal_row WHERE"
            " table_name = 'contact' AND (row_id IN gone OR last_row_id IS NOT NULL"
            "  AND EXISTS (SELECT 1 FROM gone WHERE value BETWEEN row_id AND last_row_id))"
            f" OR json_valid(before) AND ({named})",
            (ids,),
        ).fetchone()
        if row[0] is not None:
            self._database.execute_sql("DELETE FROM journal_step WHERE id <= ?", (row[0],))

    def undo_label(self) -> str | None:
        """Return what the next undo would take back, or None."""
        return self._label("undone = 0 ORDER BY id DESC")

    def redo_label(self) -> str | None:
        """Return what the next redo would bring back, or None."""
        return self._label("undone = 1 ORDER BY id")

    def undo_size(self) -> int:
        """Return how many rows the next undo would put back."""
        return self._size("undone = 0 ORDER BY id DESC")

    def redo_size(self) -> int:
        """Return how many rows the next redo would put back."""
        return self._size("undone = 1 ORDER BY id")

    def undo(self) -> str | None:
        """Take back the last step and return its label; None if there is none."""
        return self._replay("undone = 0 ORDER BY id DESC")

    def redo(self) -> str | None:
        """Bring back the step that was undone last and return its label; None if there is none."""
        return self._replay("undone = 1 ORDER BY id")

    def _label(self, which: str) -> str | None:
        row = self._database.execute_sql(
            f"SELECT label FROM journal_step WHERE {which} LIMIT 1"
        ).fetchone()
        return None if row is None else str(row[0])

    def _size(self, which: str) -> int:
        row = self._database.execute_sql(
            "SELECT count(*) FROM journal_row"
            f" WHERE step_id = (SELECT id FROM journal_step WHERE {which} LIMIT 1)"
        ).fetchone()
        return int(row[0])

    def _replay(self, which: str) -> str | None:
        self._watch()
        with self._database.atomic("IMMEDIATE"):
            step = self._database.execute_sql(
                f"SELECT id, label FROM journal_step WHERE {which} LIMIT 1"
            ).fetchone()
            if step is None:
                return None
            self._database.execute_sql("PRAGMA defer_foreign_keys = 1")
            step_id, label = step
            rows = self._database.execute_sql(
                "SELECT table_name, row_id, last_row_id, act, before FROM journal_row"
                " WHERE step_id = ? ORDER BY id DESC",
                (step_id,),
            ).fetchall()
            self._database.execute_sql("DELETE FROM journal_row WHERE step_id = ?", (step_id,))
            self._write_to(step_id)
            columns = {table: self._columns(table) for table in JOURNALED}
            Replay(self._database, columns).put_back(OldRow(*row) for row in rows)
            self._write_to(None)
            self._database.execute_sql(
                "UPDATE journal_step SET undone = 1 - undone WHERE id = ?", (step_id,)
            )
        return str(label)

    def _columns(self, table: str) -> list[str]:
        # table_info leaves generated columns out, which can't be written.
        return [row[1] for row in self._database.execute_sql(f"PRAGMA table_info({table})")]

    def _write_to(self, step_id: int | None) -> None:
        self._database.execute_sql("UPDATE temp.journal_now SET step_id = ?", (step_id,))

    def _watch(self) -> None:
        """Put the triggers on this connection; they vanish with it."""
        if self._database.execute_sql(
            "SELECT 1 FROM temp.sqlite_master WHERE name = 'journal_now'"
        ).fetchone():
            return
        self._database.execute_sql("CREATE TEMP TABLE journal_now(step_id INTEGER)")
        self._database.execute_sql("INSERT INTO temp.journal_now VALUES (NULL)")
        for table in JOURNALED:
            old_row = ", ".join(f"'{name}', old.{name}" for name in self._columns(table))
            for act, row, before in (
                ("insert", "new", "NULL"),
                ("update", "old", f"json_object({old_row})"),
                ("delete", "old", f"json_object({old_row})"),
            ):
                self._watch_for(act, table, row, before)

    def _watch_for(self, act: str, table: str, row: str, before: str) -> None:
        self._database.execute_sql(
            f"CREATE TEMP TRIGGER IF NOT EXISTS journal_{act}_{table} AFTER {act} ON main.{table}"
            " WHEN (SELECT step_id FROM temp.journal_now) IS NOT NULL BEGIN"
            " INSERT INTO journal_row(step_id, table_name, row_id, act, before)"
            f" SELECT step_id, '{table}', {row}.id, '{act}', {before}"
            " FROM temp.journal_now; END"
        )

    def _forget_oldest(self) -> None:
        oldest = self._database.execute_sql(
            "SELECT id FROM journal_step ORDER BY id DESC LIMIT 1 OFFSET ?", (KEPT_STEPS,)
        ).fetchone()
        if oldest is None:
            return
        self._database.execute_sql("DELETE FROM journal_step WHERE id <= ?", oldest)
