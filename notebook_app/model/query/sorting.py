"""What the people list may be sorted by, and how that is written: ``last``, ``-due``."""

from enum import StrEnum

from notebook_app.foundation.record import record
from notebook_app.model.name_form import folded
from notebook_app.model.query.keys import OTHER_NAMES
from notebook_app.model.query.mistake import QueryMistake, meant
from notebook_app.model.query.parse import Vocabulary


class SortKey(StrEnum):
    """What to sort by; FIELD is an own field."""

    NAME = "name"
    LAST = "last"
    DUE = "due"
    ADDED = "added"
    CHANGED = "changed"
    CITY = "city"
    ORG = "org"
    STAGE = "stage"
    BIRTHDAY = "birthday"
    FIELD = "field"


@record
class ListSort:
    """A key, its direction, and the key of the own field for FIELD. Blanks always come last."""

    key: SortKey = SortKey.NAME
    descending: bool = False
    own_field: str = ""

    @property
    def text(self) -> str:
        """The text that ``parse_sort`` reads; empty for the usual order."""
        name = self.own_field if self.key is SortKey.FIELD else self.key.value
        text = f"-{name}" if self.descending else name
        return "" if self == BY_NAME else text


BY_NAME = ListSort()


def parse_sort(text: str, vocabulary: Vocabulary) -> ListSort:
    """Return what ``last`` or ``-shoe-size`` means; nothing is the order of the names.

    Raises:
        QueryMistake: there is nothing of that name to sort by.
    """
    bare = text.strip()
    descending = bare.startswith("-")
    name = folded(bare.removeprefix("-"))
    name = OTHER_NAMES.get(name, name)
    if not name:
        return BY_NAME
    standing = {key.value: key for key in SortKey if key is not SortKey.FIELD}
    if name in standing:
        return ListSort(standing[name], descending)
    if name in vocabulary.own_fields:
        return ListSort(SortKey.FIELD, descending, name)
    hint = meant(name, (*standing, *vocabulary.own_fields))
    hint = hint or f" There is {', '.join(standing)}."
    raise QueryMistake(f"People can't be sorted by “{bare[:40]}”.{hint}", 0, len(text), text)
