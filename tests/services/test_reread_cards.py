"""A notebook whose cards were read with fewer fields understands them, once, and loses nothing."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from notebook_app.formats.vcard.fewer_fields import read_with_fewer_fields
from notebook_app.formats.vcard.read import read_stored
from notebook_app.model.card_fingerprint import card_fingerprint
from notebook_app.model.contact import Affiliation, Contact, OwnField
from notebook_app.services.import_vcards import import_vcards
from notebook_app.services.plan_import import plan_import
from notebook_app.services.reread_cards import reread_cards
from notebook_app.services.undo_import import plan_undo_import
from notebook_app.storage.notebook import Notebook
from tests.empty_notebook import empty_notebook

CARDS = Path(__file__).parent.parent / "formats" / "cards"
SAMPLES = ("iphone", "icloud", "nextcloud", "kde", "extras", "fields", "posts", "thunderbird")


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    """A notebook as version 1 left it: its cards read with the fields of that time."""
    opened = empty_notebook(tmp_path / "notebook.db", region="SE")
    plan = plan_import(opened, [CARDS / f"{name}.vcf" for name in SAMPLES])
    import_vcards(opened, plan)
    cards = opened.database.execute_sql("SELECT id, contact_id, raw FROM source_card").fetchall()
    with opened.tidying():
        for card_id, contact_id, raw in cards:
            earlier = read_with_fewer_fields(raw)
            contact = opened.contacts.get(contact_id)
            assert earlier
            assert contact
            details = replace(earlier.details, photo=contact.details.photo)
            draft = replace(opened.contacts.draft_of(contact), details=details)
            opened.contacts.update(contact_id, draft)
            opened.read_cards.restore_stamp(contact_id, contact.created_at)
            fingerprint = card_fingerprint(earlier.details, earlier.photo_hash)
            opened.read_cards.set_fingerprint(card_id, fingerprint)
        opened.read_cards.note_done(0)
    yield opened
    opened.close()


def person(notebook: Notebook, name: str) -> Contact:
    """The one contact of this name."""
    [choice] = notebook.contacts.find(name)
    contact = notebook.contacts.get(choice.id)
    assert contact is not None
    return contact


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_file_is_still_the_same(notebook: Notebook, name: str) -> None:
    plan = plan_import(notebook, [CARDS / f"{name}.vcf"])

    assert plan.changes_nothing
    assert all(card.state.value == "unchanged" for card in plan.cards)


def test_lines_become_fields_and_none_is_lost(notebook: Notebook) -> None:
    assert person(notebook, "Lena Sjöberg").details.gender == ""

    gained = reread_cards(notebook)

    lena = person(notebook, "Lena Sjöberg").details
    assert gained > 0
    assert (lena.gender, lena.pronouns, lena.time_zone) == (
        "female",
        "she/her",
        "Europe/Stockholm",
    )
    assert Affiliation("Rowing Club") in lena.affiliations
    assert OwnField("Shoe size", "39") in lena.own_fields
    for (contact_id,) in notebook.database.execute_sql("SELECT id FROM contact").fetchall():
        contact = notebook.contacts.get(contact_id)
        assert contact
        [source] = notebook.recognition.source_cards([contact_id])[contact_id]
        card = read_stored(source.raw)
        assert card
        assert replace(contact.details, photo=None) == replace(card.details, photo=None)


def test_what_was_changed_here_stays(notebook: Notebook) -> None:
    lena = person(notebook, "Lena Sjöberg")
    changed = replace(lena.details, title="Founder", note="Mine")
    with notebook.change("Changed Lena") as change:
        draft = replace(notebook.contacts.draft_of(lena), details=changed)
        notebook.contacts.update(lena.id, draft)
        change.touch_everything()

    reread_cards(notebook)

    again = person(notebook, "Lena Sjöberg").details
    assert (again.title, again.note, again.gender) == ("Founder", "Mine", "female")


def test_it_is_done_once_and_is_nothing_to_undo(notebook: Notebook) -> None:
    label = notebook.journal.undo_label()

    assert reread_cards(notebook) > 0
    assert reread_cards(notebook) == 0
    assert notebook.journal.undo_label() == label


def test_nobody_counts_as_edited_by_it(notebook: Notebook) -> None:
    [past] = notebook.import_history.all()

    reread_cards(notebook)

    assert plan_undo_import(notebook, past.id).touched == ()


def test_a_new_notebook_has_nothing_to_read_anew(tmp_path: Path) -> None:
    notebook = empty_notebook(tmp_path / "new.db")
    try:
        assert notebook.read_cards.waiting() is None
    finally:
        notebook.close()
