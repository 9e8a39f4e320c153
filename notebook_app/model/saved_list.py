"""A list: a saved query that keeps itself up to date, with the way it is looked at."""

from enum import StrEnum

from notebook_app.foundation.record import record


class ListLook(StrEnum):
    """How a list is shown: two lines a person, or columns."""

    LIST = ""
    TABLE = "table"


@record
class SavedList:
    """``query``, ``columns`` and ``sort`` are texts of the query language's own readers."""

    id: int
    name: str
    query: str
    columns: str = ""
    sort: str = ""
    look: ListLook = ListLook.LIST
    position: int = 0


LONGEST_LIST_NAME = 80
