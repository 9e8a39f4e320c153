"""Follow-ups, birthdays and events written for other calendars."""

import threading
from datetime import date, time
from pathlib import Path
from typing import Any

import icalendar
import pytest

from notebook_app.foundation.clock import StoppedClock
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Cancelled, Progress
from notebook_app.model.changes import Changed
from notebook_app.model.contact import ContactDetails, ContactDraft, OwnDate, Phone
from notebook_app.model.event import EventDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.model.partial_date import PartialDate
from notebook_app.services.calendar_plan import EventState
from notebook_app.services.complete_follow_up import complete_follow_up
from notebook_app.services.export_calendar import CalendarChoice, CalendarPart, export_calendar
from notebook_app.services.import_calendar import plan_calendar
from notebook_app.services.plan_follow_up import plan_follow_up, update_follow_up
from notebook_app.services.save_contact import add_contact, update_contact
from notebook_app.services.save_event import add_event
from notebook_app.storage.notebook import Notebook

_DAY = date(2026, 3, 12)


def _person(notebook: Notebook, name: str, birthday: PartialDate | None = None) -> int:
    details = ContactDetails(display_name=name, birthday=birthday)
    changes = add_contact(notebook, ContactDraft(details))
    return next(iter(changes.of(Changed.CONTACT)))


def _plan(notebook: Notebook, draft: FollowUpDraft) -> int:
    return next(iter(plan_follow_up(notebook, draft).of(Changed.FOLLOW_UP)))


