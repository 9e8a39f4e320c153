"""From a key in the search over everything to the first page of all groups, without the window.

The window reads one group at a time and takes keys in between, so the longest group is what a
key may have to wait.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing

from notebook_app.model.found import FoundKind
from notebook_app.model.search_text import match_expression
from notebook_app.services.search_everything import search_for
from notebook_app.storage.notebook import Notebook
from notebook_app.storage.search_everything import COUNTED
from tests.benchmarks.figures import Figure, milliseconds
from tests.benchmarks.generated_notebook import generated_notebook
from tests.benchmarks.keys_compared import keys_compared

_A_PAGE = 6
_INDEXES = ("contact", "conversation", "follow_up", "event", "opportunity")


def searching_everything(contacts: int) -> Iterator[Figure]:
    """What a key takes in all groups, and in the longest."""
    path = generated_notebook(contacts)
    notebook = Notebook.open(path, check=False)
    longest = 0.0

    def all_groups(text: str) -> float:
        nonlocal longest
        groups = _groups(notebook, text)
        longest = max(longest, *groups)
        return sum(groups)

    with closing(sqlite3.connect(path)) as bare:
        yield from keys_compared("everything", all_groups, lambda text: _bare_query(bare, text))
    yield Figure("everything, longest group", longest)
    notebook.close()


def _groups(notebook: Notebook, text: str) -> list[float]:
    """Return how long each group of a search takes."""
    search = search_for(notebook, text)
    return [milliseconds(lambda kind=kind: search.group(kind).more(_A_PAGE)) for kind in FoundKind]  # type: ignore[misc]


def _bare_query(database: sqlite3.Connection, text: str) -> Callable[[], object]:
    expression = match_expression(text)
    return lambda: [
        database.execute(
            f"SELECT rowid FROM {index}_search WHERE {index}_search MATCH ?"
            " ORDER BY rowid DESC LIMIT ?",
            (expression, COUNTED),
        ).fetchall()
        for index in _INDEXES
        if expression
    ]
