"""Events as the user saves, links and deletes them."""

from collections.abc import Callable
from datetime import date

import pytest

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.conversation import ConversationDraft
from notebook_app.model.event import Event, EventDraft, Presence
from notebook_app.services.delete_event import delete_event
from notebook_app.services.link_event_people import (
    put_at_event,
    put_new_person_at_event,
    take_off_event,
    usual_presence,
)
from notebook_app.services.log_conversation import log_conversation
from notebook_app.services.merge_contacts import merge_contacts
from notebook_app.services.save_contact import add_contact
from notebook_app.services.save_event import add_event, update_event
from notebook_app.services.undo import undo_last
from notebook_app.storage.notebook import Notebook

YESTERDAY = date(2026, 3, 9)
NEXT_WEEK = date(2026, 3, 17)


def _only(changes: ChangeSet, kind: Changed) -> int:
    (row_id,) = changes.of(kind)
    return row_id


def _event(notebook: Notebook, event_id: int) -> Event:
    event = notebook.events.get(event_id)
    assert event is not None
    return event


@pytest.fixture
def person(notebook: Notebook) -> Callable[[str], int]:
    """Add somebody by name and return the row id."""

    def add(name: str) -> int:
        draft = ContactDraft(ContactDetails(display_name=name))
        return _only(add_contact(notebook, draft), Changed.CONTACT)

    return add


def test_an_event_is_added_changed_and_taken_back(notebook: Notebook) -> None:
    event_id = _only(add_event(notebook, EventDraft("  Fair ", YESTERDAY)), Changed.EVENT)
    assert _event(notebook, event_id).draft.name == "Fair"
    update_event(notebook, event_id, EventDraft("Book fair", YESTERDAY, place="Hall 3"))
    assert _event(notebook, event_id).draft.place == "Hall 3"
    undo_last(notebook)
    assert _event(notebook, event_id).draft.name == "Fair"
    undo_last(notebook)
    assert notebook.events.get(event_id) is None


def test_an_event_needs_a_name(notebook: Notebook) -> None:
    with pytest.raises(UserProblem, match="no name"):
        add_event(notebook, EventDraft("  ", YESTERDAY))


def test_nobody_was_met_at_an_event_to_come(
    notebook: Notebook, person: Callable[[str], int]
) -> None:
    ann = person("Ann")
    with pytest.raises(UserProblem) as raised:
        add_event(notebook, EventDraft("Fair", NEXT_WEEK, met=(ann,)))
    assert "expected" in raised.value.remedy
    event_id = _only(add_event(notebook, EventDraft("Fair", NEXT_WEEK)), Changed.EVENT)
    with pytest.raises(UserProblem, match="still to come"):
        put_at_event(notebook, event_id, ann, Presence.SEEN)
    assert usual_presence(notebook, _event(notebook, event_id), ann) is Presence.EXPECTED
    put_at_event(notebook, event_id, ann, Presence.EXPECTED)
    assert _event(notebook, event_id).draft.expected == (ann,)


def test_a_person_known_before_was_seen_and_another_met(
    notebook: Notebook, person: Callable[[str], int]
) -> None:
    ann, ben = person("Ann"), person("Ben")
    log_conversation(notebook, ConversationDraft((ben,), "Long ago", date(2025, 1, 1)))
    event_id = _only(add_event(notebook, EventDraft("Fair", YESTERDAY)), Changed.EVENT)
    event = _event(notebook, event_id)
    assert usual_presence(notebook, event, ann) is Presence.MET
    assert usual_presence(notebook, event, ben) is Presence.SEEN


def test_a_new_person_is_put_at_an_event_in_one_step(notebook: Notebook) -> None:
    event_id = _only(add_event(notebook, EventDraft("Fair", YESTERDAY)), Changed.EVENT)
    changes = put_new_person_at_event(notebook, event_id, " Sam  Ade ", Presence.MET)
    sam = _only(changes, Changed.CONTACT)
    assert _event(notebook, event_id).draft.met == (sam,)
    take_off_event(notebook, event_id, sam)
    assert _event(notebook, event_id).draft.met == ()
    undo_last(notebook)
    undo_last(notebook)
    assert notebook.contacts.get(sam) is None


def test_deleting_an_event_keeps_what_was_said_and_comes_back_whole(
    notebook: Notebook, person: Callable[[str], int]
) -> None:
    ann = person("Ann")
    event_id = _only(add_event(notebook, EventDraft("Fair", YESTERDAY, met=(ann,))), Changed.EVENT)
    talk = ConversationDraft((ann,), "Hello", YESTERDAY, event_id=event_id)
    talk_id = _only(log_conversation(notebook, talk), Changed.CONVERSATION)
    delete_event(notebook, event_id)
    stored = notebook.conversations.get(talk_id)
    assert stored is not None
    assert stored.draft.event_id is None
    undo_last(notebook)
    stored = notebook.conversations.get(talk_id)
    assert stored is not None
    assert stored.draft.event_id == event_id
    assert _event(notebook, event_id).draft.met == (ann,)


def test_of_two_who_become_one_the_meeting_counts(
    notebook: Notebook, person: Callable[[str], int]
) -> None:
    ann, anne = person("Ann"), person("Anne")
    draft = EventDraft("Fair", YESTERDAY, seen=(anne,), expected=(ann,))
    event_id = _only(add_event(notebook, draft), Changed.EVENT)
    merge_contacts(notebook, ann, [anne])
    event = _event(notebook, event_id)
    assert len(event.draft.seen) == 1
    assert event.draft.expected == ()
