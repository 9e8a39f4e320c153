"""Events in a file: how they are listed, who was there, what came of them."""

from datetime import date, time
from decimal import Decimal

from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.conversation import ConversationDraft, Formality
from notebook_app.model.event import EventDraft, Involvement, Presence
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind, FollowUpState
from notebook_app.model.opportunity import OpportunityDraft, OpportunityState
from notebook_app.storage.notebook import Notebook

TODAY = date(2026, 3, 10)
EVENING = date(2026, 3, 4)


def _person(notebook: Notebook, name: str) -> int:
    return notebook.contacts.insert(ContactDraft(ContactDetails(display_name=name)))


def test_everything_of_an_event_comes_back(notebook: Notebook) -> None:
    with notebook.change("Added"):
        ann, ben, cem = (_person(notebook, name) for name in ("Ann", "Ben", "Cem"))
        draft = EventDraft(
            "Chamber After Hours",
            EVENING,
            time(18, 30),
            "Town Hall",
            "Elif",
            Formality.INFORMAL,
            Involvement.HOSTED,
            "Don't stand at the wall",
            3,
            "Bring cards",
            met=(ann,),
            seen=(ben,),
            expected=(cem,),
            fee=Decimal("12.50"),
            fee_currency="EUR",
            hours=Decimal("2.5"),
        )
        event_id = notebook.events.insert(draft)
    stored = notebook.events.get(event_id)
    assert stored is not None
    assert stored.draft == draft


def test_who_was_met_is_never_expected_as_well(notebook: Notebook) -> None:
    with notebook.change("Added"):
        ann = _person(notebook, "Ann")
        event_id = notebook.events.insert(EventDraft("Fair", EVENING, met=(ann,), expected=(ann,)))
    stored = notebook.events.get(event_id)
    assert stored is not None
    assert (stored.draft.met, stored.draft.expected) == ((ann,), ())


def test_coming_events_are_listed_nearest_first_and_past_ones_last_first(
    notebook: Notebook,
) -> None:
    with notebook.change("Added"):
        for name, on in (
            ("Next year", date(2027, 1, 1)),
            ("Today", TODAY),
            ("Last week", EVENING),
            ("Long ago", date(2020, 1, 1)),
            ("Tomorrow", date(2026, 3, 11)),
        ):
            notebook.events.insert(EventDraft(name, on))
    ids = notebook.event_list.ids(TODAY)
    names = [row.name for row in notebook.event_list.rows([*ids.coming, *ids.past])]
    assert names == ["Today", "Tomorrow", "Next year", "Last week", "Long ago"]
    between = notebook.event_list.ids(TODAY, start=EVENING, end=TODAY)
    assert len(between.coming) == len(between.past) == 1


def test_events_are_found_by_the_beginnings_of_their_words(notebook: Notebook) -> None:
    with notebook.change("Added"):
        notebook.events.insert(EventDraft("Café Zürich evening", EVENING, place="Loft 4"))
        notebook.events.insert(EventDraft("Breakfast club", EVENING))
    assert len(notebook.event_list.ids(TODAY, "zur").past) == 1
    assert len(notebook.event_list.ids(TODAY, "loft").past) == 1
    assert notebook.event_list.ids(TODAY, "...").past == []
    (choice,) = notebook.event_list.complete("cafe", TODAY, 5)
    assert choice.name == "Café Zürich evening"


def test_a_line_counts_people_but_nobody_from_the_trash(notebook: Notebook) -> None:
    with notebook.change("Added"):
        ann, ben = _person(notebook, "Ann"), _person(notebook, "Ben")
        event_id = notebook.events.insert(EventDraft("Fair", EVENING, met=(ann, ben)))
        notebook.contacts.set_deleted(ben, True)
    (row,) = notebook.event_list.rows([event_id])
    assert (row.met, row.seen, row.expected) == (1, 0, 0)
    assert [person.name for person in notebook.event_outcomes.people(event_id)] == ["Ann"]


