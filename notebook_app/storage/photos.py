"""Lets go of pictures that nothing refers to any more.

A picture that a contact lost may come back by undo, so the journal counts as a reference; once
its step is forgotten, the picture goes with the next daily round. One that an import replaced
stays as long as the import can be taken back.
"""

from peewee import SqliteDatabase

_UNUSED = """
SELECT id FROM photo
WHERE id NOT IN (SELECT photo_id FROM contact WHERE photo_id IS NOT NULL)
  AND id NOT IN (
    SELECT json_extract(before, '$.photo_id') FROM journal_row
    WHERE table_name = 'contact' AND json_extract(before, '$.photo_id') IS NOT NULL)
  AND id NOT IN (
    SELECT json_extract(before, '$.photo_id') FROM import_contact
    WHERE json_valid(before) AND json_extract(before, '$.photo_id') IS NOT NULL)
"""


def sweep_photos(database: SqliteDatabase) -> int:
    """Delete the pictures that neither a contact nor an undoable step uses; return how many."""
    with database.atomic("IMMEDIATE"):
        return int(database.execute_sql(f"DELETE FROM photo WHERE id IN ({_UNUSED})").rowcount)
