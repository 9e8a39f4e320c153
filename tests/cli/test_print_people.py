"""``print contacts`` and ``print event``."""

from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine


@pytest.mark.parametrize("style", ["sheet", "directory", "phones", "birthdays"])
def test_everyone_is_printed_in_each_style(
    example: CommandLine, tmp_path: Path, style: str
) -> None:
    path = tmp_path / "people.pdf"
    answer = example.json("print", "contacts", "-o", str(path), "--style", style)
    assert answer["file"] == str(path)
    assert answer["people"] > 20
    assert answer["pages"] >= 1
    assert path.read_bytes().startswith(b"%PDF")


def test_those_named_or_found_are_printed(example: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "people.pdf"
    answer = example("print", "contacts", "carla", "-o", str(path), "--style", "sheet")
    assert (answer.status, answer.err) == (0, "")
    assert "1 person" in answer.out
    some = example.json("print", "contacts", "--only", "tag:chamber", "-o", str(path))
    assert some["people"] > 2


def test_the_sheet_of_an_event_is_printed(example: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "event.pdf"
    answer = example("print", "event", "winter", "reception", "-o", str(path))
    assert (answer.status, answer.err) == (0, "")
    assert "Winter reception" in answer.out
    assert path.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    "words",
    [
        ["contacts", "--only", "zzz-nobody"],
        ["contacts", "--style", "by-day"],
        ["event", "no such thing"],
        ["event"],
    ],
)
def test_nothing_to_print_is_said_and_no_file_is_left(
    example: CommandLine, tmp_path: Path, words: list[str]
) -> None:
    path = tmp_path / "nothing.pdf"
    answer = example("print", *words, "-o", str(path))
    assert answer.status in (1, 2)
    assert answer.err
    assert not path.exists()
