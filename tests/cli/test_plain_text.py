"""Text made harmless and aligned for a terminal, and the line that shows progress."""

import io

import pytest

from notebook_app.cli.plain_text import lines, one_line, shortened, table
from notebook_app.cli.progress_line import progress_line
from notebook_app.foundation.text_cells import cells


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.mark.parametrize("code", [*range(0x20), *range(0x7F, 0xA0), 0x202E, 0x2066, 0x2028])
def test_no_control_character_is_left(code: int) -> None:
    text = one_line(f"a{chr(code)}b")
    assert chr(code) not in text
    assert text.startswith("a")
    assert text.endswith("b")


def test_letters_of_all_scripts_stay() -> None:
    text = "Łukasz 李雪梅 ليلى حداد 👩\u200d🎨 \u200fא"
    assert one_line(text) == text


def test_lines_stay_lines() -> None:
    assert lines("one\ntwo\x1b[2J\r\nthree") == ["one", "two␛[2J", "three"]


def test_wide_and_combining_characters_are_counted_by_columns() -> None:
    assert cells("abc") == 3
    assert cells("李雪") == 4
    assert cells("e\u0301") == 1


def test_a_text_is_cut_at_columns_not_at_letters() -> None:
    assert shortened("short", 10) == "short"
    assert shortened("李雪梅李雪梅", 7) == "李雪梅…"
    assert cells(shortened("x" * 100, 20)) == 20


def test_columns_are_aligned_and_a_long_cell_moves_its_line_alone() -> None:
    rows = [("1", "Anna", "x"), ("12", "李", "y"), ("3", "n" * 50, "z")]
    first, second, third = table(rows, widest=10)
    assert first == "1   Anna        x"
    assert second == "12  李          y"
    assert third == f"3   {'n' * 50}  z"


def test_progress_is_shown_on_a_terminal_and_wiped_away() -> None:
    terminal = Terminal()
    with progress_line(terminal, "Reading") as progress:
        progress.report(0, 10, "people\x1b.vcf")
        progress.report(10, 10)
    shown = terminal.getvalue()
    assert "Reading 0 % people␛.vcf" in shown
    assert "Reading 100 %" in shown
    assert shown.rpartition("\r")[0].rpartition("\r")[2].strip() == ""


def test_progress_is_silent_elsewhere() -> None:
    stream = io.StringIO()
    with progress_line(stream, "Reading") as progress:
        progress.report(1, 2)
    assert stream.getvalue() == ""
