"""Takes out what can stand only once when two contacts become one, and puts it back later.

A row is kept whole, with the UID of what it belongs to: row ids are given out again.
"""

from collections.abc import Sequence
from typing import Any

from peewee import SqliteDatabase


class TakenOutRows:
    """What is taken out is returned as table, parent table, the parent's UID, the row."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database

    def self_introductions(self, kept_id: int, absorbed_id: int) -> list[list[Any]]:
        """Take out introducers who would have introduced themselves."""
        ids = [
            row_id
            for (row_id,) in self._database.execute_sql(
                "SELECT introducer.id FROM introducer JOIN opportunity"
                " ON opportunity.id = opportunity_id WHERE (introducer.contact_id = :one"
                " AND opportunity.contact_id = :other) OR (introducer.contact_id = :other"
                " AND opportunity.contact_id = :one)",
                {"one": kept_id, "other": absorbed_id},
            ).fetchall()
        ]
        return self._take_out("introducer", "opportunity", ids)

    def double_referrals(self, kept_id: int, absorbed_id: int) -> list[list[Any]]:
        """Take out thanks that would be owed twice for one opportunity, or to the client.

        What was thanked or told, or was said in a conversation, is the record of that and stays.
        """
        ids = [
            row_id
            for (row_id,) in self._database.execute_sql(
                "SELECT favour.id FROM favour JOIN opportunity ON opportunity.id = opportunity_id"
                " WHERE favour.contact_id IN (:kept, :gone) AND thanked_on IS NULL"
                " AND told_on IS NULL AND favour.conversation_id IS NULL"
                " AND (opportunity.contact_id IN (:kept, :gone)"
                "  AND opportunity.contact_id <> favour.contact_id"
                " OR EXISTS (SELECT 1 FROM favour AS other"
                "  WHERE other.opportunity_id = favour.opportunity_id AND other.id <> favour.id"
                "  AND other.contact_id IN (:kept, :gone)"
                "  AND (favour.contact_id = :gone OR other.thanked_on IS NOT NULL"
                "   OR other.told_on IS NOT NULL OR other.conversation_id IS NOT NULL)))",
                {"kept": kept_id, "gone": absorbed_id},
            ).fetchall()
        ]
        return self._take_out("favour", "opportunity", ids)

    def doubles(
        self, table: str, parent: str, rank: str, kept_id: int, absorbed_id: int
    ) -> list[list[Any]]:
        """Take out of a table with one row for a contact and a parent what both contacts have.

        The row with the better ``rank`` (SQL) stays.
        """
        key = f"{parent}_id"
        pairs = self._database.execute_sql(
            f"SELECT ours.id, theirs.id, (SELECT {rank} FROM {table} WHERE id = ours.id)"
            f" >= (SELECT {rank} FROM {table} WHERE id = theirs.id)"
            f" FROM {table} AS ours JOIN {table} AS theirs ON theirs.{key} = ours.{key}"
            f" WHERE ours.contact_id = ? AND theirs.contact_id = ?",
            (kept_id, absorbed_id),
        ).fetchall()
        gone = [theirs if ours_stays else ours for ours, theirs, ours_stays in pairs]
        return self._take_out(table, parent, gone)

    def _take_out(self, table: str, parent: str, row_ids: Sequence[int]) -> list[list[Any]]:
        """Delete rows and return each as table, parent table, the parent's UID, the row."""
        gone: list[list[Any]] = []
        for row_id in row_ids:
            cursor = self._database.execute_sql(f"SELECT * FROM {table} WHERE id = ?", (row_id,))
            names = [column[0] for column in cursor.description]
            row = dict(zip(names, cursor.fetchone(), strict=True))
            uid = self._database.execute_sql(
                f"SELECT uid FROM {parent} WHERE id = ?", (row[f"{parent}_id"],)
            ).fetchone()[0]
            gone.append([table, parent, uid, row])
            self._database.execute_sql(f"DELETE FROM {table} WHERE id = ?", (row_id,))
        return gone

    def put_back(self, table: str, parent: str, uid: str, row: dict[str, Any]) -> None:
        """Insert a row that was taken out, if what it belongs to is still there."""
        found = self._database.execute_sql(
            f"SELECT id FROM {parent} WHERE uid = ?", (uid,)
        ).fetchone()
        contact = self._database.execute_sql(
            "SELECT 1 FROM contact WHERE id = ?", (row["contact_id"],)
        ).fetchone()
        if found is None or contact is None:
            return
        values = {name: value for name, value in row.items() if name != "id"}
        values[f"{parent}_id"] = found[0]
        if values.get("conversation_id") is not None and parent != "conversation":
            told_in = self._database.execute_sql(
                "SELECT 1 FROM conversation WHERE id = ?", (values["conversation_id"],)
            ).fetchone()
            values["conversation_id"] = values["conversation_id"] if told_in else None
        if values.get("about_contact_id") is not None:
            about = self._database.execute_sql(
                "SELECT id FROM contact WHERE id = ?", (values["about_contact_id"],)
            ).fetchone()
            values["about_contact_id"] = about[0] if about else None
        self._database.execute_sql(
            f"INSERT OR IGNORE INTO {table}({', '.join(values)})"
            f" VALUES ({', '.join('?' * len(values))})",
            tuple(values.values()),
        )
