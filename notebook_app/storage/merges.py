"""Moves what hangs on one contact to another, and remembers it so that it can go back later.

Rows are remembered by what they are (the UID of the conversation, of the follow-up) and not by
their numbers, which SQLite gives out again. What both contacts had (a conversation with the two
of them) can stand only once; the row that went is kept whole.
"""

import json
from dataclasses import dataclass
from typing import Any

from peewee import SqliteDatabase

from notebook_app.foundation.clock import Clock
from notebook_app.model.identifiers import new_uid
from notebook_app.storage.contact_states import ContactState, state_from, states_now
from notebook_app.storage.merged_origins import move_origins, move_origins_back
from notebook_app.storage.taken_out_rows import TakenOutRows


@dataclass(frozen=True, slots=True)
class PastMerge:
    """A merge that was done. ``undone_at`` is a UTC stamp, or None while it holds."""

    id: int
    kept_id: int
    absorbed_id: int
    before: ContactState
    after: ContactState
    moved: dict[str, Any]
    undone_at: str | None


@dataclass(frozen=True, slots=True)
class _Move:
    """A column that names a contact.

    ``known_by`` is what tells a row from others of the same contact. Where the table takes only
    one row for a contact and a ``parent``, the row with the better ``rank`` (SQL) stays.
    """

    table: str
    column: str
    known_by: str
    parent: str = ""
    rank: str = "0"


_RANK = "CASE presence WHEN 'met' THEN 2 WHEN 'seen' THEN 1 ELSE 0 END"

_MOVES = (
    _Move("conversation_contact", "contact_id", "conversation_id", "conversation"),
    _Move("event_contact", "contact_id", "event_id", "event", rank=_RANK),
    _Move("introducer", "contact_id", "opportunity_id", "opportunity"),
    _Move("contact_service", "contact_id", "service_id", "service", rank="since"),
    _Move("follow_up", "contact_id", "uid"),
    _Move("opportunity", "contact_id", "uid"),
    _Move("favour", "contact_id", "uid"),
    _Move("favour", "about_contact_id", "uid"),
    _Move("source_card", "contact_id", "id || ' ' || uid"),
    _Move("stage_step", "contact_id", "uid"),
    _Move("remembered", "contact_id", "uid"),
    _Move("attachment", "contact_id", "file_id || ' ' || attached_at || ' ' || name"),
    # Who was merged into the one that is merged now, so that each can be taken back by itself.
    _Move("merge_record", "kept_id", "uid"),
)


