"""Events from calendar files: zones, repeats, damage, and reading the same again."""

from datetime import date, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Cancelled, Progress
from notebook_app.model.changes import Changed
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.event import EventDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.services.calendar_plan import CalendarPlan, EventState
from notebook_app.services.export_calendar import CalendarChoice, CalendarPart, export_calendar
from notebook_app.services.import_calendar import import_calendar, plan_calendar
from notebook_app.services.plan_follow_up import plan_follow_up
from notebook_app.services.save_contact import add_contact
from notebook_app.services.save_event import add_event, update_event
from notebook_app.services.undo import undo_last
from notebook_app.storage.notebook import Notebook

_BERLIN = ZoneInfo("Europe/Berlin")
_OWN_ZONE = """
BEGIN:VTIMEZONE
TZID:Our own
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
END:DAYLIGHT
END:VTIMEZONE
"""


def _entry(*lines: str, uid: str = "a@example.com", name: str = "Breakfast") -> str:
    return "\n".join(("BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{name}", *lines, "END:VEVENT", ""))


class _Files:
    def __init__(self, notebook: Notebook, path: Path) -> None:
        self.notebook = notebook
        self.path = path

    def plan(self, *entries: str) -> CalendarPlan:
        text = "BEGIN:VCALENDAR\nVERSION:2.0\n" + "".join(entries) + "END:VCALENDAR\n"
        self.path.write_text(text, encoding="utf-8")
        return plan_calendar(self.notebook, [self.path], local=_BERLIN)

    def take(self, *entries: str) -> CalendarPlan:
        plan = self.plan(*entries)
        import_calendar(self.notebook, plan)
        return plan

    def events(self) -> list[tuple[str, date, time | None, int | None]]:
        rows = self.notebook.database.execute_sql(
            "SELECT name, happens_on, happens_at, minutes FROM event"
            " ORDER BY happens_on, happens_at"
        )
        return [
            (name, date.fromisoformat(on), time.fromisoformat(at) if at else None, minutes)
            for name, on, at, minutes in rows
        ]


@pytest.fixture
def files(notebook: Notebook, tmp_path: Path) -> _Files:
    """Calendar files, read in Berlin on 10 March 2026."""
    return _Files(notebook, tmp_path / "work.ics")


@pytest.mark.parametrize(
    ("start", "on", "at"),
    [
        ("DTSTART:20260401T090000", date(2026, 4, 1), time(9)),
        ("DTSTART:20260401T220000Z", date(2026, 4, 2), time(0)),
        ("DTSTART;TZID=Europe/London:20260401T090000", date(2026, 4, 1), time(10)),
        ('DTSTART;TZID="/some.org/Europe/London":20260401T090000', date(2026, 4, 1), time(10)),
        ("DTSTART;TZID=Our own:20260401T090000", date(2026, 4, 1), time(15)),
        ("DTSTART;VALUE=DATE:20260401", date(2026, 4, 1), None),
        # Skipped by summer time: as many minutes after the gap (RFC 5545, 3.3.5).
        ("DTSTART;TZID=Europe/Berlin:20260329T023000", date(2026, 3, 29), time(3, 30)),
        # Comes twice: the first is meant.
        ("DTSTART;TZID=Europe/Berlin:20261025T023000", date(2026, 10, 25), time(2, 30)),
    ],
)
def test_times_become_local_and_days_stay(
    files: _Files, start: str, on: date, at: time | None
) -> None:
    files.take(_OWN_ZONE.lstrip(), _entry(start))
    assert files.events() == [("Breakfast", on, at, None)]


@pytest.mark.parametrize(
    ("lines", "minutes"),
    [
        (("DTSTART:20260401T090000", "DTEND:20260401T103000"), 90),
        (("DTSTART:20260401T090000", "DURATION:PT45M"), 45),
        (("DTSTART:20260401T090000Z", "DTEND;TZID=Europe/Berlin:20260401T120000"), 60),
        (("DTSTART:20260401T090000", "DTEND:20260401T080000"), None),
        (
            (
                "DTSTART;TZID=Europe/Berlin:20260329T013000",
                "DTEND;TZID=Europe/Berlin:20260329T033000",
            ),
            60,
        ),
    ],
)
def test_lengths_are_minutes(files: _Files, lines: tuple[str, ...], minutes: int | None) -> None:
    files.take(_entry(*lines))
    assert files.events()[0][3] == minutes


