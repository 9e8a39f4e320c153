"""The list says of each follow-up what one needs to do it, under the right headings."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from notebook_app.model.follow_up import FollowUpKind, FollowUpState, NoteState
from notebook_app.model.print_range import PrintRange
from notebook_app.model.rows import FollowUpRow
from notebook_app.reports.date_words import EnglishDateWords
from notebook_app.reports.document import Document, Entry
from notebook_app.reports.follow_up_list import (
    NOTE_LENGTH,
    ListStyle,
    follow_up_list,
    range_in_words,
)

TODAY = date(2026, 11, 21)
WORDS = EnglishDateWords()

GRACE = FollowUpRow(
    id=1,
    uid="4be0a5a8-8e0c-4f0a-9f0b-0d6a3b2a7c01",
    contact_id=1,
    contact_name="Grace Holt",
    organization="Holt Estate Agents",
    photo_id=None,
    phone="+44 20 7946 0958",
    email="grace@holt.example",
    kind=FollowUpKind.CALL,
    due=TODAY - timedelta(days=12),
    at=None,
    note="Is the lease renewed?",
    repeat="",
    state=FollowUpState.OPEN,
    note_state=None,
    last_topic="Asked about the lease renewal.",
    last_conversation=TODAY - timedelta(days=182),
)
CARLA = replace(
    GRACE,
    id=2,
    contact_id=2,
    contact_name="Carla Mendes",
    organization="",
    kind=FollowUpKind.NOTE,
    note_state=NoteState.WRITE,
    due=TODAY,
    at=time(16, 5),
    last_topic="",
    last_conversation=None,
)
ADAM = replace(GRACE, id=3, contact_id=3, contact_name="Ádám", due=TODAY + timedelta(days=3))


def listed(*rows: FollowUpRow, style: ListStyle = ListStyle.BY_DAY) -> Document:
    """Return the list of these rows."""
    return follow_up_list(rows, TODAY, WORDS, style=style)


def entry(row: FollowUpRow) -> Entry:
    """Return the only entry of a list with one row."""
    return listed(row).sections[0].entries[0]


def test_an_entry_has_all_that_one_needs() -> None:
    assert entry(GRACE) == Entry(
        name="Grace Holt",
        beside="Holt Estate Agents",
        phone="+44 20 7946 0958",
        act="Call",
        text="Is the lease renewed?",
        aside="Mon 9 Nov",
        mark="12 days late",
        trail=("Last: ", "Asked about the lease renewal", ", 6 months ago"),
        ruled=("Said", "Next"),
        about=GRACE.uid,
    )


def test_what_is_not_late_says_neither_date_nor_lateness_under_its_day() -> None:
    carla = entry(CARLA)
    assert (carla.aside, carla.mark, carla.when) == ("", "", "16:05")


def test_headings_are_overdue_then_days() -> None:
    yesterday = replace(GRACE, due=TODAY - timedelta(days=1))
    document = listed(GRACE, yesterday, CARLA, ADAM)
    assert [(section.heading, len(section.entries)) for section in document.sections] == [
        ("Overdue", 2),
        ("Saturday 21 November · today", 1),
        ("Tuesday 24 November", 1),
    ]
    assert [section.alert for section in document.sections] == [True, False, False]
    assert document.summary == "4 follow-ups, 2 overdue"
    assert document.foot == "Printed Saturday 21 November 2026"


def test_by_person_is_in_order_of_names_under_the_letters_of_a_register() -> None:
    again = replace(GRACE, id=4, due=TODAY)
    document = listed(
        GRACE, CARLA, ADAM, replace(ADAM, contact_name="💡"), again, style=ListStyle.BY_PERSON
    )
    assert [
        (section.heading, [entry.name for entry in section.entries])
        for section in document.sections
    ] == [
        ("#", ["💡"]),
        ("A", ["Ádám"]),
        ("C", ["Carla Mendes"]),
        ("G", ["Grace Holt", "Grace Holt"]),
    ]
    assert document.sections[1].entries[0].aside == "Tue 24 Nov"


def test_by_kind_brings_all_calls_together() -> None:
    document = listed(GRACE, CARLA, ADAM, style=ListStyle.BY_KIND)
    headings = [(section.heading, len(section.entries)) for section in document.sections]
    assert headings == [("Call", 2), ("Handwritten note", 1)]


def test_two_people_of_one_name_are_not_mixed_up() -> None:
    other = replace(GRACE, contact_id=9, phone="1")
    again = replace(GRACE, due=TODAY)
    (section,) = listed(GRACE, other, again, style=ListStyle.BY_PERSON).sections
    assert [entry.phone for entry in section.entries] == [GRACE.phone, GRACE.phone, "1"]


def test_the_address_is_there_where_it_is_what_one_needs() -> None:
    assert entry(GRACE).email == ""
    assert entry(replace(GRACE, kind=FollowUpKind.EMAIL)).email == "grace@holt.example"
    assert entry(replace(GRACE, phone="")).email == "grace@holt.example"


def test_a_contact_that_is_its_organisation_is_not_named_twice() -> None:
    assert entry(replace(GRACE, contact_name="Holt Estate Agents")).beside == ""


def test_a_note_that_is_written_says_what_is_left_to_do() -> None:
    assert entry(CARLA).act == "Handwritten note"
    assert entry(replace(CARLA, note_state=NoteState.STAMPED)).act == "Handwritten note, to post"


def test_what_was_promised_says_so() -> None:
    (section,) = listed(replace(GRACE, promised=True)).sections
    (entry,) = section.entries
    assert entry.act == "Call, promised"


def test_a_conversation_without_a_word_is_still_dated() -> None:
    assert entry(replace(GRACE, last_topic="")).trail == ("Last spoke 6 months ago",)
    assert entry(CARLA).trail == ()


def test_a_note_of_100_000_characters_is_cut() -> None:
    text = entry(replace(GRACE, note="word " * 20_000)).text
    assert text.endswith("…")
    assert NOTE_LENGTH * 0.9 < len(text) <= NOTE_LENGTH


def test_nothing_makes_a_document_without_sections() -> None:
    assert listed().sections == ()
    assert listed().entry_count() == 0


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (PrintRange(None, None), "All that is open"),
        (PrintRange(None, None, overdue=True), "Overdue on Saturday 21 November 2026"),
        (PrintRange(None, TODAY), "Overdue and today, Saturday 21 November 2026"),
        (PrintRange(None, date(2026, 12, 1)), "Up to Tuesday 1 December 2026"),
        (PrintRange(TODAY, None), "From Saturday 21 November 2026"),
        (PrintRange(TODAY, TODAY), "Saturday 21 November 2026"),
        (
            PrintRange(TODAY, date(2026, 12, 4), overdue=True),
            "Saturday 21 November to Friday 4 December 2026, and overdue",
        ),
        (
            PrintRange(TODAY, date(2027, 1, 4)),
            "Saturday 21 November 2026 to Monday 4 January 2027",
        ),
    ],
)
def test_the_range_is_said_in_words(chosen: PrintRange, said: str) -> None:
    assert range_in_words(chosen, TODAY, WORDS) == said
