"""Stores tags: their names, colours and cadences. Taking one away never takes people with it."""

from collections.abc import Iterable

from peewee import SqliteDatabase

from notebook_app.foundation.clock import Clock
from notebook_app.model.contact import Cadence, CadenceUnit
from notebook_app.model.name_form import folded
from notebook_app.model.tag import TagColour, TagRow, tag_colour
from notebook_app.storage.attached_names import refresh_words

_COUNTED = (
    "(SELECT count(*) FROM contact_tag WHERE tag_id = tag.id"
    " AND contact_id NOT IN (SELECT id FROM contact WHERE deleted_at IS NOT NULL))"
)


class TagStore:
    """Reads and writes tags. Writing belongs into a ``Notebook.change``."""

    def __init__(self, database: SqliteDatabase, clock: Clock) -> None:
        """Take the open notebook and the clock for time stamps."""
        self._database = database
        self._clock = clock

    def all(self) -> list[TagRow]:
        """Return all tags in alphabetical order."""
        rows = self._database.execute_sql(
            f"SELECT id, name, color, {_COUNTED}, cadence_count, cadence_unit FROM tag"
            " ORDER BY folded_name"
        )
        return [tag_row(row) for row in rows]

    def names(self) -> list[str]:
        """Return the names of all tags in alphabetical order."""
        rows = self._database.execute_sql("SELECT name FROM tag ORDER BY folded_name")
        return [name for (name,) in rows]

    def most_used(self, most: int) -> list[str]:
        """Return the names of the tags that the most contacts carry."""
        rows = self._database.execute_sql(
            "SELECT tag.name FROM (SELECT tag_id, count(*) AS used FROM contact_tag"
            "  GROUP BY tag_id ORDER BY used DESC LIMIT ?) JOIN tag ON tag.id = tag_id"
            " ORDER BY used DESC, tag.folded_name",
            (most,),
        )
        return [name for (name,) in rows]

    def get(self, tag_id: int) -> TagRow | None:
        """Return a tag, or None."""
        row = self._database.execute_sql(
            f"SELECT id, name, color, {_COUNTED}, cadence_count, cadence_unit FROM tag"
            " WHERE id = ?",
            (tag_id,),
        ).fetchone()
        return None if row is None else tag_row(row)

    def named(self, name: str) -> TagRow | None:
        """Return the tag of that name, accents and case aside, or None."""
        row = self._database.execute_sql(
            "SELECT id FROM tag WHERE folded_name = ?", (folded(name),)
        ).fetchone()
        return None if row is None else self.get(int(row[0]))

    def colours(self) -> dict[str, TagColour]:
        """Return the colours of the tags that have one, by folded name."""
        rows = self._database.execute_sql("SELECT folded_name, color FROM tag WHERE color <> ''")
        return {name: tag_colour(color) for name, color in rows}

    def carriers(self, tag_id: int) -> list[int]:
        """Return all contacts that carry a tag, those in the trash too."""
        rows = self._database.execute_sql(
            "SELECT contact_id FROM contact_tag WHERE tag_id = ? ORDER BY contact_id", (tag_id,)
        )
        return [contact_id for (contact_id,) in rows]

    def insert(self, name: str) -> int:
        """Store a new tag and return its row id; its name must be free."""
        return int(
            self._database.execute_sql(
                "INSERT INTO tag(name, folded_name) VALUES (?, ?)", (name.strip(), folded(name))
            ).lastrowid
        )

    def rename(self, tag_id: int, name: str) -> None:
        """Give a tag another name, which must be free."""
        self._database.execute_sql(
            "UPDATE tag SET name = ?, folded_name = ? WHERE id = ?",
            (name.strip(), folded(name), tag_id),
        )

    def set_colour(self, tag_id: int, colour: TagColour) -> None:
        """Give a tag a colour, or none."""
        self._database.execute_sql("UPDATE tag SET color = ? WHERE id = ?", (colour.value, tag_id))

    def set_cadence(self, tag_id: int, cadence: Cadence | None) -> None:
        """Say how often to be in touch with those who carry a tag."""
        self._database.execute_sql(
            "UPDATE tag SET cadence_count = ?, cadence_unit = ? WHERE id = ?",
            (
                cadence.count if cadence else None,
                cadence.unit.value if cadence else None,
                tag_id,
            ),
        )

    def hand_over(self, tag_id: int, other_id: int) -> None:
        """Put another tag on all who carry this one, at the same place, and take this one off."""
        self._database.execute_sql(
            "UPDATE contact_tag SET tag_id = ? WHERE tag_id = ? AND contact_id NOT IN"
            " (SELECT contact_id FROM contact_tag WHERE tag_id = ?)",
            (other_id, tag_id, other_id),
        )
        self._database.execute_sql("DELETE FROM contact_tag WHERE tag_id = ?", (tag_id,))

    def delete(self, tag_id: int) -> None:
        """Take a tag off everybody and out of the notebook."""
        self._database.execute_sql("DELETE FROM contact_tag WHERE tag_id = ?", (tag_id,))
        self._database.execute_sql("DELETE FROM tag WHERE id = ?", (tag_id,))

    def refresh_carriers(self, contact_ids: Iterable[int]) -> None:
        """Bring up to date what contacts are found by, after their tags have changed."""
        refresh_words(self._database, list(contact_ids), self._clock.stamp())


def tag_row(row: tuple[object, ...]) -> TagRow:
    """Return a tag from (id, name, color, count, cadence_count, cadence_unit)."""
    tag_id, name, color, count, every, unit = row
    cadence = None if every is None else Cadence(int(str(every)), CadenceUnit(str(unit)))
    return TagRow(int(str(tag_id)), str(name), tag_colour(str(color)), int(str(count)), cadence)
