"""Moves how clients came when two contacts become one, and gives it back when they are two again.

A contact has one origin. Of two the kept contact's stays, unless that says nothing and the other
one's does. Clients are remembered by their UIDs, since rows are numbered anew.
"""

from typing import Any, Final

from peewee import SqliteDatabase

Moved = dict[str, Any]
"""What ``move_origins`` did, as JSON can hold it."""

_CHAIN: Final = (
    "FROM origin_introducer AS link JOIN origin ON origin.id = link.origin_id"
    " JOIN contact AS client ON client.id = origin.contact_id"
)
_COLUMNS: Final = (
    "source",
    "came_by",
    "event_id",
    "conversation_id",
    "came_on",
    "looked_back_on",
)


def move_origins(database: SqliteDatabase, kept_id: int, absorbed_id: int) -> Moved:
    """Give the kept contact the origin and the introductions of the other."""
    both = {"kept": kept_id, "gone": absorbed_id}
    # Nobody brings themselves, and nobody stands in a chain twice.
    taken = database.execute_sql(
        f"SELECT link.id, client.uid, link.contact_id, link.position {_CHAIN}"
        " WHERE link.contact_id IN (:kept, :gone) AND (origin.contact_id IN (:kept, :gone)"
        " OR link.contact_id = :gone AND EXISTS (SELECT 1 FROM origin_introducer AS ours"
        " WHERE ours.origin_id = link.origin_id AND ours.contact_id = :kept))",
        both,
    ).fetchall()
    for row in taken:
        database.execute_sql("DELETE FROM origin_introducer WHERE id = ?", (row[0],))
    brought = database.execute_sql(
        f"SELECT client.uid {_CHAIN} WHERE link.contact_id = :gone", both
    ).fetchall()
    database.execute_sql(
        "UPDATE origin_introducer SET contact_id = :kept WHERE contact_id = :gone", both
    )
    removed = _remove_the_lesser(database, kept_id, absorbed_id)
    moved = database.execute_sql(
        "UPDATE origin SET contact_id = :kept WHERE contact_id = :gone", both
    ).rowcount
    return {
        "taken": [list(row[1:]) for row in taken],
        "brought": [uid for (uid,) in brought],
        "removed": removed,
        "moved": bool(moved),
    }


def move_origins_back(
    database: SqliteDatabase, kept_id: int, absorbed_id: int, moved: Moved
) -> None:
    """Give both their own back, as far as it is still there."""
    if moved["moved"]:
        database.execute_sql(
            "UPDATE origin SET contact_id = ? WHERE contact_id = ?", (absorbed_id, kept_id)
        )
    for contact_id, values, chain in moved["removed"]:
        _put_back(database, contact_id, values, chain)
    for uid in moved["brought"]:
        database.execute_sql(
            "UPDATE OR IGNORE origin_introducer SET contact_id = ? WHERE contact_id = ?"
            " AND origin_id = (SELECT origin.id FROM origin JOIN contact AS client"
            " ON client.id = origin.contact_id WHERE client.uid = ?)",
            (absorbed_id, kept_id, uid),
        )
    for uid, contact_id, position in moved["taken"]:
        database.execute_sql(
            "INSERT OR IGNORE INTO origin_introducer(origin_id, contact_id, position)"
            " SELECT origin.id, there.id, ? FROM contact AS there, origin"
            " JOIN contact AS client ON client.id = origin.contact_id"
            " WHERE client.uid = ? AND there.id = ? AND origin.contact_id <> there.id",
            (position, uid, contact_id),
        )


def _remove_the_lesser(
    database: SqliteDatabase, kept_id: int, absorbed_id: int
) -> list[list[object]]:
    rows = {
        row[1]: row
        for row in database.execute_sql(
            f"SELECT id, contact_id, {', '.join(_COLUMNS)} FROM origin WHERE contact_id IN (?, ?)",
            (kept_id, absorbed_id),
        ).fetchall()
    }
    if len(rows) < 2:
        return []
    says_nothing = rows[kept_id][2] is None and rows[absorbed_id][2] is not None
    loser = rows[kept_id if says_nothing else absorbed_id]
    chain = database.execute_sql(
        "SELECT contact_id FROM origin_introducer WHERE origin_id = ? ORDER BY position, id",
        (loser[0],),
    ).fetchall()
    database.execute_sql("DELETE FROM origin WHERE id = ?", (loser[0],))
    return [[loser[1], list(loser[2:]), [contact_id for (contact_id,) in chain]]]


def _put_back(
    database: SqliteDatabase, contact_id: int, values: list[object], chain: list[int]
) -> None:
    row = dict(zip(_COLUMNS, values, strict=True))
    for parent in ("event", "conversation"):
        there = database.execute_sql(
            f"SELECT 1 FROM {parent} WHERE id = ?", (row[f"{parent}_id"],)
        ).fetchone()
        row[f"{parent}_id"] = row[f"{parent}_id"] if there else None
    cursor = database.execute_sql(
        f"INSERT OR IGNORE INTO origin(contact_id, {', '.join(_COLUMNS)})"
        f" SELECT id, {', '.join('?' * len(_COLUMNS))} FROM contact WHERE id = ?",
        (*row.values(), contact_id),
    )
    if not cursor.rowcount:
        return
    for position, introducer_id in enumerate(chain):
        database.execute_sql(
            "INSERT OR IGNORE INTO origin_introducer(origin_id, contact_id, position)"
            " SELECT ?, id, ? FROM contact WHERE id = ?",
            (cursor.lastrowid, position, introducer_id),
        )
