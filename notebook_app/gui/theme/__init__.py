"""Colours, sizes and style of the window, in one place."""

from notebook_app.gui.theme.theme import Appearance, Theme, install_theme, theme_of
from notebook_app.gui.theme.tokens import LARGE, MEDIUM, SMALL, TIGHT, WIDE
from notebook_app.gui.theme.type_scale import TextRole, Tone

__all__ = [
    "LARGE",
    "MEDIUM",
    "SMALL",
    "TIGHT",
    "WIDE",
    "Appearance",
    "TextRole",
    "Theme",
    "Tone",
    "install_theme",
    "theme_of",
]
