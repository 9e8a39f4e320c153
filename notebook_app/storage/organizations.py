"""Reads organisations and their people, who are found by the organisation's name."""

from peewee import SqliteDatabase

from notebook_app.model.name_form import folded
from notebook_app.model.rows import ContactChoice

# The indexes leave out contacts without an organisation, which has to be said for them to serve.
_MEMBERS = (
    " FROM contact WHERE id IN ("
    "SELECT id FROM contact WHERE organization_key IN (:first, :second) AND organization_key <> ''"
    " UNION SELECT contact_id FROM affiliation"
    " WHERE organization_key IN (:first, :second) AND organization_key <> '')"
    " AND deleted_at IS NULL AND id <> :contact AND kind = 'person'"
)


class OrganizationStore:
    """Reads who belongs to which organisation."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database

    def people(self, contact_id: int, first: int = 0, most: int = 50) -> list[ContactChoice]:
        """Return a page of an organisation's people, by name; ``organization`` is their title."""
        rows = self._database.execute_sql(
            f"SELECT id, display_name, title{_MEMBERS}"
            " ORDER BY sort_key, id LIMIT :most OFFSET :first_row",
            {**self._keys(contact_id), "most": most, "first_row": first},
        )
        return [ContactChoice(*row) for row in rows]

    def count(self, contact_id: int) -> int:
        """Return how many people an organisation has."""
        sql = f"SELECT count(*){_MEMBERS}"
        return int(self._database.execute_sql(sql, self._keys(contact_id)).fetchone()[0])

    def people_by_name(self, name: str) -> list[int]:
        """Return the ids of all people of the organisation of this name, in no order."""
        key = folded(name)
        keys = {"first": key, "second": key, "contact": 0}
        rows = self._database.execute_sql(f"SELECT id{_MEMBERS}", keys)
        return [contact_id for (contact_id,) in rows.fetchall()]

    def named(self, name: str) -> int | None:
        """Return the id of the organisation with this name that is a contact, or None."""
        key = folded(name)
        row = self._database.execute_sql(
            "SELECT id FROM contact WHERE kind = 'organization' AND kind <> 'person'"
            " AND deleted_at IS NULL AND ? IN (sort_key, organization_key) AND ? <> ''"
            " ORDER BY id LIMIT 1",
            (key, key),
        ).fetchone()
        return None if row is None else int(row[0])

    def _keys(self, contact_id: int) -> dict[str, object]:
        """Return the names that an organisation's people may give it."""
        row = self._database.execute_sql(
            "SELECT sort_key, organization_key FROM contact WHERE id = ? AND kind = 'organization'",
            (contact_id,),
        ).fetchone()
        first, second = row if row is not None else ("", "")
        return {"first": first, "second": second or first, "contact": contact_id}
