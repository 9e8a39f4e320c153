"""The codes on paper: a wrong sign is noticed, and pictures of other codes are none of ours."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notebook_app.model.printed_list import (
    CHECK_LETTERS,
    PrintedList,
    position_of,
    read_reference,
    reference_code,
    row_code,
)

LISTS = st.integers(1, 99_999)
POSITIONS = st.integers(1, 10_000)


@given(LISTS, POSITIONS)
def test_a_code_leads_back_to_its_row(number: int, position: int) -> None:
    code = row_code(number, position)
    assert position_of(code, number) == position
    assert position_of(f" {code[:-1]} {code[-1].lower()} ", number) == position


@given(LISTS, POSITIONS, st.data())
def test_one_wrong_sign_is_refused(number: int, position: int, data: st.DataObject) -> None:
    code = row_code(number, position)
    at = data.draw(st.integers(0, len(code) - 1))
    signs = "0123456789" if code[at].isdigit() else "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    wrong = data.draw(st.sampled_from([sign for sign in signs if sign != code[at]]))
    assert position_of(code[:at] + wrong + code[at + 1 :], number) is None


@given(LISTS, POSITIONS, st.data())
def test_two_figures_in_each_others_place_are_refused(
    number: int, position: int, data: st.DataObject
) -> None:
    figures = list(str(position))
    one, other = (data.draw(st.integers(0, len(figures) - 1)) for _ in range(2))
    if figures[one] == figures[other]:
        return
    letter = row_code(number, position)[-1]
    figures[one], figures[other] = figures[other], figures[one]
    assert position_of("".join(figures) + letter, number) is None


@given(LISTS, POSITIONS)
def test_the_same_row_of_the_next_list_has_another_code(number: int, position: int) -> None:
    assert position_of(row_code(number, position), number + 1) is None


def test_no_letter_is_taken_for_a_figure() -> None:
    assert not set("IOQ") & set(CHECK_LETTERS)
    assert len(set(CHECK_LETTERS)) == 23
    assert {row_code(12, position)[-1] for position in range(1, 24)} == set(CHECK_LETTERS)


@pytest.mark.parametrize("typed", ["", "17", "K", "17KK", "K17", "17 K 1", "٣K", "1234567K", "-1K"])
def test_what_is_no_code_is_refused(typed: str) -> None:
    assert position_of(typed, 12) is None


def test_while_it_is_looked_at_a_row_has_no_letter() -> None:
    assert row_code(None, 17) == "17…"


UID = "36c48ffa-9837-4636-8e36-8c0ab58f0bff"


def test_the_code_of_a_page_names_list_notebook_and_first_row() -> None:
    text = reference_code(12, UID)
    found = read_reference(f"{text}:{row_code(12, 31)}")
    assert found is not None
    assert (found.number, found.position) == (12, 31)
    printed = PrintedList(12, UID, "Follow-ups", date(2026, 11, 21), 40, 40)
    assert found.is_of(printed)
    first = read_reference(text)
    assert first is not None
    assert first.position is None
    other = read_reference(reference_code(12, "0" * 32))
    assert other is not None
    assert not other.is_of(printed)


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org",
        "CN-LIST:12",
        "CN-LIST:12:36C48FFA",
        "CN-LIST:12:36C48FFA9837:",
        "CN-LIST:x:36C48FFA9837",
        f"CN-LIST:12:36C48FFA9837:{row_code(13, 31)}",
        "CN-LIST:9999999999:36C48FFA9837",
        "BEGIN:VCARD",
    ],
)
def test_other_codes_are_none_of_ours(text: str) -> None:
    assert read_reference(text) is None
