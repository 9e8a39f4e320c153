"""What a contact is found by beside its details: names of attached files, things to remember.

A contact's details know nothing of these, so whoever writes down what a contact is found by adds
them.
"""

import json
from collections.abc import Iterable, Mapping, Sequence

from peewee import SqliteDatabase

from notebook_app.model.search_text import indexed_rest, searchable


def attached_names(database: SqliteDatabase, contact_ids: Iterable[int]) -> dict[int, str]:
    """Return the searchable words beside the details of those contacts that have any."""
    found: dict[int, list[str]] = {}
    them = json.dumps(list(contact_ids))
    for column, table in (("name", "attachment"), ("text", "remembered")):
        for contact_id, words in database.execute_sql(
            f"SELECT contact_id, {column} FROM {table}"
            " WHERE contact_id IN (SELECT value FROM json_each(?)) ORDER BY contact_id, id",
            (them,),
        ):
            found.setdefault(contact_id, []).append(words)
    return {contact_id: searchable(" ".join(words)) for contact_id, words in found.items()}


def add_attached_names(database: SqliteDatabase, columns: Mapping[int, dict[str, object]]) -> None:
    """Add these words to the columns that contacts are about to get, each under its id."""
    for contact_id, names in attached_names(database, columns).items():
        own = columns[contact_id]
        own["search_rest"] = with_names(str(own["search_rest"]), names)


def with_names(words: str, names: str) -> str:
    """Return what a contact is found by, with the words beside its details."""
    return f"{words} {names}".strip()


def refresh_words(database: SqliteDatabase, contact_ids: Sequence[int], stamp: str) -> None:
    """Bring up to date what contacts are found by; who changed in this is changed at ``stamp``."""
    # Whoever only reads names needs no whole contacts.
    from notebook_app.storage.contact_batches import contacts_without_photos

    beside = attached_names(database, contact_ids)
    words = [
        (contact.id, with_names(indexed_rest(contact.details), beside.get(contact.id, "")))
        for contact in contacts_without_photos(database, contact_ids)
    ]
    # One statement: the full-text index writes itself out at the end of each.
    database.execute_sql(
        "UPDATE contact SET search_rest = json_extract(new.value, '$[1]'), changed_at = ?"
        " FROM json_each(?) AS new WHERE contact.id = json_extract(new.value, '$[0]')"
        " AND search_rest <> json_extract(new.value, '$[1]')",
        (stamp, json.dumps(words)),
    )
