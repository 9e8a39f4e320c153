"""One thing changed of several people: one step, exactly those who lacked it, and fast."""

from collections.abc import Callable
from datetime import date

import pytest

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Cancelled, Progress
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.contact import (
    Cadence,
    CadenceUnit,
    Contact,
    ContactDetails,
    ContactDraft,
    Role,
    Stage,
)
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind, NoteState
from notebook_app.services.change_many import (
    add_role,
    add_tag,
    remove_role,
    remove_tag,
    set_cadence,
    set_stage,
)
from notebook_app.services.plan_for_many import plan_for_many
from notebook_app.services.save_contact import delete_contacts
from notebook_app.services.undo import undo_last
from notebook_app.storage.notebook import Notebook

TODAY = date(2026, 3, 10)
RHYTHM = Cadence(2, CadenceUnit.WEEKS)


@pytest.fixture
def ids(notebook: Notebook) -> list[int]:
    """Five people; the first has everything that is changed below."""
    with notebook.change("Added"):
        first = notebook.contacts.insert(
            ContactDraft(
                ContactDetails(display_name="Person 0", tags=("Old", "Chamber")),
                Stage.LIKE,
                (Role.PEER,),
                RHYTHM,
            )
        )
        rest = [
            notebook.contacts.insert(
                ContactDraft(
                    ContactDetails(display_name=f"Person {number}", tags=("Old",)),
                    roles=(Role.CLIENT,),
                )
            )
            for number in range(1, 5)
        ]
    return [first, *rest]


def _all(notebook: Notebook, ids: list[int]) -> list[Contact]:
    return list(notebook.contacts.many(ids))


CHANGES: dict[str, tuple[Callable[..., ChangeSet], object, Callable[[Contact], bool]]] = {
    "tag": (add_tag, "chamber", lambda contact: "Chamber" in contact.details.tags),
    "role": (add_role, Role.PEER, lambda contact: Role.PEER in contact.roles),
    "stage": (set_stage, Stage.LIKE, lambda contact: contact.stage is Stage.LIKE),
    "cadence": (set_cadence, RHYTHM, lambda contact: contact.cadence == RHYTHM),
}


@pytest.mark.parametrize("what", CHANGES)
def test_all_have_it_then_and_only_those_who_lacked_it_are_told_of(
    notebook: Notebook, ids: list[int], what: str
) -> None:
    change, value, has_it = CHANGES[what]
    before = _all(notebook, ids)
    changes = change(notebook, ids, value)
    assert all(map(has_it, _all(notebook, ids)))
    assert changes.of(Changed.CONTACT) == set(ids[1:])
    undo_last(notebook)
    assert _all(notebook, ids) == before


@pytest.mark.parametrize("what", CHANGES)
def test_it_being_so_already_is_said_and_nothing_is_written(
    notebook: Notebook, ids: list[int], what: str
) -> None:
    change, value, _has_it = CHANGES[what]
    with pytest.raises(UserProblem):
        change(notebook, ids[:1], value)
    assert notebook.journal.undo_label() == "Added"


@pytest.mark.parametrize("what", CHANGES)
def test_stopping_changes_nobody(notebook: Notebook, ids: list[int], what: str) -> None:
    change, value, _has_it = CHANGES[what]
    before = _all(notebook, ids)
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        change(notebook, ids, value, progress)
    assert _all(notebook, ids) == before


def test_a_tag_put_on_many_is_found_and_comes_after_theirs(
    notebook: Notebook, ids: list[int]
) -> None:
    add_tag(notebook, ids, "Rowing club")
    assert notebook.contacts.tags_of(ids[0]) == ("Old", "Chamber", "Rowing club")
    assert len(_found(notebook, "rowing")) == 5


def test_a_tag_taken_off_many_is_found_no_more_but_other_words_are(
    notebook: Notebook, ids: list[int]
) -> None:
    tag = notebook.tags.named("Old")
    assert tag is not None
    remove_tag(notebook, ids[:2], tag.id)
    assert _found(notebook, "old") == ids[2:]
    assert _found(notebook, "chamber") == ids[:1]
    assert notebook.contacts.tags_of(ids[0]) == ("Chamber",)


def _found(notebook: Notebook, word: str) -> list[int]:
    rows = notebook.database.execute_sql(
        "SELECT rowid FROM contact_search WHERE contact_search MATCH ? ORDER BY rowid", (word,)
    )
    return [contact_id for (contact_id,) in rows.fetchall()]


def test_a_role_is_taken_from_those_who_have_it(notebook: Notebook, ids: list[int]) -> None:
    changes = remove_role(notebook, ids, Role.CLIENT)
    assert changes.of(Changed.CONTACT) == set(ids[1:])
    assert [contact.roles for contact in _all(notebook, ids)] == [(Role.PEER,), (), (), (), ()]


def test_the_same_follow_up_is_planned_with_each_as_one_step(
    notebook: Notebook, ids: list[int]
) -> None:
    draft = FollowUpDraft(ids[0], FollowUpKind.NOTE, TODAY, note="Spring greetings")
    changes = plan_for_many(notebook, ids, draft)
    rows = notebook.follow_ups.open_until(TODAY)
    assert {row.contact_id for row in rows} == set(ids)
    assert {(row.note, row.note_state) for row in rows} == {("Spring greetings", NoteState.WRITE)}
    assert changes.of(Changed.FOLLOW_UP) == {row.id for row in rows}
    assert len({row.uid for row in rows}) == 5
    undo_last(notebook)
    assert notebook.follow_ups.open_until(TODAY) == []


def test_nothing_is_planned_with_those_who_went_meanwhile(
    notebook: Notebook, ids: list[int]
) -> None:
    delete_contacts(notebook, ids)
    with pytest.raises(UserProblem):
        plan_for_many(notebook, ids, FollowUpDraft(ids[0], FollowUpKind.CALL, TODAY))


def test_what_they_have_in_common_is_counted(notebook: Notebook, ids: list[int]) -> None:
    together = notebook.many.together(ids, 2)
    assert together.count == 5
    assert [name for name, _photo in together.some] == ["Person 0", "Person 1"]
    assert [(tag.name, tag.count) for tag in together.tags] == [("Old", 5), ("Chamber", 1)]
    assert together.roles == {Role.CLIENT: 4, Role.PEER: 1}
    assert together.stages == {None: 4, Stage.LIKE: 1}
    assert together.cadences == {None: 4, RHYTHM: 1}


def test_thousands_are_changed_in_batches_as_one_step(notebook: Notebook) -> None:
    with notebook.change("Added many"):
        many = [
            notebook.contacts.insert(ContactDraft(ContactDetails(display_name=f"P {number}")))
            for number in range(1200)
        ]
    told: list[tuple[int, int]] = []
    progress = Progress(lambda done, total, _words: told.append((done, total)), interval=0)
    changes = add_tag(notebook, many, "Everyone", progress)
    assert changes.of(Changed.CONTACT) == set(many)
    assert told[0] == (0, 1200)
    assert told[-1] == (1200, 1200)
    assert len(told) > 3
    undo_last(notebook)
    tag = notebook.tags.named("Everyone")
    assert tag is None
    assert _found(notebook, "everyone") == []
