"""Saved lists, and what a notebook adds to the query language."""

from collections.abc import Sequence
from typing import Final

from peewee import SqliteDatabase

from notebook_app.model.query.parse import Vocabulary
from notebook_app.model.query.ready_lists import READY_LISTS
from notebook_app.model.saved_list import ListLook, SavedList
from notebook_app.storage.own_field_names import all_own_field_names, own_field_names

_COLUMNS = "id, name, query, columns, sort, view, position"

_KNOWN_VALUES: Final = {
    "tag": "SELECT name FROM tag ORDER BY folded_name",
    "city": "SELECT DISTINCT city FROM address WHERE city <> '' ORDER BY city",
    "country": "SELECT DISTINCT country FROM address WHERE country <> '' ORDER BY country",
    "met": "SELECT DISTINCT name FROM event ORDER BY happens_on DESC LIMIT 2000",
    "from": "SELECT DISTINCT file_name FROM import_record ORDER BY id DESC LIMIT 200",
}


class SavedListStore:
    """Reads and writes saved lists."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database

    def all(self) -> list[SavedList]:
        """Return all lists in the user's order."""
        rows = self._database.execute_sql(
            f"SELECT {_COLUMNS} FROM saved_list ORDER BY position, id"
        )
        return [_saved_list(row) for row in rows]

    def get(self, list_id: int) -> SavedList | None:
        """Return a list, or None."""
        rows = self._database.execute_sql(
            f"SELECT {_COLUMNS} FROM saved_list WHERE id = ?", (list_id,)
        ).fetchall()
        return _saved_list(rows[0]) if rows else None

    def vocabulary(self) -> Vocabulary:
        """Return what this notebook adds to the query language: own fields, lists."""
        own_fields = all_own_field_names(self._database)
        ready = [(ready.name, ready.query) for ready in READY_LISTS]
        return Vocabulary.of(
            own_fields, [*ready, *((each.name, each.query) for each in self.all())]
        )

    def values_of(self, key: str) -> list[str]:
        """Return what the notebook has for a key of the query language, to choose from."""
        if key in _KNOWN_VALUES:
            rows = self._database.execute_sql(_KNOWN_VALUES[key])
            return [value for (value,) in rows]
        names = own_field_names(self._database, key)
        marks = ",".join("?" * len(names))
        rows = self._database.execute_sql(
            f"SELECT DISTINCT value FROM own_field WHERE folded_name IN ({marks}) LIMIT 500", names
        )
        return sorted(value for (value,) in rows)

    def insert(self, new: SavedList) -> int:
        """Store a new list behind the others and return its id; that of ``new`` is not looked at.

        Must run inside a change.
        """
        cursor = self._database.execute_sql(
            "INSERT INTO saved_list(name, query, columns, sort, view, position) VALUES"
            " (?, ?, ?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM saved_list))",
            (new.name, new.query, new.columns, new.sort, new.look.value),
        )
        return int(cursor.lastrowid)

    def update(self, changed: SavedList) -> None:
        """Store a list as it is now. Must run inside a change."""
        self._database.execute_sql(
            "UPDATE saved_list SET name = ?, query = ?, columns = ?, sort = ?, view = ?"
            " WHERE id = ?",
            (
                changed.name,
                changed.query,
                changed.columns,
                changed.sort,
                changed.look.value,
                changed.id,
            ),
        )

    def delete(self, list_id: int) -> None:
        """Forget a list; nobody in it is touched. Must run inside a change."""
        self._database.execute_sql("DELETE FROM saved_list WHERE id = ?", (list_id,))

    def put_in_order(self, list_ids: Sequence[int]) -> None:
        """Give the lists the order of their ids here. Must run inside a change."""
        for position, list_id in enumerate(list_ids, 1):
            self._database.execute_sql(
                "UPDATE saved_list SET position = ? WHERE id = ? AND position <> ?",
                (position, list_id, position),
            )


def _saved_list(row: tuple[object, ...]) -> SavedList:
    list_id, name, query, columns, sort, view, position = row
    looks = {look.value: look for look in ListLook}
    return SavedList(
        int(str(list_id)),
        str(name),
        str(query),
        str(columns),
        str(sort),
        looks.get(str(view), ListLook.LIST),
        int(str(position)),
    )
