"""Every text can be read on every ground that it is drawn on, in light and in dark."""

from dataclasses import fields

import pytest

from notebook_app.gui.theme.avatar_colours import AVATAR_COLOURS, ON_AVATAR, avatar_colour
from notebook_app.gui.theme.tokens import DARK, LIGHT, Tokens
from tests.gui.theme.contrast import contrast

TEXT_ON_GROUND = (
    *(
        (text, ground)
        for text in ("ink", "muted", "accent", "danger")
        for ground in ("page", "side", "card", "hover", "selected", "highlight")
    ),
    *((text, ground) for text in ("amber", "blue") for ground in ("page", "card", "highlight")),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_alert", "alert"),
    ("accent", "accent_soft"),
    ("danger", "danger_soft"),
    ("amber", "amber_soft"),
    ("blue", "blue_soft"),
    ("neutral", "neutral_soft"),
    ("ink", "neutral_soft"),
    ("ink", "accent_soft"),
    ("on_toast", "toast"),
    ("toast_accent", "toast"),
)
"""Each text role with each ground that it is drawn on."""


def test_contrast_is_the_one_of_wcag() -> None:
    """Black on white is 21, a colour on itself 1, and #767676 is the known limit on white."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#123456", "#123456") == pytest.approx(1)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_stands_out_from_its_ground(tokens: Tokens, text: str, ground: str) -> None:
    """At least 4.5 : 1, as the design asks."""
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["page", "side", "card"])
def test_the_focus_ring_can_be_seen(tokens: Tokens, ground: str) -> None:
    """At least 3 : 1 (WCAG 2.1, 1.4.11)."""
    assert contrast(tokens.focus, getattr(tokens, ground)) >= 3


def test_light_is_the_set_of_the_design() -> None:
    """The colours that the design names."""
    assert (LIGHT.page, LIGHT.side, LIGHT.card, LIGHT.line) == (
        "#FAF8F4",
        "#F1EDE5",
        "#FFFFFF",
        "#E2DCD0",
    )
    assert (LIGHT.ink, LIGHT.muted, LIGHT.accent) == ("#22252A", "#6B665A", "#1D5C4D")
    assert (LIGHT.danger, LIGHT.amber, LIGHT.blue) == ("#9A3A23", "#7A5A10", "#2B4F7E")


def test_every_role_has_another_colour_in_the_dark() -> None:
    """No role was forgotten in the dark set."""
    same = [
        field.name
        for field in fields(Tokens)
        if getattr(LIGHT, field.name) == getattr(DARK, field.name)
    ]
    assert same == []


@pytest.mark.parametrize("colour", AVATAR_COLOURS)
def test_initials_can_be_read(colour: str) -> None:
    """White on each of the calm colours."""
    assert contrast(ON_AVATAR, colour) >= 4.5


def test_a_person_keeps_the_same_colour() -> None:
    """Known values, so that a change of the choice is noticed; case doesn't matter."""
    assert avatar_colour("Carla Mendes") == avatar_colour("CARLA mendes") == "#2F7D6B"
    assert len({avatar_colour(f"Person {number}") for number in range(100)}) == len(AVATAR_COLOURS)
