"""What each act stores, what it says has changed, and what it refuses in one sentence."""

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.contact import ContactDetails, ContactDraft, Phone
from notebook_app.model.conversation import Channel, ConversationDraft, Formality, Initiator
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind, FollowUpState, NoteState
from notebook_app.services.complete_follow_up import complete_follow_up, conversation_from
from notebook_app.services.find_contact import find_contact
from notebook_app.services.log_conversation import (
    delete_conversation,
    log_conversation,
    update_conversation,
)
from notebook_app.services.plan_follow_up import (
    delete_follow_up,
    plan_follow_up,
    reschedule_follow_up,
    set_note_state,
    skip_follow_up,
    update_follow_up,
)
from notebook_app.services.save_contact import add_contact, delete_contacts, update_contact
from notebook_app.services.undo import redo_last, undo_last
from notebook_app.storage.notebook import Notebook
from tests.services.conftest import TODAY

ANNA, BO = 1, 2


@pytest.fixture
def notebook(notebook: Notebook) -> Notebook:
    """A notebook with two people."""
    for name in ("Anna Åström", "Bo Berg"):
        add_contact(notebook, person(name))
    return notebook


def person(name: str = "", **more: object) -> ContactDraft:
    """Somebody with a name."""
    return ContactDraft(ContactDetails(display_name=name, **more))  # type: ignore[arg-type]


def talk(text: str = "Talked", *ids: int) -> ConversationDraft:
    """A conversation today."""
    return ConversationDraft(ids or (ANNA,), text, TODAY)


def call(due: date = TODAY, **more: object) -> FollowUpDraft:
    """A call to Anna."""
    return FollowUpDraft(ANNA, FollowUpKind.CALL, due, **more)  # type: ignore[arg-type]


def follow_up(notebook: Notebook, follow_up_id: int = 1) -> FollowUpDraft:
    """What is stored."""
    stored = notebook.follow_ups.get(follow_up_id)
    assert stored is not None
    return stored.draft


def state(notebook: Notebook, follow_up_id: int = 1) -> FollowUpState:
    """How it stands."""
    stored = notebook.follow_ups.get(follow_up_id)
    assert stored is not None
    return stored.state


def test_a_conversation_is_stored_as_written(notebook: Notebook) -> None:
    """With its follow-up, which knows where it grew from."""
    draft = ConversationDraft(
        (BO, ANNA), " Kitchen\n", TODAY, time(9, 30), Channel.CALL, "Café", place="Bean House",
        initiated_by=Initiator.THEM,
    )  # fmt: skip
    changes = log_conversation(notebook, draft, call(TODAY + timedelta(days=3)))
    assert changes.label == "Logged a conversation with Bo Berg and Anna Åström"
    assert changes.of(Changed.CONTACT) == {ANNA, BO}
    assert changes.of(Changed.CONVERSATION) == {1}
    assert changes.of(Changed.FOLLOW_UP) == {1}
    stored = notebook.conversations.get(1)
    assert stored is not None
    assert stored.draft.formality is Formality.INFORMAL
    assert stored.draft.contact_ids == (BO, ANNA)
    assert (stored.draft.at, stored.draft.text, stored.draft.place) == (
        time(9, 30),
        " Kitchen\n",
        "Bean House",
    )
    assert follow_up(notebook).from_conversation_id == 1


def test_formality_that_the_user_chose_stays(notebook: Notebook) -> None:
    """Whatever the setting usually is."""
    draft = ConversationDraft((ANNA,), "x", TODAY, setting="café", formality=Formality.ORGANISED)
    log_conversation(notebook, draft)
    stored = notebook.conversations.get(1)
    assert stored is not None
    assert stored.draft.formality is Formality.ORGANISED


def test_a_corrected_conversation_touches_who_was_in_it_before(notebook: Notebook) -> None:
    """Their pages must not show it any more."""
    log_conversation(notebook, talk())
    changes = update_conversation(notebook, 1, talk("It was Bo", BO))
    assert changes.of(Changed.CONTACT) == {ANNA, BO}
    assert notebook.timeline.page(ANNA, 0, 9) == []
    assert [entry.text for entry in notebook.timeline.page(BO, 0, 9)] == ["It was Bo"]
    assert delete_conversation(notebook, 1).of(Changed.CONTACT) == {BO}
    assert notebook.timeline.page(BO, 0, 9) == []


