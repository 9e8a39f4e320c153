"""The colours of tags: a dot beside the name, so that the colour is never the only sign.

Each dot stands out at least 3 : 1 from every ground it is drawn on, in light and in dark
(WCAG 2.1, non-text contrast); a test measures it.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from notebook_app.gui.theme.theme import Theme
from notebook_app.model.tag import TagColour

TAG_COLOURS: Final[dict[TagColour, tuple[str, str]]] = {
    TagColour.RED: ("#C23B3B", "#F08A80"),
    TagColour.ORANGE: ("#BF5B13", "#EFA15C"),
    TagColour.YELLOW: ("#96720A", "#E5C453"),
    TagColour.GREEN: ("#4B7F2C", "#9CCB76"),
    TagColour.TEAL: ("#1E7E74", "#6CCBBE"),
    TagColour.BLUE: ("#2F6DB5", "#84B5F0"),
    TagColour.VIOLET: ("#7457B5", "#B9A2EE"),
    TagColour.PINK: ("#B8467F", "#F093BF"),
    TagColour.BROWN: ("#85603C", "#CBA57E"),
    TagColour.GREY: ("#6F6B63", "#B4AEA3"),
}
"""Each colour for the light and for the dark window."""


def dot_colour(colour: TagColour, theme: Theme) -> QColor | None:
    """Return the colour of a tag's dot now; None for a tag without a colour."""
    pair = TAG_COLOURS.get(colour)
    return None if pair is None else QColor(pair[1] if theme.dark else pair[0])


def colour_words(colour: TagColour) -> str:
    """Return what a colour is called."""
    return {
        TagColour.NONE: _tr("No colour"),
        TagColour.RED: _tr("Red"),
        TagColour.ORANGE: _tr("Orange"),
        TagColour.YELLOW: _tr("Yellow"),
        TagColour.GREEN: _tr("Green"),
        TagColour.TEAL: _tr("Teal"),
        TagColour.BLUE: _tr("Blue"),
        TagColour.VIOLET: _tr("Violet"),
        TagColour.PINK: _tr("Pink"),
        TagColour.BROWN: _tr("Brown"),
        TagColour.GREY: _tr("Grey"),
    }[colour]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Tags", text)
