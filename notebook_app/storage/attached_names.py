"""The names of attached files among what a contact is found by.

A contact's details know nothing of its files, so whoever writes down what a contact is found by
adds them.
"""

import json
from collections.abc import Iterable, Mapping

from peewee import SqliteDatabase

from notebook_app.model.search_text import searchable


def attached_names(database: SqliteDatabase, contact_ids: Iterable[int]) -> dict[int, str]:
    """Return the searchable names of the files of those contacts that have any."""
    found: dict[int, list[str]] = {}
    for contact_id, name in database.execute_sql(
        "SELECT contact_id, name FROM attachment"
        " WHERE contact_id IN (SELECT value FROM json_each(?)) ORDER BY contact_id, id",
        (json.dumps(list(contact_ids)),),
    ):
        found.setdefault(contact_id, []).append(name)
    return {contact_id: searchable(" ".join(names)) for contact_id, names in found.items()}


def add_attached_names(database: SqliteDatabase, columns: Mapping[int, dict[str, object]]) -> None:
    """Add the names to the columns that contacts are about to get, each under its id."""
    for contact_id, names in attached_names(database, columns).items():
        own = columns[contact_id]
        own["search_rest"] = with_names(str(own["search_rest"]), names)


def with_names(words: str, names: str) -> str:
    """Return what a contact is found by, with the names of its files."""
    return f"{words} {names}".strip()