REFUSED: dict[str, Callable[[Notebook], ChangeSet]] = {
    "Nobody is in this conversation": lambda n: log_conversation(
        n, ConversationDraft((), "x", TODAY)
    ),
    "no longer in the notebook": lambda n: log_conversation(n, talk("x", ANNA, 99)),
    "Nothing is written down": lambda n: log_conversation(n, talk(" \n")),
    "This conversation is no longer": lambda n: update_conversation(n, 99, talk()),
    "conversation is no longer": lambda n: delete_conversation(n, 99),
    "no rule for repeating": lambda n: plan_follow_up(n, call(repeat="every other tuesday")),
    "“FREQ=SECONDLY” is no rule": lambda n: plan_follow_up(n, call(repeat="FREQ=SECONDLY")),
    "no follow-up 99": lambda n: reschedule_follow_up(n, 99, TODAY),
    "There is no follow-up 99.": lambda n: delete_follow_up(n, 99),
    "There is no follow-up": lambda n: skip_follow_up(n, 99),
    "There is no follow": lambda n: set_note_state(n, 99, NoteState.POSTED),
    "There is no": lambda n: update_follow_up(n, 99, call()),
    "is not open any more": lambda n: complete_follow_up(n, 99, None),
    "belongs to is no longer": lambda n: plan_follow_up(
        n, FollowUpDraft(99, FollowUpKind.CALL, TODAY)
    ),
    "has no name yet": lambda n: add_contact(n, person("  ")),
    "Cleo is no longer": lambda n: update_contact(n, 99, person("Cleo")),
    "broken character": lambda n: add_contact(n, person("half \ud800")),
}


@pytest.mark.parametrize("words", REFUSED)
def test_what_can_not_be_is_refused_and_nothing_written(notebook: Notebook, words: str) -> None:
    """In one sentence for the user."""
    before = notebook.journal.undo_label()
    with pytest.raises(UserProblem) as caught:
        REFUSED[words](notebook)
    assert words in caught.value.title
    assert notebook.journal.undo_label() == before
    assert notebook.contacts.all_ids() == [ANNA, BO]


def test_completing_logs_what_happened_and_plans_the_next(notebook: Notebook) -> None:
    """All in one step to undo."""
    plan_follow_up(notebook, call())
    planned = follow_up(notebook)
    following = FollowUpDraft(ANNA, FollowUpKind.COFFEE, TODAY + timedelta(days=7))
    changes = complete_follow_up(
        notebook, 1, conversation_from(planned, "She wants it", TODAY), following
    )
    assert changes.label == "Done: call with Anna Åström"
    assert changes.touches(Changed.CONVERSATION)
    assert changes.of(Changed.FOLLOW_UP) == {1, 2}
    stored = notebook.conversations.get(1)
    assert stored is not None
    assert (stored.draft.channel, stored.draft.initiated_by) == (Channel.CALL, Initiator.ME)
    assert state(notebook) is FollowUpState.DONE
    assert follow_up(notebook, 2).from_conversation_id == 1
    undo_last(notebook)
    assert state(notebook) is FollowUpState.OPEN
    assert notebook.conversations.get(1) is None
    assert notebook.follow_ups.get(2) is None


def test_it_is_done_only_once(notebook: Notebook) -> None:
    """However often it is clicked, and a skipped one is not open either."""
    plan_follow_up(notebook, call())
    complete_follow_up(notebook, 1, talk())
    for again in (
        lambda: complete_follow_up(notebook, 1, talk()),
        lambda: skip_follow_up(notebook, 1),
    ):
        with pytest.raises(UserProblem, match="not open any more"):
            again()
    assert notebook.conversations.get(2) is None


@pytest.mark.parametrize("act", ["complete", "skip"])
def test_what_repeats_comes_round_again(notebook: Notebook, act: str) -> None:
    """Counted from its due day, but never before today; COUNT is used up; then it ends."""
    plan_follow_up(notebook, call(TODAY - timedelta(days=10), repeat="rrule:freq=weekly;count=4"))
    due = []
    while rows := notebook.follow_ups.open_of(ANNA):
        row = rows[0]
        due.append((row.due, row.repeat))
        if act == "skip":
            skip_follow_up(notebook, row.id)
        else:
            complete_follow_up(notebook, row.id, None)
    start = TODAY - timedelta(days=10)
    assert due == [
        (start, "FREQ=WEEKLY;COUNT=4"),
        (start + timedelta(days=14), "FREQ=WEEKLY;COUNT=2"),
        (start + timedelta(days=21), "FREQ=WEEKLY;COUNT=1"),
    ]


def test_a_rule_until_a_moment_in_utc_is_understood(notebook: Notebook) -> None:
    """As other calendars write it."""
    plan_follow_up(notebook, call(repeat="FREQ=DAILY;UNTIL=20260311T230000Z"))
    complete_follow_up(notebook, 1, None)
    assert follow_up(notebook, 2).due == TODAY + timedelta(days=1)
    complete_follow_up(notebook, 2, None)
    assert not notebook.follow_ups.open_of(ANNA)


