"""Version 3: indexes that hold lists in their order, names within equal values included.

So the first lines of a long list are known without collecting and sorting all of it.
"""

SQL = """
DROP INDEX contact_by_stage;
CREATE INDEX contact_by_stage ON contact(stage, sort_key, id, deleted_at);
DROP INDEX contact_by_created;
CREATE INDEX contact_by_created ON contact(created_at, sort_key, id, deleted_at);
DROP INDEX contact_by_changed;
CREATE INDEX contact_by_changed ON contact(changed_at, sort_key, id, deleted_at);
"""
