"""Dates of a series that a calendar file no longer has: told, taken out if wished, or kept."""

from datetime import date
from pathlib import Path

import pytest

from notebook_app.model.changes import Changed
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.conversation import ConversationDraft
from notebook_app.model.event import EventDraft
from notebook_app.services.calendar_plan import CalendarPlan, EventState
from notebook_app.services.import_calendar import import_calendar, plan_calendar
from notebook_app.services.log_conversation import log_conversation
from notebook_app.services.save_contact import add_contact
from notebook_app.services.save_event import update_event
from notebook_app.services.undo import undo_last
from notebook_app.storage.notebook import Notebook

_WEEKLY = ("DTSTART:20260401T090000", "RRULE:FREQ=WEEKLY;COUNT=5", "DESCRIPTION:Bring cards")


def _entry(*lines: str, uid: str = "a@example.com", name: str = "Breakfast") -> str:
    return "\n".join(("BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{name}", *lines, "END:VEVENT", ""))


class _Files:
    def __init__(self, notebook: Notebook, path: Path) -> None:
        self.notebook = notebook
        self.path = path

    def plan(self, *entries: str) -> CalendarPlan:
        text = "BEGIN:VCALENDAR\nVERSION:2.0\n" + "".join(entries) + "END:VCALENDAR\n"
        self.path.write_text(text, encoding="utf-8")
        return plan_calendar(self.notebook, [self.path])

    def take(self, *entries: str, take_out: bool = False) -> CalendarPlan:
        plan = self.plan(*entries)
        import_calendar(self.notebook, plan, take_out=take_out)
        return plan

    def days(self) -> list[str]:
        rows = self.notebook.database.execute_sql("SELECT happens_on FROM event ORDER BY 1")
        return [on for (on,) in rows]

    def event_on(self, on: str) -> int:
        sql = "SELECT id FROM event WHERE happens_on = ?"
        return int(self.notebook.database.execute_sql(sql, (on,)).fetchone()[0])


@pytest.fixture
def files(notebook: Notebook, tmp_path: Path) -> _Files:
    """Calendar files, with five Wednesdays from 1 April 2026 taken in on 10 March."""
    found = _Files(notebook, tmp_path / "work.ics")
    found.take(_entry(*_WEEKLY))
    return found


def _gone(plan: CalendarPlan, state: EventState = EventState.GONE) -> list[date]:
    return [each.event.on for each in plan.of(state) if each.event]


def test_dates_that_are_left_out_now_are_told_and_stay_unless_wished(files: _Files) -> None:
    shorter = _entry(_WEEKLY[0], "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE:20260408T090000")
    plan = files.take(shorter)
    assert _gone(plan) == [date(2026, 4, 8), date(2026, 4, 22), date(2026, 4, 29)]
    assert plan.changes_nothing
    assert "3 dates are no longer in the file." in plan.remarks()
    assert len(files.days()) == 5


def test_they_are_taken_out_in_one_step_that_can_be_undone(files: _Files) -> None:
    shorter = _entry(_WEEKLY[0], "RRULE:FREQ=WEEKLY;COUNT=3")
    plan = files.plan(shorter)
    done = import_calendar(files.notebook, plan, take_out=True)
    assert done.changes.label == "Took out 2 events that work.ics no longer has"
    assert files.days() == ["2026-04-01", "2026-04-08", "2026-04-15"]
    assert not _gone(files.plan(shorter))
    undo_last(files.notebook)
    assert len(files.days()) == 5


def test_what_something_is_written_about_is_kept_and_said(files: _Files) -> None:
    notebook = files.notebook
    carla = tuple(
        add_contact(notebook, ContactDraft(ContactDetails(display_name="Carla"))).of(
            Changed.CONTACT
        )
    )
    expected = EventDraft("Breakfast", date(2026, 4, 15), note="Bring cards", expected=carla)
    update_event(notebook, files.event_on("2026-04-15"), expected)
    noted = EventDraft("Breakfast", date(2026, 4, 22), note="Ask for the treasurer")
    update_event(notebook, files.event_on("2026-04-22"), noted)
    talk = ConversationDraft(
        carla, "Hello", date(2026, 3, 1), event_id=files.event_on("2026-04-29")
    )
    log_conversation(notebook, talk)
    plan = files.take(_entry(_WEEKLY[0], "RRULE:FREQ=WEEKLY;COUNT=1"), take_out=True)
    assert _gone(plan) == [date(2026, 4, 8)]
    kept = [date(2026, 4, 15), date(2026, 4, 22), date(2026, 4, 29)]
    assert _gone(plan, EventState.KEPT) == kept
    assert (
        "4 dates are no longer in the file. Something is written about 3 of them, so that stays."
        in plan.remarks()
    )
    assert files.days() == ["2026-04-01", "2026-04-15", "2026-04-22", "2026-04-29"]


def test_a_series_that_ended_before_has_none_of_its_dates_any_more(files: _Files) -> None:
    plan = files.plan(_entry("DTSTART:20250401T090000", "RRULE:FREQ=WEEKLY;COUNT=2"))
    assert len(_gone(plan)) == 5


@pytest.mark.parametrize(
    "entries",
    [
        # Another calendar, which never had it.
        (_entry("DTSTART:20260501T090000", uid="b@example.com"),),
        # What can't be understood is no reason to take anything out.
        (_entry(_WEEKLY[0], "RRULE:FREQ=SOMETIMES"),),
        (_entry("DTSTART:20260432T090000", "RRULE:FREQ=WEEKLY;COUNT=5"),),
        # A date that was moved, within the time that is read and beyond it.
        (
            _entry(*_WEEKLY),
            _entry("RECURRENCE-ID:20260408T090000", "DTSTART:20260410T090000"),
            _entry("RECURRENCE-ID:20260415T090000", "DTSTART:20300410T090000"),
        ),
        # One that is called off is told of as such.
        (
            _entry(*_WEEKLY),
            _entry("RECURRENCE-ID:20260408T090000", _WEEKLY[0], "STATUS:CANCELLED"),
        ),
        # Another event whose name only begins like it.
        (_entry(*_WEEKLY), _entry("DTSTART:20260501T090000", uid="a@example.com/x")),
    ],
)
def test_only_what_a_whole_series_really_lacks_is_gone(
    files: _Files, entries: tuple[str, ...]
) -> None:
    files.take(_entry("DTSTART:20260601T090000", uid="a@example.com/of our own"))
    plan = files.plan(*entries)
    assert not _gone(plan)
    assert not _gone(plan, EventState.KEPT)
