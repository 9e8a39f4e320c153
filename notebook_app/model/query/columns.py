"""The columns that a list of people may show, how they are chosen, and their widths."""

from collections.abc import Sequence
from enum import StrEnum

from notebook_app.foundation.record import record
from notebook_app.model.name_form import folded
from notebook_app.model.query.keys import OTHER_NAMES
from notebook_app.model.query.mistake import QueryMistake, meant
from notebook_app.model.query.parse import Vocabulary
from notebook_app.model.query.sorting import ListSort, SortKey


class ColumnKey(StrEnum):
    """What a column shows; FIELD is an own field."""

    NAME = "name"
    ORG = "org"
    TITLE = "title"
    CITY = "city"
    COUNTRY = "country"
    PHONE = "phone"
    EMAIL = "email"
    STAGE = "stage"
    ROLE = "role"
    TAG = "tag"
    LAST = "last"
    DUE = "due"
    BIRTHDAY = "birthday"
    ADDED = "added"
    CHANGED = "changed"
    FIELD = "field"


@record
class ListColumn:
    """A column; ``own_field`` is the key of the own field, ``width`` in ems, 0 as it comes."""

    key: ColumnKey
    own_field: str = ""
    width: int = 0

    @property
    def name(self) -> str:
        """The word that chooses the column."""
        return self.own_field if self.key is ColumnKey.FIELD else self.key.value

    @property
    def sort(self) -> ListSort | None:
        """What a click on its header sorts by, upwards; None if it doesn't."""
        if self.key is ColumnKey.FIELD:
            return ListSort(SortKey.FIELD, own_field=self.own_field)
        standing = {key.value: key for key in SortKey}
        return ListSort(standing[self.key.value]) if self.key.value in standing else None


USUAL_COLUMNS = (
    ListColumn(ColumnKey.NAME),
    ListColumn(ColumnKey.ORG),
    ListColumn(ColumnKey.CITY),
    ListColumn(ColumnKey.STAGE),
    ListColumn(ColumnKey.LAST),
    ListColumn(ColumnKey.DUE),
)


def parse_columns(text: str, vocabulary: Vocabulary) -> tuple[ListColumn, ...]:
    """Return what ``name,city,last`` or ``name=14,shoe-size=6`` means; each column once.

    Raises:
        QueryMistake: there is no column of a name; its place is in the text.
    """
    columns: list[ListColumn] = []
    at = 0
    for part in text.split(","):
        start = at
        at += len(part) + 1
        name, _, width = part.partition("=")
        if not name.strip():
            continue
        column = _column(name, vocabulary)
        if column is None:
            known = [key.value for key in ColumnKey if key is not ColumnKey.FIELD]
            hint = meant(folded(name), (*known, *vocabulary.own_fields))
            hint = hint or f" There is {', '.join(known)}."
            raise QueryMistake(
                f"There is no column “{name.strip()[:40]}”.{hint}",
                start,
                len(part),
                text,
            )
        if all(column.name != other.name for other in columns):
            wide = int(width) if width.isascii() and width.isdecimal() and len(width) < 4 else 0
            columns.append(ListColumn(column.key, column.own_field, wide))
    return tuple(columns)


def columns_text(columns: Sequence[ListColumn]) -> str:
    """Return what ``parse_columns`` reads."""
    return ",".join(
        f"{column.name}={column.width}" if column.width else column.name for column in columns
    )


def _column(name: str, vocabulary: Vocabulary) -> ListColumn | None:
    word = folded(name)
    word = OTHER_NAMES.get(word, word)
    standing = {key.value: key for key in ColumnKey if key is not ColumnKey.FIELD}
    if word in standing:
        return ListColumn(standing[word])
    return ListColumn(ColumnKey.FIELD, word) if word in vocabulary.own_fields else None
