"""Reads the postal addresses of many people at once, for lists that say where they are."""

from collections import defaultdict
from collections.abc import Collection

from peewee import SqliteDatabase

from notebook_app.model.contact import Address
from notebook_app.storage.contact_batches import BATCH

_COLUMNS = (
    "contact_id, street, city, region, postal_code, country, po_box, extended, label, preferred"
)


def addresses_of(
    database: SqliteDatabase, contact_ids: Collection[int]
) -> dict[int, tuple[Address, ...]]:
    """Return the addresses of those of these people who have any, in their order."""
    ids = list(dict.fromkeys(contact_ids))
    found: dict[int, list[Address]] = defaultdict(list)
    for start in range(0, len(ids), BATCH):
        some = ids[start : start + BATCH]
        rows = database.execute_sql(
            f"SELECT {_COLUMNS} FROM address WHERE contact_id IN ({','.join('?' * len(some))})"
            " ORDER BY contact_id, position",
            tuple(some),
        )
        for contact_id, street, city, region, code, country, box, extended, label, first in rows:
            found[contact_id].append(
                Address(street, city, region, code, country, box, extended, label, bool(first))
            )
    return {contact_id: tuple(addresses) for contact_id, addresses in found.items()}
