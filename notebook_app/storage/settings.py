"""The notebook's own settings, as names and JSON values."""

import json

from peewee import SqliteDatabase

from notebook_app.storage.tables.record_tables import SettingTable


class SettingStore:
    """Reads and writes settings. Writing belongs into a ``Notebook.change``."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database

    def read(self, name: str, default: object = None) -> object:
        """Return a setting, or ``default`` if it was never set."""
        query = SettingTable.select(SettingTable.value).where(SettingTable.name == name)
        row = query.tuples().first(self._database)
        return default if row is None else json.loads(row[0])

    def write(self, name: str, value: object) -> None:
        """Set a setting."""
        text = json.dumps(value, ensure_ascii=False)
        insert = SettingTable.insert(name=name, value=text)
        insert.on_conflict(
            conflict_target=[SettingTable.name], update={SettingTable.value: text}
        ).execute(self._database)
