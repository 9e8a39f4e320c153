"""What is planned for an hour that the change to summer time skips is told, and nothing is lost."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from notebook_app.foundation.clock import StoppedClock
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.event import EventDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.services.move_event import move_event
from notebook_app.services.move_occurrence import Slot, move_occurrence
from notebook_app.services.plan_follow_up import (
    plan_follow_up,
    reschedule_follow_up,
    update_follow_up,
)
from notebook_app.services.save_event import add_event, update_event
from notebook_app.storage.notebook import Notebook
from tests.empty_notebook import empty_notebook

SPRING = date(2027, 3, 28)
THERE = date(2027, 3, 27)
NIGHT = time(2, 30)
TOLD = "There is no 02:30 on 28 March 2027, when the clocks go forward: it is taken as 03:30."

pytestmark = pytest.mark.usefixtures("in_berlin")


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    opened = empty_notebook(tmp_path / "notebook.db", StoppedClock(date(2026, 11, 21)))
    yield opened
    opened.close()


def _draft(notebook: Notebook, due: date = SPRING, repeat: str = "") -> FollowUpDraft:
    with notebook.change("Fill"):
        carla = notebook.contacts.insert(ContactDraft(ContactDetails(display_name="Carla")))
    return FollowUpDraft(carla, FollowUpKind.CALL, due, NIGHT, repeat=repeat)


def _stored(notebook: Notebook, follow_up_id: int) -> tuple[date, time | None]:
    stored = notebook.follow_ups.get(follow_up_id)
    assert stored is not None
    return stored.draft.due, stored.draft.at


def _only(changes: ChangeSet, kind: Changed = Changed.FOLLOW_UP) -> int:
    (row_id,) = changes.of(kind)
    return row_id


def test_a_follow_up_planned_or_changed_to_it(notebook: Notebook) -> None:
    draft = _draft(notebook)
    planned = plan_follow_up(notebook, draft)
    assert planned.told == TOLD
    assert _stored(notebook, _only(planned)) == (SPRING, time(3, 30))
    assert update_follow_up(notebook, _only(planned), draft).told == TOLD
    assert _stored(notebook, _only(planned)) == (SPRING, time(3, 30))


def test_a_follow_up_moved_to_that_day_or_time(notebook: Notebook) -> None:
    planned = plan_follow_up(notebook, _draft(notebook, THERE))
    assert planned.told == ""
    follow_up = _only(planned)
    assert reschedule_follow_up(notebook, follow_up, SPRING).told == TOLD
    assert _stored(notebook, follow_up) == (SPRING, time(3, 30))
    assert move_occurrence(notebook, follow_up, None, Slot(THERE, NIGHT)).told == ""
    assert _stored(notebook, follow_up) == (THERE, NIGHT)
    assert move_occurrence(notebook, follow_up, None, Slot(SPRING, NIGHT)).told == TOLD
    assert _stored(notebook, follow_up) == (SPRING, time(3, 30))


def test_what_repeats_keeps_its_time_for_all_other_days(notebook: Notebook) -> None:
    planned = plan_follow_up(notebook, _draft(notebook, repeat="FREQ=DAILY"))
    assert planned.told == TOLD
    assert _stored(notebook, _only(planned)) == (SPRING, NIGHT)


def test_an_event_added_changed_or_moved_to_it(notebook: Notebook) -> None:
    draft = EventDraft("Night walk", SPRING, NIGHT)
    added = add_event(notebook, draft)
    assert added.told == TOLD
    event_id = _only(added, Changed.EVENT)
    assert update_event(notebook, event_id, EventDraft("Night walk", THERE, NIGHT)).told == ""
    assert update_event(notebook, event_id, draft).told == TOLD
    assert move_event(notebook, event_id, Slot(THERE, NIGHT)).told == ""
    assert move_event(notebook, event_id, Slot(SPRING, NIGHT)).told == TOLD
    stored = notebook.events.get(event_id)
    assert stored is not None
    assert (stored.draft.on, stored.draft.at) == (SPRING, time(3, 30))


def test_times_that_exist_are_told_nothing_about(notebook: Notebook) -> None:
    autumn = EventDraft("Night walk", date(2026, 10, 25), NIGHT)
    assert add_event(notebook, autumn).told == ""
    assert add_event(notebook, EventDraft("Whole day", SPRING)).told == ""
