"""``log``, ``follow-up`` and ``undo``."""

from collections.abc import Callable

import pytest

from tests.cli.conftest import CommandLine


@pytest.fixture
def anna(cli: CommandLine, add_person: Callable[..., int]) -> CommandLine:
    """A command line on a notebook with Anna in it."""
    add_person("Anna Berg")
    return cli


def test_a_conversation_is_logged_with_its_follow_up(anna: CommandLine) -> None:
    logged = anna.json(
        "log",
        "anna",
        "Talked about the boat",
        "--on",
        "yesterday",
        "--channel",
        "phone",
        "--initiated-by",
        "them",
        "--follow-up",
        "coffee next tue 10:00 about the sail",
    )
    assert logged["date"] == "2026-11-20"
    assert logged["channel"] == "call"
    assert logged["initiated_by"] == "them"
    assert logged["contacts"] == [{"id": 1, "name": "Anna Berg"}]
    follow_up = logged["follow_up"]
    assert follow_up["kind"] == "coffee"
    assert follow_up["due_date"] == "2026-11-24"
    assert follow_up["due_time"] == "10:00"
    assert follow_up["note"] == "about the sail"
    shown = anna.json("show", "anna")
    assert shown["last_conversation"] == "2026-11-20"
    assert shown["timeline"][0]["text"] == "Talked about the boat"
    assert shown["follow_ups"] == [follow_up]


def test_a_weekday_of_a_conversation_is_the_last_one(anna: CommandLine) -> None:
    assert anna.json("log", "anna", "hello", "--on", "monday")["date"] == "2026-11-16"
    assert anna.json("log", "anna", "hello", "--on", "2026-12-01")["date"] == "2026-12-01"


def test_several_people_can_be_in_a_conversation(
    anna: CommandLine, add_person: Callable[..., int]
) -> None:
    add_person("Bo Ek")
    logged = anna.json("log", "anna", "Lunch for three", "--with", "bo", "--setting", "lunch")
    assert [contact["name"] for contact in logged["contacts"]] == ["Anna Berg", "Bo Ek"]
    assert logged["formality"] == "informal"


def test_a_follow_up_has_the_shape_that_scripts_rely_on(anna: CommandLine) -> None:
    added = anna.json(
        "follow-up",
        "add",
        "anna",
        "--kind",
        "note",
        "--due",
        "in 2 weeks",
        "--time",
        "9:30",
        "--repeat",
        "RRULE:FREQ=MONTHLY",
        "--note",
        "thank her",
    )
    uid = added.pop("uid")
    assert len(uid) == 36
    assert added == {
        "id": 1,
        "contact": {"id": 1, "name": "Anna Berg"},
        "kind": "handwritten note",
        "due_date": "2026-12-05",
        "due_time": "09:30",
        "note": "thank her",
        "repeat": "FREQ=MONTHLY",
        "state": "open",
        "note_state": "write",
        "minutes": None,
        "promised": False,
        "outcome": None,
    }
    assert anna.json("follow-up", "list") == [{**added, "uid": uid}]


def test_follow_ups_are_listed_by_range(example: CommandLine) -> None:
    overdue = example.json("follow-up", "list", "--overdue")
    assert [row["contact"]["name"] for row in overdue] == [
        "Grace Holt",
        "Helena Novák",
        "Marcus Thiele",
    ]
    today = example.json("follow-up", "list", "--from", "today", "--to", "today")
    assert {row["due_date"] for row in today} == {"2026-11-21"}
    assert len(today) == 4
    assert len(example.json("follow-up", "list")) == 26
    assert example("follow-up", "list", "--to", "2020-01-01").out == "Nothing is planned.\n"


def test_done_logs_what_was_said_and_plans_the_next(anna: CommandLine) -> None:
    uid = anna.json("follow-up", "add", "anna", "--kind", "call", "--due", "today")["uid"]
    done = anna.json(
        "follow-up",
        "done",
        uid,
        "--said",
        "She will think about it",
        "--next",
        "lunch",
        "--next-due",
        "in 1 week",
    )
    assert done["state"] == "done"
    assert done["conversation"]["text"] == "She will think about it"
    assert done["conversation"]["channel"] == "call"
    assert done["next"]["kind"] == "lunch"
    assert done["next"]["due_date"] == "2026-11-28"
    again = anna("follow-up", "done", uid)
    assert again.status == 1
    assert "not open any more" in again.err


def test_done_without_words_logs_nothing(anna: CommandLine) -> None:
    anna("follow-up", "add", "anna", "--kind", "call", "--due", "today")
    done = anna.json("follow-up", "done", "1")
    assert (done["state"], done["conversation"], done["next"]) == ("done", None, None)
    assert anna.json("show", "anna")["last_conversation"] is None


def test_a_follow_up_is_snoozed_and_skipped(anna: CommandLine) -> None:
    anna("follow-up", "add", "anna", "--kind", "call", "--due", "today")
    assert anna.json("follow-up", "snooze", "1", "tomorrow")["due_date"] == "2026-11-22"
    assert anna.json("follow-up", "skip", "1")["state"] == "skipped"
    assert anna.json("follow-up", "list") == []


