"""`log` with a whole line, with marks in the text, and with the lines of an event."""

import io
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from notebook_app.assembly import user_languages
from tests.cli.conftest import CommandLine

AddPerson = Callable[..., int]
CARD = "Coffee with Carla @Bean House, son plays the cello, moving in March #chamber !call next tue"


@pytest.fixture
def carla(cli: CommandLine, add_person: AddPerson) -> int:
    """Carla is in the notebook."""
    return add_person("Carla Mendes")


def test_one_line_is_enough(cli: CommandLine, carla: int) -> None:
    logged = cli.json("log", CARD)
    assert logged["text"] == "Son plays the cello, moving in March"
    assert logged["contacts"] == [{"id": carla, "name": "Carla Mendes"}]
    assert (logged["setting"], logged["place"]) == ("café", "Bean House")
    assert logged["follow_up"]["due_date"] == "2026-11-24"
    assert cli.json("show", str(carla))["tags"] == ["chamber"]


def test_new_people_and_what_was_kept_as_text_are_told(cli: CommandLine) -> None:
    answer = cli("log", "Met Xaver Quandt, plays chess !someday")
    assert answer.status == 0, answer.err
    assert "New: Xaver Quandt." in answer.out
    assert "Kept as text: “!someday”: no day is named." in answer.out
    (found,) = cli.json("list", "Xaver")
    assert found["name"] == "Xaver Quandt"


def test_a_dry_run_says_what_is_understood_and_writes_nothing(cli: CommandLine, carla: int) -> None:
    answer = cli("log", CARD, "--dry-run")
    assert "With: Carla Mendes" in answer.out
    assert "Where: Bean House" in answer.out
    assert "Next: call, due Tue 2026-11-24" in answer.out
    said = cli.json("log", CARD, "--dry-run")
    assert said["people"] == [{"name": "Carla", "id": carla, "new": False, "choices": []}]
    assert said["follow_ups"][0]["kind"] == "call"
    assert cli.json("show", str(carla))["last_conversation"] is None


def test_options_go_before_the_words_of_the_line(cli: CommandLine, carla: int) -> None:
    logged = cli.json(
        "log",
        "yesterday coffee with Carla, nice",
        *("--on", "2026-11-10", "--channel", "call", "--setting", "train", "--at", "9:30"),
        *("--place", "Malmö", "--initiated-by", "them", "--follow-up", "call tomorrow"),
    )
    assert (logged["date"], logged["time"], logged["channel"]) == ("2026-11-10", "09:30", "call")
    assert (logged["setting"], logged["place"]) == ("train", "Malmö")
    assert logged["initiated_by"] == "them"
    assert logged["follow_up"]["kind"] == "call"


def test_namesakes_are_listed_and_chosen_by_number(cli: CommandLine, add_person: AddPerson) -> None:
    berg = add_person("Anna Berg")
    add_person("Anna Lind")
    answer = cli("log", "Coffee with Anna, nice")
    assert answer.status == 1
    assert "Anna Berg" in answer.err
    assert "Anna Lind" in answer.err
    logged = cli.json("log", "Coffee with Anna, nice", "--who", str(berg))
    assert logged["contacts"] == [{"id": berg, "name": "Anna Berg"}]


def test_in_the_text_about_somebody_only_marks_are_read(cli: CommandLine, carla: int) -> None:
    logged = cli.json("log", "carla", "Rang about coffee yesterday #chamber !call next tue")
    assert logged["text"] == "Rang about coffee yesterday"
    assert (logged["channel"], logged["setting"]) == ("in person", None)
    assert logged["date"] == "2026-11-21"
    assert logged["follow_up"]["due_date"] == "2026-11-24"
    assert cli.json("show", str(carla))["tags"] == ["chamber"]


@pytest.mark.parametrize(
    "text", ["Coffee with Bo, she called me", "We are #1! 5 * 3 @ noon", " spaces  stay "]
)
def test_a_text_without_marks_is_stored_as_given(cli: CommandLine, carla: int, text: str) -> None:
    logged = cli.json("log", "carla", text)
    assert logged["text"] == text
    assert [contact["id"] for contact in logged["contacts"]] == [carla]


def test_only_what_to_do_writes_no_conversation(cli: CommandLine, carla: int) -> None:
    logged = cli.json("log", "carla", "!call next tue")
    assert logged["id"] is None
    assert logged["follow_up"]["kind"] == "call"
    assert cli.json("show", str(carla))["last_conversation"] is None


def test_a_line_that_names_nobody_is_refused(cli: CommandLine) -> None:
    answer = cli("log", "went very well")
    assert answer.status == 1
    assert "Nobody is named" in answer.err


@pytest.mark.parametrize(
    "words",
    [
        ["log", "Carla"],
        ["log", "Carla", "two", "words"],
        ["log", "x y", "--let-rest"],
        ["log", "x y", "--event", "Fair"],
        ["log", "Met Bo, fine", "--follow-up", "some time"],
    ],
)
def test_what_makes_no_sense_is_wrong_usage(cli: CommandLine, words: list[str]) -> None:
    assert cli(*words).status == 2


