"""What goes into the search index, and what is asked of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notebook_app.model.name_form import folded
from notebook_app.model.search_text import (
    match_expression,
    searchable,
    without_broken_characters,
)


@pytest.mark.parametrize(
    ("typed", "expression"),
    [
        ("", ""),
        ("  ,;-- ", ""),
        ("anna", '"anna"*'),
        ("anna be", '"anna" AND "be"*'),
        ("o'neil", '"o" AND "neil"*'),
        ('a "b" OR c*', '"a" AND "b" AND "OR" AND "c"*'),
        ("weiß x", '("weiß" OR "weiss") AND "x"*'),
        ("田中", '"田" AND "中"*'),
        ("070-12", '("7012"* OR "07012"*)'),
        ("+46 70", '"4670"*'),
        ("0046 (0)70", '("4670"* OR "004670"*)'),
        ("07", '"07"*'),
    ],
)
def test_what_was_typed_becomes_an_expression(typed: str, expression: str) -> None:
    """Whole words, the last as a beginning; digits alone are one number."""
    assert match_expression(typed) == expression


def test_a_pasted_book_is_cut() -> None:
    """A search needs no more than a few words."""
    assert match_expression("word " * 10_000).count("AND") == 11
    assert len(match_expression("x" * 1_000_000)) < 1000


@given(st.text())
def test_an_expression_holds_words_only(typed: str) -> None:
    """Never a quote, bracket or operator of the user's."""
    words = match_expression(typed).replace(" OR ", " ").replace(" AND ", " ").split()
    for word in words:
        bare = word.strip("(").rstrip(")").rstrip("*")
        assert bare[0] == bare[-1] == '"'
        assert all(char.isalnum() for char in bare[1:-1])
    match_expression(typed).encode("utf-8")


@given(st.text())
def test_plain_text_stays_as_it_is(text: str) -> None:
    """ASCII is what the index knows by itself; nothing is ever lost."""
    if text.isascii():
        assert searchable(text) == text
    assert set("".join(text.split())) <= set(searchable(text))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("  Ann   LEE ", "ann lee"),
        ("Åsa Öberg", "asa oberg"),
        ("STRAßE", "strasse"),
        ("Łódź", "lodz"),
        ("Æther Œuvre", "aether oeuvre"),
        ("Ｊｏ", "jo"),
        ("İstanbul ılık", "istanbul ilik"),
    ],
)
def test_folding_takes_accents_case_and_surplus_space(text: str, plain: str) -> None:
    """For comparing and for the order of lists."""
    assert folded(text) == plain


def test_halves_of_surrogate_pairs_are_left_out() -> None:
    """SQLite could not take them."""
    assert without_broken_characters("a\ud800b🙂") == "ab🙂"
