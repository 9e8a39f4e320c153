"""Reads many contacts with a fixed number of queries, for lists and exports."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from peewee import SqliteDatabase

from notebook_app.model.contact import Contact, Photo
from notebook_app.storage.contact_rows import BELONGING_COLUMNS, contact_of

BATCH = 400
_PHOTO_BATCH = 100


def contacts_without_photos(
    database: SqliteDatabase, contact_ids: Sequence[int]
) -> Iterator[Contact]:
    """Yield contacts in the order given, without the bytes of their photos."""
    for start in range(0, len(contact_ids), BATCH):
        yield from _batch(database, contact_ids[start : start + BATCH])


def contacts_with_photos(database: SqliteDatabase, contact_ids: Sequence[int]) -> Iterator[Contact]:
    """Yield contacts in the order given, with their photos; few pictures at a time in memory."""
    for start in range(0, len(contact_ids), _PHOTO_BATCH):
        ids = contact_ids[start : start + _PHOTO_BATCH]
        photos = {
            contact_id: Photo(media_type, bytes(data))
            for contact_id, media_type, data in database.execute_sql(
                "SELECT contact.id, media_type, data FROM contact JOIN photo ON photo.id = photo_id"
                f" WHERE contact.id IN ({','.join('?' * len(ids))})",
                tuple(ids),
            )
        }
        for contact in _batch(database, ids):
            photo = photos.get(contact.id)
            yield (
                replace(contact, details=replace(contact.details, photo=photo))
                if photo
                else (contact)
            )


def _batch(database: SqliteDatabase, ids: Sequence[int]) -> Iterator[Contact]:
    marks = ",".join("?" * len(ids))
    # Composing this query and naming each value of its rows took a tenth of an export.
    cursor = database.execute_sql(f"SELECT * FROM contact WHERE id IN ({marks})", tuple(ids))
    names = [column[0] for column in cursor.description]
    found_rows = (dict(zip(names, values, strict=True)) for values in cursor.fetchall())
    rows = {row["id"]: row for row in found_rows}
    belongings = {
        table: _by_contact(
            database,
            f"SELECT {', '.join(columns)} FROM {table} WHERE contact_id IN ({marks})"
            " ORDER BY contact_id, position",
            ids,
        )
        for table, columns in BELONGING_COLUMNS.items()
    }
    tags = _by_contact(
        database,
        "SELECT contact_id, tag.name FROM contact_tag JOIN tag ON tag.id = contact_tag.tag_id"
        f" WHERE contact_id IN ({marks}) ORDER BY contact_tag.position, tag.folded_name",
        ids,
    )
    roles = _by_contact(
        database,
        f"SELECT contact_id, role FROM contact_role WHERE contact_id IN ({marks}) ORDER BY id",
        ids,
    )
    for contact_id in ids:
        if contact_id in rows:
            yield contact_of(
                rows[contact_id],
                {table: found[contact_id] for table, found in belongings.items()},
                tuple(str(name) for _, name in tags[contact_id]),
                [str(role) for _, role in roles[contact_id]],
                None,
            )


def _by_contact(
    database: SqliteDatabase, sql: str, ids: Sequence[int]
) -> defaultdict[int, list[tuple[object, ...]]]:
    """Return the rows of each contact, whose id is in their first column."""
    found: defaultdict[int, list[tuple[object, ...]]] = defaultdict(list)
    for row in database.execute_sql(sql, tuple(ids)):
        found[row[0]].append(row)
    return found
