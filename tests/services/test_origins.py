"""How clients came: written down, proposed from what is known, kept through merges."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from notebook_app.foundation.clock import StoppedClock
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed
from notebook_app.model.contact import ContactDetails, ContactDraft, RelatedName
from notebook_app.model.conversation import Channel, ConversationDraft, Initiator
from notebook_app.model.event import EventDraft
from notebook_app.model.offering import Direction, FavourDraft, FavourKind
from notebook_app.model.opportunity import OpportunityDraft, Source
from notebook_app.model.origin import OriginDraft
from notebook_app.services.begin_opportunity import (
    opportunity_from_conversation,
    opportunity_from_event,
    opportunity_with,
)
from notebook_app.services.keep_favours import add_favour
from notebook_app.services.log_conversation import log_conversation
from notebook_app.services.merge_contacts import merge_contacts
from notebook_app.services.propose_origin import propose_origin
from notebook_app.services.save_contact import delete_contacts
from notebook_app.services.save_event import add_event
from notebook_app.services.save_opportunity import add_opportunity
from notebook_app.services.set_origin import forget_origin, set_origin
from notebook_app.services.take_back_merge import take_back_merge
from notebook_app.services.undo import redo_last, undo_last
from notebook_app.storage.notebook import Notebook
from tests.empty_notebook import empty_notebook
from tests.storage.whole_content import assert_all_is_well, content_of

TODAY = date(2026, 3, 10)
LONG_AGO = date(2025, 2, 3)
ANN, BOB, CARLA, BEN = 1, 2, 3, 4


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    """Return a notebook with Ann, Bob, Carla and Ben."""
    opened = empty_notebook(tmp_path / "origins.db", StoppedClock(TODAY), "DE")
    with opened.change("people"):
        for name in ("Ann", "Bob", "Carla", "Ben"):
            opened.contacts.insert(ContactDraft(ContactDetails(display_name=name)))
        opened.offerings.insert_service("Logos", "", 0)
    yield opened
    opened.close()


def talk(notebook: Notebook, text: str, on: date = LONG_AGO, **more: object) -> int:
    """Write down what was said with Carla and return the row id."""
    draft = ConversationDraft((CARLA,), text, on, **more)  # type: ignore[arg-type]
    (conversation_id,) = log_conversation(notebook, draft).of(Changed.CONVERSATION)
    return conversation_id


def origin_of(notebook: Notebook, contact_id: int) -> OriginDraft | None:
    """Return how somebody came, as it is stored."""
    stored = notebook.origins.of(contact_id)
    return None if stored is None else stored.draft


def test_an_answer_is_stored_changed_and_forgotten_each_in_one_step(notebook: Notebook) -> None:
    empty = content_of(notebook)
    said = talk(notebook, "Bob sent me")
    before = content_of(notebook)
    draft = OriginDraft(
        CARLA,
        Source.DIRECT_REFERRAL,
        (ANN, BOB),
        "Word of mouth",
        conversation_id=said,
        came_on=LONG_AGO,
    )
    set_origin(notebook, draft)
    stored = notebook.origins.of(CARLA)
    assert stored is not None
    assert (stored.draft, stored.looked_back_on) == (draft, TODAY)
    first = content_of(notebook)
    set_origin(notebook, OriginDraft(CARLA, None))
    assert origin_of(notebook, CARLA) == OriginDraft(CARLA, None)
    forget_origin(notebook, CARLA)
    assert origin_of(notebook, CARLA) is None
    undo_last(notebook)
    undo_last(notebook)
    assert content_of(notebook) == first
    undo_last(notebook)
    assert content_of(notebook) == before
    redo_last(notebook)
    assert content_of(notebook) == first
    undo_last(notebook)
    undo_last(notebook)
    assert content_of(notebook) == empty


@pytest.mark.parametrize(
    ("draft", "says"),
    [
        (OriginDraft(99, None), "no longer in the notebook"),
        (OriginDraft(CARLA, Source.DIRECT_REFERRAL, (CARLA,)), "through themselves"),
        (OriginDraft(CARLA, Source.DIRECT_REFERRAL, (BOB, ANN, BOB)), "bites its tail"),
        (OriginDraft(CARLA, Source.DIRECT_REFERRAL, (99,)), "chain is no longer"),
    ],
)
def test_what_can_t_be_is_refused(notebook: Notebook, draft: OriginDraft, says: str) -> None:
    with pytest.raises(UserProblem, match=says):
        set_origin(notebook, draft)
    assert notebook.origins.of(CARLA) is None


def test_looking_back_owes_nobody_thanks(notebook: Notebook) -> None:
    set_origin(notebook, OriginDraft(CARLA, Source.DIRECT_REFERRAL, (BOB,)))
    assert notebook.favours.to_thank(TODAY) == []


def test_nothing_is_proposed_of_whom_nothing_is_known(notebook: Notebook) -> None:
    assert propose_origin(notebook, CARLA) == []


def test_a_referral_goes_before_the_first_talk_with_the_chain_behind_it(
    notebook: Notebook,
) -> None:
    talk(notebook, "Hello")
    for by, about, kind in (
        (ANN, BOB, FavourKind.INTRODUCTION),
        (BOB, CARLA, FavourKind.REFERRAL),
    ):
        add_favour(notebook, FavourDraft(by, kind, Direction.RECEIVED, LONG_AGO, about))
    first, second = propose_origin(notebook, CARLA)
    assert first.draft == OriginDraft(CARLA, Source.DIRECT_REFERRAL, (ANN, BOB), came_on=LONG_AGO)
    assert first.reason == (
        "Bob referred them to you on 3 February 2025, whom you know through Ann."
    )
    assert second.draft.source is Source.SELF_REFERRAL


def test_a_link_on_the_card_is_an_introduction(notebook: Notebook) -> None:
    bob = notebook.contacts.get(BOB)
    assert bob is not None
    with notebook.change("link"):
        linked = ContactDetails(
            display_name="Carla", related=(RelatedName("Bob", "introduced by", uid=bob.uid),)
        )
        notebook.contacts.update(CARLA, ContactDraft(linked))
    (proposal,) = propose_origin(notebook, CARLA)
    assert proposal.draft == OriginDraft(CARLA, Source.NETWORK_REFERRAL, (BOB,))
    assert proposal.reason == "You noted that Bob brought you together."


def test_what_was_said_of_their_first_work_goes_before_all_else(notebook: Notebook) -> None:
    add_favour(
        notebook,
        FavourDraft(BOB, FavourKind.INTRODUCTION, Direction.RECEIVED, LONG_AGO, CARLA),
    )
    add_opportunity(
        notebook,
        OpportunityDraft(
            CARLA,
            "Sign",
            source=Source.MARKETING_RESPONSE,
            came_by="Town paper",
            opened_on=LONG_AGO,
        ),
    )
    first = propose_origin(notebook, CARLA)[0]
    assert first.draft.source is Source.MARKETING_RESPONSE
    assert first.draft.came_by == "Town paper"
    assert first.reason == "Their first work, “Sign”, was a marketing response."


def test_whoever_was_met_at_an_event_came_by_oneself(notebook: Notebook) -> None:
    event = EventDraft("Chamber evening", LONG_AGO, met=(CARLA,))
    (event_id,) = add_event(notebook, event).of(Changed.EVENT)
    there = talk(notebook, "Nice evening", event_id=event_id)
    talk(notebook, "Again", LONG_AGO + timedelta(days=9))
    first = propose_origin(notebook, CARLA)[0]
    assert first.draft == OriginDraft(
        CARLA,
        Source.SELF_REFERRAL,
        event_id=event_id,
        conversation_id=there,
        came_on=LONG_AGO,
    )
    assert first.reason == "You first met at Chamber evening on 3 February 2025."


@pytest.mark.parametrize(
    ("text", "initiated_by", "source"),
    [
        ("Saw my advert in the paper", Initiator.THEM, Source.MARKETING_RESPONSE),
        ("Hat die Anzeige gesehen", None, Source.MARKETING_RESPONSE),
        ("Read the article about me", Initiator.THEM, Source.REPUTATION_RESPONSE),
        ("Asked for a quote", Initiator.THEM, Source.REPUTATION_RESPONSE),
        ("Chatted at the counter", None, Source.SELF_REFERRAL),
        ("Chatted at the counter", Initiator.ME, Source.SELF_REFERRAL),
    ],
)
def test_the_first_talk_tells_how_they_came(
    notebook: Notebook, text: str, initiated_by: Initiator | None, source: Source
) -> None:
    talk(notebook, "Later the newsletter", TODAY)
    said = talk(notebook, text, initiated_by=initiated_by, channel=Channel.EMAIL)
    first = propose_origin(notebook, CARLA)[0]
    assert (first.draft.source, first.draft.conversation_id) == (source, said)


def test_an_opportunity_begins_with_what_is_known(notebook: Notebook) -> None:
    assert opportunity_with(notebook, CARLA) == OpportunityDraft(CARLA, "")
    set_origin(notebook, OriginDraft(CARLA, Source.DIRECT_REFERRAL, (BOB,), "Word of mouth"))
    assert opportunity_with(notebook, CARLA) == OpportunityDraft(
        CARLA, "", source=Source.DIRECT_REFERRAL, via=(BOB,), came_by="Word of mouth"
    )
    (event_id,) = add_event(notebook, EventDraft("Fair", LONG_AGO)).of(Changed.EVENT)
    said = talk(notebook, "Needs a logo", event_id=event_id, service_ids=(1,))
    assert opportunity_from_conversation(notebook, said) == OpportunityDraft(
        CARLA,
        "",
        source=Source.DIRECT_REFERRAL,
        via=(BOB,),
        came_by="Word of mouth",
        conversation_id=said,
        event_id=event_id,
        opened_on=LONG_AGO,
        service_ids=(1,),
    )
    assert opportunity_from_event(notebook, event_id) == OpportunityDraft(
        0, "", event_id=event_id, opened_on=LONG_AGO
    )


def test_of_two_who_are_one_the_answer_that_says_something_stays(notebook: Notebook) -> None:
    said = OriginDraft(BEN, Source.DIRECT_REFERRAL, (ANN, BOB), came_on=LONG_AGO)
    set_origin(notebook, OriginDraft(CARLA, None))
    set_origin(notebook, said)
    before = content_of(notebook)
    merge_contacts(notebook, CARLA, [BEN])
    assert origin_of(notebook, CARLA) == replace(said, contact_id=CARLA)
    assert origin_of(notebook, BEN) is None
    merged = content_of(notebook)
    undo_last(notebook)
    assert content_of(notebook) == before
    redo_last(notebook)
    assert content_of(notebook) == merged

    take_back_merge(notebook, 1)
    assert origin_of(notebook, CARLA) == OriginDraft(CARLA, None)
    assert origin_of(notebook, BEN) == said
    assert_all_is_well(notebook)


def test_the_kept_one_s_answer_goes_before_the_other_s(notebook: Notebook) -> None:
    mine = OriginDraft(CARLA, Source.SELF_REFERRAL)
    theirs = OriginDraft(BEN, Source.DIRECT_REFERRAL, (ANN,), "Lunch")
    set_origin(notebook, mine)
    set_origin(notebook, theirs)
    merge_contacts(notebook, CARLA, [BEN])
    assert origin_of(notebook, CARLA) == mine
    take_back_merge(notebook, 1)
    assert (origin_of(notebook, CARLA), origin_of(notebook, BEN)) == (mine, theirs)


def test_chains_of_others_name_the_kept_one_once_and_come_apart_again(
    notebook: Notebook,
) -> None:
    both = OriginDraft(CARLA, Source.DIRECT_REFERRAL, (ANN, BOB))
    one = OriginDraft(BEN, Source.DIRECT_REFERRAL, (BOB,))
    bobs_own = OriginDraft(BOB, Source.NETWORK_REFERRAL, (ANN,))
    for draft in (both, one, bobs_own):
        set_origin(notebook, draft)
    merge_contacts(notebook, ANN, [BOB])
    assert origin_of(notebook, CARLA) == replace(both, via=(ANN,))
    assert origin_of(notebook, BEN) == replace(one, via=(ANN,))
    assert origin_of(notebook, ANN) == OriginDraft(ANN, Source.NETWORK_REFERRAL)
    assert_all_is_well(notebook)
    take_back_merge(notebook, 1)
    for draft in (both, one, bobs_own):
        assert origin_of(notebook, draft.contact_id) == draft
    assert origin_of(notebook, ANN) is None
    assert_all_is_well(notebook)


def test_origins_go_to_the_trash_and_come_back_with_their_people(notebook: Notebook) -> None:
    draft = OriginDraft(CARLA, Source.DIRECT_REFERRAL, (BOB,))
    set_origin(notebook, draft)
    delete_contacts(notebook, [CARLA, BOB])
    undo_last(notebook)
    assert origin_of(notebook, CARLA) == draft
