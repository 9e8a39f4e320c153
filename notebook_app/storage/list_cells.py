"""What the columns of a list show of some contacts: one small indexed query for each column that
is not in the contact's own row.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from peewee import SqliteDatabase

from notebook_app.model.partial_date import PartialDate
from notebook_app.model.query.columns import ColumnKey, ListColumn
from notebook_app.storage.own_field_names import own_field_names

Cell = str | date | PartialDate | None

_OWN_ROW: Final = {
    ColumnKey.NAME: "display_name",
    ColumnKey.ORG: "organization",
    ColumnKey.TITLE: "title",
    ColumnKey.STAGE: "stage",
    ColumnKey.BIRTHDAY: "birthday",
    ColumnKey.ADDED: "substr(created_at, 1, 10)",
    ColumnKey.CHANGED: "substr(changed_at, 1, 10)",
    ColumnKey.LAST: "(SELECT last_on FROM last_touch WHERE contact_id = contact.id)",
    ColumnKey.DUE: (
        "(SELECT min(due_on) FROM follow_up WHERE contact_id = contact.id AND state = 'open')"
    ),
}
_BELONGINGS: Final = {
    ColumnKey.CITY: "SELECT contact_id, city FROM address WHERE {} ORDER BY position",
    ColumnKey.COUNTRY: "SELECT contact_id, country FROM address WHERE {} ORDER BY position",
    ColumnKey.PHONE: (
        "SELECT contact_id, number FROM phone WHERE {} ORDER BY preferred DESC, position"
    ),
    ColumnKey.EMAIL: (
        "SELECT contact_id, address FROM email WHERE {} ORDER BY preferred DESC, position"
    ),
    ColumnKey.ROLE: "SELECT contact_id, role FROM contact_role WHERE {} ORDER BY id",
    ColumnKey.TAG: (
        "SELECT contact_id, tag.name FROM contact_tag JOIN tag ON tag.id = tag_id WHERE {}"
        " ORDER BY contact_tag.position, tag.folded_name"
    ),
}
_ALL_OF_THEM: Final = (ColumnKey.ROLE, ColumnKey.TAG)
_DATES: Final = (ColumnKey.LAST, ColumnKey.DUE, ColumnKey.ADDED, ColumnKey.CHANGED)


class ListCells:
    """Reads the cells of lists."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database

    def rows(
        self, contact_ids: Sequence[int], columns: Sequence[ListColumn]
    ) -> dict[int, tuple[Cell, ...]]:
        """Return the cells of each contact by its id, in the order of ``columns``.

        Of several phones or cities the first is shown, of tags and roles all.
        """
        found = [self._column(contact_ids, column) for column in columns]
        return {
            contact_id: tuple(cells.get(contact_id) for cells in found)
            for contact_id in contact_ids
        }

    def _column(self, ids: Sequence[int], column: ListColumn) -> dict[int, Cell]:
        marks = ",".join("?" * len(ids))
        values: list[object] = list(ids)
        key = column.key
        if key in _OWN_ROW:
            sql = f"SELECT id, {_OWN_ROW[key]} FROM contact WHERE id IN ({marks})"
        elif key is ColumnKey.FIELD:
            names = own_field_names(self._database, column.own_field)
            sql = (
                f"SELECT contact_id, value FROM own_field WHERE contact_id IN ({marks})"
                f" AND folded_name IN ({','.join('?' * len(names))}) ORDER BY position"
            )
            values += names
        else:
            sql = _BELONGINGS[key].format(f"contact_id IN ({marks})")
        cells: dict[int, Cell] = {}
        for contact_id, text in self._database.execute_sql(sql, values):
            if text is None or text == "":
                continue
            before = cells.get(contact_id)
            if before is None:
                cells[contact_id] = _cell(key, str(text))
            elif key in _ALL_OF_THEM:
                cells[contact_id] = f"{before}, {text}"
        return cells


def _cell(key: ColumnKey, text: str) -> Cell:
    if key in _DATES:
        return date.fromisoformat(text)
    return PartialDate.parse(text) if key is ColumnKey.BIRTHDAY else text
