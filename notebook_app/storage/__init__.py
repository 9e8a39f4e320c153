"""The notebook file: the only place that knows peewee and SQLite."""
