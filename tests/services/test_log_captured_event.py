"""An event written down afterwards: one line a person, one step to undo."""

import time
from datetime import date, timedelta

import pytest

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.capture.captured import CapturedLine
from notebook_app.model.capture.read_line import read_line
from notebook_app.model.changes import Changed
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.conversation import Formality
from notebook_app.model.event import Event, EventDraft, Presence
from notebook_app.model.name_form import split_name
from notebook_app.services.log_captured_event import log_captured_event
from notebook_app.services.read_capture_line import capture_context
from notebook_app.services.save_contact import add_contact
from notebook_app.services.save_event import add_event
from notebook_app.services.undo import undo_last
from notebook_app.storage.notebook import Notebook
from tests.services.conftest import TODAY

_YESTERDAY = TODAY - timedelta(days=1)
_EVENING = EventDraft("Chamber evening", _YESTERDAY, place="Town hall", goal_new_people=3)
_FIVE = (
    "Carla Mendes, wants a new sign !call fri",
    "Xaver Quandt, Quandt & Co, plays chess #client",
    "Petra Maier from Nordlicht: sails *two kids",
    "Bo Lund, introduced me to Petra Maier",
    "Li Wei",
)


def add(notebook: Notebook, name: str) -> int:
    """Put a person into the notebook."""
    changes = add_contact(notebook, ContactDraft(ContactDetails(name, split_name(name))))
    return next(iter(changes.of(Changed.CONTACT)))


def read(notebook: Notebook, *lines: str) -> list[CapturedLine]:
    """Read lines as they are written after an event."""
    how = capture_context(notebook, TODAY, after_event=True)
    return [read_line(line, how) for line in lines]


def count(notebook: Notebook, table: str) -> int:
    """Return how many rows a table has."""
    row = notebook.database.execute_sql(f"SELECT count(*) FROM {table}").fetchone()
    return int(row[0])


def stored_event(notebook: Notebook, ids: frozenset[int]) -> Event:
    """Return the one event that was written."""
    (event_id,) = ids
    event = notebook.events.get(event_id)
    assert event is not None
    return event


def test_five_cards_are_written_down_linked_and_planned(notebook: Notebook) -> None:
    carla = add(notebook, "Carla Mendes")
    changes = log_captured_event(notebook, _EVENING, read(notebook, *_FIVE))
    event = stored_event(notebook, changes.of(Changed.EVENT))
    names = notebook.contacts.names_of(event.draft.met)
    assert names == ["Xaver Quandt", "Petra Maier", "Bo Lund", "Li Wei"]
    assert event.draft.seen == (carla,)
    conversations = [notebook.conversations.get(each) for each in changes.of(Changed.CONVERSATION)]
    assert len(conversations) == 5
    for conversation in conversations:
        assert conversation is not None
        said = conversation.draft
        assert (said.event_id, said.on) == (event.id, _YESTERDAY)
        assert (said.setting, said.formality) == ("event", Formality.ORGANISED)
    assert len(changes.of(Changed.FOLLOW_UP)) == 1
    assert len(changes.of(Changed.FAVOUR)) == 1
    assert count(notebook, "contact") == 5


def test_the_same_new_name_in_two_lines_is_one_person(notebook: Notebook) -> None:
    lines = read(notebook, "Bo Lund, sails", "Bo Lund, sings", "Bo Lund, Other Ltd, dances")
    log_captured_event(notebook, _EVENING, lines)
    assert count(notebook, "contact") == 1


def test_the_same_name_from_two_organisations_is_two_people(notebook: Notebook) -> None:
    lines = read(notebook, "Bo Lund, One Ltd, sails", "Bo Lund, Other Ltd, sings")
    log_captured_event(notebook, _EVENING, lines)
    assert count(notebook, "contact") == 2


def test_all_of_it_is_one_step_to_undo(notebook: Notebook) -> None:
    tables = ("contact", "event", "event_contact", "conversation", "follow_up", "favour", "tag")
    before = {table: count(notebook, table) for table in tables}
    log_captured_event(notebook, _EVENING, read(notebook, *_FIVE), resting=(4,))
    undo_last(notebook)
    assert {table: count(notebook, table) for table in tables} == before