class MergeStore:
    """Reads and writes merges. Writing belongs into a ``Notebook.change``."""

    def __init__(self, database: SqliteDatabase, clock: Clock) -> None:
        """Take the open notebook and the clock for time stamps."""
        self._database = database
        self._clock = clock
        self._taken_out = TakenOutRows(database)

    def kept_instead_of(self, contact_id: int) -> int | None:
        """Return the contact that this one was merged into, or None."""
        row = self._database.execute_sql(
            "SELECT kept_id FROM merge_record WHERE absorbed_id = ? AND undone_at IS NULL",
            (contact_id,),
        ).fetchone()
        return None if row is None else int(row[0])

    def happenings_of(self, contact_id: int) -> int:
        """Return how many conversations, follow-ups and opportunities hang on a contact."""
        return int(
            self._database.execute_sql(
                "SELECT (SELECT count(*) FROM conversation_contact WHERE contact_id = :contact)"
                " + (SELECT count(*) FROM follow_up WHERE contact_id = :contact)"
                " + (SELECT count(*) FROM opportunity WHERE contact_id = :contact)",
                {"contact": contact_id},
            ).fetchone()[0]
        )

    def one(self, merge_id: int) -> PastMerge | None:
        """Return one merge, or None."""
        row = self._database.execute_sql(
            "SELECT id, kept_id, absorbed_id, before, after, moved, undone_at FROM merge_record"
            " WHERE id = ?",
            (merge_id,),
        ).fetchone()
        if row is None:
            return None
        return PastMerge(
            row[0],
            row[1],
            row[2],
            state_from(row[3]),
            state_from(row[4]),
            json.loads(row[5]),
            row[6],
        )

    def state_of(self, contact_id: int) -> str:
        """Return a contact as it is now, as text for ``record``."""
        return states_now(self._database, [contact_id])[contact_id]

    def restore_stamp(self, contact_id: int, before: ContactState) -> None:
        """Let a contact be as long unchanged as it was before the merge."""
        self._database.execute_sql(
            "UPDATE contact SET changed_at = ? WHERE id = ?", (before.changed_at, contact_id)
        )

    def move(self, kept_id: int, absorbed_id: int) -> dict[str, Any]:
        """Give the kept contact what hangs on the other; return what to remember of it."""
        removed = self._taken_out.self_introductions(kept_id, absorbed_id)
        removed += self._taken_out.double_referrals(kept_id, absorbed_id)
        rows: dict[str, list[object]] = {}
        for move in _MOVES:
            if move.parent:
                removed += self._taken_out.doubles(
                    move.table, move.parent, move.rank, kept_id, absorbed_id
                )
            found = self._database.execute_sql(
                f"SELECT {_identity(move)} FROM {move.table} WHERE {move.column} = ?",
                (absorbed_id,),
            ).fetchall()
            if found:
                rows[f"{move.table}.{move.column}"] = [value for (value,) in found]
                self._database.execute_sql(
                    f"UPDATE {move.table} SET {move.column} = ? WHERE {move.column} = ?",
                    (kept_id, absorbed_id),
                )
        return {
            "rows": rows,
            "removed": removed,
            "related": self._point_relations(kept_id, absorbed_id),
            "distinct": self._copy_distinct(kept_id, absorbed_id),
            "origins": move_origins(self._database, kept_id, absorbed_id),
        }

    def record(
        self, kept_id: int, absorbed_id: int, before: str, after: str, moved: dict[str, Any]
    ) -> int:
        """Write down that a merge was done, with the states of the kept one; return its id."""
        return int(
            self._database.execute_sql(
                "INSERT INTO merge_record(uid, kept_id, absorbed_id, merged_at, merged_on, before,"
                " after, moved) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    new_uid(),
                    kept_id,
                    absorbed_id,
                    self._clock.stamp(),
                    self._clock.today().isoformat(),
                    before,
                    after,
                    json.dumps(moved, ensure_ascii=False),
                ),
            ).lastrowid
        )

    def move_back(self, merge: PastMerge) -> None:
        """Give the absorbed contact back what the merge moved, as far as it is still there."""
        for move in _MOVES:
            known = merge.moved["rows"].get(f"{move.table}.{move.column}")
            if known:
                self._database.execute_sql(
                    f"UPDATE {move.table} SET {move.column} = ? WHERE {move.column} = ?"
                    f" AND {_identity(move)} IN (SELECT value FROM json_each(?))",
                    (merge.absorbed_id, merge.kept_id, json.dumps(known)),
                )
        for table, parent, uid, row in merge.moved["removed"]:
            self._taken_out.put_back(table, parent, uid, row)
        if "origins" in merge.moved:
            origins = merge.moved["origins"]
            move_origins_back(self._database, merge.kept_id, merge.absorbed_id, origins)
        kept_uid, absorbed_uid = self._uid(merge.kept_id), self._uid(merge.absorbed_id)
        for contact_id, label, name in merge.moved["related"]:
            self._database.execute_sql(
                "UPDATE related_name SET related_uid = ? WHERE related_uid = ? AND contact_id = ?"
                " AND label = ? AND name = ?",
                (absorbed_uid, kept_uid, contact_id, label, name),
            )
        for other_id in merge.moved["distinct"]:
            self._forget_distinct(merge.kept_id, other_id)

    def note_undone(self, merge_id: int) -> None:
        """Write down that a merge was taken back."""
        self._database.execute_sql(
            "UPDATE merge_record SET undone_at = ? WHERE id = ?", (self._clock.stamp(), merge_id)
        )

    def _point_relations(self, kept_id: int, absorbed_id: int) -> list[list[Any]]:
        """Let those related to the absorbed contact be related to the kept one."""
        kept_uid, absorbed_uid = self._uid(kept_id), self._uid(absorbed_id)
        rows = self._database.execute_sql(
            "SELECT contact_id, label, name FROM related_name WHERE related_uid = ?"
            " AND contact_id NOT IN (?, ?)",
            (absorbed_uid, kept_id, absorbed_id),
        ).fetchall()
        self._database.execute_sql(
            "UPDATE related_name SET related_uid = ? WHERE related_uid = ?"
            " AND contact_id NOT IN (?, ?)",
            (kept_uid, absorbed_uid, kept_id, absorbed_id),
        )
        return [list(row) for row in rows]

    def _copy_distinct(self, kept_id: int, absorbed_id: int) -> list[int]:
        """Let whoever is not the absorbed contact not be the kept one; return who is new there."""
        self._forget_distinct(kept_id, absorbed_id)
        others = self._database.execute_sql(
            "SELECT first_id + second_id - :gone FROM distinct_pair"
            " WHERE :gone IN (first_id, second_id)",
            {"gone": absorbed_id},
        ).fetchall()
        added = []
        for (other_id,) in others:
            count = self._database.execute_sql(
                "INSERT OR IGNORE INTO distinct_pair(first_id, second_id, said_at)"
                " VALUES (?, ?, ?)",
                (min(kept_id, other_id), max(kept_id, other_id), self._clock.stamp()),
            ).rowcount
            added += [other_id] if count else []
        return added

    def _forget_distinct(self, one: int, other: int) -> None:
        self._database.execute_sql(
            "DELETE FROM distinct_pair WHERE first_id = ? AND second_id = ?",
            (min(one, other), max(one, other)),
        )

    def _uid(self, contact_id: int) -> str:
        row = self._database.execute_sql(
            "SELECT uid FROM contact WHERE id = ?", (contact_id,)
        ).fetchone()
        return "" if row is None else str(row[0])


def _identity(move: _Move) -> str:
    if not move.parent:
        return f"({move.known_by})"
    return f"(SELECT uid FROM {move.parent} WHERE id = {move.table}.{move.known_by})"
