"""``print labels``, ``print envelopes`` and ``print note-cards``."""

from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine


@pytest.mark.parametrize(
    ("words", "pages"),
    [
        (["labels"], 1),
        (["labels", "--style", "L7160", "--start", "20", "--outlines", "--copies", "2"], 2),
        (["envelopes", "carla", "farid", "--style", "c6", "--sender", r"Ida\nRoad 1"], 2),
        (["note-cards", "carla", "farid"], 4),
    ],
)
def test_it_is_written(example: CommandLine, tmp_path: Path, words: list[str], pages: int) -> None:
    target = tmp_path / "post.pdf"
    answer = example.json("print", *words, "-o", str(target))
    assert answer["pages"] == pages
    assert answer["file"] == str(target)
    assert target.read_bytes().startswith(b"%PDF")


def test_who_has_no_address_is_named_and_not_printed(example: CommandLine, tmp_path: Path) -> None:
    answer = example("print", "labels", "carla", "agnes", "-o", str(tmp_path / "a.pdf"))
    assert answer.status == 0
    assert "Labels for 1 person, 1 page" in answer.out
    assert "No address, so not printed: Agnes Dahl." in answer.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["labels", "agnes"], "There is nothing to print."),
        (["labels", "--only", "qqq"], "There is nothing to print."),
        (["labels", "--style", "L0"], "no sheet"),
        (["labels", "--style", "L7160", "--start", "22"], "no label 22"),
        (["envelopes", "--style", "L7160"], "no envelope"),
    ],
)
def test_what_can_not_be_printed_leaves_no_file(
    example: CommandLine, tmp_path: Path, words: list[str], said: str
) -> None:
    answer = example("print", *words, "-o", str(tmp_path / "post.pdf"))
    assert answer.status == 1
    assert said in answer.err
    assert not (tmp_path / "post.pdf").exists()
