"""List everyone, or those whom a query finds, with all that is known of them."""

from collections.abc import Iterator
from datetime import date

from notebook_app.model.contact import Contact
from notebook_app.model.people_filter import PeopleFilter
from notebook_app.model.rows import ContactRow
from notebook_app.storage.contact_batches import BATCH, contacts_without_photos
from notebook_app.storage.notebook import Notebook


def people_ids(notebook: Notebook, narrowed: PeopleFilter, today: date) -> list[int]:
    """Return whom a query finds: by name, or best first where it has words."""
    if narrowed.words:
        return [found for batch in notebook.people.search(narrowed, today) for found in batch]
    return notebook.people.ids(narrowed, today, 0, -1)


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
