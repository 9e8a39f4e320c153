"""``print calendar``."""

from contextlib import closing
from pathlib import Path

import pytest

from notebook_app.services.print_contacts import keep_private_tags
from tests.cli.conftest import CommandLine


def test_a_month_and_a_week_are_printed(example: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "calendar.pdf"
    month = example.json("print", "calendar", "--month", "2026-12", "-o", str(path))
    assert (month["from"], month["to"]) == ("2026-11-30", "2027-01-03")
    assert path.read_bytes().startswith(b"%PDF")
    assert b"/MediaBox [0 0 842" in path.read_bytes()
    week = example.json("print", "calendar", "--week", "2026-W49", "-o", str(path))
    assert (week["from"], week["to"]) == ("2026-11-30", "2026-12-06")
    assert b"/MediaBox [0 0 595" in path.read_bytes()
    day = example.json("print", "calendar", "--week", "2026-12-02", "-o", str(path), "--landscape")
    assert day["from"] == week["from"]
    assert b"/MediaBox [0 0 842" in path.read_bytes()
    answer = example("print", "calendar", "-o", str(path))
    assert answer.status == 0
    # Where there are few fonts, the names that they lack are told.
    assert not answer.err or answer.err.startswith("No font for ")
    assert "1 page with" in answer.out


def test_it_keeps_to_those_whom_a_query_finds(example: CommandLine, tmp_path: Path) -> None:
    path = str(tmp_path / "calendar.pdf")
    everyone = example.json("print", "calendar", "--week", "-o", path)
    some = example.json("print", "calendar", "--week", "-o", path, "--only", "tag:chamber")
    assert some["entries"] < everyone["entries"]


@pytest.mark.parametrize(
    "words",
    [
        ["--month", "2026-13"],
        ["--month", "nonsense"],
        ["--week", "2026-W60"],
        ["--week", "nonsense"],
        ["--week", "--month"],
        ["--month", "9999-12"],
        ["--week", "0001-01-01"],
    ],
)
def test_what_is_no_month_or_week_is_said(
    example: CommandLine, tmp_path: Path, words: list[str]
) -> None:
    path = tmp_path / "calendar.pdf"
    answer = example("print", "calendar", *words, "-o", str(path))
    assert answer.status == 2
    assert answer.err
    assert not path.exists()


@pytest.mark.parametrize(
    ("name", "begins"), [("a.html", "<!DOCTYPE html>"), ("a.txt", "Week 49\n")]
)
def test_a_calendar_is_written_for_the_screen_too(
    example: CommandLine, tmp_path: Path, name: str, begins: str
) -> None:
    path = tmp_path / name
    answer = example.json("print", "calendar", "--week", "2026-W49", "-o", str(path))
    assert answer["pages"] == 1
    assert path.read_text(encoding="utf-8").startswith(begins)


def test_people_with_private_tags_are_on_it_if_asked_for(
    example: CommandLine, tmp_path: Path
) -> None:
    words = ("print", "calendar", "--week", "-o", str(tmp_path / "calendar.pdf"))
    (tag, *_) = example.json("show", "carla")["tags"]
    with closing(example.open()) as notebook:
        keep_private_tags(notebook, [tag])
    answer = example(*words)
    assert "--with-private prints them too" in answer.err
    without, everyone = example.json(*words), example.json(*words, "--with-private")
    assert everyone["entries"] == without["entries"] + without["left_out"] > without["entries"]
    assert everyone["left_out"] == 0
    answer = example("print", "contacts", "--with-private", "-o", str(tmp_path / "people.pdf"))
    assert (answer.status, "--with-private is for calendar alone." in answer.err) == (2, True)


def test_a_tag_that_is_not_there_leaves_nobody_out_unnoticed(
    example: CommandLine, tmp_path: Path
) -> None:
    path = tmp_path / "calendar.pdf"
    answer = example("print", "calendar", "-o", str(path), "--leave-out", "no such tag")
    assert answer.status == 1
    assert not path.exists()
