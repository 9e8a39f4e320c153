"""From a key in the search, or another list chosen, to the first lines, without the window."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from functools import partial

from notebook_app.model.query.parse import parse_query
from notebook_app.model.query.ready_lists import READY_LISTS
from notebook_app.model.query.sorting import BY_NAME, ListSort, SortKey
from notebook_app.model.query.terms import words_query
from notebook_app.model.search_text import match_expression
from notebook_app.storage.notebook import Notebook
from tests.benchmarks.figures import Figure, milliseconds, percentile
from tests.benchmarks.generated_notebook import generated_notebook
from tests.benchmarks.keys_compared import keys_compared

_A_PAGE = 100
_A_SCREEN = 15
LISTS = (
    *(ready.query for ready in READY_LISTS),
    *("has:email", "last:never", "-has:phone,email", "last:>90d", "stage:trust", "tag:vip"),
    *("-tag:vip", "has:birthday", "name:anna", "has:email last:>90d", "kind:person", "org:a*"),
)
"""Lists of all sorts: of few, of nearly all, of nobody."""

_BARE = (
    "SELECT rowid FROM contact_search WHERE contact_search MATCH ? LIMIT 100",
    "SELECT rowid FROM conversation_search WHERE conversation_search MATCH ?"
    " ORDER BY rowid DESC LIMIT 100",
)


def searching(contacts: int) -> Iterator[Figure]:
    """What a key and a list take on a large notebook."""
    path = generated_notebook(contacts)
    notebook = Notebook.open(path, check=False)
    with closing(sqlite3.connect(path)) as bare:
        yield from keys_compared(
            "search",
            lambda text: milliseconds(_first_page(notebook, text)),
            lambda text: _bare_query(bare, text),
        )
    yield from _lists(notebook)
    notebook.close()


def _lists(notebook: Notebook) -> Iterator[Figure]:
    """The first lines of narrowed and sorted lists, the better of three times each."""
    today, taken = date.today(), []
    sorts = [BY_NAME, ListSort(SortKey.LAST), ListSort(SortKey.DUE), ListSort(SortKey.STAGE, True)]
    for text in LISTS:
        for sort in sorts:
            query = parse_query(text)
            begin = partial(notebook.people.beginning, query, today, sort)
            first = begin().ids[:_A_SCREEN]
            lines = milliseconds(partial(notebook.people.rows, first))
            taken.append(
                (min(milliseconds(begin) for _ in range(3)) + lines, f"{text} {sort.text}")
            )
    slowest, what = max(taken)
    value = percentile([each for each, _ in taken], 0.95)
    yield Figure("first lines of another list, 95 % of lists and orders", value)
    yield Figure(f"first lines of another list, slowest: {what.strip()!r}", slowest)


def _first_page(notebook: Notebook, text: str) -> Callable[[], object]:
    def search() -> None:
        ids: list[int] = []
        for batch in notebook.people.search(words_query(text), date.today()):
            ids += batch
            if len(ids) >= _A_PAGE:
                break
        notebook.people.rows(ids[:_A_PAGE])

    return search


def _bare_query(database: sqlite3.Connection, text: str) -> Callable[[], object]:
    expression = match_expression(text)
    return lambda: [database.execute(sql, (expression,)).fetchall() for sql in _BARE if expression]