def test_an_event_is_written_down_from_a_file(cli: CommandLine, carla: int, tmp_path: Path) -> None:
    lines = tmp_path / "cards.txt"
    lines.write_text(
        "\ufeffCarla Mendes, wants a sign !call fri\n\nXaver Quandt, Quandt & Co, plays chess\n",
        "utf-8",
    )
    arguments = ("log", "--event", "Chamber evening", "--on", "yesterday", "--from", str(lines))
    assert [line["text"] for line in cli.json(*arguments, "--dry-run")] == [
        "Wants a sign",
        "Plays chess",
    ]
    told = cli.json(*arguments, "--let-rest")
    assert told["event"]["date"] == "2026-11-20"
    assert told["event"]["seen"] == [carla]
    assert len(told["event"]["met"]) == 1
    assert told["new_people"] == ["Xaver Quandt"]
    assert told["without_next_step"] == ["Xaver Quandt"]
    again = cli(*arguments)
    assert "No next step yet: Xaver Quandt." in again.out
    assert cli("undo").status == 0
    assert cli("undo").status == 0
    assert cli.json("list", "Xaver") == []


def test_who_has_a_next_step_in_another_line_is_not_waiting(
    cli: CommandLine, tmp_path: Path
) -> None:
    lines = tmp_path / "cards.txt"
    lines.write_text("Li Wei, tea !call fri\nLi Wei, two kids\nBo Lund\n", "utf-8")
    told = cli.json("log", "--event", "Fair", "--from", str(lines))
    assert told["without_next_step"] == ["Bo Lund"]


def test_the_lines_of_an_event_can_be_typed(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = io.TextIOWrapper(io.BytesIO(b"Li Wei, tea\n"), "utf-8")
    monkeypatch.setattr(sys, "stdin", typed)
    answer = cli("log", "--event", "Garden party", "--informal")
    assert answer.status == 0, answer.err
    assert "New: Li Wei." in answer.out


def test_a_file_that_is_not_there_is_told(cli: CommandLine) -> None:
    answer = cli("log", "--event", "Fair", "--from", "/nowhere/cards.txt")
    assert (answer.status, "can't be read" in answer.err) == (1, True)


def test_the_language_of_the_locale_comes_first() -> None:
    assert user_languages({"LANG": "de_DE.UTF-8"}) == ("de", "en")
    assert user_languages({"LC_ALL": "sv_SE", "LANG": "de_DE"}) == ("sv", "en", "de")
    assert user_languages({"LANG": "C.UTF-8"}) == user_languages({}) == ("en", "de")


def test_a_line_cannot_steer_the_terminal(cli: CommandLine, carla: int) -> None:
    answer = cli("log", "Carla: \x1b[2J !call \x1b[2J #a\x1b[2J", "--dry-run")
    assert "\x1b" not in answer.out + answer.err


def test_nobody_is_met_at_an_event_to_come(cli: CommandLine, tmp_path: Path) -> None:
    lines = tmp_path / "cards.txt"
    lines.write_text("Li Wei\n", "utf-8")
    day = date(2026, 12, 24).isoformat()
    answer = cli("log", "--event", "Fair", "--on", day, "--from", str(lines))
    assert answer.status == 1
    assert "still to come" in answer.err


@pytest.mark.parametrize(
    ("words", "kind", "due", "note", "promised"),
    [
        # Today is a Saturday: soon is Monday.
        ("send the slides", "send something", "2026-11-23", "the slides", True),
        ("call", "call", "2026-11-23", None, False),
        ("Angebot schicken", "send something", "2026-11-23", "Angebot", True),
        ("I promised the photos", "other", "2026-11-23", "I promised the photos", True),
        ("send the slides friday", "send something", "2026-11-27", "the slides", True),
        ("call next tue about the quote", "call", "2026-11-24", "about the quote", False),
    ],
)
@pytest.mark.parametrize("text", ["Liked the sign", "Liked the sign #chamber"])
def test_what_is_next_is_guessed_from_its_words(
    cli: CommandLine,
    carla: int,
    *,
    text: str,
    words: str,
    kind: str,
    due: str,
    note: str | None,
    promised: bool,
) -> None:
    """As in a line: what to do, when, and whether one owes it; with marks in the text too."""
    logged = cli.json("log", str(carla), text, "--follow-up", words)["follow_up"]
    assert (logged["kind"], logged["due_date"], logged["note"]) == (kind, due, note)
    assert logged["promised"] is promised


@pytest.mark.parametrize("words", ["some time", "call on 31 february", "call some time", ""])
def test_what_is_next_is_not_guessed_from_nothing_or_from_a_day_that_is_none(
    cli: CommandLine, carla: int, words: str
) -> None:
    assert cli("log", str(carla), "Liked the sign", "--follow-up", words).status == 2
    assert cli.json("show", str(carla))["last_conversation"] is None
