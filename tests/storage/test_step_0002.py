"""Version 2: what its step makes of a notebook of version 1."""

import sqlite3
from contextlib import closing
from pathlib import Path

from notebook_app.foundation.clock import StoppedClock
from notebook_app.model.contact import ContactDetails, ContactDraft, RelatedName
from notebook_app.model.found import FoundKind
from notebook_app.services.search_everything import search_everything
from notebook_app.storage.notebook import Notebook
from tests.storage.samples.make_sample import unpack_sample
from tests.storage.whole_content import assert_all_is_well


def test_organisations_can_be_compared_at_once(path: Path, clock: StoppedClock) -> None:
    """Without accents and case, as those that are stored later."""
    unpack_sample(1, path)
    with closing(sqlite3.connect(path)) as database:
        database.execute("DROP TRIGGER contact_search_update")
        database.execute("UPDATE contact SET organization = 'Ågren & Söner' WHERE id = 1")
        database.commit()
    notebook = Notebook.open(path, clock)
    rows = notebook.database.execute_sql("SELECT organization_key FROM contact WHERE id = 1")
    assert rows.fetchall() == [("agren & soner",)]
    notebook.close()


def test_related_people_keep_their_names_and_their_undo(path: Path, clock: StoppedClock) -> None:
    """The column that linked them went; what the journal says of it does no harm."""
    unpack_sample(1, path)
    with closing(sqlite3.connect(path)) as database:
        before = database.execute("SELECT id, name, label FROM related_name").fetchall()
    notebook = Notebook.open(path, clock)
    with notebook.change("Changed"):
        contact = notebook.contacts.get(2)
        assert contact is not None
        details = ContactDetails("Somebody", related=(RelatedName("Agnes", "sister", "urn:1"),))
        notebook.contacts.update(2, ContactDraft(details))
    found = notebook.contacts.get(2)
    assert found is not None
    assert found.details.related == (RelatedName("Agnes", "sister", "urn:1"),)
    notebook.undo()
    rows = notebook.database.execute_sql("SELECT id, name, label FROM related_name").fetchall()
    assert rows == before
    notebook.close()


def test_what_was_written_before_is_found(path: Path, clock: StoppedClock) -> None:
    """Follow-ups, events and opportunities, in the spellings that the index does not know."""
    unpack_sample(1, path)
    with closing(sqlite3.connect(path)) as database:
        database.execute("UPDATE follow_up SET note = 'Straße' WHERE id = 1")
        database.execute("UPDATE event SET name = '田中 party' WHERE id = 1")
        database.execute("UPDATE opportunity SET title = 'Søknad' WHERE id = 1")
        database.commit()
    notebook = Notebook.open(path, clock)
    for words, kind in (
        ("strasse", FoundKind.FOLLOW_UPS),
        ("中", FoundKind.EVENTS),
        ("soknad", FoundKind.OPPORTUNITIES),
    ):
        (group,) = search_everything(notebook, words, 5)
        assert (group.kind, [found.id for found in group.results]) == (kind, [1])
    assert_all_is_well(notebook)
    notebook.close()
