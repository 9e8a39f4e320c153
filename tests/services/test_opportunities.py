"""Opportunities: written down, changed, won and lost, and who is owed thanks and word for them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from notebook_app.foundation.clock import StoppedClock
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed
from notebook_app.model.contact import ContactDetails, ContactDraft, Role
from notebook_app.model.conversation import Channel
from notebook_app.model.offering import Direction, FavourDraft, FavourKind
from notebook_app.model.opportunity import OpportunityDraft, OpportunityState, Source
from notebook_app.model.opportunity_rows import OpportunityFilter
from notebook_app.model.rows import EntryKind
from notebook_app.services.close_opportunity import (
    lose_opportunity,
    move_opportunity,
    reopen_opportunity,
    win_opportunity,
)
from notebook_app.services.find_opportunity import find_opportunity
from notebook_app.services.keep_favours import add_favour, thank_for_favour
from notebook_app.services.merge_contacts import merge_contacts
from notebook_app.services.save_contact import delete_contacts
from notebook_app.services.save_opportunity import (
    add_opportunity,
    delete_opportunity,
    update_opportunity,
)
from notebook_app.services.take_back_merge import take_back_merge
from notebook_app.services.tell_outcome import tell_outcome
from notebook_app.services.undo import redo_last, undo_last
from notebook_app.storage.notebook import Notebook
from tests.storage.whole_content import assert_all_is_well, content_of

TODAY = date(2026, 3, 10)
ANN, BOB, CARLA, BEN = 1, 2, 3, 4
DIRECT = Source.DIRECT_REFERRAL


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    """Return a notebook with Ann, Bob, Carla and Ben."""
    opened = Notebook.open(tmp_path / "work.db", StoppedClock(TODAY), "DE")
    with opened.change("people"):
        for name in ("Ann", "Bob", "Carla", "Ben"):
            opened.contacts.insert(ContactDraft(ContactDetails(display_name=name)))
        opened.offerings.insert_service("Logos", "", 0)
        opened.offerings.insert_service("Care plan", "", 1)
    yield opened
    opened.close()


def add(notebook: Notebook, draft: OpportunityDraft) -> int:
    """Put an opportunity into the notebook and return its row id."""
    (opportunity_id,) = add_opportunity(notebook, draft).of(Changed.OPPORTUNITY)
    return opportunity_id


def draft_of(notebook: Notebook, opportunity_id: int) -> OpportunityDraft:
    """Return an opportunity as it is stored."""
    stored = notebook.opportunities.get(opportunity_id)
    assert stored is not None
    return stored.draft


def to_thank(notebook: Notebook) -> list[tuple[int, FavourKind, int | None]]:
    """Return who waits for thanks, for what, and about whom."""
    return sorted(
        (row.draft.contact_id, row.draft.kind, row.draft.about_contact_id)
        for row in notebook.favours.to_thank(TODAY)
    )


def to_tell(notebook: Notebook) -> list[tuple[str, str, OpportunityState]]:
    """Return who waits to hear how what went."""
    return sorted(
        (each.referrer, each.title, each.state) for each in notebook.referrals.to_tell(TODAY)
    )


def test_all_of_it_comes_back_as_it_was_written(notebook: Notebook) -> None:
    draft = OpportunityDraft(
        CARLA,
        "New  shop\nfront ",
        Decimal("4200.50"),
        "eur",
        source=DIRECT,
        via=(ANN, BOB),
        opened_on=TODAY,
        expected_on=TODAY + timedelta(days=30),
        note="Oak, not beech.",
        came_by=" Town paper ",
        service_ids=(2, 1),
    )
    stored = draft_of(notebook, add(notebook, draft))
    tidied = replace(
        draft, title="New shop front", currency="EUR", came_by="Town paper", service_ids=(1, 2)
    )
    assert stored == tidied
    assert_all_is_well(notebook)


@pytest.mark.parametrize(
    ("draft", "says"),
    [
        (OpportunityDraft(99, "Logo"), "Nobody is named"),
        (OpportunityDraft(CARLA, "  "), "no title"),
        (OpportunityDraft(CARLA, "Logo", via=(BOB, ANN, BOB)), "Bob stands in this chain twice"),
        (OpportunityDraft(CARLA, "Logo", via=(BOB, CARLA)), "through themselves"),
        (OpportunityDraft(CARLA, "Logo", via=(99,)), "no longer in the notebook"),
        (OpportunityDraft(CARLA, "Logo", Decimal(5)), "needs its currency"),
        (OpportunityDraft(CARLA, "Logo", Decimal(-5), "EUR"), "no amount"),
        (OpportunityDraft(CARLA, "Logo", Decimal("NaN"), "EUR"), "no amount"),
        (
            OpportunityDraft(
                CARLA,
                "Logo",
                state=OpportunityState.WON,
                opened_on=TODAY,
                closed_on=TODAY - timedelta(days=1),
            ),
            "before it began",
        ),
    ],
)
def test_what_can_t_be_is_refused_in_a_sentence(
    notebook: Notebook, draft: OpportunityDraft, says: str
) -> None:
    before = content_of(notebook)
    with pytest.raises(UserProblem, match=says):
        add_opportunity(notebook, draft)
    assert content_of(notebook) == before


def test_won_lost_and_open_again(notebook: Notebook) -> None:
    began = TODAY - timedelta(days=20)
    work = add(notebook, OpportunityDraft(CARLA, "Sign", opened_on=began))

    win_opportunity(notebook, work)
    won = draft_of(notebook, work)
    assert (won.state, won.closed_on) == (OpportunityState.WON, TODAY)

    lose_opportunity(notebook, work, TODAY - timedelta(days=2), " too  dear ")
    lost = draft_of(notebook, work)
    assert (lost.state, lost.lost_because) == (OpportunityState.LOST, "too dear")
    assert lost.closed_on == TODAY - timedelta(days=2)
    lose_opportunity(notebook, work, because="no money")
    assert draft_of(notebook, work) == replace(lost, lost_because="no money")

    reopen_opportunity(notebook, work)
    again = draft_of(notebook, work)
    assert again == OpportunityDraft(CARLA, "Sign", opened_on=began)
    assert move_opportunity(notebook, work, OpportunityState.OPEN) is None
    undo_last(notebook)
    assert draft_of(notebook, work).lost_because == "no money"

    with pytest.raises(UserProblem, match="before it began"):
        win_opportunity(notebook, work, began - timedelta(days=1))
    with pytest.raises(UserProblem, match="a day to come"):
        win_opportunity(notebook, work, TODAY + timedelta(days=1))


def test_work_that_is_won_makes_a_client_which_is_said_and_can_be_taken_back(
    notebook: Notebook,
) -> None:
    def roles() -> tuple[Role, ...]:
        contact = notebook.contacts.get(CARLA)
        assert contact is not None
        return contact.roles

    work = add(notebook, OpportunityDraft(CARLA, "Sign"))
    assert roles() == ()
    before = content_of(notebook)
    changes = win_opportunity(notebook, work)
    assert changes.label == "Won Sign and made Carla a client"
    assert CARLA in changes.of(Changed.CONTACT)
    assert roles() == (Role.CLIENT,)
    undo_last(notebook)
    assert content_of(notebook) == before
    assert roles() == ()

    won = replace(draft_of(notebook, work), state=OpportunityState.WON, closed_on=TODAY)
    assert update_opportunity(notebook, work, won).label == "Changed Sign and made Carla a client"
    assert roles() == (Role.CLIENT,)
    contact = notebook.contacts.get(CARLA)
    assert contact is not None
    with notebook.change("No client after all"):
        notebook.contacts.update(CARLA, replace(notebook.contacts.draft_of(contact), roles=()))
    update_opportunity(notebook, work, replace(won, title="Big sign"))
    assert roles() == (), "what the user took away stays away"
    add(notebook, replace(won, title="Second sign"))
    assert roles() == (Role.CLIENT,)


def test_each_change_is_one_step_to_undo(notebook: Notebook) -> None:
    empty = content_of(notebook)
    work = add(notebook, OpportunityDraft(CARLA, "Sign", source=DIRECT, via=(BOB,)))
    added = content_of(notebook)
    changed = replace(draft_of(notebook, work), title="Big sign", via=(ANN,), service_ids=(1,))
    update_opportunity(notebook, work, changed)
    altered = content_of(notebook)
    delete_opportunity(notebook, work)
    gone = content_of(notebook)

    for expected in (altered, added, empty):
        undo_last(notebook)
        assert content_of(notebook) == expected
    for expected in (added, altered, gone):
        redo_last(notebook)
        assert content_of(notebook) == expected
    assert_all_is_well(notebook)


def test_everybody_in_the_chain_has_it_on_their_timeline(notebook: Notebook) -> None:
    add(notebook, OpportunityDraft(CARLA, "Sign", source=Source.SELF_REFERRAL, via=(ANN, BOB)))
    for who in (ANN, BOB, CARLA):
        entries = notebook.timeline.page(who, 0, 10, [EntryKind.OPPORTUNITY])
        assert [entry.title for entry in entries] == ["Opportunity: Sign"]
        assert entries[0].text == "Self referral · Ann → Bob → Carla"
    assert notebook.timeline.page(BEN, 0, 10) == []


def test_a_referral_is_thanked_for_and_told_about(notebook: Notebook) -> None:
    draft = OpportunityDraft(CARLA, "Sign", source=DIRECT, via=(ANN, BOB))
    work = add(notebook, draft)
    assert to_thank(notebook) == [
        (ANN, FavourKind.REFERRAL, CARLA),
        (BOB, FavourKind.REFERRAL, CARLA),
    ]
    assert to_tell(notebook) == []

    win_opportunity(notebook, work)
    assert to_tell(notebook) == [("Ann", "Sign", "won"), ("Bob", "Sign", "won")]
    assert notebook.favours.count_to_tell(TODAY) == 2

    first, second = notebook.referrals.to_tell(TODAY)
    changes = tell_outcome(notebook, first.favour_id, Channel.CALL, "Told them that Sign was won.")
    tell_outcome(notebook, second.favour_id)
    assert to_tell(notebook) == []
    (conversation_id,) = changes.of(Changed.CONVERSATION)
    said = notebook.conversations.get(conversation_id)
    assert said is not None
    assert said.draft.contact_ids == (first.referrer_id,)
    entry = notebook.timeline.page(second.referrer_id, 0, 10, [EntryKind.FAVOUR])[0]
    assert entry.badges == ("favour", "told how it went")

    undo_last(notebook)
    assert to_tell(notebook) == [(second.referrer, "Sign", "won")]
    reopen_opportunity(notebook, work)
    assert to_tell(notebook) == []


def test_old_work_written_down_now_need_not_be_told(notebook: Notebook) -> None:
    long_ago = TODAY - timedelta(days=400)
    draft = OpportunityDraft(
        CARLA,
        "Sign",
        state=OpportunityState.WON,
        source=DIRECT,
        via=(BOB,),
        opened_on=long_ago,
        closed_on=long_ago,
    )
    add(notebook, draft)
    assert to_tell(notebook) == []


def test_only_referrals_are_owed_thanks(notebook: Notebook) -> None:
    for source in (Source.SELF_REFERRAL, Source.MARKETING_RESPONSE, None):
        add(notebook, OpportunityDraft(CARLA, "Sign", source=source, via=(BOB,)))
    assert to_thank(notebook) == []
    add(notebook, OpportunityDraft(CARLA, "Sign", source=Source.NETWORK_REFERRAL, via=(BOB,)))
    assert to_thank(notebook) == [(BOB, FavourKind.INTRODUCTION, CARLA)]


def test_a_favour_written_down_before_is_not_owed_twice(notebook: Notebook) -> None:
    said = FavourDraft(BOB, FavourKind.REFERRAL, Direction.RECEIVED, TODAY, CARLA, "At lunch")
    (favour_id,) = add_favour(notebook, said).of(Changed.FAVOUR)
    thank_for_favour(notebook, favour_id)

    work = add(notebook, OpportunityDraft(CARLA, "Sign", source=DIRECT, via=(BOB,)))
    assert to_thank(notebook) == []
    assert notebook.referrals.of(work) == [(favour_id, BOB)]

    update_opportunity(notebook, work, replace(draft_of(notebook, work), via=()))
    assert notebook.referrals.of(work) == []
    kept = notebook.favours.get(favour_id)
    assert kept is not None
    assert kept.draft == replace(said, thanked_on=TODAY)


def test_a_favour_written_down_later_is_linked_when_the_work_is_decided(
    notebook: Notebook,
) -> None:
    """As with work that was written down before favours could be linked at all."""
    with notebook.change("as before"):
        draft = OpportunityDraft(CARLA, "Sign", source=DIRECT, via=(BOB,), opened_on=TODAY)
        work = notebook.opportunities.insert(draft)
    win_opportunity(notebook, work)
    assert (to_thank(notebook), to_tell(notebook)) == ([], [])
    said = FavourDraft(BOB, FavourKind.REFERRAL, Direction.RECEIVED, TODAY, CARLA, "At lunch")
    add_favour(notebook, said)
    lose_opportunity(notebook, work)
    assert to_tell(notebook) == [("Bob", "Sign", "lost")]
    assert to_thank(notebook) == [(BOB, FavourKind.REFERRAL, CARLA)]


def test_another_chain_owes_thanks_to_others(notebook: Notebook) -> None:
    work = add(notebook, OpportunityDraft(CARLA, "Sign", source=DIRECT, via=(BOB,)))
    draft = draft_of(notebook, work)
    update_opportunity(notebook, work, replace(draft, via=(ANN,), title="Big sign"))
    assert to_thank(notebook) == [(ANN, FavourKind.REFERRAL, CARLA)]

    network = replace(draft, via=(ANN,), source=Source.NETWORK_REFERRAL)
    update_opportunity(notebook, work, network)
    assert to_thank(notebook) == [(ANN, FavourKind.INTRODUCTION, CARLA)]
    ((favour_id, _ann),) = notebook.referrals.of(work)
    favour = notebook.favours.get(favour_id)
    assert favour is not None
    assert favour.draft.text == "Sign"

    update_opportunity(notebook, work, replace(network, contact_id=BEN))
    assert to_thank(notebook) == [(ANN, FavourKind.INTRODUCTION, BEN)]
    update_opportunity(notebook, work, replace(draft, via=(ANN,), source=Source.SELF_REFERRAL))
    assert to_thank(notebook) == []


def test_thanks_that_were_said_outlive_the_opportunity(notebook: Notebook) -> None:
    work = add(notebook, OpportunityDraft(CARLA, "Sign", source=DIRECT, via=(ANN, BOB)))
    thanked = notebook.favours.to_thank(TODAY)[0]
    thank_for_favour(notebook, thanked.id)
    delete_opportunity(notebook, work)
    assert to_thank(notebook) == []
    assert notebook.favours.get(thanked.id) is not None
    assert len(notebook.favours.between(None, None)) == 1


def test_thanks_that_the_user_took_out_do_not_come_back(notebook: Notebook) -> None:
    work = add(notebook, OpportunityDraft(CARLA, "Sign", source=DIRECT, via=(BOB,)))
    with notebook.change("no thanks"):
        notebook.favours.delete(notebook.favours.to_thank(TODAY)[0].id)
    update_opportunity(notebook, work, replace(draft_of(notebook, work), note="Soon."))
    assert to_thank(notebook) == []


def test_two_referrers_who_are_one_are_thanked_once(notebook: Notebook) -> None:
    work = add(notebook, OpportunityDraft(CARLA, "Sign", source=DIRECT, via=(ANN, BOB)))
    before = [to_thank(notebook), draft_of(notebook, work)]

    merge_contacts(notebook, ANN, [BOB])
    assert to_thank(notebook) == [(ANN, FavourKind.REFERRAL, CARLA)]
    assert draft_of(notebook, work).via == (ANN,)

    take_back_merge(notebook, 1)
    assert [to_thank(notebook), draft_of(notebook, work)] == before
    assert_all_is_well(notebook)


def test_a_referrer_who_is_the_client_is_owed_nothing(notebook: Notebook) -> None:
    work = add(notebook, OpportunityDraft(CARLA, "Sign", source=DIRECT, via=(BOB,)))
    merge_contacts(notebook, CARLA, [BOB])
    assert to_thank(notebook) == []
    assert draft_of(notebook, work).via == ()
    take_back_merge(notebook, 1)
    assert to_thank(notebook) == [(BOB, FavourKind.REFERRAL, CARLA)]
    assert draft_of(notebook, work).via == (BOB,)
    assert_all_is_well(notebook)


def test_whoever_is_in_the_trash_is_neither_thanked_nor_counted(notebook: Notebook) -> None:
    work = add(
        notebook, OpportunityDraft(CARLA, "Sign", Decimal(5), "EUR", source=DIRECT, via=(BOB,))
    )
    win_opportunity(notebook, work)
    delete_contacts(notebook, [BOB])
    assert (to_thank(notebook), to_tell(notebook)) == ([], [])
    won = notebook.opportunity_list.column(OpportunityState.WON)
    assert won.ids == (work,)
    assert notebook.opportunity_list.rows(won.ids)[0].via[0].id is None
    delete_contacts(notebook, [CARLA])
    assert notebook.opportunity_list.column(OpportunityState.WON).ids == ()


def test_amounts_of_several_currencies_are_never_added_up(notebook: Notebook) -> None:
    for value, currency in (("0.1", "EUR"), ("0.2", "EUR"), ("7", "USD"), (None, "")):
        amount = None if value is None else Decimal(value)
        add(notebook, OpportunityDraft(CARLA, "Sign", amount, currency))
    column = notebook.opportunity_list.column(OpportunityState.OPEN)
    assert column.sums == (("EUR", Decimal("0.3")), ("USD", Decimal(7)))
    assert column.without_value == 1


def test_the_open_ones_stand_by_when_they_are_expected(notebook: Notebook) -> None:
    days = (None, 30, -3, None, 2)
    ids = [
        add(
            notebook,
            OpportunityDraft(
                CARLA,
                "Sign",
                expected_on=None if day is None else TODAY + timedelta(days=day),
                opened_on=TODAY - timedelta(days=number),
            ),
        )
        for number, day in enumerate(days)
    ]
    column = notebook.opportunity_list.column(OpportunityState.OPEN)
    assert column.ids == (ids[2], ids[4], ids[1], ids[3], ids[0])
    rows = notebook.opportunity_list.rows(column.ids)
    assert [row.is_overdue(TODAY) for row in rows] == [True, False, False, False, False]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (OpportunityFilter(), ["Logo", "Menu", "Sign"]),
        (OpportunityFilter(words="sig"), ["Sign"]),
        (OpportunityFilter(words="carla"), ["Logo"]),
        (OpportunityFilter(words="bob"), ["Menu"]),
        (OpportunityFilter(words="?!"), []),
        (OpportunityFilter(person_id=BOB), ["Menu"]),
        (OpportunityFilter(source=Source.MARKETING_RESPONSE), ["Logo"]),
        (OpportunityFilter(service_id=2), ["Menu"]),
        (OpportunityFilter(start=TODAY - timedelta(days=5)), ["Logo"]),
        (OpportunityFilter(end=TODAY - timedelta(days=6)), ["Menu", "Sign"]),
    ],
)
def test_the_filter_lets_through_what_it_says(
    notebook: Notebook, wanted: OpportunityFilter, found: list[str]
) -> None:
    add(
        notebook,
        OpportunityDraft(CARLA, "Logo", source=Source.MARKETING_RESPONSE, opened_on=TODAY),
    )
    add(
        notebook,
        OpportunityDraft(
            BEN,
            "Menu",
            source=DIRECT,
            via=(BOB,),
            service_ids=(2,),
            opened_on=TODAY - timedelta(days=10),
        ),
    )
    add(notebook, OpportunityDraft(BEN, "Sign", opened_on=TODAY - timedelta(days=20)))
    ids = notebook.opportunity_list.column(OpportunityState.OPEN, wanted).ids
    assert sorted(row.title for row in notebook.opportunity_list.rows(ids)) == found


def test_enough_words_find_one(notebook: Notebook) -> None:
    sign = add(notebook, OpportunityDraft(CARLA, "Sign"))
    big = add(notebook, OpportunityDraft(CARLA, "Big sign"))
    assert find_opportunity(notebook, str(big)).id == big
    assert find_opportunity(notebook, "sign").id == sign
    assert find_opportunity(notebook, "big").id == big
    with pytest.raises(UserProblem, match=r"can be .*Sign, Carla"):
        find_opportunity(notebook, "carla")
    win_opportunity(notebook, sign)
    assert find_opportunity(notebook, "carla").id == big
    with pytest.raises(UserProblem, match="no opportunity"):
        find_opportunity(notebook, "quince")
