"""``print contacts`` and ``print event``."""

from contextlib import closing
from pathlib import Path

import pytest

from notebook_app.services.change_many import add_tag
from notebook_app.services.find_event import find_event
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


def test_options_may_stand_before_whom_it_is_about(example: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    assert example.json("print", "contacts", "-o", str(path), "carla", "grace")["people"] == 2
    assert example.json("print", "-o", str(path), "briefing", "--margins", "9", "carla")
    answer = example("print", "event", "-o", str(path), "winter", "reception")
    assert (answer.status, answer.err) == (0, "")
    assert example("print", "-o", str(path), "nonsense", "carla").status == 2


def test_whoever_has_a_private_tag_is_on_no_event_sheet(
    example: CommandLine, tmp_path: Path
) -> None:
    path = tmp_path / "event.txt"
    words = ("print", "event", "winter reception", "-o", str(path))
    with closing(example.open()) as notebook:
        event = find_event(notebook, "winter reception")
        (linked, *_) = notebook.event_outcomes.people(event.id)
        add_tag(notebook, [linked.contact_id], "Hush")
    example(*words)
    assert linked.name in path.read_text()
    example(*words, "--leave-out", "hush")
    assert linked.name not in path.read_text()


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
