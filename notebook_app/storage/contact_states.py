"""Contacts as they are at one time, as text: how imports and merges remember whom they changed.

The journal forgets its oldest steps; what an import changed in a contact is therefore kept with
the import itself, as it was before and as it was after.
"""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from peewee import SqliteDatabase

from notebook_app.model.contact import Cadence, ContactDetails, Role, Stage
from notebook_app.storage.contact_rows import BELONGING_COLUMNS, contact_of
from notebook_app.storage.many_rows import id_batches, id_marks

StoredCard = tuple[str, str, str, str]
"""A source card as uid, version, fingerprint, raw."""


@dataclass(frozen=True, slots=True)
class ContactState:
    """A contact at one time. ``photo_id`` stands for the photo, which ``details`` is without."""

    changed_at: str
    details: ContactDetails
    photo_id: int | None
    cards: tuple[StoredCard, ...]
    stage: Stage | None = None
    roles: tuple[Role, ...] = ()
    cadence: Cadence | None = None


def states_now(database: SqliteDatabase, contact_ids: Sequence[int]) -> dict[int, str]:
    """Return contacts as they are now, as text for ``state_from``; unknown ids are left out."""
    found: dict[int, str] = {}
    for ids in id_batches(contact_ids):
        belongings = {
            table: _by_contact(
                database,
                f"SELECT {', '.join(columns)} FROM {table} WHERE contact_id IN ({id_marks(ids)})"
                " ORDER BY contact_id, position",
                ids,
            )
            for table, columns in BELONGING_COLUMNS.items()
        }
        tags = _by_contact(
            database,
            "SELECT contact_id, tag.name FROM contact_tag JOIN tag ON tag.id = tag_id"
            f" WHERE contact_id IN ({id_marks(ids)})"
            " ORDER BY contact_tag.position, tag.folded_name",
            ids,
        )
        roles = _by_contact(
            database,
            "SELECT contact_id, role FROM contact_role"
            f" WHERE contact_id IN ({id_marks(ids)}) ORDER BY id",
            ids,
        )
        cards = cards_of(database, ids)
        cursor = database.execute_sql(
            f"SELECT * FROM contact WHERE id IN ({id_marks(ids)})", tuple(ids)
        )
        names = [column[0] for column in cursor.description]
        for values in cursor.fetchall():
            row = dict(zip(names, values, strict=True))
            contact_id = row["id"]
            state = {
                "row": {key: value for key, value in row.items() if not key.startswith("search_")},
                "photo_id": row["photo_id"],
                "belongings": {table: rows[contact_id] for table, rows in belongings.items()},
                "tags": [name for _, name in tags[contact_id]],
                "roles": [role for _, role in roles[contact_id]],
                "cards": cards[contact_id],
            }
            found[contact_id] = json.dumps(state, ensure_ascii=False)
    return found


def state_from(text: str) -> ContactState:
    """Return the state that ``states_now`` wrote down."""
    stored = json.loads(text)
    contact = contact_of(
        stored["row"],
        {table: [tuple(row) for row in rows] for table, rows in stored["belongings"].items()},
        tuple(stored["tags"]),
        stored.get("roles", ()),
        None,
    )
    cards = tuple((card[0], card[1], card[2], card[3]) for card in stored["cards"])
    return ContactState(
        contact.changed_at,
        contact.details,
        stored["photo_id"],
        cards,
        contact.stage,
        contact.roles,
        contact.cadence,
    )


def cards_of(
    database: SqliteDatabase, contact_ids: Sequence[int]
) -> defaultdict[int, list[StoredCard]]:
    """Return the source cards of each contact, the oldest first."""
    found: defaultdict[int, list[StoredCard]] = defaultdict(list)
    for ids in id_batches(contact_ids):
        for contact_id, uid, version, fingerprint, raw in database.execute_sql(
            "SELECT contact_id, uid, version, fingerprint, raw FROM source_card"
            f" WHERE contact_id IN ({id_marks(ids)}) ORDER BY id",
            tuple(ids),
        ):
            found[contact_id].append((uid, version, fingerprint, raw))
    return found


def _by_contact(
    database: SqliteDatabase, sql: str, ids: Sequence[int]
) -> defaultdict[int, list[tuple[Any, ...]]]:
    found: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for row in database.execute_sql(sql, tuple(ids)):
        found[row[0]].append(row)
    return found
