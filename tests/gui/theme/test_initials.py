"""Initials for names of every script."""

import pytest

from notebook_app.gui.theme.initials import initials


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Carla Mendes", "CM"),
        ("carla de souza mendes", "CM"),
        ("Carla", "C"),
        ("Élodie Œuvrard", "ÉŒ"),
        ("Иван Петров", "ИП"),
        ("田中 宏", "田"),
        ("محمد رحيمي", "م"),
        ("O'Neil & Sons", "OS"),
        ("(Bob) 3rd", "BR"),
        ("🎈 Party Hire", "PH"),
        ("🎈", "🎈"),
        ("👍🏽", "👍🏽"),
        ("+46 70 123", "+"),
        ("ßtraße", "S"),
        ("", "?"),
        ("  \u200f ", "?"),
    ],
)
def test_initials(name: str, expected: str) -> None:
    """One or two letters, never a word and never nothing."""
    assert initials(name) == expected