def _entries(path: Path, kind: str = "VEVENT") -> list[Any]:
    return list(icalendar.Calendar.from_ical(path.read_bytes()).walk(kind))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where to write."""
    return tmp_path / "plans.ics"


def test_a_follow_up_keeps_its_name_and_gets_a_higher_number_when_it_changes(
    notebook: Notebook, path: Path, file: Path
) -> None:
    carla = _person(notebook, "Carla Mendes")
    draft = FollowUpDraft(carla, FollowUpKind.CALL, _DAY, time(9, 30), "The quote; soon, please")
    follow_up_id = _plan(notebook, draft)
    export_calendar(notebook, file)
    (before,) = _entries(file)
    assert before["summary"] == "Call Carla Mendes"
    assert str(before["description"]).startswith("The quote; soon, please")
    later = Notebook.open(path, StoppedClock(date(2026, 3, 11)), "SE")
    moved = FollowUpDraft(carla, FollowUpKind.CALL, date(2026, 3, 13), time(9, 30))
    update_follow_up(later, follow_up_id, moved)
    export_calendar(later, file)
    later.close()
    (after,) = _entries(file)
    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]
    assert after["dtstart"].dt.day == 13


def test_days_of_a_series_that_are_left_out_or_moved_are_said(
    notebook: Notebook, file: Path
) -> None:
    carla = _person(notebook, "Carla Mendes")
    rule = "FREQ=WEEKLY;BYDAY=TH"
    follow_up_id = _plan(notebook, FollowUpDraft(carla, FollowUpKind.CALL, _DAY, repeat=rule))
    with notebook.change("Moved") as _change:
        notebook.occurrences.put(follow_up_id, date(2026, 3, 19), None)
        notebook.occurrences.put(follow_up_id, date(2026, 3, 26), date(2026, 3, 27))
    export_calendar(notebook, file)
    series, moved = _entries(file)
    assert [day.dt for day in series["exdate"].dts] == [date(2026, 3, 19)]
    assert moved["recurrence-id"].dt == date(2026, 3, 26)
    assert moved["dtstart"].dt == date(2026, 3, 27)


def test_reminders_are_as_asked(notebook: Notebook, file: Path) -> None:
    carla = _person(notebook, "Carla Mendes")
    for minutes in (None, 60, -1):
        draft = FollowUpDraft(
            carla, FollowUpKind.CALL, _DAY, time(9, 30), f"{minutes}", remind_minutes=minutes
        )
        _plan(notebook, draft)
    export_calendar(notebook, file)
    alarms = {
        str(entry["description"]): [alarm["trigger"].to_ical() for alarm in entry.walk("VALARM")]
        for entry in _entries(file)
    }
    assert alarms == {"None": [b"-PT15M"], "60": [b"-PT1H"], "-1": []}


def test_a_birthday_on_29_february_is_kept_on_the_last_day_of_february(
    notebook: Notebook, file: Path
) -> None:
    _person(notebook, "Leap", PartialDate(2, 29, 1980))
    _person(notebook, "Nobody knows the year", PartialDate(5, 6))
    export_calendar(notebook, file)
    leap, other = _entries(file)
    assert leap["dtstart"].dt == date(1980, 2, 29)
    assert dict(leap["rrule"]) == {"FREQ": ["YEARLY"], "BYMONTH": [2], "BYMONTHDAY": [-1]}
    assert "28th" in leap["description"]
    assert other["dtstart"].dt == date(2000, 5, 6)


def _with_dates(notebook: Notebook, name: str, *dates: OwnDate) -> int:
    draft = ContactDraft(ContactDetails(display_name=name, dates=dates))
    return next(iter(add_contact(notebook, draft).of(Changed.CONTACT)))


def test_anniversaries_count_their_years_in_the_title(notebook: Notebook, file: Path) -> None:
    wedding = OwnDate("anniversary", PartialDate(6, 1, 2010))
    _with_dates(notebook, "Carla", wedding, OwnDate("Opening of the shop", PartialDate(9, 9)))
    outcome = export_calendar(notebook, file)
    assert outcome.counts[CalendarPart.DATES] == 2
    series, *counted, shop = _entries(file)
    assert series["summary"] == "Carla: Anniversary (2010)"
    assert series["dtstart"].dt == date(2010, 6, 1)
    assert dict(series["rrule"]) == {"FREQ": ["YEARLY"]}
    assert [(each["recurrence-id"].dt, str(each["summary"])) for each in counted] == [
        (date(year, 6, 1), f"Carla: Anniversary, {year - 2010} years") for year in range(2026, 2031)
    ]
    assert {str(each["uid"]) for each in counted} == {series["uid"]}
    assert (shop["summary"], shop["dtstart"].dt) == (
        "Carla: Opening of the shop",
        date(2000, 9, 9),
    )


def test_a_date_of_ones_own_keeps_its_name_and_says_how_29_february_is_kept(
    notebook: Notebook, file: Path
) -> None:
    """Its name stays when its day is corrected or another is put before it."""
    dates = (OwnDate("other", PartialDate(2, 29, 2024)), OwnDate("other", PartialDate(3, 4)))
    carla = _with_dates(notebook, "Carla", *dates)
    export_calendar(notebook, file)
    leap, *counted, other = _entries(file)
    assert dict(leap["rrule"]) == {"FREQ": ["YEARLY"], "BYMONTH": [2], "BYMONTHDAY": [-1]}
    assert "kept on the 28th" in leap["description"]
    assert [each["dtstart"].dt for each in counted][:3] == [
        date(2026, 2, 28),
        date(2027, 2, 28),
        date(2028, 2, 29),
    ]
    assert str(counted[0]["summary"]) == "Carla: Special day, 2 years"
    assert leap["uid"] != other["uid"]
    changed = (
        OwnDate("anniversary", PartialDate(1, 1)),
        OwnDate("other", PartialDate(2, 28, 2024)),
        dates[1],
    )
    details = ContactDetails(display_name="Carla", dates=changed)
    update_contact(notebook, carla, ContactDraft(details))
    export_calendar(notebook, file)
    names = [str(each["uid"]) for each in _entries(file) if "recurrence-id" not in each]
    assert names[1:] == [leap["uid"], other["uid"]]
    plan = plan_calendar(notebook, [file])
    assert plan.changes_nothing
    assert plan.counts()[EventState.OURS] > 0


def test_to_dos_done_ones_periods_and_people_are_as_chosen(notebook: Notebook, file: Path) -> None:
    carla, ben = _person(notebook, "Carla"), _person(notebook, "Ben")
    done = _plan(notebook, FollowUpDraft(carla, FollowUpKind.CALL, date(2026, 3, 9)))
    complete_follow_up(notebook, done, None)
    _plan(notebook, FollowUpDraft(carla, FollowUpKind.CALL, _DAY))
    _plan(notebook, FollowUpDraft(ben, FollowUpKind.CALL, date(2026, 6, 1)))
    add_event(notebook, EventDraft("Fair", date(2026, 3, 20), time(18)))
    everything = CalendarChoice(parts=tuple(CalendarPart), as_to_dos=True)
    outcome = export_calendar(notebook, file, None, everything)
    assert [to_do["status"] for to_do in _entries(file, "VTODO")].count("COMPLETED") == 1
    assert outcome.counts[CalendarPart.EVENTS] == len(_entries(file)) == 1
    in_march = CalendarChoice((CalendarPart.OPEN,), end=date(2026, 3, 31))
    assert export_calendar(notebook, file, None, in_march).count == 1
    only_ben = export_calendar(notebook, file, [ben], CalendarChoice((CalendarPart.OPEN,)))
    assert only_ben.count == 1
    assert "Ben" in _entries(file)[0]["summary"]


def test_nothing_replaces_the_file_when_there_is_nothing_or_it_is_cancelled(
    notebook: Notebook, file: Path
) -> None:
    file.write_text("mine")
    with pytest.raises(UserProblem, match="nothing of that"):
        export_calendar(notebook, file)
    carla = _person(notebook, "Carla")
    _plan(notebook, FollowUpDraft(carla, FollowUpKind.CALL, _DAY))
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        export_calendar(notebook, file, progress=progress)
    assert file.read_text() == "mine"
    assert list(file.parent.glob("*.part")) == []


def test_it_works_on_a_thread_of_its_own(notebook: Notebook, file: Path) -> None:
    carla = _person(notebook, "Carla")
    _plan(notebook, FollowUpDraft(carla, FollowUpKind.CALL, _DAY))

    def work() -> None:
        with notebook.connection():
            export_calendar(notebook, file)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert len(_entries(file)) == 1


def test_the_note_comes_first_and_then_how_to_reach_them(notebook: Notebook, file: Path) -> None:
    phones = (Phone("+46701234567"),)
    draft = ContactDraft(ContactDetails(display_name="Carla", phones=phones))
    carla = next(iter(add_contact(notebook, draft).of(Changed.CONTACT)))
    _plan(notebook, FollowUpDraft(carla, FollowUpKind.CALL, _DAY, note="The quote"))
    _plan(notebook, FollowUpDraft(carla, FollowUpKind.CALL, _DAY))
    export_calendar(notebook, file)
    notes = [str(entry["description"]) for entry in _entries(file)]
    assert notes == ["The quote\n\n+46701234567", "+46701234567"]
