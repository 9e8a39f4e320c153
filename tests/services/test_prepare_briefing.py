"""A briefing gathers what happened, what is open, what to remember, and who brought whom."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from notebook_app.foundation.clock import StoppedClock
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.contact import (
    ContactDetails,
    ContactDraft,
    Email,
    Phone,
    RelatedName,
    Stage,
)
from notebook_app.model.conversation import ConversationDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.model.offering import Direction, FavourDraft, FavourKind
from notebook_app.model.partial_date import PartialDate
from notebook_app.services.keep_favours import add_favour
from notebook_app.services.log_conversation import log_conversation
from notebook_app.services.plan_follow_up import plan_follow_up
from notebook_app.services.prepare_briefing import prepare_briefing
from notebook_app.services.remember_facts import remember
from notebook_app.services.save_contact import add_contact, delete_contacts
from notebook_app.storage.notebook import Notebook
from notebook_app.storage.offerings import OfferingStore
from tests.empty_notebook import empty_notebook

TODAY = date(2026, 11, 21)


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    """Return a notebook with Elif (1), Agnes (2) and Bo (3)."""
    opened = empty_notebook(tmp_path / "people.db", StoppedClock(TODAY))
    elif_details = ContactDetails(
        display_name="Elif",
        organization="Chamber",
        title="Head",
        birthday=PartialDate.parse("1980-12-01"),
        phones=(Phone("070 1"), Phone("070 2")),
        emails=(Email("elif@chamber.example"),),
        related=(RelatedName("Bo", "introduced by"),),
    )
    add_contact(opened, ContactDraft(elif_details, Stage.LIKE))
    for name in ("Agnes", "Bo"):
        add_contact(opened, ContactDraft(ContactDetails(display_name=name)))
    yield opened
    opened.close()


def test_everything_is_gathered(notebook: Notebook) -> None:
    for days in (1, 400, 20, 10):
        on = TODAY - timedelta(days=days)
        log_conversation(notebook, ConversationDraft((1,), f"{days} ago", on))
    plan_follow_up(notebook, FollowUpDraft(1, FollowUpKind.SEND, TODAY, note="The offer"))
    remember(notebook, 1, "two daughters")
    introduction = FavourDraft(1, FavourKind.INTRODUCTION, Direction.RECEIVED, TODAY, 2)
    add_favour(notebook, introduction)
    with notebook.change("services"):
        offered = OfferingStore(notebook.database)
        offered.insert_service("Signs", "", 0)
    (person,) = prepare_briefing(notebook, [1, 1])
    assert (person.name, person.second_line()) == ("Elif", "Chamber · Head")
    assert (person.stage, person.stage_since) == (Stage.LIKE, TODAY)
    assert person.phones == ("070 1", "070 2")
    assert [talk.text for talk in person.talks] == ["1 ago", "10 ago", "20 ago"]
    assert [row.note for row in person.follow_ups] == ["The offer"]
    assert person.facts == ("two daughters",)
    assert [row.about_name for row in person.owed] == ["Agnes"]
    assert person.not_told == ("Signs",)
    assert person.introduced_by == ("Bo",)
    assert person.introduced == ("Agnes",)
    assert person.birthday == date(2026, 12, 1)
    (agnes,) = prepare_briefing(notebook, [2])
    assert agnes.introduced_by == ("Elif",)
    assert agnes.birthday is None


def test_who_brought_somebody_is_told_back_to_the_first_one(notebook: Notebook) -> None:
    for by, whom in ((3, 2), (1, 3)):
        draft = FavourDraft(by, FavourKind.REFERRAL, Direction.RECEIVED, TODAY, whom)
        add_favour(notebook, draft)
    (agnes,) = prepare_briefing(notebook, [2])
    assert agnes.introduced_by == ("Elif → Bo",)


def test_the_order_is_that_of_the_event_and_those_who_are_gone_are_left_out(
    notebook: Notebook,
) -> None:
    delete_contacts(notebook, [2])
    assert [person.contact_id for person in prepare_briefing(notebook, [3, 2, 99, 1])] == [3, 1]
    with pytest.raises(UserProblem):
        prepare_briefing(notebook, [2])