def test_what_follows_with_those_who_were_met_came_of_the_event(notebook: Notebook) -> None:
    with notebook.change("Added"):
        ann, ben = _person(notebook, "Ann"), _person(notebook, "Ben")
        event_id = notebook.events.insert(EventDraft("Fair", EVENING, met=(ann,), seen=(ben,)))
        there = notebook.conversations.insert(
            ConversationDraft((ann, ben), "Hello", EVENING, event_id=event_id)
        )
        notebook.conversations.insert(ConversationDraft((ann,), "Coffee", date(2026, 3, 8)))
        notebook.conversations.insert(ConversationDraft((ben,), "As ever", date(2026, 3, 8)))
        done = notebook.follow_ups.insert(FollowUpDraft(ann, FollowUpKind.NOTE, date(2026, 3, 6)))
        notebook.follow_ups.close(done, FollowUpState.DONE, date(2026, 3, 6))
        notebook.follow_ups.insert(
            FollowUpDraft(ben, FollowUpKind.CALL, TODAY, from_conversation_id=there)
        )
        notebook.follow_ups.insert(FollowUpDraft(ben, FollowUpKind.CALL, TODAY))
        for who, value, state in (
            (ann, "4200", OpportunityState.WON),
            (ann, "800.50", OpportunityState.WON),
            (ann, "90", OpportunityState.OPEN),
        ):
            notebook.opportunities.insert(
                OpportunityDraft(who, "Sign", Decimal(value), "EUR", state, opened_on=TODAY)
            )
        notebook.opportunities.insert(
            OpportunityDraft(ben, "Through Ann", via=(ann,), opened_on=TODAY)
        )
        notebook.opportunities.insert(OpportunityDraft(ben, "His own", opened_on=TODAY))
    outcome = notebook.event_outcomes.outcome(event_id, EVENING)
    assert outcome.talks == 1
    assert [talk.text for talk in outcome.newest_talks] == ["Coffee"]
    assert (outcome.done, outcome.open) == (1, 1)
    assert [(act.name, act.state) for act in outcome.acts] == [
        ("Ben", FollowUpState.OPEN),
        ("Ann", FollowUpState.DONE),
    ]
    assert {work.title for work in outcome.work} == {"Sign", "Through Ann"}
    assert outcome.values == {
        (OpportunityState.WON, "EUR"): Decimal("5000.50"),
        (OpportunityState.OPEN, "EUR"): Decimal("90"),
    }


def test_being_expected_is_no_meeting(notebook: Notebook) -> None:
    with notebook.change("Added"):
        ann = _person(notebook, "Ann")
        notebook.events.insert(EventDraft("Breakfast", EVENING, expected=(ann,)))
    assert notebook.contact_overview.first_meeting(ann) is None
    assert notebook.event_outcomes.known_before([ann], TODAY) == set()


def test_five_thousand_events_are_listed_by_an_index_alone(notebook: Notebook) -> None:
    plan = notebook.database.execute_sql(
        "EXPLAIN QUERY PLAN SELECT id, happens_on FROM event WHERE 1"
        " ORDER BY happens_on, happens_at, id"
    ).fetchall()
    assert [row[3] for row in plan] == ["SCAN event USING COVERING INDEX event_by_day"]


def test_presence_words_cover_every_presence() -> None:
    from notebook_app.model.entry_words import event_title

    assert [event_title("Fair", presence) for presence in Presence] == [
        "Met at Fair",
        "Saw at Fair",
        "Expected at Fair",
    ]


def test_an_event_that_has_just_been_is_named_until_somebody_is_put_down(
    notebook: Notebook,
) -> None:
    yesterday = date(2026, 3, 9)
    with notebook.change("Added"):
        ann = _person(notebook, "Ann")
        event_id = notebook.events.insert(EventDraft("Fair", yesterday, expected=(ann,)))
        notebook.events.insert(EventDraft("Long ago", EVENING))
        notebook.events.insert(EventDraft("Coming", date(2026, 3, 11)))
    assert notebook.events.just_been(TODAY) == [(event_id, "Fair")]
    with notebook.change("Met"):
        notebook.events.put_person(event_id, ann, Presence.SEEN)
    assert notebook.events.just_been(TODAY) == []
