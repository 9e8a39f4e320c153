"""Which texts a few letters mean, and which they mean most."""

from itertools import pairwise

import pytest

from notebook_app.model.letters_match import letters_match


@pytest.mark.parametrize(
    ("letters", "texts"),
    [
        ("ca", ["calendar", "export cards", "clara berg", "logical"]),
        ("cm", ["carla mendes", "camilla", "access me"]),
        ("exp", ["export people", "people to export", "text of a map"]),
        ("carla", ["carla", "carla mendes", "mia carla berg"]),
        ("car me", ["carla mendes", "oscar menkes"]),
    ],
)
def test_word_beginnings_come_first(letters: str, texts: list[str]) -> None:
    worth = [letters_match(letters, text) for text in texts]
    assert None not in worth
    assert all(one > other for one, other in pairwise(w for w in worth if w is not None))


@pytest.mark.parametrize("letters", ["mc", "carlo", "cmx", "a" * 200])
def test_letters_in_another_order_mean_nothing(letters: str) -> None:
    assert letters_match(letters, "carla mendes") is None


def test_no_letters_mean_everything_equally() -> None:
    assert letters_match("  ", "carla") == letters_match("", "calendar") == 0


def test_a_name_of_5000_letters_is_matched_by_its_beginning() -> None:
    assert letters_match("x" * 10, "x" * 5000) is not None
