"""Searches among a handful of people: each of them is asked, instead of all that was found."""

import json
from collections.abc import Iterator, Sequence

from peewee import SqliteDatabase

from notebook_app.model.name_form import folded
from notebook_app.model.search_text import without_broken_characters
from notebook_app.storage.matching import matching_rows

_AMONG = "(SELECT value FROM json_each(:among))"


def found_among(
    database: SqliteDatabase, among: Sequence[int], words: str, expression: str
) -> Iterator[list[int]]:
    """Yield those of whom something is written, then those with whom it was spoken.

    Names that begin with the words come first, then the others by name.
    """
    values = {"among": json.dumps(list(among)), "match": expression}
    rows = matching_rows(
        database,
        f"SELECT id, sort_key FROM contact WHERE id IN {_AMONG} AND EXISTS"
        " (SELECT 1 FROM contact_search WHERE contact_search MATCH :match AND rowid = contact.id)"
        " ORDER BY sort_key, id",
        values,
    )
    beginning = folded(without_broken_characters(words))
    first = [each for each, key in rows if beginning and key.startswith(beginning)]
    yield [*first, *(each for each, _ in rows)]
    rows = matching_rows(
        database,
        f"SELECT contact_id FROM conversation_contact AS link WHERE contact_id IN {_AMONG}"
        " AND EXISTS (SELECT 1 FROM conversation_search"
        "  WHERE conversation_search MATCH :match AND rowid = link.conversation_id)"
        " ORDER BY conversation_id DESC",
        values,
    )
    yield [contact_id for (contact_id,) in rows]
