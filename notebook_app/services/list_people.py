"""List everyone, or those whom a query finds, with all that is known of them."""

from collections.abc import Iterator
from datetime import date

from notebook_app.model.contact import Contact
from notebook_app.model.query.mistake import QueryMistake
from notebook_app.model.query.parse import parse_query
from notebook_app.model.query.search_words import search_expression
from notebook_app.model.query.sorting import BY_NAME, ListSort
from notebook_app.model.query.terms import PeopleQuery
from notebook_app.model.rows import ContactRow
from notebook_app.storage.contact_batches import BATCH, contacts_without_photos
from notebook_app.storage.notebook import Notebook


def read_query(notebook: Notebook, text: str) -> PeopleQuery:
    """Return what a query means in this notebook, with its own fields and lists.

    Raises:
        QueryMistake: it can't be understood.
    """
    return parse_query(text, notebook.saved_lists.vocabulary())


def people_ids(
    notebook: Notebook, query: PeopleQuery, today: date, sort: ListSort | None = None
) -> list[int]:
    """Return whom a query finds: sorted as asked, else best first for words, else by name."""
    if search_expression(query.searches):
        found = [found for batch in notebook.people.search(query, today) for found in batch]
        return found if sort is None else notebook.people.sorted_among(found, sort)
    if sort is None or sort == BY_NAME:
        return notebook.people.ids(query, today, 0, -1)
    return notebook.people.all_ids(query, today, sort)


def list_counts(notebook: Notebook, today: date) -> dict[int, int]:
    """Return how many people each saved list has, by its id; a list with a mistake has none."""
    vocabulary = notebook.saved_lists.vocabulary()
    counts: dict[int, int] = {}
    for saved in notebook.saved_lists.all():
        try:
            query = parse_query(saved.query, vocabulary)
        except QueryMistake:
            continue
        if query.searches:
            counts[saved.id] = len(people_ids(notebook, query, today))
        else:
            counts[saved.id] = notebook.people.count(query, today)
    return counts


def people_rows(notebook: Notebook, contact_ids: list[int]) -> Iterator[ContactRow]:
    """Yield the lines of a list, read in batches."""
    for start in range(0, len(contact_ids), BATCH):
        yield from notebook.people.rows(contact_ids[start : start + BATCH])


def people_with_rows(
    notebook: Notebook, contact_ids: list[int]
) -> Iterator[tuple[Contact, ContactRow]]:
    """Yield contacts, without the bytes of their photos, each with its line."""
    yield from zip(
        contacts_without_photos(notebook.database, contact_ids),
        people_rows(notebook, contact_ids),
        strict=True,
    )
