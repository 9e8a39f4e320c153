"""Deleting, bringing back, deleting for good, and what the daily round removes."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from notebook_app.foundation.clock import StoppedClock
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Cancelled, Progress
from notebook_app.model.changes import Changed
from notebook_app.model.contact import ContactDetails, ContactDraft, Photo
from notebook_app.model.conversation import ConversationDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.services.empty_trash import erase_contacts, erase_expired, restore_contacts
from notebook_app.services.log_conversation import log_conversation
from notebook_app.services.maintain_notebook import maintain_notebook
from notebook_app.services.plan_follow_up import plan_follow_up
from notebook_app.services.save_contact import add_contact, delete_contacts, update_contact
from notebook_app.services.undo import redo_last, undo_last
from notebook_app.storage.notebook import Notebook

TODAY = date(2026, 3, 10)
Add = Callable[..., int]


@pytest.fixture
def add(notebook: Notebook) -> Add:
    """Adds somebody by name."""

    def add_named(name: str, **details: object) -> int:
        draft = ContactDraft(ContactDetails(display_name=name, **details))  # type: ignore[arg-type]
        return next(iter(add_contact(notebook, draft).of(Changed.CONTACT)))

    return add_named


def _talk(notebook: Notebook, *contact_ids: int) -> int:
    draft = ConversationDraft(contact_ids, "The cello", TODAY)
    return next(iter(log_conversation(notebook, draft).of(Changed.CONVERSATION)))


def _later(notebook: Notebook, days: int) -> Notebook:
    clock = StoppedClock(TODAY + timedelta(days=days))
    notebook.close()
    return Notebook.open(notebook.path, clock)


def test_what_is_brought_back_has_timeline_follow_ups_and_tags(
    notebook: Notebook, add: Add
) -> None:
    ann = add("Ann", tags=("Chamber",))
    _talk(notebook, ann)
    plan_follow_up(notebook, FollowUpDraft(ann, FollowUpKind.CALL, TODAY))
    delete_contacts(notebook, [ann])
    assert notebook.follow_ups.open_until(TODAY) == []
    changes = restore_contacts(notebook, [ann])
    assert changes.of(Changed.CONTACT) == {ann}
    assert changes.touches(Changed.CONVERSATION, Changed.FOLLOW_UP)
    assert [row.contact_id for row in notebook.follow_ups.open_until(TODAY)] == [ann]
    contact = notebook.contacts.get(ann)
    assert contact is not None
    assert contact.details.tags == ("Chamber",)
    assert notebook.conversations.last_topic(ann) == "The cello"


def test_the_trash_tells_what_hangs_on_somebody_and_how_long_they_stay(
    notebook: Notebook, add: Add
) -> None:
    ann, ben = add("Ann"), add("Ben")
    _talk(notebook, ann)
    _talk(notebook, ann, ben)
    plan_follow_up(notebook, FollowUpDraft(ann, FollowUpKind.CALL, TODAY))
    delete_contacts(notebook, [ann])
    (row,) = notebook.trash.rows(notebook.trash.ids())
    assert (row.name, row.conversations, row.shared, row.follow_ups) == ("Ann", 2, 1, 1)
    assert row.days_left(TODAY) == 30
    assert row.days_left(TODAY + timedelta(days=30)) == 0


def test_deleting_for_good_leaves_conversations_to_those_who_were_in_them_too(
    notebook: Notebook, add: Add
) -> None:
    ann, ben = add("Ann Alone"), add("Ben Both")
    alone, shared = _talk(notebook, ann), _talk(notebook, ann, ben)
    delete_contacts(notebook, [ann])
    erase_contacts(notebook, [ann])
    assert notebook.contacts.get(ann) is None
    assert notebook.conversations.get(alone) is None
    kept = notebook.conversations.get(shared)
    assert kept is not None
    assert kept.draft.contact_ids == (ben,)
    found = notebook.database.execute_sql(
        "SELECT rowid FROM conversation_search WHERE conversation_search MATCH 'alone'"
    ).fetchall()
    assert found == []


def test_deleting_for_good_is_taken_back_with_everything(notebook: Notebook, add: Add) -> None:
    ann, ben = add("Ann", photo=Photo("image/png", b"picture")), add("Ben")
    alone, shared = _talk(notebook, ann), _talk(notebook, ann, ben)
    delete_contacts(notebook, [ann])
    erase_contacts(notebook, [ann])
    notebook.sweep_photos()
    undo_last(notebook)
    undo_last(notebook)
    contact = notebook.contacts.get(ann)
    assert contact is not None
    assert contact.deleted_at is None
    assert contact.details.photo == Photo("image/png", b"picture")
    both = notebook.conversations.get(shared)
    assert notebook.conversations.get(alone) is not None
    assert both is not None
    assert set(both.draft.contact_ids) == {ann, ben}
    redo_last(notebook)
    redo_last(notebook)
    assert notebook.contacts.get(ann) is None


def test_only_who_is_in_the_trash_can_be_deleted_for_good(notebook: Notebook, add: Add) -> None:
    ann = add("Ann")
    with pytest.raises(UserProblem):
        erase_contacts(notebook, [ann])
    with pytest.raises(UserProblem):
        restore_contacts(notebook, [ann])
    assert notebook.contacts.get(ann) is not None


def test_stopping_leaves_the_trash_as_it_was(notebook: Notebook, add: Add) -> None:
    ann = add("Ann")
    delete_contacts(notebook, [ann])
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        erase_contacts(notebook, [ann], progress)
    assert notebook.trash.ids() == [ann]


@pytest.mark.parametrize(("days", "stays"), [(30, True), (31, False)])
def test_the_daily_round_removes_whose_thirty_days_are_over(
    notebook: Notebook, add: Add, days: int, stays: bool
) -> None:
    ann, ben = add("Ann", photo=Photo("image/png", b"picture")), add("Ben")
    delete_contacts(notebook, [ann])
    later = _later(notebook, days)
    maintained = maintain_notebook(later)
    assert (later.contacts.get(ann) is not None) is stays
    assert later.contacts.get(ben) is not None
    assert maintained.erased == (0 if stays else 1)
    photos = later.database.execute_sql("SELECT count(*) FROM photo").fetchone()[0]
    assert photos == int(stays)
    later.close()


def test_the_daily_round_is_no_step_and_older_steps_go_with_those_it_removed(
    notebook: Notebook, add: Add
) -> None:
    ann = add("Ann")
    delete_contacts(notebook, [ann])
    later = _later(notebook, 40)
    ben_draft = ContactDraft(ContactDetails(display_name="Ben"))
    (ben,) = add_contact(later, ben_draft).of(Changed.CONTACT)
    assert erase_expired(later) == 1
    assert later.journal.undo_label() == "Added Ben"
    undo_last(later)
    assert later.contacts.get(ben) is None
    assert later.journal.undo_label() is None
    with pytest.raises(UserProblem):
        undo_last(later)
    later.close()


def test_a_step_that_names_somebody_who_was_removed_is_forgotten_too(
    notebook: Notebook, add: Add
) -> None:
    ann, ben = add("Ann"), add("Ben")
    shared = _talk(notebook, ann, ben)
    delete_contacts(notebook, [ann])
    later = _later(notebook, 40)
    conversation = later.conversations.get(shared)
    assert conversation is not None
    with later.change("Wrote it anew"):
        later.conversations.update(shared, conversation.draft)
    erase_expired(later)
    assert later.journal.undo_label() is None
    kept = later.conversations.get(shared)
    assert kept is not None
    assert kept.draft.contact_ids == (ben,)
    later.close()


def test_a_contact_that_was_merged_into_another_is_neither_shown_nor_removed(
    notebook: Notebook, add: Add
) -> None:
    kept, absorbed = add("Ann"), add("Anne")
    delete_contacts(notebook, [absorbed])
    notebook.database.execute_sql(
        "INSERT INTO merge_record(uid, kept_id, absorbed_id, merged_at, merged_on, before, after,"
        " moved) VALUES ('u', ?, ?, '2026-03-10T12:00:00Z', '2026-03-10', '{}', '{}', '{}')",
        (kept, absorbed),
    )
    assert notebook.trash.ids() == []
    later = _later(notebook, 90)
    assert erase_expired(later) == 0
    assert later.contacts.get(absorbed) is not None
    delete_contacts(later, [kept])
    erase_contacts(later, [kept])
    assert later.contacts.get(absorbed) is None
    later.close()


def test_the_trash_is_searched_by_name_and_by_what_is_known(notebook: Notebook, add: Add) -> None:
    ann, ben = add("Ann Dahl", organization="Bean House"), add("Ben Okafor")
    delete_contacts(notebook, [ann, ben])
    assert set(notebook.trash.ids()) == {ann, ben}
    assert notebook.trash.ids("bea") == [ann]
    assert notebook.trash.ids("oka") == [ben]
    assert notebook.trash.ids("zzz") == []


def test_deleting_somebody_again_does_not_lengthen_their_stay(notebook: Notebook, add: Add) -> None:
    ann = add("Ann")
    delete_contacts(notebook, [ann])
    later = _later(notebook, 10)
    delete_contacts(later, [ann])
    (row,) = later.trash.rows([ann])
    assert row.deleted_on == TODAY
    later.close()


def test_an_attached_file_goes_when_nobody_and_no_step_has_it(notebook: Notebook, add: Add) -> None:
    ann = add("Ann")
    database = notebook.database
    database.execute_sql("INSERT INTO stored_file(sha256, size, data) VALUES ('x', 1, x'00')")
    database.execute_sql(
        "INSERT INTO attachment(contact_id, file_id, name, attached_at) VALUES (?, 1, 'a', 'b')",
        (ann,),
    )
    assert notebook.sweep_files() == 0
    delete_contacts(notebook, [ann])
    erase_contacts(notebook, [ann])
    assert notebook.sweep_files() == 0
    later = _later(notebook, 0)
    later.journal.forget_contacts([ann])
    assert later.sweep_files() == 1
    later.close()


def test_what_changed_of_somebody_in_the_trash_comes_back_changed(
    notebook: Notebook, add: Add
) -> None:
    ann = add("Ann")
    update_contact(notebook, ann, ContactDraft(ContactDetails(display_name="Ann Dahl")))
    delete_contacts(notebook, [ann])
    restore_contacts(notebook, [ann])
    assert notebook.contacts.name_of(ann) == "Ann Dahl"
