"""``print follow-ups --fold``."""

from pathlib import Path

from tests.cli.conftest import CommandLine


def test_the_list_is_printed_as_a_booklet(example: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "fold.pdf"
    words = ("print", "follow-ups", "--to", "today", "--overdue", "--fold", "-o", str(path))
    answer = example(*words, "--style", "by-person", "--paper", "Letter")
    assert (answer.status, answer.err) == (0, "")
    assert "follow-ups on 1 sheet" in answer.out
    assert path.read_bytes().startswith(b"%PDF")
    assert b"/MediaBox [0 0 792" in path.read_bytes()


def test_nothing_but_follow_ups_is_folded(example: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "fold.pdf"
    answer = example("print", "contacts", "--fold", "-o", str(path))
    assert answer.status == 1
    assert "Only the list of follow-ups can be folded" in answer.err
    assert not path.exists()
