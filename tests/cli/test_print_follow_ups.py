"""``print follow-ups``: ranges, columns, whom to leave out, and other forms than PDF."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine


def printed(cli: CommandLine, path: Path, *words: str) -> str:
    """Return the list as plain text."""
    target = path / "list.txt"
    answer = cli("print", "follow-ups", "-o", str(target), *words)
    assert (answer.status, answer.err) == (0, "")
    return target.read_text(encoding="utf-8")


def test_by_place_leads_through_town_and_says_the_address(
    example: CommandLine, tmp_path: Path
) -> None:
    text = printed(example, tmp_path, "--style", "by-place")
    assert text.index("Millbridge (") < text.index("Without an address (")
    assert "Harbour Street 12, Millbridge" in text


def test_columns_and_lines_are_as_asked(example: CommandLine, tmp_path: Path) -> None:
    text = printed(example, tmp_path, "--columns", "why,last-topic", "--lines", "1")
    assert "Carla Mendes\n" in text
    assert "cello" in text
    for left_out in ("Mendes Interiors", "+46", "Handwritten note", "Next __"):
        assert left_out not in text
    assert text.count("Said __") == text.count("[ ]")


@pytest.mark.parametrize("form", ["html", "txt", "pdf"])
def test_the_ending_says_in_what_form(example: CommandLine, tmp_path: Path, form: str) -> None:
    target = tmp_path / f"list.{form}"
    answer = example("print", "follow-ups", "-o", str(target), "--json")
    # Where there are few fonts, the names that they lack are told.
    assert not answer.err or answer.err.startswith("No font for ")
    assert json.loads(answer.out)["follow_ups"] > 20
    start = {"html": b"<!DOCTYPE html>", "txt": b"Follow-ups\n===", "pdf": b"%PDF-"}[form]
    assert target.read_bytes().startswith(start)


def test_ranges_have_names_too(example: CommandLine, tmp_path: Path) -> None:
    assert "\nOverdue (" in printed(example, tmp_path, "--range", "overdue")
    this_month = printed(example, tmp_path, "--range", "this-month")
    assert this_month != printed(example, tmp_path, "--range", "next-month")


def test_whoever_has_a_private_tag_is_left_out(example: CommandLine, tmp_path: Path) -> None:
    assert "Carla Mendes" in printed(example, tmp_path)
    before = printed(example, tmp_path)
    tags = example.json("show", "carla")["tags"]
    assert "Carla Mendes" not in printed(example, tmp_path, "--leave-out", tags[0].upper())
    assert "Carla Mendes" in before


def test_pages_are_as_asked(example: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "list.pdf"
    words = ("print", "follow-ups", "--paper", "A4", "-o", str(path))
    example.json(*words)
    assert b"/MediaBox [0 0 595" in path.read_bytes()
    pages = example.json(*words, "--landscape", "--margins", "8")["pages"]
    assert b"/MediaBox [0 0 842" in path.read_bytes()
    assert example.json(*words, "--landscape", "--margins", "40")["pages"] > pages


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--leave-out", "no such tag"], "There is no tag “no such tag”, so nothing was printed."),
        (["--to", "2020-01-01"], "There is nothing to print."),
        (["--margins", "2"], "Margins of 2 mm can't be printed."),
        (["--columns", "colour"], "There is no column 'colour'"),
        (["--range", "soon"], "There is no range 'soon'"),
        (["--range", "today", "--from", "today"], "Say either --range"),
        (["--range", "own-dates"], "Say --from and --to"),
    ],
)
def test_what_can_not_be_printed_is_said_and_leaves_no_file(
    example: CommandLine, tmp_path: Path, words: list[str], said: str
) -> None:
    target = tmp_path / "list.pdf"
    answer = example("print", "follow-ups", "-o", str(target), *words)
    assert answer.status in (1, 2)
    assert said in answer.err
    assert not target.exists()


def test_labels_are_pages_and_nothing_else(example: CommandLine, tmp_path: Path) -> None:
    answer = example("print", "labels", "-o", str(tmp_path / "labels.html"))
    assert answer.status == 2
    assert "Labels can only be a PDF." in answer.err
    answer = example("print", "labels", "-o", str(tmp_path / "labels.pdf"), "--margins", "9")
    assert answer.status == 2
    assert "--margins is for follow-ups, contacts, briefing, event alone." in answer.err
    assert os.listdir(tmp_path) == ["example.db"]


def test_nobody_private_is_on_a_label(example: CommandLine, tmp_path: Path) -> None:
    words = ("print", "labels", "-o", str(tmp_path / "labels.pdf"))
    everyone = example.json(*words)["people"]
    (tag, *_) = example.json("show", "carla")["tags"]
    assert example.json(*words, "--leave-out", tag)["people"] < everyone
