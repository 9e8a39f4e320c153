"""Texts of any length become fit for paper, and stay what they were otherwise."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notebook_app.reports.shortening import one_line, some_lines


def test_a_short_text_stays_as_it_is() -> None:
    assert one_line("Grace Holt", 20) == "Grace Holt"
    assert some_lines("one\ntwo", 20, 5) == "one\ntwo"


def test_a_long_text_ends_between_words_with_an_ellipsis() -> None:
    assert one_line("Ask about the lease renewal", 20) == "Ask about the lease…"
    assert one_line("a" * 30, 20) == "a" * 19 + "…"


def test_line_breaks_become_spaces_in_one_line() -> None:
    assert one_line(" a\r\nb\tc\u2028d  e ", 20) == "a b c d e"


def test_control_characters_leave_no_trace_but_a_space() -> None:
    assert one_line("a\x00b\x1b[31mc", 20) == "a b [31mc"
    assert one_line("a\ud800b", 20) == "a b"


def test_marks_of_direction_and_joined_emoji_stay() -> None:
    text = "\u202bשלום\u202c 👩\u200d🚀"
    assert one_line(text, 40) == text


def test_an_emoji_is_not_cut_in_two() -> None:
    woman_astronaut = "👩\u200d🚀"
    assert not one_line(woman_astronaut * 30, 20).rstrip("…").endswith("\u200d")
    assert one_line("e\u0301" * 30, 20).rstrip("…").endswith("\u0301")


def test_many_lines_are_cut_and_blank_ones_run_together() -> None:
    assert some_lines("a\n\n\n\n\nb", 100, 10) == "a\n\nb"
    assert some_lines("\n".join("abcdef"), 100, 3) == "a\nb\nc …"


def test_a_million_characters_take_no_time() -> None:
    text = "word " * 200_000
    start = time.perf_counter()
    assert len(some_lines(text, 2_000, 24)) <= 2_000
    assert time.perf_counter() - start < 0.1


@given(st.text(), st.integers(min_value=4, max_value=60))
def test_any_text_fits(text: str, most: int) -> None:
    assert len(one_line(text, most)) <= most
    assert "\n" not in one_line(text, most)
    shortened = some_lines(text, most, 3)
    assert shortened.count("\n") <= 2
    assert len(shortened) <= most + 2


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "\x00"])
def test_nothing_stays_nothing(text: str) -> None:
    assert one_line(text, 10) == ""
    assert some_lines(text, 10, 3) == ""
