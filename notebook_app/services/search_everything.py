"""Search everything: the first results of each group that has any."""

from dataclasses import dataclass

from notebook_app.model.found import Found, FoundKind
from notebook_app.storage.notebook import Notebook
from notebook_app.storage.search_everything import EverythingSearch


@dataclass(frozen=True, slots=True)
class FirstFound:
    """The first results of a group; there are ``count`` of them, or more if not ``counted_all``."""

    kind: FoundKind
    results: tuple[Found, ...]
    count: int
    counted_all: bool


def search_for(notebook: Notebook, words: str) -> EverythingSearch:
    """Return a search whose groups are read as they are looked at."""
    return EverythingSearch(notebook.database, words)


def search_everything(notebook: Notebook, words: str, most_each: int) -> list[FirstFound]:
    """Return the groups that have results, each with at most ``most_each`` of them."""
    search = search_for(notebook, words)
    groups = []
    for kind in FoundKind:
        group = search.group(kind)
        results = tuple(group.more(most_each))
        if results:
            groups.append(FirstFound(kind, results, group.count, group.counted_all))
    return groups
