"""Finds people by a few letters of their names, within a frame however many there are.

Four ways, each asked only while the ones before found too few: names that begin as typed; names
with words that begin as typed; names whose words begin with the letters (``cm`` for Carla
Mendes); names that have the letters in this order, from their first on. The caller ranks them.
"""

from collections.abc import Iterator

from peewee import SqliteDatabase

from notebook_app.model.name_form import folded
from notebook_app.model.rows import ContactChoice
from notebook_app.model.search_text import match_expression, without_broken_characters
from notebook_app.storage.matching import matching_rows

_LAST = "\U0010ffff"
_COLUMNS = "id, display_name, organization"


class NameSearch:
    """Reads names."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database

    def find(self, letters: str, most: int) -> list[ContactChoice]:
        """Return at most ``most`` people whose names the letters may mean, likely ones first."""
        key = folded(without_broken_characters(letters))
        if not key:
            return []
        found: dict[int, ContactChoice] = {}
        for rows in self._ways(key, letters, most):
            for row in rows:
                found.setdefault(int(str(row[0])), ContactChoice(*row))  # type: ignore[arg-type]
            if len(found) >= most:
                break
        return list(found.values())[:most]

    def some(self, contact_ids: list[int]) -> list[ContactChoice]:
        """Return those of ``contact_ids`` that are in the notebook, in the order given."""
        marks = ", ".join("?" * len(contact_ids))
        rows = self._database.execute_sql(
            f"SELECT {_COLUMNS} FROM contact WHERE deleted_at IS NULL AND id IN ({marks})",
            contact_ids,
        ).fetchall()
        known = {row[0]: ContactChoice(*row) for row in rows}
        return [known[contact_id] for contact_id in contact_ids if contact_id in known]

    def _ways(self, key: str, letters: str, most: int) -> Iterator[list[tuple[object, ...]]]:
        yield self._beginning(key, most)
        yield self._with_words(letters, most)
        if len(key) > 1:
            yield self._with_letters(key, "% ", most)
            yield self._with_letters(key, "%", most)

    def _beginning(self, key: str, most: int) -> list[tuple[object, ...]]:
        rows: list[tuple[object, ...]] = self._database.execute_sql(
            f"SELECT {_COLUMNS} FROM contact WHERE deleted_at IS NULL"
            " AND sort_key >= ? AND sort_key < ? ORDER BY sort_key, id LIMIT ?",
            (key, key + _LAST, most),
        ).fetchall()
        return rows

    def _with_words(self, letters: str, most: int) -> list[tuple[object, ...]]:
        expression = match_expression(letters)
        if not expression:
            return []
        # Not sorted by name: one letter is in a hundred thousand names.
        return matching_rows(
            self._database,
            f"SELECT {_COLUMNS} FROM contact WHERE deleted_at IS NULL AND id IN"
            " (SELECT rowid FROM contact_search WHERE contact_search MATCH ? LIMIT ?)",
            (f"search_name: ({expression})", 4 * most),
        )

    def _with_letters(self, key: str, between: str, most: int) -> list[tuple[object, ...]]:
        pattern = between.join(
            f"\\{letter}" if letter in "%_\\" else letter for letter in key.replace(" ", "")
        )
        rows: list[tuple[object, ...]] = self._database.execute_sql(
            f"SELECT {_COLUMNS} FROM contact WHERE id IN"
            " (SELECT id FROM contact WHERE deleted_at IS NULL AND sort_key >= ?"
            "  AND sort_key < ? AND sort_key LIKE ? ESCAPE '\\' LIMIT ?)",
            (key[0], key[0] + _LAST, pattern + "%", 4 * most),
        ).fetchall()
        return rows