def test_reading_again_changes_nothing_and_a_change_updates(files: _Files) -> None:
    first = _entry("DTSTART:20260401T090000", "LOCATION:Café\\, first floor")
    files.take(first)
    assert files.plan(first).counts() == {EventState.SAME: 1}
    plan = files.take(_entry("DTSTART:20260402T100000", name="Late breakfast"))
    assert plan.counts() == {EventState.CHANGED: 1}
    assert files.events() == [("Late breakfast", date(2026, 4, 2), time(10), None)]


def test_what_the_user_wrote_stays_when_the_file_is_read_again(files: _Files) -> None:
    files.take(_entry("DTSTART:20260301T090000", "DESCRIPTION:Bring cards"))
    notebook = files.notebook
    event_id = notebook.database.execute_sql("SELECT id FROM event").fetchone()[0]
    carla = add_contact(notebook, ContactDraft(ContactDetails(display_name="Carla")))
    met = tuple(carla.of(Changed.CONTACT))
    draft = EventDraft("Breakfast", date(2026, 3, 1), time(9), note="It was good", met=met)
    update_event(notebook, event_id, draft)
    files.take(_entry("DTSTART:20260302T090000", "DESCRIPTION:Bring more cards"))
    stored = notebook.events.get(event_id)
    assert stored is not None
    assert stored.draft.on == date(2026, 3, 2)
    assert stored.draft.note == "It was good"
    assert stored.draft.met == met
    # Nobody can have been met at what is still to come.
    plan = files.take(_entry("DTSTART:20260601T090000"))
    assert plan.counts() == {EventState.BAD: 1}
    assert files.events()[0][1] == date(2026, 3, 2)


def test_a_series_becomes_its_occurrences_on_the_clock_of_its_zone(files: _Files) -> None:
    plan = files.take(
        _entry(
            "DTSTART;TZID=Europe/London:20200107T090000",
            "RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20260414T080000Z",
            "EXDATE;TZID=Europe/London:20260317T090000",
        ),
        _entry(
            "RECURRENCE-ID;TZID=Europe/London:20260324T090000",
            "DTSTART;TZID=Europe/London:20260325T110000",
            name="Breakfast, moved",
        ),
    )
    found = [(name, on, at) for name, on, at, _minutes in files.events() if on.month in (3, 4)]
    assert found == [
        ("Breakfast", date(2026, 3, 3), time(10)),
        ("Breakfast", date(2026, 3, 10), time(10)),
        ("Breakfast, moved", date(2026, 3, 25), time(12)),
        ("Breakfast", date(2026, 3, 31), time(10)),
        ("Breakfast", date(2026, 4, 7), time(10)),
        ("Breakfast", date(2026, 4, 14), time(10)),
    ]
    assert min(on for _name, on, _at, _minutes in files.events()) == date(2025, 12, 9)
    assert any("What repeats" in remark for remark in plan.remarks())


def test_an_event_that_becomes_a_series_is_not_doubled(files: _Files) -> None:
    files.take(_entry("DTSTART:20260401T090000"))
    files.take(_entry("DTSTART:20260401T090000", "RRULE:FREQ=DAILY;COUNT=3"))
    assert [on.day for _name, on, _at, _minutes in files.events()] == [1, 2, 3]
    again = files.plan(_entry("DTSTART:20260401T090000", "RRULE:FREQ=DAILY;COUNT=3"))
    assert again.counts() == {EventState.SAME: 3}


def test_a_rule_without_end_over_a_hundred_years_costs_one_year(files: _Files) -> None:
    plan = files.plan(_entry("DTSTART:19260101T090000", "RRULE:FREQ=DAILY"))
    assert len(plan.events) == 92 + 1 + 365


def test_bad_entries_are_named_with_their_line_and_the_good_ones_go_in(files: _Files) -> None:
    files.path.write_text(
        "BEGIN:VCALENDAR\n"
        + _entry("DTSTART:20260230T090000", uid="no-such-day", name="Thirtieth")
        + _entry("DTSTART:20260401T250000", uid="no-such-time", name="Hour 25")
        + _entry("LOCATION:Somewhere", uid="no-day", name="Some day")
        + _entry("DTSTART:20260401T090000", "this is no line", uid="good", name="Good")
        + _entry("DTSTART:20260402T090000", "RRULE:FREQ=SECONDLY", uid="often", name="Every second")
        + "BEGIN:VEVENT\nUID:no-end\nSUMMARY:Not closed\nDTSTART:20260403T090000\n"
        + _entry("DTSTART:20260404T090000", uid="next", name="Next")
        + "BEGIN:VEVENT\nUID:cut\nSUMMARY:Cut off\nDTSTART:2026040",
        encoding="utf-8",
    )
    plan = plan_calendar(files.notebook, [files.path], local=_BERLIN)
    import_calendar(files.notebook, plan)
    assert [name for name, *_rest in files.events()] == [
        "Good",
        "Every second",
        "Not closed",
        "Next",
    ]
    reasons = {bad.line: (bad.name, bad.reason) for bad in plan.of(EventState.BAD)}
    assert reasons[2] == ("Thirtieth", "there is no 2026-02-30 in the calendar")
    assert reasons[7][0] == "Hour 25"
    assert reasons[12] == ("Some day", "it has no day")
    assert "this is no line" in reasons[21][1]
    assert "only its first day" in reasons[23][1]
    assert reasons[38] == ("Cut off", "the file ends within it")


