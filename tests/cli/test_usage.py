"""What every command has in common: help, wrong usage, trouble, JSON, and what starts nothing."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from notebook_app.cli.command_table import COMMANDS
from tests.cli.conftest import CommandLine


def test_help_lists_every_command_that_is_offered(cli: CommandLine) -> None:
    answer = cli("--help")
    assert answer.status == 0
    assert answer.err == ""
    for name in COMMANDS:
        assert f"\n  {name}" in answer.out


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_tells_how_it_is_used(cli: CommandLine, name: str) -> None:
    answer = cli(name, "--help")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith(f"usage: contact-notebook {name}")


def test_the_version_is_told(cli: CommandLine) -> None:
    assert cli("--version").out == "Contact Notebook 0.1.0\n"


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["list", "--nonsense"],
        ["show"],
        ["log", "Carla"],
        ["log", "Carla", "hello", "--on", "someday"],
        ["log", "Carla", "hello", "--channel", "telepathy"],
        ["log", "Carla", "hello", "--initiated-by", "nobody"],
        ["log", "Carla", "hello", "--follow-up", "call some time"],
        ["follow-up"],
        ["follow-up", "add", "Carla", "--kind", "call"],
        ["follow-up", "add", "Carla", "--kind", "shout", "--due", "today"],
        ["follow-up", "add", "Carla", "--kind", "call", "--due", "2026-02-30"],
        ["follow-up", "add", "Carla", "--kind", "call", "--due", "today", "--time", "25:00"],
        ["follow-up", "add", "Carla", "--kind", "call", "--due", "today", "--repeat", "often"],
        ["follow-up", "done", "1", "--next", "call"],
        ["export", "people.csv", "--columns", "shoes"],
        ["export", "people.csv", "--profile", "apple"],
        ["import", "people.csv", "--map", "Shoes"],
        ["import", "people.csv", "--map", "Shoes=shoes"],
        ["export", "people.doc"],
        ["export", "people.vcf", "--vcard-version", "5.0"],
        ["print", "labels", "-o", "labels.pdf", "--start", "0"],
        ["print", "follow-ups"],
        ["restore"],
        ["opportunity"],
        ["opportunity", "list", "--source", "luck"],
        ["opportunity", "add", "1", "Sign", "--value", "much"],
        ["service", "told", "carla"],
        ["report", "gossip"],
        ["report", "mix", "--by", "person"],
        ["report", "services", "--from", "today"],
        ["report", "favours", "--by", "person"],
        ["report", "losing-touch", "--year", "2026"],
        ["report", "favours", "--json", "--csv"],
        ["--json", "--help-me"],
        ["--notebook", "", "list"],
        ["--notebook", ".", "list"],
        ["--notebook", "/", "list"],
        ["--notebook", "..", "list"],
        [""],
    ],
)
def test_wrong_usage_is_one_sentence_and_status_2(example: CommandLine, words: list[str]) -> None:
    answer = example(*words)
    assert answer.status == 2
    assert answer.out == ""
    assert answer.err.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [
        ["show", "Nobody Atall"],
        ["log", "Nobody Atall", "hello"],
        ["follow-up", "done", "99999"],
        ["follow-up", "skip", "ffffffff-0000-4000-8000-000000000000"],
        ["restore", "missing.db"],
        ["import", "missing.vcf"],
        ["missing.vcf"],
    ],
)
def test_trouble_is_one_sentence_and_status_1(example: CommandLine, words: list[str]) -> None:
    answer = example(*words)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.count("\n") == 1
    assert "Traceback" not in answer.err


def test_json_may_be_asked_for_before_the_command(example: CommandLine) -> None:
    before = example("--json", "list", "carla")
    assert before.json() == example.json("list", "carla")


def test_the_notebook_may_be_named_behind_the_command(cli: CommandLine, example_file: Path) -> None:
    assert len(cli("list", "--notebook", str(example_file), "--json").json()) == 60


def test_reading_where_there_is_no_notebook_makes_none(first_cli: CommandLine) -> None:
    answer = first_cli("list", "--json")
    assert json.loads(answer.out) == []
    assert answer.err == f"There is no notebook at {first_cli.path} yet.\n"
    assert not first_cli.path.exists()


def test_a_file_that_is_no_notebook_is_left_alone(cli: CommandLine) -> None:
    cli.path.write_text("Dear diary")
    answer = cli("log", "Carla", "hello")
    assert answer.status == 1
    assert "is not a Contact Notebook" in answer.err
    assert cli.path.read_text() == "Dear diary"


def test_a_name_cannot_steer_the_terminal(cli: CommandLine, add_person: Callable[..., int]) -> None:
    add_person("Eve\x1b]0;owned\x07\x1b[2J\u202eevil", organization="A\nB\r\x9b31m")
    for words in (["list"], ["show", "1"], ["search", "eve"], ["log", "1", "x\x1b[2J"]):
        out = cli(*words).out
        assert out
        assert not set(out) & set("\x1b\x07\r\x9b\u202e"), words
    assert len(cli("list").out.splitlines()) == 1
    assert cli.json("list")[0]["name"] == "Eve\x1b]0;owned\x07\x1b[2J\u202eevil"


def test_a_bug_is_one_sentence_and_its_traceback_in_the_log(
    example: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    from notebook_app.cli import list_people
    from notebook_app.foundation.folders import Folders

    def broken(*_: object) -> None:
        raise ZeroDivisionError("a made-up bug")

    monkeypatch.setattr(list_people, "people_ids", broken)
    answer = example("list")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.count("\n") == 1
    place = answer.err.rstrip(".\n").rsplit(" ", 1)[1]
    assert Path(place).name == Folders(Path(), Path(), Path()).log_file.name
    assert "a made-up bug" in Path(place).read_text(encoding="utf-8")


def test_an_interruption_is_quiet(example: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    from notebook_app.cli import list_people

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(list_people, "people_ids", interrupted)
    answer = example("list")
    assert (answer.status, answer.out, answer.err) == (130, "", "")


def test_a_folder_in_place_of_a_file_is_called_one(cli: CommandLine, tmp_path: Path) -> None:
    folder = tmp_path / "phone.vcf"
    folder.mkdir()
    answer = cli(str(folder))
    assert answer.status == 1
    assert "is a folder" in answer.err
