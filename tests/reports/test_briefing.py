"""The briefing on paper: a section a person, what is done with a box, room to write."""

from datetime import date, timedelta

from notebook_app.model.briefing import BriefedPerson
from notebook_app.model.contact import Stage
from notebook_app.model.offering import Direction, FavourDraft, FavourKind, FavourRow
from notebook_app.model.rows import EntryKind, TimelineEntry
from notebook_app.reports.briefing import (
    FACT_LENGTH,
    MOST_FACTS,
    TALK_LINES,
    briefing,
    thanks_in_words,
)
from notebook_app.reports.date_words import EnglishDateWords
from tests.reports.test_follow_up_list import GRACE

TODAY = date(2026, 11, 21)
INTRODUCTION = FavourDraft(1, FavourKind.INTRODUCTION, Direction.RECEIVED, TODAY, 2, "At lunch")


def person(**more: object) -> BriefedPerson:
    """Return Grace, of whom nothing is known but what is given."""
    values: dict[str, object] = {
        "contact_id": 1,
        "name": "Grace Holt",
        "organization": "",
        "title": "",
        "photo_id": None,
        "stage": None,
        "stage_since": None,
        "phones": (),
        "emails": (),
        "talks": (),
        "follow_ups": (),
        "facts": (),
        "owed": (),
        "not_told": (),
        "introduced_by": (),
        "introduced": (),
        "birthday": None,
    }
    return BriefedPerson(**{**values, **more})  # type: ignore[arg-type]


def test_all_that_is_known_has_its_place() -> None:
    talk = TimelineEntry(
        EntryKind.CONVERSATION, 1, TODAY - timedelta(days=3), None, "Coffee at Bean House", "Cello"
    )
    known = person(
        organization="Holt Estate Agents",
        phones=("070 1",),
        stage=Stage.LIKE,
        stage_since=TODAY - timedelta(days=30),
        talks=[talk, talk],
        follow_ups=[GRACE],
        facts=["two sons", "no coffee"],
        owed=[FavourRow(1, "u", INTRODUCTION, "Grace Holt", "Agnes")],
        not_told=["Signs", "Maps"],
        introduced_by=["Elif"],
        birthday=TODAY + timedelta(days=5),
    )
    document = briefing([known], TODAY, EnglishDateWords())
    (section,) = document.sections
    assert (document.title, document.subtitle) == ("Before you meet", "Grace Holt")
    assert (section.heading, section.aside) == ("Grace Holt", "like")
    entries = [(entry.name, entry.text, entry.box) for entry in section.entries]
    assert entries == [
        ("Holt Estate Agents", "", False),
        ("To remember", "• two sons\n• no coffee", False),
        ("Last time", "Cello", False),
        ("Before that", "Cello", False),
        ("Call", "Is the lease renewed?", True),
        ("Say thank you", "for introducing Agnes: At lunch", True),
        ("Not told about yet", "Signs, Maps", False),
        ("Brought to you by", "Elif", False),
        ("Birthday", "Thursday 26 November, in 5 days", False),
        ("Notes", "", False),
    ]
    assert section.entries[0].phone == "070 1"
    assert section.entries[0].trail == ("Like since Thu 22 Oct",)
    assert section.entries[2].trail == ("Wed 18 Nov, 3 days ago",)
    assert section.entries[4].mark == "12 days late"
    assert section.entries[-1].ruled == ("", "")


def test_somebody_of_whom_nothing_is_known_still_has_room_for_notes() -> None:
    document = briefing([person(), person()], TODAY, EnglishDateWords(), title="Club")
    assert (document.title, document.subtitle) == ("Club", "2 people")
    first, notes = document.sections[0].entries
    assert first.text == "No phone number and no e-mail address yet."
    assert notes.name == "Notes"


def test_what_is_too_much_for_paper_is_cut() -> None:
    long = person(facts=["x" * 5000] * 90, not_told=["Service"] * 40)
    facts, services = briefing([long], TODAY, EnglishDateWords()).sections[0].entries[1:3]
    lines = facts.text.split("\n")
    assert len(lines) == MOST_FACTS
    assert len(lines[0]) <= FACT_LENGTH + 2
    assert services.text.endswith("and 28 more")
    assert TALK_LINES < 10


def test_thanks_are_said_for_something() -> None:
    row = FavourRow(
        1, "u", FavourDraft(1, FavourKind.HELP, Direction.RECEIVED, TODAY), "Grace Holt"
    )
    assert thanks_in_words(row) == "for their help"
