"""Lets go of pictures and attached files that nothing refers to any more.

A picture that a contact lost may come back by undo, so the journal counts as a reference; once
its step is forgotten, the picture goes with the next daily round. One that an import or a
merge replaced stays as long as that can be taken back. Files that were attached go the same way.
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
  AND id NOT IN (
    SELECT json_extract(before, '$.photo_id') FROM merge_record
    WHERE undone_at IS NULL AND json_extract(before, '$.photo_id') IS NOT NULL)
"""
_UNATTACHED = """
SELECT id FROM stored_file
WHERE id NOT IN (SELECT file_id FROM attachment)
  AND id NOT IN (
    SELECT json_extract(before, '$.file_id') FROM journal_row
    WHERE table_name = 'attachment' AND json_extract(before, '$.file_id') IS NOT NULL)
"""


def sweep_photos(database: SqliteDatabase) -> int:
    """Delete the pictures that neither a contact nor an undoable step uses; return how many."""
    with database.atomic("IMMEDIATE"):
        return int(database.execute_sql(f"DELETE FROM photo WHERE id IN ({_UNUSED})").rowcount)


def sweep_files(database: SqliteDatabase) -> int:
    """Delete the files that no contact and no undoable step has attached; return how many."""
    with database.atomic("IMMEDIATE"):
        sql = f"DELETE FROM stored_file WHERE id IN ({_UNATTACHED})"
        return int(database.execute_sql(sql).rowcount)
