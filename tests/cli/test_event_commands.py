"""``event add``, ``event list`` and ``event show``."""

from collections.abc import Callable

import pytest

from tests.cli.conftest import CommandLine


@pytest.fixture
def anna(cli: CommandLine, add_person: Callable[..., int]) -> CommandLine:
    """A command line on a notebook with Anna and Bo in it."""
    add_person("Anna Berg", organization="Boats")
    add_person("Bo Ek")
    return cli


def test_an_event_has_the_shape_that_scripts_rely_on(anna: CommandLine) -> None:
    added = anna.json(
        "event",
        "add",
        "Chamber evening",
        "--on",
        "yesterday",
        "--time",
        "18:30",
        "--informal",
        "--met",
        "anna",
        "--seen",
        "bo ek",
        "--place",
        "Town hall",
        "--host",
        "Elif",
        "--talk",
        "--goal-people",
        "3",
        "--fee",
        "12.50",
        "--hours",
        "2",
    )
    uid = added.pop("uid")
    assert added == {
        "id": 1,
        "name": "Chamber evening",
        "date": "2026-11-20",
        "time": "18:30",
        "place": "Town hall",
        "host": "Elif",
        "formality": "informal",
        "involvement": "gave a talk",
        "goal": None,
        "goal_people": 3,
        "fee": "12.50",
        "currency": "EUR",
        "hours": "2",
        "note": None,
        "met": [{"id": 1, "name": "Anna Berg"}],
        "seen": [{"id": 2, "name": "Bo Ek"}],
        "expected": [],
    }
    shown = anna.json("event", "show", uid)
    assert shown.pop("came_of_it")["conversations"] == 0
    assert shown.pop("uid") == uid
    assert shown == added


def test_events_are_listed_by_day_and_between_days(anna: CommandLine) -> None:
    for name, on in (("Late", "2026-12-24"), ("Early", "2026-01-02"), ("Soon", "tomorrow")):
        assert anna("event", "add", name, "--on", on).status == 0
    assert [row["name"] for row in anna.json("event", "list")] == ["Early", "Soon", "Late"]
    some = anna.json("event", "list", "--from", "today", "--to", "in 2 weeks")
    assert [row["name"] for row in some] == ["Soon"]
    assert [row["name"] for row in anna.json("event", "list", "lat")] == ["Late"]
    listed = anna("event", "list")
    assert listed.out.splitlines()[1].split() == ["3", "Sun", "2026-11-22", "Soon", "to", "come"]


def test_nobody_is_met_before_it_happens(anna: CommandLine) -> None:
    answer = anna("event", "add", "Fair", "--on", "tomorrow", "--met", "anna")
    assert answer.status == 1
    assert "still to come" in answer.err
    assert "expected" in answer.err
    assert anna.json("event", "list") == []
    expected = anna.json("event", "add", "Fair", "--on", "tomorrow", "--expected", "anna")
    assert expected["expected"] == [{"id": 1, "name": "Anna Berg"}]


def test_what_came_of_an_event_is_told(anna: CommandLine) -> None:
    anna("event", "add", "Fair", "--on", "2026-11-02", "--met", "anna")
    anna("log", "anna", "Coffee", "--on", "2026-11-10", "--follow-up", "call tomorrow")
    shown = anna.json("event", "show", "fair")
    assert shown["came_of_it"]["conversations"] == 1
    assert shown["came_of_it"]["follow_ups_open"] == 1
    words = anna("event", "show", "fair").out
    assert "met: Anna Berg, Boats" in words
    assert "Came of it: 1 conversation, 1 follow-up to do." in words


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "Fair", "--on", "whenever"),
        ("add", "Fair"),
        ("add", "Fair", "--on", "today", "--goal-people", "many"),
        ("add", "Fair", "--on", "today", "--fee", "-3"),
        ("add", "Fair", "--on", "today", "--hosted", "--talk"),
        ("add", "Fair", "--on", "today", "--currency", "Euro"),
    ],
)
def test_wrong_usage_is_said_and_nothing_is_written(
    anna: CommandLine, arguments: tuple[str, ...]
) -> None:
    answer = anna("event", *arguments)
    assert answer.status == 2
    assert answer.err
    assert anna.json("event", "list") == []


def test_an_unclear_name_lists_the_candidates(anna: CommandLine) -> None:
    anna("event", "add", "Breakfast club", "--on", "2026-11-02")
    anna("event", "add", "Breakfast talk", "--on", "2026-11-03")
    answer = anna("event", "show", "breakfast")
    assert answer.status == 1
    assert "Breakfast club, 2026-11-02 (1)" in answer.err
    assert anna("event", "show", "picnic").status == 1


def test_control_characters_cannot_steer_the_terminal(anna: CommandLine) -> None:
    anna("event", "add", "Fair \x1b[2J", "--on", "today", "--note", "a\x1b]0;x\x07")
    for command in (("event", "list"), ("event", "show", "fair")):
        assert "\x1b" not in anna(*command).out
