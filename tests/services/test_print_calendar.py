"""What is gathered for a calendar on paper, and who is left out."""

from datetime import date, time

from notebook_app.model.calendar_filter import CalendarFilter
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.event import EventDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.model.partial_date import PartialDate
from notebook_app.model.rows import CalendarKind
from notebook_app.services.follow_up_habits import Habits, keep_habits
from notebook_app.services.print_calendar import calendar_to_print
from notebook_app.services.print_contacts import keep_private_tags
from notebook_app.storage.notebook import Notebook

FIRST, LAST = date(2026, 11, 30), date(2027, 1, 3)


def fill(notebook: Notebook) -> dict[str, int]:
    """Add three people with a follow-up each, one of them with a tag, an event and a birthday."""
    people = {}
    with notebook.change("Filled"):
        for name, tags in (("Grace", ()), ("Ben", ("Secret",)), ("Carla", ("vip",))):
            details = ContactDetails(
                display_name=name,
                birthday=PartialDate(12, 24, 1980) if name == "Ben" else None,
                tags=tags,
            )
            people[name] = notebook.contacts.insert(ContactDraft(details))
            notebook.follow_ups.insert(
                FollowUpDraft(people[name], FollowUpKind.CALL, date(2026, 12, 4), time(10, 0))
            )
        notebook.events.insert(EventDraft("Winter reception", date(2026, 12, 10)))
    return people


def test_what_stands_on_the_days_is_gathered(notebook: Notebook) -> None:
    fill(notebook)
    found = calendar_to_print(notebook, FIRST, LAST)
    assert [entry.title for entry in found.entries] == [
        "Grace",
        "Ben",
        "Carla",
        "Winter reception",
        "Ben",
    ]
    assert found.left_out == 0
    assert not calendar_to_print(notebook, date(2027, 2, 1), date(2027, 2, 28)).entries


def test_people_with_private_tags_are_left_out_and_counted(notebook: Notebook) -> None:
    fill(notebook)
    keep_private_tags(notebook, ["sécret", "no such tag"])
    found = calendar_to_print(notebook, FIRST, LAST)
    assert [entry.title for entry in found.entries] == ["Grace", "Carla", "Winter reception"]
    assert found.left_out == 2
    assert len(calendar_to_print(notebook, FIRST, LAST, with_private=True).entries) == 5


def test_it_is_narrowed_as_in_the_window_and_by_name(notebook: Notebook) -> None:
    people = fill(notebook)
    birthdays = CalendarFilter(kinds=frozenset({CalendarKind.BIRTHDAY}))
    found = calendar_to_print(notebook, FIRST, LAST, birthdays)
    assert [entry.title for entry in found.entries] == ["Ben"]
    without = calendar_to_print(notebook, FIRST, LAST, without=[people["Ben"]])
    assert [entry.title for entry in without.entries] == ["Grace", "Carla", "Winter reception"]
    assert without.left_out == 0


def test_the_users_country_has_holidays(notebook: Notebook) -> None:
    keep_habits(notebook, Habits(region="US"))
    american = calendar_to_print(notebook, date(2026, 7, 1), date(2026, 7, 31)).known
    assert "Independence Day" in american.holidays[date(2026, 7, 4)]
    keep_habits(notebook, Habits(region="DE"))
    german = calendar_to_print(notebook, date(2026, 7, 1), date(2026, 7, 31)).known
    assert german.holidays == {}
    assert set(german.weekend) == {5, 6}
