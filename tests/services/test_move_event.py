"""Events moved to another day or time, as by dragging them in the calendar."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from notebook_app.foundation.clock import StoppedClock
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.conversation import ConversationDraft
from notebook_app.model.event import Event, EventDraft
from notebook_app.services.import_calendar import import_calendar, plan_calendar
from notebook_app.services.move_event import move_event
from notebook_app.services.move_occurrence import Slot
from notebook_app.services.undo import undo_last
from notebook_app.storage.notebook import Notebook
from tests.empty_notebook import empty_notebook

TODAY = date(2026, 11, 21)
YESTERDAY = TODAY - timedelta(days=1)
TOMORROW = TODAY + timedelta(days=1)
FAIR = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:fair@example.org
DTSTART:20261124T100000
DTEND:20261124T130000
SUMMARY:Trade fair
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    opened = empty_notebook(tmp_path / "notebook.db", StoppedClock(TODAY))
    yield opened
    opened.close()


def _event(notebook: Notebook, event_id: int) -> Event:
    event = notebook.events.get(event_id)
    assert event is not None
    return event


def test_people_and_what_was_said_stay_and_undo_brings_it_back(notebook: Notebook) -> None:
    with notebook.change("Fill"):
        carla = notebook.contacts.insert(ContactDraft(ContactDetails(display_name="Carla")))
        draft = EventDraft("Club", YESTERDAY, time(8), note="breakfast", met=(carla,))
        event_id = notebook.events.insert(draft)
        said = ConversationDraft((carla,), "Cellos", YESTERDAY, event_id=event_id)
        conversation = notebook.conversations.insert(said)
    before = YESTERDAY - timedelta(days=3)
    changes = move_event(notebook, event_id, Slot(before, time(9)))
    assert changes.label == "Moved Club to 17 November"
    assert changes.of(Changed.EVENT) == {event_id}
    assert changes.of(Changed.CONTACT) == {carla}
    moved = _event(notebook, event_id).draft
    assert (moved.on, moved.at, moved.note, moved.met) == (before, time(9), "breakfast", (carla,))
    stored = notebook.conversations.get(conversation)
    assert stored is not None
    assert (stored.draft.on, stored.draft.event_id) == (YESTERDAY, event_id)
    undo_last(notebook)
    assert _event(notebook, event_id).draft == draft


def test_one_where_people_were_met_cannot_be_still_to_come(notebook: Notebook) -> None:
    with notebook.change("Fill"):
        carla = notebook.contacts.insert(ContactDraft(ContactDetails(display_name="Carla")))
        event_id = notebook.events.insert(EventDraft("Club", YESTERDAY, met=(carla,)))
    with pytest.raises(UserProblem, match="still to come"):
        move_event(notebook, event_id, Slot(TOMORROW))
    assert _event(notebook, event_id).draft.on == YESTERDAY


def test_one_that_is_gone(notebook: Notebook) -> None:
    with pytest.raises(UserProblem):
        move_event(notebook, 99, Slot(TOMORROW))


def test_one_of_a_calendar_file_moves_and_keeps_its_length(
    notebook: Notebook, tmp_path: Path
) -> None:
    path = tmp_path / "fair.ics"
    path.write_text(FAIR.replace("\n", "\r\n"))
    import_calendar(notebook, plan_calendar(notebook, [path]))
    fair = date(2026, 11, 24)
    (entry,) = notebook.calendar.between(fair, fair)
    move_event(notebook, entry.id, Slot(fair + timedelta(days=1), time(11), entry.minutes))
    (moved,) = notebook.calendar.between(TODAY, fair + timedelta(days=30))
    assert (moved.on, moved.at, moved.minutes) == (date(2026, 11, 25), time(11), 180)
    again = plan_calendar(notebook, [path])
    assert len(again.events) == 1
    import_calendar(notebook, again)
    assert len(notebook.calendar.between(TODAY, fair + timedelta(days=30))) == 1
