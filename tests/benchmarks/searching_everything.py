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
from tests.benchmarks.figures import Figure, milliseconds, percentile
from tests.benchmarks.generated_notebook import generated_notebook
from tests.benchmarks.typed_words import typed_words

_A_PAGE = 6
_INDEXES = ("contact", "conversation", "follow_up", "event", "opportunity")


def searching_everything(contacts: int) -> Iterator[Figure]:
    """Each text is searched after all others, so that only SQLite's own caches help."""
    path = generated_notebook(contacts)
    notebook = Notebook.open(path, check=False)
    with closing(sqlite3.connect(path)) as bare:
        every: list[float] = []
        every_bare: list[float] = []
        longest = slowest = 0.0
        slowest_text = ""
        for sort, texts in typed_words().items():
            ours, theirs = [], []
            for text in texts:
                groups = _groups(notebook, text)
                longest = max(longest, *groups)
                ours.append(sum(groups))
                theirs.append(milliseconds(_bare_query(bare, text)))
                if ours[-1] > slowest:
                    slowest, slowest_text = ours[-1], text
            every += ours
            every_bare += theirs
            what = f"everything, {sort}, 95 % of keys"
            yield Figure(what, percentile(ours, 0.95), "ms", percentile(theirs, 0.95), "bare FTS5")
    yield Figure(
        "everything, all keys, 95 % of keys",
        percentile(every, 0.95),
        "ms",
        percentile(every_bare, 0.95),
        "bare FTS5",
    )
    yield Figure(f"everything, slowest key: {slowest_text!r}", slowest)
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