def test_cancelled_ones_stay_out_and_are_named(files: _Files) -> None:
    plan = files.take(_entry("DTSTART:20260401T090000", "STATUS:CANCELLED"))
    assert plan.counts() == {EventState.CANCELLED: 1}
    assert files.events() == []


def test_our_own_file_brings_nothing_twice(notebook: Notebook, files: _Files) -> None:
    changes = add_contact(notebook, ContactDraft(ContactDetails(display_name="Carla")))
    carla = next(iter(changes.of(Changed.CONTACT)))
    plan_follow_up(notebook, FollowUpDraft(carla, FollowUpKind.CALL, date(2026, 3, 12)))
    add_event(notebook, EventDraft("Fair", date(2026, 3, 20)))
    parts = (CalendarPart.OPEN, CalendarPart.EVENTS)
    export_calendar(notebook, files.path, None, CalendarChoice(parts))
    plan = plan_calendar(notebook, [files.path])
    assert plan.counts() == {EventState.OURS: 2}
    export_calendar(notebook, files.path, None, CalendarChoice(parts, as_to_dos=True))
    plan = plan_calendar(notebook, [files.path])
    assert (plan.our_to_dos, plan.other_to_dos) == (1, 0)
    assert plan.changes_nothing


def test_it_is_one_step_to_undo_and_a_backup_is_made_before(
    notebook: Notebook, files: _Files
) -> None:
    add_contact(notebook, ContactDraft(ContactDetails(display_name="Carla")))
    files.take(*(_entry("DTSTART:20260401T090000", uid=f"{number}") for number in range(700)))
    assert len(files.events()) == 700
    assert len(notebook.backups.all()) == 1
    undo_last(notebook)
    assert files.events() == []


def test_cancelled_import_leaves_nothing_behind(notebook: Notebook, files: _Files) -> None:
    add_contact(notebook, ContactDraft(ContactDetails(display_name="Carla")))
    plan = files.plan(_entry("DTSTART:20260401T090000"))
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        import_calendar(notebook, plan, progress)
    assert files.events() == []
    assert notebook.backups.all() == []


def test_what_came_in_since_the_preview_is_not_doubled(files: _Files) -> None:
    entry = _entry("DTSTART:20260401T090000")
    plan = files.plan(entry)
    files.take(entry)
    import_calendar(files.notebook, plan)
    assert len(files.events()) == 1


@pytest.mark.parametrize("content", [b"", b"hello", b"BEGIN:VCALENDAR\nEND:VCALENDAR\n"])
def test_a_file_without_events_is_refused_in_a_sentence(files: _Files, content: bytes) -> None:
    files.path.write_bytes(content)
    with pytest.raises(UserProblem, match="holds no events"):
        plan_calendar(files.notebook, [files.path])


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16"])
def test_line_ends_and_charsets_of_all_sorts(files: _Files, ends: str, charset: str) -> None:
    text = f"BEGIN:VCALENDAR\n{_entry('DTSTART:20260401T090000', name='Früh')}END:VCALENDAR\n"
    folded = text.replace("Früh", "Fr\n üh").replace("\n", ends)
    files.path.write_bytes(folded.encode(charset))
    plan = plan_calendar(files.notebook, [files.path])
    assert [event.name for event in plan.events] == ["Früh"]


def test_an_unknown_zone_is_said_and_its_times_stay(files: _Files) -> None:
    plan = files.take(_entry("DTSTART;TZID=Nowhere/At all:20260401T090000"))
    assert files.events()[0][2] == time(9)
    assert any("Nowhere" in remark for remark in plan.remarks())


def test_a_hostile_zone_takes_no_time(files: _Files) -> None:
    zone = _OWN_ZONE.lstrip().replace("FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "FREQ=SECONDLY")
    plan = files.take(zone, _entry("DTSTART;TZID=Our own:20260401T090000"))
    assert plan.unknown_zones == ("Our own",)
