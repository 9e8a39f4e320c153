"""Trying a follow-up without reaching anybody, the days to put it off to, and the ladder."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.capture.captured import CapturedFollowUp, CapturedLine
from notebook_app.model.contact import (
    Address,
    ContactDetails,
    ContactDraft,
    Email,
    Phone,
    Stage,
)
from notebook_app.model.conversation import Channel, ConversationDraft
from notebook_app.model.event import EventDraft, Presence
from notebook_app.model.follow_up import (
    FollowUpDraft,
    FollowUpKind,
    FollowUpState,
    Outcome,
)
from notebook_app.model.ladder import Rung
from notebook_app.model.next_days import Distance, Taken
from notebook_app.model.rows import EntryKind
from notebook_app.services.complete_follow_up import (
    complete_follow_up,
    conversation_from,
    try_again,
)
from notebook_app.services.follow_up_habits import Habits, habits_of, keep_habits
from notebook_app.services.let_rest import let_rest
from notebook_app.services.log_conversation import log_conversation
from notebook_app.services.next_days import country_days, good_day, usual_next_days
from notebook_app.services.plan_follow_up import plan_follow_up, skip_follow_up
from notebook_app.services.propose_follow_ups import (
    KEEPING_IN_TOUCH,
    Proposal,
    choose_ladder,
    plan_proposal,
    proposal_for,
    proposals,
    rung_after,
)
from notebook_app.services.save_contact import add_contact
from notebook_app.services.undo import undo_last
from notebook_app.storage.notebook import Notebook
from tests.services.conftest import TODAY

EMAIL = (Email("anna@example.com"),)
PHONE = (Phone("+46 8 123"),)


def add(notebook: Notebook, name: str, stage: Stage | None = None, **more: object) -> int:
    """Add somebody and return the row id."""
    details = ContactDetails(display_name=name, **more)  # type: ignore[arg-type]
    with notebook.change("Added"):
        return notebook.contacts.insert(ContactDraft(details, stage))


def meet(notebook: Notebook, contact_id: int, days_ago: int = 0, text: str = "Hello") -> None:
    """Talk with somebody."""
    on = TODAY - timedelta(days=days_ago)
    log_conversation(notebook, ConversationDraft((contact_id,), text, on))


def plan(notebook: Notebook, contact_id: int, due: date = TODAY, repeat: str = "") -> int:
    """Plan a call and return its row id."""
    with notebook.change("Planned"):
        return notebook.follow_ups.insert(
            FollowUpDraft(contact_id, FollowUpKind.CALL, due, repeat=repeat)
        )


def state(notebook: Notebook, follow_up_id: int) -> tuple[FollowUpState, Outcome | None, date]:
    """How a follow-up stands."""
    stored = notebook.follow_ups.get(follow_up_id)
    assert stored is not None
    return stored.state, stored.outcome, stored.draft.due


def test_an_attempt_stays_open_moves_on_is_told_and_is_undone_in_one_step(
    notebook: Notebook,
) -> None:
    anna = add(notebook, "Anna")
    call = plan(notebook, anna)
    again = TODAY + timedelta(days=3)
    changes = try_again(notebook, call, Outcome.NO_ANSWER, again, text="Busy line ")
    assert changes.label == "No answer: call with Anna, again on 13 March"
    assert state(notebook, call) == (FollowUpState.OPEN, None, again)
    (attempt,) = notebook.attempts.of(call)
    assert (attempt.on, attempt.outcome, attempt.text) == (TODAY, Outcome.NO_ANSWER, "Busy line")
    (entry,) = notebook.timeline.page(anna, 0, 5)
    assert (entry.kind, entry.title) == (EntryKind.ATTEMPT, "Call: no answer")
    (row,) = notebook.follow_ups.open_of(anna)
    assert row.tried == 1
    undo_last(notebook)
    assert notebook.attempts.of(call) == []
    assert state(notebook, call) == (FollowUpState.OPEN, None, TODAY)


def test_what_a_line_says_beside_an_attempt_is_stored_without_a_conversation(
    notebook: Notebook,
) -> None:
    anna = add(notebook, "Anna")
    call = plan(notebook, anna)
    line = CapturedLine("…", "On holiday", remember=("sails",), tags=("sailor",))
    try_again(notebook, call, Outcome.POSTPONED, TODAY + timedelta(days=7), line=line)
    assert notebook.attempts.of(call)[0].text == "On holiday"
    assert [fact.text for fact in notebook.remembered.of(anna)] == ["sails"]
    kinds = {entry.kind for entry in notebook.timeline.page(anna, 0, 9)}
    assert EntryKind.CONVERSATION not in kinds


def test_trying_a_repeating_one_again_keeps_its_days(notebook: Notebook) -> None:
    anna = add(notebook, "Anna")
    weekly = plan(notebook, anna, repeat="FREQ=WEEKLY")
    try_again(notebook, weekly, Outcome.MESSAGE_LEFT, TODAY + timedelta(days=2))
    stored = notebook.follow_ups.get(weekly)
    assert stored is not None
    assert stored.scheduled_on == TODAY
    complete_follow_up(notebook, weekly, None, on=TODAY + timedelta(days=2))
    (following,) = notebook.follow_ups.open_of(anna)
    assert following.due == TODAY + timedelta(days=7)


def test_the_timeline_says_what_came_of_one_without_a_word(notebook: Notebook) -> None:
    anna = add(notebook, "Anna")
    complete_follow_up(notebook, plan(notebook, anna), None, outcome=Outcome.REACHED)
    (entry,) = notebook.timeline.page(anna, 0, 5)
    assert (entry.title, entry.badges) == ("Called", ("reached",))


def test_one_that_is_closed_cannot_be_tried_again(notebook: Notebook) -> None:
    call = plan(notebook, add(notebook, "Anna"))
    skip_follow_up(notebook, call)
    with pytest.raises(UserProblem, match="not open any more"):
        try_again(notebook, call, Outcome.NO_ANSWER, TODAY)


def test_completing_with_a_line_stores_all_that_it_says_and_the_outcome(
    notebook: Notebook,
) -> None:
    anna = add(notebook, "Anna")
    call = plan(notebook, anna)
    stored = notebook.follow_ups.get(call)
    assert stored is not None
    usual = conversation_from(stored.draft, "", TODAY)
    line = CapturedLine(
        "…",
        "Wants a kitchen",
        remember=("two cats",),
        follow_ups=(CapturedFollowUp(FollowUpKind.SEND, TODAY + timedelta(days=2)),),
    )
    complete_follow_up(notebook, call, usual, outcome=Outcome.REACHED, line=line)
    assert state(notebook, call)[:2] == (FollowUpState.DONE, Outcome.REACHED)
    conversation = notebook.conversations.get(1)
    assert conversation is not None
    assert (conversation.draft.text, conversation.draft.channel) == (
        "Wants a kitchen",
        Channel.CALL,
    )
    (following,) = notebook.follow_ups.open_of(anna)
    assert following.kind is FollowUpKind.SEND
    undo_last(notebook)
    assert notebook.conversations.get(1) is None
    assert notebook.remembered.of(anna) == []
    assert state(notebook, call)[0] is FollowUpState.OPEN


def test_the_days_know_the_weekends_and_holidays_of_the_country(notebook: Notebook) -> None:
    good_friday = date(2026, 4, 3)
    found = good_day(notebook, good_friday)
    assert found.taken is Taken.HOLIDAY
    assert found.holiday
    # Easter Monday is a holiday in Sweden as well.
    assert found.day == date(2026, 4, 7)


@pytest.mark.parametrize(
    ("region", "day", "off"),
    [
        # Midsummer Eve and Christmas Eve; the latter is a day of work in Germany.
        ("SE", date(2027, 6, 25), True),
        ("SE", date(2026, 12, 24), True),
        ("DE", date(2026, 12, 24), False),
        ("DE", date(2026, 10, 3), True),
    ],
)
def test_a_day_on_which_nobody_works_is_taken_whatever_the_law_says(
    region: str, day: date, off: bool
) -> None:
    holiday, _weekend = country_days(region)
    assert bool(holiday(day)) is off


def test_a_country_that_nobody_knows_has_weekends_alone(notebook: Notebook) -> None:
    notebook.region = "XX"
    assert good_day(notebook, date(2026, 12, 25)).taken is None
    assert good_day(notebook, date(2026, 12, 26)).taken is Taken.WEEKEND


def test_as_many_follow_ups_as_the_user_says_fill_a_day(notebook: Notebook) -> None:
    anna = add(notebook, "Anna")
    tomorrow = TODAY + timedelta(days=1)
    for _ in range(3):
        plan(notebook, anna, tomorrow)
    assert usual_next_days(notebook)[Distance.TOMORROW].taken is None
    keep_habits(notebook, Habits(full_day=3))
    found = usual_next_days(notebook)[Distance.TOMORROW]
    assert (found.day, found.taken) == (TODAY + timedelta(days=2), Taken.FULL)


def test_habits_are_kept_and_undone(notebook: Notebook) -> None:
    assert habits_of(notebook) == Habits("", 8, "SE", "")
    keep_habits(notebook, Habits("call", 5, "de", " Linz "))
    assert habits_of(notebook) == Habits("call", 5, "DE", "Linz")
    with pytest.raises(UserProblem, match="no country"):
        keep_habits(notebook, Habits(region="Germany"))
    undo_last(notebook)
    assert habits_of(notebook) == Habits("", 8, "SE", "")


def proposed(notebook: Notebook) -> list[tuple[str, Rung, date]]:
    """What is proposed for everybody; each of them is told the same on their own page."""
    found = proposals(notebook)
    assert all(proposal_for(notebook, one.contact_id) == one for one in found)
    return [(one.name, one.rung, one.due) for one in found]


def test_everyone_newly_met_gets_one_fitting_act_within_two_days(notebook: Notebook) -> None:
    people = {
        "Anna": add(notebook, "Anna", emails=EMAIL, phones=PHONE),
        "Bo": add(notebook, "Bo", phones=PHONE),
        "Cia": add(notebook, "Cia", emails=EMAIL),
        "Dag": add(notebook, "Dag", addresses=(Address(street="Gata 1", city="Lund"),)),
        "Eva": add(notebook, "Eva"),
    }
    for name, contact_id in people.items():
        meet(notebook, contact_id, 1, "Long talk. " * 30 if name == "Cia" else "Hello")
    due = TODAY + timedelta(days=1)
    assert proposed(notebook) == [
        ("Anna", Rung.EMAIL, due),
        ("Bo", Rung.CALL, due),
        ("Cia", Rung.NOTE, due),
        ("Dag", Rung.NOTE, due),
        ("Eva", Rung.COFFEE, due),
    ]


def test_those_met_at_an_event_are_newly_met_and_those_only_seen_are_not(
    notebook: Notebook,
) -> None:
    anna, bo = add(notebook, "Anna", emails=EMAIL), add(notebook, "Bo", emails=EMAIL)
    with notebook.change("Event"):
        event = notebook.events.insert(EventDraft("Chamber", TODAY - timedelta(days=2)))
        notebook.events.put_person(event, anna, Presence.MET)
        notebook.events.put_person(event, bo, Presence.SEEN)
    assert proposed(notebook) == [("Anna", Rung.EMAIL, TODAY)]


def test_nothing_is_proposed_while_something_is_planned_or_they_rest_or_it_is_turned_off(
    notebook: Notebook,
) -> None:
    anna, bo, cia = (add(notebook, name, emails=EMAIL) for name in ("Anna", "Bo", "Cia"))
    for contact_id in (anna, bo, cia):
        meet(notebook, contact_id)
    plan_follow_up(notebook, FollowUpDraft(anna, FollowUpKind.COFFEE, TODAY))
    let_rest(notebook, [bo])
    choose_ladder(notebook, cia, "off")
    assert proposed(notebook) == []
    undo_last(notebook)
    assert [name for name, _rung, _due in proposed(notebook)] == ["Cia"]


def test_whoever_is_known_already_or_was_followed_up_is_not_newly_met(notebook: Notebook) -> None:
    imported = add(notebook, "Imported", emails=EMAIL)
    friend = add(notebook, "Friend", Stage.LIKE, emails=EMAIL)
    long_ago = add(notebook, "Long ago", emails=EMAIL)
    twice = add(notebook, "Twice", emails=EMAIL)
    skipped = add(notebook, "Skipped", emails=EMAIL)
    meet(notebook, friend)
    meet(notebook, long_ago, 15)
    meet(notebook, twice, 3)
    meet(notebook, twice, 1)
    meet(notebook, skipped)
    skip_follow_up(notebook, plan(notebook, skipped))
    assert proposed(notebook) == []
    assert proposal_for(notebook, imported) is None


def _only(notebook: Notebook) -> Proposal:
    (found,) = proposals(notebook)
    return found


def test_doing_a_rung_proposes_the_following_one_to_the_end(notebook: Notebook) -> None:
    anna = add(notebook, "Anna", emails=EMAIL, phones=PHONE)
    meet(notebook, anna)
    walked = []
    for _ in range(3):
        proposal = _only(notebook)
        walked.append(proposal.rung)
        plan_proposal(notebook, proposal)
        assert proposals(notebook) == []
        (row,) = notebook.follow_ups.open_of(anna)
        assert row.rung == proposal.rung.value
        told = rung_after(notebook, anna, row.rung)
        complete_follow_up(notebook, row.id, None)
        assert told == _only(notebook)
    assert walked == [Rung.EMAIL, Rung.CALL, Rung.COFFEE]
    assert _only(notebook).rung is Rung.KEEP
    plan_proposal(notebook, _only(notebook))
    stored = notebook.contacts.get(anna)
    assert stored is not None
    assert stored.cadence == KEEPING_IN_TOUCH
    assert proposals(notebook) == []


def test_a_proposal_that_came_too_late_plans_nothing(notebook: Notebook) -> None:
    anna = add(notebook, "Anna", emails=EMAIL)
    meet(notebook, anna)
    proposal = _only(notebook)
    plan_proposal(notebook, proposal)
    with pytest.raises(UserProblem, match="already"):
        plan_proposal(notebook, proposal)
    assert len(notebook.follow_ups.open_of(anna)) == 1


def test_the_users_town_decides_on_coffee(notebook: Notebook) -> None:
    near = add(notebook, "Near", addresses=(Address(city="Malmö"),))
    far = add(notebook, "Far", phones=PHONE, addresses=(Address(city="Kiruna"),))
    keep_habits(notebook, Habits(town="malmo"))
    for contact_id in (near, far):
        meet(notebook, contact_id)
    assert [rung for _name, rung, _due in proposed(notebook)] == [Rung.CALL, Rung.COFFEE]
    after = rung_after(notebook, far, Rung.CALL.value)
    assert after is not None
    assert after.rung is Rung.KEEP


def test_the_ladder_can_begin_elsewhere_for_everybody_and_for_one(notebook: Notebook) -> None:
    anna, bo = (add(notebook, name, emails=EMAIL) for name in ("Anna", "Bo"))
    for contact_id in (anna, bo):
        meet(notebook, contact_id)
    keep_habits(notebook, replace(habits_of(notebook), ladder="handwritten note"))
    choose_ladder(notebook, bo, "call")
    assert [rung for _name, rung, _due in proposed(notebook)] == [Rung.NOTE, Rung.CALL]
    keep_habits(notebook, replace(habits_of(notebook), ladder="off"))
    assert [rung for _name, rung, _due in proposed(notebook)] == [Rung.CALL]


def test_promised_things_come_before_courtesies_on_their_day(notebook: Notebook) -> None:
    add_contact(notebook, ContactDraft(ContactDetails(display_name="Anna")))
    for note, promised, days in (("a", False, 0), ("b", True, 0), ("c", True, 1), ("d", False, -2)):
        draft = FollowUpDraft(
            1, FollowUpKind.SEND, TODAY + timedelta(days=days), note=note, promised=promised
        )
        plan_follow_up(notebook, draft)
    rows = notebook.follow_ups.open_of(1)
    assert [row.note for row in rows] == ["d", "b", "a", "c"]
    ids = notebook.follow_ups.ids_for_today(TODAY, TODAY + timedelta(days=7))
    assert [row.note for row in notebook.follow_ups.rows_in_order(ids)] == ["b", "d", "a", "c"]