def test_a_handwritten_note_goes_from_written_to_posted(notebook: Notebook) -> None:
    """And what becomes one, or no longer is one, changes with it."""
    plan_follow_up(notebook, FollowUpDraft(ANNA, FollowUpKind.NOTE, TODAY))

    def note_state(follow_up_id: int = 1) -> NoteState | None:
        stored = notebook.follow_ups.get(follow_up_id)
        assert stored is not None
        return stored.note_state

    assert note_state() is NoteState.WRITE
    set_note_state(notebook, 1, NoteState.STAMPED)
    update_follow_up(notebook, 1, FollowUpDraft(ANNA, FollowUpKind.NOTE, TODAY, note="x"))
    assert note_state() is NoteState.STAMPED
    complete_follow_up(notebook, 1, None)
    assert note_state() is NoteState.POSTED
    plan_follow_up(notebook, call())
    assert note_state(2) is None
    update_follow_up(notebook, 2, FollowUpDraft(ANNA, FollowUpKind.NOTE, TODAY))
    assert note_state(2) is NoteState.WRITE
    update_follow_up(notebook, 2, call())
    assert note_state(2) is None


def test_moving_and_taking_out(notebook: Notebook) -> None:
    """Each tells which follow-up and whose."""
    plan_follow_up(notebook, call())
    moved = reschedule_follow_up(notebook, 1, date(2026, 4, 2))
    assert moved.label == "Moved call with Anna Åström to 2 April"
    assert moved.of(Changed.CONTACT) == {ANNA}
    assert follow_up(notebook).due == date(2026, 4, 2)
    changed = update_follow_up(notebook, 1, FollowUpDraft(BO, FollowUpKind.LUNCH, TODAY))
    assert changed.of(Changed.CONTACT) == {ANNA, BO}
    delete_follow_up(notebook, 1)
    assert notebook.follow_ups.get(1) is None


def test_a_contact_is_added_changed_and_put_into_the_trash(notebook: Notebook) -> None:
    """A number is enough to know somebody by."""
    changes = add_contact(notebook, person(phones=(Phone("0701234567"),)))
    (contact_id,) = changes.of(Changed.CONTACT)
    assert notebook.contacts.name_of(contact_id) == "0701234567"
    update_contact(notebook, contact_id, person("Cleo", tags=("VIP", "vip", " ")))
    stored = notebook.contacts.get(contact_id)
    assert stored is not None
    assert (stored.details.display_name, stored.details.tags) == ("Cleo", ("VIP",))
    assert stored.details.phones == ()
    deleted = delete_contacts(notebook, [contact_id, BO])
    assert deleted.label == "Deleted Cleo and Bo Berg"
    assert notebook.contacts.all_ids() == [ANNA]
    assert undo_last(notebook).everything
    assert len(notebook.contacts.all_ids()) == 3


def test_undo_and_redo_say_what_they_did_or_that_there_is_nothing(notebook: Notebook) -> None:
    """What was taken back can't be undone once more, what was brought back can."""
    taken = undo_last(notebook)
    assert (taken.label, taken.can_undo) == ("Taken back: Added Bo Berg", False)
    brought = redo_last(notebook)
    assert (brought.label, brought.can_undo) == ("Brought back: Added Bo Berg", True)
    with pytest.raises(UserProblem, match="nothing to bring back"):
        redo_last(notebook)
    undo_last(notebook)
    undo_last(notebook)
    with pytest.raises(UserProblem, match="nothing to take back"):
        undo_last(notebook)


@pytest.mark.parametrize("words", ["1", "anna", "ÅSTRÖM", " Anna Astrom ", "anna åst", "åst anna"])
def test_a_contact_is_found_by_what_is_unique(notebook: Notebook, words: str) -> None:
    """An id, or enough of a name; words in any order, the last as a beginning."""
    if words == "åst anna":
        with pytest.raises(UserProblem, match="nobody called"):
            find_contact(notebook, words)
        return
    assert find_contact(notebook, words).id == ANNA


def test_a_contact_is_found_by_its_uuid(notebook: Notebook) -> None:
    """In capitals too."""
    stored = notebook.contacts.get(BO)
    assert stored is not None
    assert find_contact(notebook, stored.uid.upper()).id == BO


def test_a_name_that_is_not_unique_lists_the_candidates(notebook: Notebook) -> None:
    """An exact name goes before names that only begin so; the trash is left out."""
    for number in range(10):
        add_contact(notebook, person(f"Bo Bergman {number}", organization="Acme"))
    assert find_contact(notebook, "bo berg").id == BO
    with pytest.raises(UserProblem) as caught:
        find_contact(notebook, "bergm")
    assert caught.value.title.startswith("“bergm” can be Bo Bergman 0, Acme (3); Bo Bergman 1")
    assert caught.value.title.endswith(", and more.")
    add_contact(notebook, person("Anna Åström"))
    with pytest.raises(UserProblem, match=r"Anna Åström \(1\); Anna Åström \(13\)"):
        find_contact(notebook, "anna åström")
    delete_contacts(notebook, [13])
    assert find_contact(notebook, "anna åström").id == ANNA
