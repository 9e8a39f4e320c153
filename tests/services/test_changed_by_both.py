"""Calendar files read again after the user changed what came from them: nothing is lost unasked."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from notebook_app.foundation.clock import StoppedClock
from notebook_app.model.event import Event
from notebook_app.services.calendar_plan import CalendarPlan, EventState
from notebook_app.services.import_calendar import import_calendar, plan_calendar
from notebook_app.services.move_event import move_event
from notebook_app.services.move_occurrence import Slot
from notebook_app.services.save_event import update_event
from notebook_app.services.stretch_event import stretch_event
from notebook_app.services.undo import undo_last
from notebook_app.storage.notebook import Notebook
from tests.empty_notebook import empty_notebook

MOVED = Slot(date(2026, 11, 26), time(14))


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    """A notebook with one event from a calendar file, on 24 November at ten, for three hours."""
    opened = empty_notebook(tmp_path / "notebook.db", StoppedClock(date(2026, 11, 21)))
    _take(opened)
    yield opened
    opened.close()


def _plan(
    notebook: Notebook, start: str = "24T10", end: str = "24T13", place: str = "Hall 1"
) -> CalendarPlan:
    text = (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:fair@example.org\nSUMMARY:Trade fair\n"
        f"DTSTART:202611{start}0000\nDTEND:202611{end}0000\nLOCATION:{place}\n"
        "END:VEVENT\nEND:VCALENDAR\n"
    )
    return plan_calendar(notebook, [("work.ics", text.encode())])


def _take(
    notebook: Notebook, start: str = "24T10", end: str = "24T13", place: str = "Hall 1"
) -> EventState:
    plan = _plan(notebook, start, end, place)
    import_calendar(notebook, plan)
    return plan.events[0].state


def _stored(notebook: Notebook) -> Event:
    found = notebook.events.get(1)
    assert found is not None
    return found


def _when(notebook: Notebook) -> tuple[date, time | None, int | None]:
    [known] = notebook.read_events.known(["fair@example.org"]).values()
    return known.event.on, known.event.at, known.event.minutes


def test_an_event_that_the_user_moved_stays_moved(notebook: Notebook) -> None:
    move_event(notebook, 1, MOVED)
    assert _plan(notebook).events[0].state is EventState.OWN
    assert _plan(notebook).changes_nothing
    assert "1 event that you changed stays as you have it." in _plan(notebook).remarks()
    assert _take(notebook) is EventState.OWN
    assert _when(notebook) == (MOVED.on, MOVED.at, 180)


def test_an_event_that_the_user_stretched_stays_stretched(notebook: Notebook) -> None:
    stretch_event(notebook, 1, 60)
    assert _take(notebook) is EventState.OWN
    assert _when(notebook)[2] == 60


def test_a_name_and_place_that_the_user_gave_stay(notebook: Notebook) -> None:
    draft = _stored(notebook).draft
    renamed = type(draft)("My fair", draft.on, draft.at, place="Hall 9")
    update_event(notebook, 1, renamed)
    assert _take(notebook) is EventState.OWN
    assert (_stored(notebook).draft.name, _stored(notebook).draft.place) == ("My fair", "Hall 9")


def test_news_of_the_file_come_in_beside_what_the_user_changed(notebook: Notebook) -> None:
    move_event(notebook, 1, MOVED)
    assert _take(notebook, place="Hall 2") is EventState.CHANGED
    assert _stored(notebook).draft.place == "Hall 2"
    assert _when(notebook) == (MOVED.on, MOVED.at, 180)
    # The file is known again as it is now: its old place would be news.
    assert _plan(notebook, place="Hall 2").events[0].state is EventState.OWN


def test_what_both_changed_stays_as_the_user_has_it_and_is_told(notebook: Notebook) -> None:
    move_event(notebook, 1, MOVED)
    plan = _plan(notebook, "25T09", "25T12")
    [event] = plan.events
    assert event.state is EventState.BOTH
    assert event.their_changes == (
        ("day", "2026-11-26", "2026-11-25"),
        ("time", "14:00", "09:00"),
    )
    assert plan.changes_nothing
    import_calendar(notebook, plan)
    assert _when(notebook) == (MOVED.on, MOVED.at, 180)


def test_the_file_is_taken_where_the_user_says_so_and_can_be_undone(notebook: Notebook) -> None:
    move_event(notebook, 1, MOVED)
    plan = _plan(notebook, "25T09", "25T12", "Hall 2")
    done = import_calendar(notebook, plan, taken=[1])
    assert done.changes.label == "Changed 1 event from work.ics"
    assert _when(notebook) == (date(2026, 11, 25), time(9), 180)
    assert _plan(notebook, "25T09", "25T12", "Hall 2").events[0].state is EventState.SAME
    # The next news of the file are no longer the user's matter.
    assert _plan(notebook, "27T09", "27T12").events[0].state is EventState.CHANGED
    undo_last(notebook)
    assert _when(notebook) == (MOVED.on, MOVED.at, 180)
    assert _plan(notebook).events[0].state is EventState.OWN


def test_a_move_that_was_undone_is_no_change(notebook: Notebook) -> None:
    move_event(notebook, 1, MOVED)
    undo_last(notebook)
    assert _take(notebook, "25T09", "25T12") is EventState.CHANGED
    assert _when(notebook) == (date(2026, 11, 25), time(9), 180)


def test_only_a_note_makes_it_nobody_s_change(notebook: Notebook) -> None:
    draft = _stored(notebook).draft
    update_event(notebook, 1, type(draft)(draft.name, draft.on, draft.at, draft.place, note="Hm"))
    assert _take(notebook, "25T09", "25T12") is EventState.CHANGED
    assert _stored(notebook).draft.note == "Hm"


def _club(name: str, place: str = "", times: int = 1, hour: int = 19) -> list[tuple[str, bytes]]:
    """A calendar with one evening, or several every week from 24 November on."""
    text = (
        f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:club@example.org\nSUMMARY:{name}\n"
        f"DTSTART:20261124T{hour}0000\nDTEND:20261124T210000\nLOCATION:{place}\n"
    )
    text += f"RRULE:FREQ=WEEKLY;COUNT={times}\n" if times > 1 else ""
    return [("club.ics", f"{text}END:VEVENT\nEND:VCALENDAR\n".encode())]


def _first_of_club(notebook: Notebook) -> Event:
    found = notebook.events.get(2)
    assert found is not None
    return found


@pytest.mark.parametrize("own_name", ["Club", "My club"])
def test_a_place_that_only_the_user_knew_stays_when_the_file_names_one_later(
    notebook: Notebook, own_name: str
) -> None:
    """Also after the file was read with other news in between."""
    import_calendar(notebook, plan_calendar(notebook, _club("Club")))
    draft = _first_of_club(notebook).draft
    update_event(notebook, 2, replace(draft, name=own_name, place="Hall 9"))
    import_calendar(notebook, plan_calendar(notebook, _club("Club II", hour=20)))
    plan = plan_calendar(notebook, _club("Club II", "Cellar", hour=20))
    assert plan.events[0].state is EventState.BOTH
    assert ("place", "Hall 9", "Cellar") in plan.events[0].their_changes
    import_calendar(notebook, plan)
    assert _first_of_club(notebook).draft.place == "Hall 9"


def test_a_place_that_only_the_user_knows_is_against_nothing_in_the_file(
    notebook: Notebook,
) -> None:
    import_calendar(notebook, plan_calendar(notebook, _club("Club", "Cellar")))
    draft = _first_of_club(notebook).draft
    update_event(notebook, 2, replace(draft, place="Hall 9"))
    plan = plan_calendar(notebook, _club("Club"))
    assert plan.events[0].state is EventState.OWN


def test_a_date_that_the_user_changed_is_kept_when_its_series_no_longer_has_it(
    notebook: Notebook,
) -> None:
    import_calendar(notebook, plan_calendar(notebook, _club("Club", times=4)))
    ids = [row[0] for row in notebook.database.execute_sql("SELECT id FROM event ORDER BY id")]
    third, last = ids[-2:]
    move_event(notebook, third, Slot(date(2026, 12, 9), time(20)))
    plan = plan_calendar(notebook, _club("Club", times=2))
    assert [event.event_id for event in plan.of(EventState.KEPT)] == [third]
    import_calendar(notebook, plan, take_out=True)
    assert notebook.events.get(third) is not None
    assert notebook.events.get(last) is None
