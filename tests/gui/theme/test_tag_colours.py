"""Dots can be seen on every ground they are drawn on, and each colour has a name."""

import pytest

from notebook_app.gui.theme.tag_colours import TAG_COLOURS, colour_words
from notebook_app.gui.theme.tokens import DARK, LIGHT
from notebook_app.model.tag import TagColour
from tests.gui.theme.contrast import contrast

DOT_GROUNDS = ("page", "card", "hover", "selected", "neutral_soft", "accent_soft")
"""The grounds that dots are drawn on."""


@pytest.mark.parametrize("colour", TAG_COLOURS)
@pytest.mark.parametrize("ground", DOT_GROUNDS)
def test_a_dot_stands_out(colour: TagColour, ground: str) -> None:
    light, dark = TAG_COLOURS[colour]
    assert contrast(light, getattr(LIGHT, ground)) >= 3
    assert contrast(dark, getattr(DARK, ground)) >= 3


def test_every_colour_has_a_dot_and_a_name_of_its_own() -> None:
    assert set(TAG_COLOURS) == set(TagColour) - {TagColour.NONE}
    assert len({colour_words(colour) for colour in TagColour}) == len(TagColour)
