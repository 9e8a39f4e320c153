"""Gives many stored contacts new details at once, for imports and for taking imports back."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from peewee import SqliteDatabase

from notebook_app.model.contact import ContactDetails
from notebook_app.model.phone_number import international_form
from notebook_app.storage.attached_names import add_attached_names
from notebook_app.storage.contact_rows import BELONGING_COLUMNS, belonging_rows, details_columns
from notebook_app.storage.many_rows import (
    delete_rows,
    id_batches,
    id_marks,
    insert_rows,
    update_rows,
)


@dataclass(frozen=True, slots=True)
class DetailsUpdate:
    """A contact's new details, whose photo stands as the row ``photo_id``, not in ``details``.

    ``changed_at`` is the UTC stamp that the contact gets.
    """

    contact_id: int
    details: ContactDetails
    photo_id: int | None
    changed_at: str


def update_details(
    database: SqliteDatabase, updates: Sequence[DetailsUpdate], region: str
) -> tuple[list[DetailsUpdate], list[int]]:
    """Store the details of contacts, each at most once, but for their tags.

    Rows of belongings that stay the same are left alone. Returns those whose tags differ from
    what is stored, and the ids of those who are called otherwise now.
    """
    if not updates:
        return [], []
    ids = [update.contact_id for update in updates]
    e164 = [
        [international_form(phone.number, region) for phone in update.details.phones]
        for update in updates
    ]
    columns = [
        details_columns(update.details, numbers)
        for update, numbers in zip(updates, e164, strict=True)
    ]
    add_attached_names(database, dict(zip(ids, columns, strict=True)))
    names = _names(database, ids)
    update_rows(
        database,
        "contact",
        ("changed_at", "photo_id", *columns[0]),
        [
            (update.contact_id, update.changed_at, update.photo_id, *values.values())
            for update, values in zip(updates, columns, strict=True)
        ],
    )
    _update_belongings(
        database,
        {
            update.contact_id: belonging_rows(update.contact_id, update.details, numbers)
            for update, numbers in zip(updates, e164, strict=True)
        },
    )
    tags = _tags(database, ids)
    return (
        [update for update in updates if tags[update.contact_id] != list(update.details.tags)],
        [
            update.contact_id
            for update, values in zip(updates, columns, strict=True)
            if names[update.contact_id] != values["display_name"]
        ],
    )


def _update_belongings(
    database: SqliteDatabase, wanted: dict[int, dict[str, list[tuple[object, ...]]]]
) -> None:
    for table, columns in BELONGING_COLUMNS.items():
        stored: defaultdict[int, list[tuple[object, ...]]] = defaultdict(list)
        for ids in id_batches(list(wanted)):
            for row in database.execute_sql(
                f"SELECT {', '.join(columns)} FROM {table} WHERE contact_id IN ({id_marks(ids)})"
                " ORDER BY contact_id, position",
                ids,
            ):
                stored[row[0]].append(row)
        differing = [
            contact_id for contact_id, rows in wanted.items() if rows[table] != stored[contact_id]
        ]
        delete_rows(
            database,
            table,
            [contact_id for contact_id in differing if stored[contact_id]],
            of="contact_id",
        )
        insert_rows(
            database, table, columns, [row for one in differing for row in wanted[one][table]]
        )


def _names(database: SqliteDatabase, contact_ids: Sequence[int]) -> dict[int, str]:
    return {
        contact_id: name
        for ids in id_batches(contact_ids)
        for contact_id, name in database.execute_sql(
            f"SELECT id, display_name FROM contact WHERE id IN ({id_marks(ids)})", ids
        )
    }


def _tags(database: SqliteDatabase, contact_ids: Sequence[int]) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for ids in id_batches(contact_ids):
        for contact_id, name in database.execute_sql(
            "SELECT contact_id, tag.name FROM contact_tag JOIN tag ON tag.id = tag_id"
            f" WHERE contact_id IN ({id_marks(ids)})"
            " ORDER BY contact_tag.position, tag.folded_name",
            ids,
        ):
            found[contact_id].append(name)
    return found