def test_who_is_left_to_rest_rests_from_that_day_on(notebook: Notebook) -> None:
    log_captured_event(notebook, _EVENING, read(notebook, "Li Wei", "Bo Lund"), resting=[1])
    rows = notebook.database.execute_sql(
        "SELECT display_name, resting_since FROM contact ORDER BY id"
    ).fetchall()
    assert rows == [("Li Wei", None), ("Bo Lund", _YESTERDAY.isoformat())]


def test_lines_join_an_event_that_is_there(notebook: Notebook) -> None:
    expected = add(notebook, "Carla Mendes")
    met = add(notebook, "Bo Lund")
    changes = add_event(
        notebook, EventDraft("Chamber evening", TODAY, met=(met,), expected=(expected,))
    )
    (event_id,) = changes.of(Changed.EVENT)
    lines = read(notebook, "Carla Mendes, came late", "Bo Lund, sails", "Li Wei")
    changes = log_captured_event(notebook, event_id, lines)
    event = stored_event(notebook, changes.of(Changed.EVENT))
    (li,) = notebook.contacts.find("Li Wei")
    assert set(event.draft.met) == {met, li.id}
    assert (event.draft.seen, event.draft.expected) == ((expected,), ())


def test_nobody_can_have_been_met_at_an_event_to_come(notebook: Notebook) -> None:
    coming = EventDraft("Fair", TODAY + timedelta(days=3))
    with pytest.raises(UserProblem, match="still to come"):
        log_captured_event(notebook, coming, read(notebook, "Li Wei"))
    assert count(notebook, "event") == count(notebook, "contact") == 0


def test_a_line_without_a_name_and_namesakes_are_pointed_out(notebook: Notebook) -> None:
    with pytest.raises(UserProblem, match="Line 2 names nobody"):
        log_captured_event(notebook, _EVENING, read(notebook, "Li Wei", "someone with a hat"))
    add(notebook, "Anna Berg")
    add(notebook, "Anna Lind")
    with pytest.raises(UserProblem, match="“Anna” can be"):
        log_captured_event(notebook, _EVENING, read(notebook, "Anna, sails"))
    with pytest.raises(UserProblem, match="no longer"):
        log_captured_event(notebook, 99, [])
    with pytest.raises(UserProblem, match="no name"):
        log_captured_event(notebook, EventDraft(" ", date(2026, 3, 9)), [])
    assert count(notebook, "event") == 0


def test_who_was_only_spoken_of_was_not_there(notebook: Notebook) -> None:
    changes = log_captured_event(
        notebook, _EVENING, read(notebook, "Bo Lund, referred Petra Maier to me")
    )
    event = stored_event(notebook, changes.of(Changed.EVENT))
    assert notebook.contacts.names_of(event.draft.met) == ["Bo Lund"]
    assert dict(event.draft.people())[Presence.SEEN] == ()


def test_two_hundred_lines_are_saved_in_a_moment(notebook: Notebook) -> None:
    first = ("Anna", "Bo", "Carla", "Dan", "Eva", "Finn", "Greta", "Hugo", "Ida", "Jan")
    last = ("Berg", "Lund", "Holm", "Dahl", "Falk", "Gran", "Hult", "Kvist", "Lind", "Modin")
    lines = [
        f"{given} {family}{'son' * twice}, met at the bar, sails #evening !call fri"
        for given in first
        for family in last
        for twice in range(2)
    ]
    begun = time.process_time()
    captured = read(notebook, *lines)
    log_captured_event(notebook, _EVENING, captured)
    assert time.process_time() - begun < 6
    assert count(notebook, "contact") == count(notebook, "conversation") == 200
    assert count(notebook, "follow_up") == 200


def test_the_message_counts_those_who_were_there_and_not_those_spoken_of(
    notebook: Notebook,
) -> None:
    add(notebook, "Carla Mendes")
    lines = read(notebook, "Bo Lund, introduced me to Carla Mendes", "Li Wei, sails")
    log_captured_event(notebook, _EVENING, lines)
    assert notebook.journal.undo_label() == ("Wrote down Chamber evening and 2 people met there")
