"""Hundreds of people change with one import and change back: in batches, and as if one by one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from notebook_app.foundation.clock import SystemClock
from notebook_app.foundation.progress import Cancelled, Progress
from notebook_app.model.contact import Cadence, CadenceUnit, Role, Stage
from notebook_app.model.conversation import ConversationDraft
from notebook_app.services.import_plan import CardState
from notebook_app.services.import_vcards import ImportOutcome, import_vcards
from notebook_app.services.log_conversation import log_conversation
from notebook_app.services.plan_import import plan_import
from notebook_app.services.save_contact import update_contact
from notebook_app.services.undo import redo_last, undo_last
from notebook_app.services.undo_import import undo_import
from notebook_app.storage.notebook import Notebook
from tests.empty_notebook import content_with
from tests.storage.whole_content import assert_all_is_well, content_of

PEOPLE = 620
"""More than two batches of any kind."""


@pytest.fixture(scope="module")
def content() -> bytes:
    """The file of a notebook with many people of one export, made once."""
    export = b"".join(card(number) for number in range(PEOPLE))
    return content_with(lambda notebook: bring_in(notebook, export), SystemClock(), "DE")


@pytest.fixture
def notebook(tmp_path: Path, content: bytes) -> Iterator[Notebook]:
    """Return a notebook with many people of one export."""
    path = tmp_path / "people.db"
    path.write_bytes(content)
    opened = Notebook.open(path, region="DE")
    yield opened
    opened.close()


def card(number: int, edited: bool = False) -> bytes:
    """Return somebody's card, as it is first or after every kind of edit on the phone."""
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"UID:p-{number}", f"N:No{number};Person;;;"]
    if edited:
        lines += [
            f"FN:Person No{number} Smith",
            f"TEL;TYPE=CELL:0151 2{number:07}",
            f"TEL;TYPE=HOME:030 3{number:07}",
            f"EMAIL:p{number}@mail.example",
            "CATEGORIES:Rowing,Baking",
            "NOTE:Moved in June",
        ]
        if number % 3 == 0:
            lines.append("PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgAB")
    else:
        lines += [
            f"FN:Person No{number}",
            f"TEL;TYPE=CELL:0151 1{number:07}",
            f"EMAIL:p{number}@mail.example",
            "CATEGORIES:Rowing",
        ]
    return "\r\n".join((*lines, "END:VCARD", "")).encode()


def bring_in(notebook: Notebook, data: bytes) -> ImportOutcome:
    """Import ``data``."""
    return import_vcards(notebook, plan_import(notebook, [("phone.vcf", data)]))


def bring_in_edited(notebook: Notebook) -> int:
    """Import the same people, all edited on the phone; return the import's id."""
    outcome = bring_in(notebook, b"".join(card(number, True) for number in range(PEOPLE)))
    assert (outcome.added, outcome.updated) == (0, PEOPLE)
    assert outcome.import_id is not None
    return outcome.import_id


def test_all_were_edited_on_the_phone(notebook: Notebook) -> None:
    some = notebook.contacts.all_ids()[7]
    stored = notebook.contacts.get(some)
    assert stored is not None
    own = replace(stored.details, title="Baker", note="Likes tea")
    draft = replace(notebook.contacts.draft_of(stored), details=own)
    draft = replace(
        draft, stage=Stage.TRUST, roles=(Role.CLIENT,), cadence=Cadence(2, CadenceUnit.WEEKS)
    )
    update_contact(notebook, some, draft)
    log_conversation(notebook, ConversationDraft((some,), "Boats", date(2026, 3, 9)))

    bring_in_edited(notebook)

    for contact in notebook.contacts.many(notebook.contacts.all_ids()):
        number = int(contact.details.name.family.removeprefix("No"))
        assert contact.details.display_name == f"Person No{number} Smith"
        assert [phone.number for phone in contact.details.phones] == [
            f"0151 2{number:07}",
            f"030 3{number:07}",
        ]
        assert [email.address for email in contact.details.emails] == [f"p{number}@mail.example"]
        assert contact.details.tags == ("Rowing", "Baking")
        assert (contact.details.photo is not None) == (number % 3 == 0)
        assert contact.details.note == ("Likes tea" if contact.id == some else "Moved in June")
    edited = notebook.contacts.get(some)
    assert edited is not None
    assert (edited.stage, edited.roles, edited.cadence) == (draft.stage, draft.roles, draft.cadence)
    assert edited.details.title == "Baker"
    people = notebook.database.execute_sql("SELECT people FROM conversation").fetchone()[0]
    assert "Smith" in people
    assert_all_is_well(notebook)
    again = plan_import(
        notebook, [("phone.vcf", b"".join(card(number, True) for number in range(PEOPLE)))]
    )
    assert again.count(CardState.UNCHANGED) == PEOPLE


def test_it_is_undone_and_redone_to_the_last_row(notebook: Notebook) -> None:
    before = content_of(notebook)
    bring_in_edited(notebook)
    after = content_of(notebook)

    undo_last(notebook)
    assert content_of(notebook) == before
    assert_all_is_well(notebook)
    redo_last(notebook)
    assert content_of(notebook) == after
    assert_all_is_well(notebook)


def test_taking_it_back_gives_everybody_what_they_had(notebook: Notebook) -> None:
    ids = notebook.contacts.all_ids()
    before = list(notebook.contacts.many(ids))
    changed = bring_in_edited(notebook)
    after = content_of(notebook)

    undo_import(notebook, changed)

    assert list(notebook.contacts.many(ids)) == before
    assert_all_is_well(notebook)
    cards = notebook.recognition.source_cards(ids)
    assert all("Moved in June" not in card.raw for some in cards.values() for card in some)
    undo_last(notebook)
    assert content_of(notebook) == after
    assert_all_is_well(notebook)


@pytest.mark.parametrize("added", [True, False])
def test_taking_it_back_can_be_stopped_and_leaves_nothing_half_done(
    notebook: Notebook, added: bool
) -> None:
    which = 1 if added else bring_in_edited(notebook)
    before = content_of(notebook)
    seen: list[tuple[int, int]] = []

    def listener(done: int, total: int, text: str) -> None:
        seen.append((done, total))
        if done:
            progress.cancel()

    progress = Progress(listener, interval=0)
    with pytest.raises(Cancelled):
        undo_import(notebook, which, (), progress)

    assert len(seen) == 2
    assert seen[1][1] == PEOPLE
    assert content_of(notebook) == before


def test_updating_can_be_stopped_and_leaves_nothing_half_done(notebook: Notebook) -> None:
    before = content_of(notebook)
    data = b"".join(card(number, True) for number in range(PEOPLE))
    plan = plan_import(notebook, [("phone.vcf", data)])
    progress = Progress(
        lambda done, total, text: progress.cancel() if text == "Importing" and done else None,
        interval=0,
    )

    with pytest.raises(Cancelled):
        import_vcards(notebook, plan, progress)

    assert content_of(notebook) == before
