"""What stands on which day: birthdays of 29 February, the turn of the year, order in a day."""

from datetime import date, time

import pytest

from notebook_app.model.contact import ContactDetails, ContactDraft, OwnDate
from notebook_app.model.event import EventDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.model.partial_date import PartialDate
from notebook_app.model.rows import CalendarKind
from notebook_app.services.complete_follow_up import complete_follow_up
from notebook_app.services.plan_follow_up import plan_follow_up, skip_follow_up
from notebook_app.services.save_contact import add_contact, delete_contacts
from notebook_app.storage.notebook import Notebook
from tests.storage.conftest import TODAY


def born(notebook: Notebook, name: str, day: PartialDate, own: PartialDate | None = None) -> None:
    """Add a person with a birthday, and perhaps a date of their own."""
    dates = (OwnDate("anniversary", own),) if own else ()
    add_contact(
        notebook, ContactDraft(ContactDetails(display_name=name, birthday=day, dates=dates))
    )


def days(notebook: Notebook, start: date, end: date) -> list[tuple[date, str]]:
    """The days and titles of a stretch."""
    return [(entry.on, entry.title) for entry in notebook.calendar.between(start, end)]


@pytest.mark.parametrize(
    ("year", "kept_on"), [(2027, 28), (2028, 29), (2100, 28), (2000, 29), (1996, 29)]
)
def test_29_february_is_kept_on_the_28th_of_short_years(
    notebook: Notebook, year: int, kept_on: int
) -> None:
    """Once, whatever stretch is asked for, and never before birth."""
    born(notebook, "Leap", PartialDate(2, 29, 1996), PartialDate(2, 29))
    kept = date(year, 2, kept_on)
    wanted = [(kept, "Leap"), (kept, "Leap")]
    assert days(notebook, date(year, 2, 1), date(year, 2, kept_on)) == wanted
    assert days(notebook, date(year, 2, 28), date(year, 3, 31)) == wanted
    assert days(notebook, date(year, 1, 1), date(year, 12, 31)) == wanted
    assert days(notebook, kept, kept) == wanted
    assert days(notebook, date(year, 3, 1), date(year, 3, 31)) == []
    assert days(notebook, date(year, 2, 1), date(year, 2, kept_on - 1)) == []


def test_a_birthday_before_birth_is_none(notebook: Notebook) -> None:
    """Without a year it is every year, and nobody's age is told."""
    born(notebook, "Later", PartialDate(5, 6, 1990))
    born(notebook, "Ageless", PartialDate(5, 6))
    entries = notebook.calendar.between(date(1989, 1, 1), date(1990, 12, 31))
    assert [(entry.on.year, entry.title, entry.years) for entry in entries] == [
        (1989, "Ageless", None),
        (1990, "Ageless", None),
        (1990, "Later", 0),
    ]


def test_a_stretch_over_the_turn_of_the_year(notebook: Notebook) -> None:
    """Both of its ends are in it."""
    for month, day in ((12, 28), (12, 29), (12, 31), (1, 1), (1, 4), (1, 5)):
        born(notebook, f"{month}/{day}", PartialDate(month, day))
    found = days(notebook, date(2026, 12, 29), date(2027, 1, 4))
    assert [title for _, title in found] == ["12/29", "12/31", "1/1", "1/4"]


def test_the_order_within_a_day(notebook: Notebook) -> None:
    """Events, follow-ups by time, those without time after, then birthdays, done ones last."""
    born(notebook, "Anna", PartialDate(TODAY.month, TODAY.day))
    with notebook.change("event"):
        notebook.events.insert(EventDraft("Fair", TODAY))
    for note, at in (("no time", None), ("ten", time(10)), ("nine", time(9)), ("done", time(8))):
        plan_follow_up(notebook, FollowUpDraft(1, FollowUpKind.CALL, TODAY, at, note))
    plan_follow_up(notebook, FollowUpDraft(1, FollowUpKind.CALL, TODAY, note="skipped"))
    complete_follow_up(notebook, 4, None)
    skip_follow_up(notebook, 5)
    entries = notebook.calendar.between(TODAY, TODAY)
    assert [entries[0].kind, entries[4].kind] == [CalendarKind.EVENT, CalendarKind.BIRTHDAY]
    notes = [entry.note for entry in (*entries[1:4], entries[5])]
    assert notes == ["nine", "ten", "no time", "done"]
    assert notebook.calendar.counts(TODAY, TODAY) == {TODAY: 3}
    shown, more = notebook.calendar.days(TODAY, TODAY, 2)
    assert shown == [*entries[:3], entries[4]]
    assert more == {TODAY: 2}


def test_whoever_lies_in_the_trash_is_not_on_the_calendar(notebook: Notebook) -> None:
    """Neither birthday, nor date, nor follow-up."""
    born(notebook, "Anna", PartialDate(3, 10), PartialDate(3, 11, 2020))
    plan_follow_up(notebook, FollowUpDraft(1, FollowUpKind.CALL, TODAY))
    assert len(notebook.calendar.between(date(2026, 3, 1), date(2026, 3, 31))) == 3
    delete_contacts(notebook, [1])
    assert notebook.calendar.between(date(2026, 3, 1), date(2026, 3, 31)) == []
    assert notebook.calendar.counts(TODAY, TODAY) == {}


@pytest.mark.parametrize("year", [2026, 2027, 2028])
def test_the_first_of_each_day_are_the_whole_days_shortened(notebook: Notebook, year: int) -> None:
    """With room for all it is the same as the whole stretch; what is left out is counted."""
    for number in range(40):
        day = PartialDate(*((2, 29) if number % 2 else (2, 28)), (None, 1992, 2028)[number % 3])
        born(notebook, f"P{number:02d}", day, PartialDate(3, 1) if number == 5 else None)
    plan_follow_up(notebook, FollowUpDraft(1, FollowUpKind.CALL, date(year, 2, 28)))
    stretch = (date(year, 2, 20), date(year, 3, 5))
    whole = notebook.calendar.between(*stretch)
    shown, more = notebook.calendar.days(*stretch, 99)
    assert (shown, more) == (whole, {})
    shown, more = notebook.calendar.days(*stretch, 3)
    for day in {entry.on for entry in whole}:
        there = [entry for entry in shown if entry.on == day]
        assert len(there) + more.get(day, 0) == sum(entry.on == day for entry in whole)
        assert set(there) <= set(whole)