def test_undo_takes_back_one_change_after_the_other(anna: CommandLine) -> None:
    anna("follow-up", "add", "anna", "--kind", "call", "--due", "today")
    anna("follow-up", "snooze", "1", "tomorrow")
    assert anna("undo").status == 0
    assert anna.json("follow-up", "list")[0]["due_date"] == "2026-11-21"
    assert anna("undo").status == 0
    assert anna.json("follow-up", "list") == []


def test_undo_says_when_there_is_nothing(example: CommandLine) -> None:
    answer = example("undo")
    assert (answer.status, answer.out) == (1, "")
    assert "nothing to take back" in answer.err
    assert len(example.json("list")) == 60


def _call(anna: CommandLine, *more: str) -> int:
    added = anna.json("follow-up", "add", "anna", "--kind", "call", "--due", "today", *more)
    return int(added["id"])


def _wrong(anna: CommandLine, *arguments: str) -> str:
    answer = anna(*arguments)
    assert answer.status == 2
    return answer.err


def test_no_answer_keeps_it_open_and_moves_it_to_a_free_day(anna: CommandLine) -> None:
    call = str(_call(anna))
    done = anna.json("follow-up", "done", call, "--outcome", "no-answer", "--text", "Busy")
    # Tomorrow is a Sunday.
    assert (done["state"], done["due_date"], done["conversation"]) == ("open", "2026-11-23", None)
    done = anna.json("follow-up", "done", call, "--outcome", "postponed by them", "--next", "+9d")
    assert (done["state"], done["due_date"], done["outcome"]) == ("open", "2026-11-30", None)
    told = [entry["title"] for entry in anna.json("show", "anna")["timeline"]]
    assert sorted(told) == ["Call: no answer", "Call: postponed by them"]


def test_done_takes_what_came_of_it_and_what_is_next_in_words(anna: CommandLine) -> None:
    call = str(_call(anna))
    done = anna.json(
        "follow-up", "done", call, "--text", "Spoke", "--next", "coffee next tue about the sail"
    )
    assert (done["state"], done["outcome"]) == ("done", "reached")
    assert done["conversation"]["text"] == "Spoke"
    assert (done["next"]["kind"], done["next"]["due_date"]) == ("coffee", "2026-11-24")
    assert done["next"]["note"] == "about the sail"


def test_an_outcome_or_a_next_step_that_nobody_understands_is_told(anna: CommandLine) -> None:
    call = str(_call(anna))
    assert "choose from" in _wrong(anna, "follow-up", "done", call, "--outcome", "maybe")
    assert "names no day" in _wrong(anna, "follow-up", "done", call, "--next", "sing")
    assert "try again" in _wrong(
        anna,
        "follow-up",
        "done",
        call,
        "--outcome",
        "no answer",
        "--next",
        "call",
        "--next-due",
        "today",
    )
    assert anna.json("follow-up", "list")[0]["state"] == "open"


def test_a_promise_is_listed_first(anna: CommandLine) -> None:
    _call(anna)
    promised = _call(anna, "--promised")
    first = anna.json("follow-up", "list")[0]
    assert (first["id"], first["promised"]) == (promised, True)


def test_what_fits_somebody_newly_met_is_proposed(anna: CommandLine) -> None:
    assert anna.json("follow-up", "propose") == []
    anna.json("log", "anna", "Met at the chamber", "--on", "yesterday")
    assert anna.json("follow-up", "propose") == [
        {
            "contact": {"id": 1, "name": "Anna Berg"},
            "rung": "coffee",
            "kind": "coffee",
            "due_date": "2026-11-22",
            "met_on": "2026-11-20",
        }
    ]
    _call(anna)
    assert anna.json("follow-up", "propose") == []


@pytest.mark.usefixtures("in_berlin")
def test_a_time_that_clocks_skip_is_told_and_what_it_is_taken_as(anna: CommandLine) -> None:
    told = "There is no 02:30 on 28 March 2027, when the clocks go forward: it is taken as 03:30."
    add = ("follow-up", "add", "anna", "--kind", "call", "--due", "2027-03-28", "--time", "02:30")
    answer = anna(*add)
    assert answer.out.splitlines()[-1] == told
    answer = anna(*add, "--json")
    assert answer.json()["due_time"] == "03:30"
    assert answer.err == f"{told}\n"
    event = anna("event", "add", "Night walk", "--on", "2027-03-28", "--time", "02:30")
    assert told in event.out


def test_what_is_proposed_is_planned_with_one_word(anna: CommandLine) -> None:
    refused = anna("follow-up", "propose", "--plan", "Anna")
    assert refused.status == 1
    assert "Nothing is proposed" in refused.err
    anna("log", "Anna", "Met at the chamber")
    planned = anna.json("follow-up", "propose", "--plan", "Anna")
    assert (planned["kind"], planned["state"]) == ("coffee", "open")
    assert [each["id"] for each in anna.json("follow-up", "list")] == [planned["id"]]
    assert anna.json("follow-up", "propose") == []
