"""Imports: planned before they are written, nobody twice, undone as a whole, never half done."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path

import pytest

from notebook_app.formats.vcard.cards import ReadCard
from notebook_app.formats.vcard.read import read_cards
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Cancelled, Progress
from notebook_app.model.contact import Contact, ContactDetails, ContactDraft, Phone
from notebook_app.model.query.terms import words_query
from notebook_app.services.import_plan import CardState, ImportPlan
from notebook_app.services.import_vcards import ImportOutcome, import_vcards
from notebook_app.services.plan_import import plan_import
from notebook_app.services.save_contact import add_contact, delete_contacts, update_contact
from notebook_app.services.undo import redo_last, undo_last
from notebook_app.storage.notebook import Notebook
from tests.empty_notebook import empty_notebook

PHONES = (Phone("+49 1555 0000001"),)
SAMPLES = Path(__file__).parents[1] / "formats" / "cards"


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    """Return an empty notebook of somebody in Germany."""
    opened = empty_notebook(tmp_path / "people.db", region="DE")
    yield opened
    opened.close()


def card(*lines: str, version: str = "3.0") -> bytes:
    """Return a card of ``lines``."""
    return "\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", "")).encode()


def plan(notebook: Notebook, data: bytes) -> ImportPlan:
    """Return the preview of importing ``data``."""
    return plan_import(notebook, [("phone.vcf", data)])


def bring_in(notebook: Notebook, data: bytes) -> ImportOutcome:
    """Import ``data`` as it is."""
    return import_vcards(notebook, plan(notebook, data))


def counts(outcome: ImportOutcome) -> tuple[int, int, int, int]:
    """Return added, updated, unchanged, rejected."""
    return outcome.added, outcome.updated, outcome.unchanged, outcome.rejected


def only_contact(notebook: Notebook) -> Contact:
    """Return the one contact of the notebook."""
    [contact] = everyone(notebook)
    return contact


def everyone(notebook: Notebook) -> list[Contact]:
    """Return all contacts by name."""
    return list(notebook.contacts.many(notebook.contacts.all_ids()))


ANN = ("FN:Ann Berg", "N:Berg;Ann;;;", "TEL;TYPE=CELL:0151 00000001", "EMAIL:ann@mail.example")


@pytest.mark.parametrize("name", ["iphone.vcf", "android.vcf", "nextcloud.vcf", "outlook.vcf"])
def test_a_card_is_stored_as_it_was_read(notebook: Notebook, name: str) -> None:
    [read] = read_cards((SAMPLES / name).read_bytes())
    assert isinstance(read, ReadCard)

    outcome = import_vcards(notebook, plan_import(notebook, [SAMPLES / name]))

    contact = only_contact(notebook)
    assert counts(outcome) == (1, 0, 0, 0)
    assert contact.details == read.details
    assert contact.uid == read.uid or not read.uid
    assert outcome.import_id is not None
    assert outcome.changes.everything


def test_planning_writes_nothing(notebook: Notebook) -> None:
    planned = plan(notebook, card(*ANN))

    assert [item.state for item in planned.cards] == [CardState.NEW]
    assert planned.cards[0].name == "Ann Berg"
    assert everyone(notebook) == []


def test_reimporting_the_same_phone_export_changes_nothing(notebook: Notebook) -> None:
    data = b"".join((SAMPLES / f"{name}.vcf").read_bytes() for name in ("iphone", "android"))
    bring_in(notebook, data)
    before, backups = everyone(notebook), len(notebook.backups.all())

    again = bring_in(notebook, data)

    assert counts(again) == (0, 0, 2, 0)
    assert again.import_id is None
    assert everyone(notebook) == before
    assert len(notebook.backups.all()) == backups
    undo_last(notebook)
    assert everyone(notebook) == []


def test_an_edited_contact_stays_as_it_is_when_its_card_comes_again(notebook: Notebook) -> None:
    bring_in(notebook, card(*ANN))
    contact = only_contact(notebook)
    draft = notebook.contacts.draft_of(contact)
    details = replace(draft.details, note="Likes coffee", phones=())
    update_contact(notebook, contact.id, replace(draft, details=details))

    again = bring_in(notebook, card(*ANN))

    assert counts(again) == (0, 0, 1, 0)
    assert only_contact(notebook).details == details


def test_what_the_phone_changed_is_taken_and_own_edits_stay(notebook: Notebook) -> None:
    first = (*ANN, "TITLE:Baker", "NOTE:Old note", "TEL;TYPE=HOME:030 23125001")
    bring_in(notebook, card(*first))
    contact = only_contact(notebook)
    draft = notebook.contacts.draft_of(contact)
    update_contact(
        notebook, contact.id, replace(draft, details=replace(draft.details, note="My note"))
    )
    newer = card(
        "FN:Ann Berg",
        "N:Berg;Ann;;;",
        "TEL;TYPE=CELL:0151 00000001",
        "TEL;TYPE=HOME:030 23125002",
        "EMAIL:ann@mail.example",
        "EMAIL;TYPE=WORK:ann@bakery.example",
        "TITLE:Master baker",
        "NOTE:New note",
    )

    planned = plan(notebook, newer)

    [shown] = planned.cards
    assert shown.state is CardState.CHANGED
    assert shown.contact_id == contact.id
    assert {(change.field, change.old, change.new) for change in shown.changes} == {
        ("title", "Baker", "Master baker"),
        ("phone", "030 23125001 (home)", "030 23125002 (home)"),
        ("e-mail", "", "ann@bakery.example (work)"),
    }
    assert [(kept.field, kept.old, kept.new) for kept in shown.kept] == [
        ("note", "My note", "New note")
    ]

    assert counts(import_vcards(notebook, planned)) == (0, 1, 0, 0)
    details = only_contact(notebook).details
    assert (details.title, details.note) == ("Master baker", "My note")
    assert details.phones[1] == Phone("030 23125002", "home")
    assert counts(bring_in(notebook, newer)) == (0, 0, 1, 0)
    assert len(notebook.backups.all()) == 1


def test_a_photo_is_stored_once_and_changed_only_with_the_card(notebook: Notebook) -> None:
    photo = "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRg=="
    bring_in(notebook, card(*ANN, photo) + card("FN:Ben Wood", photo))
    stored = notebook.database.execute_sql("SELECT count(*) FROM photo").fetchone()

    assert stored == (1,)
    assert counts(bring_in(notebook, card(*ANN, photo, "TITLE:Baker"))) == (0, 1, 0, 0)
    ann = everyone(notebook)[0]
    assert ann.details.photo is not None
    other = card(*ANN, photo.replace("Rg==", "Rw=="), "TITLE:Baker")
    assert [change.field for change in plan(notebook, other).cards[0].changes] == ["photo"]
    bring_in(notebook, other)
    assert everyone(notebook)[0].details.photo != ann.details.photo


def test_a_person_is_recognised_without_uid_and_in_another_dialect(notebook: Notebook) -> None:
    bring_in(notebook, card(*ANN))

    planned = plan(
        notebook,
        card("FN:Berg, Ann", "TEL;CELL:+49 151 00000001", "BDAY:--05-06", version="2.1"),
    )

    [shown] = planned.cards
    assert shown.state is CardState.CHANGED
    assert [(change.field, change.new) for change in shown.changes] == [("birthday", "--05-06")]
    import_vcards(notebook, planned)
    assert only_contact(notebook).details.emails


def test_a_shared_number_alone_is_not_the_same_person(notebook: Notebook) -> None:
    bring_in(notebook, card(*ANN))

    outcome = bring_in(notebook, card("FN:Carl Lund", "TEL:0151 00000001"))

    assert counts(outcome) == (1, 0, 0, 0)
    assert len(everyone(notebook)) == 2


def test_two_cards_of_one_person_in_one_file_become_one(notebook: Notebook) -> None:
    work = card("FN:A. Berg", "N:Berg;A.;;;", "EMAIL:ANN@mail.example", "TITLE:Baker")
    data = card(*ANN) + card(*ANN) + work

    outcome = bring_in(notebook, data)

    assert counts(outcome) == (1, 1, 1, 0)
    details = only_contact(notebook).details
    assert (details.display_name, details.title) == ("Ann Berg", "Baker")
    assert counts(bring_in(notebook, data)) == (0, 0, 3, 0)


def test_cards_that_share_a_uid_by_mistake_stay_apart(notebook: Notebook) -> None:
    data = card("FN:Ann Berg", "UID:1") + card("FN:Carl Lund", "UID:1")

    assert counts(bring_in(notebook, data)) == (2, 0, 0, 0)
    assert counts(bring_in(notebook, data)) == (0, 0, 2, 0)


def test_a_changed_card_with_a_uid_is_recognised_by_it_alone(notebook: Notebook) -> None:
    bring_in(notebook, card("FN:Ann Berg", "UID:a-1"))

    outcome = bring_in(notebook, card("FN:Ann Wood", "UID:urn:uuid:a-1"))

    assert counts(outcome) == (0, 1, 0, 0)
    assert only_contact(notebook).details.display_name == "Ann Wood"


def test_an_import_is_undone_and_redone_as_a_whole(notebook: Notebook) -> None:
    bring_in(notebook, card(*ANN))
    before = everyone(notebook)
    bring_in(notebook, card(*ANN, "TITLE:Baker", "CATEGORIES:Rowing") + card("FN:Ben Wood"))
    after = everyone(notebook)

    undo_last(notebook)
    assert everyone(notebook) == before
    redo_last(notebook)
    assert everyone(notebook) == after
    assert {contact.details.display_name for contact in after} == {"Ann Berg", "Ben Wood"}


def test_after_an_import_whatever_is_added_can_be_undone_by_itself(notebook: Notebook) -> None:
    bring_in(notebook, card(*ANN))
    imported = everyone(notebook)

    add_contact(notebook, ContactDraft(ContactDetails(display_name="By Hand", phones=PHONES)))
    undo_last(notebook)

    assert everyone(notebook) == imported


def test_after_a_cancelled_import_whatever_is_added_can_be_undone(notebook: Notebook) -> None:
    planned = plan(notebook, b"".join(card(f"FN:Person {number}") for number in range(1_000)))
    progress = Progress(lambda done, total, text: progress.cancel() if done else None, interval=0)
    with pytest.raises(Cancelled):
        import_vcards(notebook, planned, progress)

    add_contact(notebook, ContactDraft(ContactDetails(display_name="By Hand", phones=PHONES)))
    undo_last(notebook)

    assert everyone(notebook) == []
    assert notebook.database.execute_sql("SELECT count(*) FROM phone").fetchone() == (0,)


def test_someone_in_the_trash_comes_back_as_new(notebook: Notebook) -> None:
    bring_in(notebook, card(*ANN, "UID:a-1"))
    delete_contacts(notebook, [only_contact(notebook).id])

    assert counts(bring_in(notebook, card(*ANN, "UID:a-1"))) == (1, 0, 0, 0)
    assert only_contact(notebook).details.display_name == "Ann Berg"


def test_a_cancelled_import_leaves_nothing(notebook: Notebook, tmp_path: Path) -> None:
    data = b"".join(card(f"FN:Person {number}") for number in range(1_000)) + card("X-A:b")
    planned = plan(notebook, data)
    progress = Progress(lambda done, total, text: progress.cancel() if done else None, interval=0)

    with pytest.raises(Cancelled):
        import_vcards(notebook, planned, progress)

    assert everyone(notebook) == []
    assert list((tmp_path / "people rejected").glob("*.vcf")) == []
    assert counts(import_vcards(notebook, planned)) == (1_000, 0, 0, 1)


def test_a_cancelled_import_leaves_no_backup_either(notebook: Notebook) -> None:
    bring_in(notebook, card(*ANN))
    planned = plan(notebook, b"".join(card(f"FN:Person {number}") for number in range(1_000)))

    def stop(done: int, total: int, text: str) -> None:
        if text == "Importing" and done:
            progress.cancel()

    progress = Progress(stop, interval=0)
    with pytest.raises(Cancelled):
        import_vcards(notebook, planned, progress)

    assert notebook.backups.all() == []
    import_vcards(notebook, planned)
    assert [backup.reason for backup in notebook.backups.all()] == ["before import"]


def test_a_plan_is_made_anew_if_the_notebook_changed_meanwhile(notebook: Notebook) -> None:
    planned = plan(notebook, card(*ANN))
    bring_in(notebook, card(*ANN))

    assert counts(import_vcards(notebook, planned)) == (0, 0, 1, 0)
    assert len(everyone(notebook)) == 1


def test_unreadable_cards_go_to_a_file_that_can_be_mended(notebook: Notebook) -> None:
    data = (SAMPLES / "damaged.vcf").read_bytes()

    outcome = bring_in(notebook, data)

    assert counts(outcome) == (3, 0, 0, 3)
    assert outcome.rejected_file is not None
    assert outcome.rejected_file.parent == notebook.path.parent / "people rejected"
    text = outcome.rejected_file.read_text()
    assert "X-CONTACT-NOTEBOOK-REASON:This card holds no name" in text
    assert "Exported by MyPhone" in text
    mended = text.replace("X-NOTHING:here", "X-NOTHING:here\r\nFN:Mended Person")
    outcome = bring_in(notebook, mended.encode())
    assert counts(outcome) == (1, 0, 0, 2)
    found = notebook.contacts.find("Mended")[0]
    contact = notebook.contacts.get(found.id)
    assert contact is not None
    assert contact.details.other_properties == ("X-NOTHING:here",)


def test_the_same_rejected_cards_are_written_once(notebook: Notebook) -> None:
    data = (SAMPLES / "damaged.vcf").read_bytes()
    first, second = bring_in(notebook, data), bring_in(notebook, data)

    assert first.rejected_file == second.rejected_file
    assert counts(second) == (0, 0, 3, 3)


def test_everything_of_an_import_is_found_by_searching(notebook: Notebook) -> None:
    bring_in(notebook, card(*ANN, "NOTE:knows the café on the corner"))

    for words in ("cafe corner", "Ann", "0151 0000", "mail.example"):
        found = notebook.people.search(words_query(words), date(2026, 11, 21))
        assert list(chain.from_iterable(found)) == [only_contact(notebook).id]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.mkdir(), "is a folder"),
        (lambda path: None, "There is no file"),
        (lambda path: path.touch(), "is empty"),
        (lambda path: path.write_bytes(b"%PDF-1.7 not a card"), "is not a vCard file"),
        (lambda path: _sparse(path, 2_000_000_000), "is not a vCard file"),
        (lambda path: _sparse(path, 300_000_000, b"BEGIN:VCARD\n"), "too large"),
    ],
)
def test_what_is_no_vcard_is_told_in_a_sentence_that_names_it(
    notebook: Notebook, tmp_path: Path, make: object, words: str
) -> None:
    path = tmp_path / "contacts.vcf"
    assert callable(make)
    make(path)

    with pytest.raises(UserProblem, match=words) as caught:
        plan_import(notebook, [path])

    assert "contacts.vcf" in caught.value.title
    assert caught.value.remedy


def _sparse(path: Path, size: int, beginning: bytes = b"") -> None:
    with path.open("wb") as file:
        file.write(beginning)
        file.truncate(size)
