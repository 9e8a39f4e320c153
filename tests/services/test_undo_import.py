"""An import is taken back long after: as a whole, with what came since named and not lost."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.contact import Contact, ContactDetails, ContactDraft, Phone
from notebook_app.model.conversation import ConversationDraft
from notebook_app.model.opportunity import Source
from notebook_app.model.origin import OriginDraft
from notebook_app.services.import_plan import CardState
from notebook_app.services.import_vcards import ImportOutcome, import_vcards
from notebook_app.services.log_conversation import log_conversation
from notebook_app.services.plan_import import plan_import
from notebook_app.services.remember_facts import remember
from notebook_app.services.save_contact import add_contact, delete_contacts, update_contact
from notebook_app.services.set_origin import set_origin
from notebook_app.services.undo import redo_last, undo_last
from notebook_app.services.undo_import import plan_undo_import, undo_import
from notebook_app.storage.notebook import Notebook
from tests.empty_notebook import empty_notebook
from tests.storage.whole_content import assert_all_is_well, content_of


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    """Return an empty notebook of somebody in Germany."""
    opened = empty_notebook(tmp_path / "people.db", region="DE")
    yield opened
    opened.close()


PHOTO = "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRg=="


def card(*lines: str) -> bytes:
    """Return a card of ``lines``."""
    return "\r\n".join(("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", "")).encode()


def bring_in(notebook: Notebook, data: bytes, name: str = "phone.vcf") -> ImportOutcome:
    """Import ``data``."""
    return import_vcards(notebook, plan_import(notebook, [(name, data)]))


def import_id(outcome: ImportOutcome) -> int:
    """Return the id of an import that did something."""
    assert outcome.import_id is not None
    return outcome.import_id


def person(notebook: Notebook, name: str) -> Contact:
    """Return the one contact of that name."""
    [choice] = notebook.contacts.find(name)
    found = notebook.contacts.get(choice.id)
    assert found is not None
    return found


def names(notebook: Notebook) -> list[str]:
    """Return the names of all who are not in the trash."""
    return notebook.contacts.names_of(notebook.contacts.all_ids())


def edit(notebook: Notebook, name: str, **changes: object) -> None:
    """Change some details of a contact by hand."""
    contact = person(notebook, name)
    draft = notebook.contacts.draft_of(contact)
    details = replace(draft.details, **changes)  # type: ignore[arg-type]
    update_contact(notebook, contact.id, replace(draft, details=details))


ANN = ("FN:Ann Berg", "N:Berg;Ann;;;", "TEL;TYPE=CELL:0151 00000001", "CATEGORIES:Rowing")
BEN = ("FN:Ben Wood", "N:Wood;Ben;;;", "TEL;TYPE=CELL:0151 00000002")


def test_an_import_is_taken_back_after_other_changes(notebook: Notebook) -> None:
    first = bring_in(notebook, card(*ANN) + card(*BEN))
    add_contact(notebook, ContactDraft(ContactDetails(display_name="Carla Mendes")))

    changes = undo_import(notebook, import_id(first))

    assert names(notebook) == ["Carla Mendes"]
    assert changes.everything
    assert "phone.vcf" in changes.label
    assert notebook.tags.names() == []
    assert_all_is_well(notebook)
    record = notebook.import_history.one(import_id(first))
    assert record is not None
    assert record.undone_at
    with pytest.raises(UserProblem, match="already"):
        undo_import(notebook, import_id(first))


def test_taking_back_is_one_step_that_can_be_undone_and_redone(notebook: Notebook) -> None:
    first = bring_in(notebook, card(*ANN, PHOTO) + card(*BEN))
    bring_in(notebook, card(*ANN, PHOTO, "TITLE:Baker"), "newer.vcf")
    log_conversation(
        notebook, ConversationDraft((person(notebook, "Ben").id,), "Boats", date(2026, 3, 9))
    )
    before = content_of(notebook)

    undo_import(notebook, import_id(first))
    after = content_of(notebook)
    undo_last(notebook)
    assert content_of(notebook) == before
    redo_last(notebook)
    assert content_of(notebook) == after
    assert_all_is_well(notebook)


def test_who_was_talked_to_or_edited_since_is_named_first(notebook: Notebook) -> None:
    data = card(*ANN) + card(*BEN) + card("FN:Carl Lund") + card("FN:Dora Ek")
    first = import_id(bring_in(notebook, data))
    talk = ConversationDraft((person(notebook, "Ben").id,), "Boats", date(2026, 3, 9))
    log_conversation(notebook, talk)
    log_conversation(notebook, talk)
    edit(notebook, "Carl", note="Met at the fair")
    bring_in(notebook, card(*ANN, "TITLE:Baker"), "newer.vcf")

    plan = plan_undo_import(notebook, first)

    assert {item.name: item.what for item in plan.touched} == {
        "Ann Berg": ("updated by 1 later import",),
        "Ben Wood": ("2 conversations",),
        "Carl Lund": ("edited",),
    }
    assert notebook.contacts.names_of(plan.removed) == ["Dora Ek"]


def test_an_edit_that_was_undone_is_none(notebook: Notebook) -> None:
    first = import_id(bring_in(notebook, card(*ANN)))
    edit(notebook, "Ann", note="Typed by mistake")
    undo_last(notebook)

    assert plan_undo_import(notebook, first).touched == ()


def test_those_who_are_kept_stay_as_they_are(notebook: Notebook) -> None:
    first = import_id(bring_in(notebook, card(*ANN) + card(*BEN)))
    edit(notebook, "Ben", note="Met at the fair")
    ben = person(notebook, "Ben")

    undo_import(notebook, first, keep=[ben.id])

    assert names(notebook) == ["Ben Wood"]
    assert person(notebook, "Ben") == ben
    again = plan_import(notebook, [("phone.vcf", card(*ANN) + card(*BEN))])
    assert [item.state for item in again.cards] == [CardState.NEW, CardState.UNCHANGED]


def test_those_who_are_not_kept_go_to_the_trash_with_all_that_was_said(
    notebook: Notebook,
) -> None:
    first = import_id(bring_in(notebook, card(*ANN) + card(*BEN)))
    ben = person(notebook, "Ben")
    log_conversation(notebook, ConversationDraft((ben.id,), "Boats", date(2026, 3, 9)))

    undo_import(notebook, first)

    assert names(notebook) == []
    gone = notebook.contacts.get(ben.id)
    assert gone is not None
    assert gone.deleted_at
    assert notebook.timeline.page(ben.id, 0, 10)
    undo_last(notebook)
    assert names(notebook) == ["Ann Berg", "Ben Wood"]


def test_people_it_changed_become_what_they_were(notebook: Notebook) -> None:
    bring_in(notebook, card(*ANN, PHOTO, "NOTE:Old"))
    before = person(notebook, "Ann")
    newer = card(
        "FN:Ann Wood",
        "N:Wood;Ann;;;",
        "TEL;TYPE=CELL:0151 00000001",
        "TEL;TYPE=HOME:030 23125002",
        "NOTE:New",
        PHOTO.replace("Rg==", "Rw=="),
    )
    second = import_id(
        bring_in(notebook, card(*BEN) + newer.replace(b"FN:Ann Wood", b"FN:Ann Berg"))
    )
    assert person(notebook, "Ann").details.note == "New"

    undo_import(notebook, second)

    assert names(notebook) == ["Ann Berg"]
    assert replace(person(notebook, "Ann"), changed_at="") == replace(before, changed_at="")
    again = plan_import(notebook, [("phone.vcf", card(*ANN, PHOTO, "NOTE:Old"))])
    assert [item.state for item in again.cards] == [CardState.UNCHANGED]
    [newer_again] = plan_import(notebook, [("phone.vcf", card(*ANN, PHOTO, "NOTE:New"))]).cards
    assert newer_again.state is CardState.CHANGED


def test_what_was_changed_since_stays_when_its_changes_go(notebook: Notebook) -> None:
    bring_in(notebook, card(*ANN, "NOTE:Old", "TITLE:Baker"))
    newer = card(*ANN, "NOTE:New", "TITLE:Master baker", "TEL;TYPE=HOME:030 23125002")
    second = import_id(bring_in(notebook, newer))
    own = Phone("030 999999", "work")
    edit(notebook, "Ann", note="Mine", phones=(*person(notebook, "Ann").details.phones, own))

    [touched] = plan_undo_import(notebook, second).touched
    assert (touched.name, touched.added, touched.what) == ("Ann Berg", False, ("edited",))
    undo_import(notebook, second)

    details = person(notebook, "Ann").details
    assert (details.note, details.title) == ("Mine", "Baker")
    assert [phone.number for phone in details.phones] == ["0151 00000001", "030 999999"]


def test_it_works_when_the_journal_has_forgotten_the_import(notebook: Notebook) -> None:
    bring_in(notebook, card(*ANN, "TITLE:Baker"))
    second = import_id(bring_in(notebook, card(*ANN, "TITLE:Master baker") + card(*BEN)))
    notebook.database.execute_sql("DELETE FROM journal_step")

    undo_import(notebook, second)

    assert names(notebook) == ["Ann Berg"]
    assert person(notebook, "Ann").details.title == "Baker"
    assert_all_is_well(notebook)


def test_someone_put_into_the_trash_since_stays_there(notebook: Notebook) -> None:
    first = import_id(bring_in(notebook, card(*ANN) + card(*BEN)))
    ann = person(notebook, "Ann").id
    delete_contacts(notebook, [ann])

    undo_import(notebook, first)

    assert notebook.contacts.get(ann) is not None
    assert names(notebook) == []


def test_a_picture_it_replaced_outlives_the_daily_round(notebook: Notebook) -> None:
    bring_in(notebook, card(*ANN, PHOTO))
    old = person(notebook, "Ann").details.photo
    second = import_id(bring_in(notebook, card(*ANN, PHOTO.replace("Rg==", "Rw=="))))
    notebook.database.execute_sql("DELETE FROM journal_step")
    notebook.sweep_photos()

    undo_import(notebook, second)

    assert old is not None
    assert person(notebook, "Ann").details.photo == old


def test_an_unknown_import_is_told_in_a_sentence(notebook: Notebook) -> None:
    with pytest.raises(UserProblem, match="no such import"):
        plan_undo_import(notebook, 7)


def test_taking_a_later_import_back_counts_as_no_edit(notebook: Notebook) -> None:
    first = import_id(bring_in(notebook, card(*ANN)))
    second = import_id(bring_in(notebook, card(*ANN, "TITLE:Baker"), "newer.vcf"))
    undo_import(notebook, second)

    plan = plan_undo_import(notebook, first)

    assert plan.touched == ()
    assert notebook.contacts.names_of(plan.removed) == ["Ann Berg"]
    undo_import(notebook, first)
    assert names(notebook) == []


def test_what_is_remembered_since_is_named_and_comes_back_with_its_person(
    notebook: Notebook,
) -> None:
    outcome = bring_in(notebook, card(*ANN))
    ann = person(notebook, "Ann Berg").id
    remember(notebook, ann, "rows at six in the morning")
    (touched,) = plan_undo_import(notebook, import_id(outcome)).touched
    assert "1 thing to remember" in touched.what
    undo_import(notebook, import_id(outcome))
    assert names(notebook) == []
    undo_last(notebook)
    assert [fact.text for fact in notebook.remembered.of(ann)] == ["rows at six in the morning"]
    assert_all_is_well(notebook)


def test_how_clients_came_and_who_brought_them_is_named_since(notebook: Notebook) -> None:
    outcome = bring_in(notebook, card("FN:Ann Berg") + card("FN:Bo Lund"))
    ann, bo = (person(notebook, name).id for name in ("Ann Berg", "Bo Lund"))
    set_origin(notebook, OriginDraft(ann, Source.DIRECT_REFERRAL, (bo,)))
    plan = plan_undo_import(notebook, import_id(outcome))
    assert {item.name: item.what for item in plan.touched} == {
        "Ann Berg": ("how they came",),
        "Bo Lund": ("brought 1 client",),
    }
