"""The fonts of the printed page: one quiet family in a few sizes, measured in layout units.

Lines have the height of their role, whatever fonts the words in them need, so that pages come
out the same with any script.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QGuiApplication

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.printing.paper import UNITS_PER_POINT

# Made for reading on paper, and found where the program runs: first come those with a true
# demi-bold, then the classics. Where none is there, the system's own font is taken.
_FAMILIES: Final = (
    "Inter",
    "Source Sans 3",
    "Source Sans Pro",
    "Helvetica Neue",
    "Segoe UI",
    "Nimbus Sans",
    "Noto Sans",
    "Open Sans",
    "Liberation Sans",
    "Arial",
)


_PUNCTUATION: Final = "\u2003–—‘’“”„…•"

# What fonts do to letters for the sake of their neighbours: ligatures, and other shapes of signs
# beside capitals and figures. Qt tells a PDF what a drawn shape means by the font's table of
# characters, in which most of these shapes are missing: in Inter the + of +44 could be seen, but
# neither found nor copied. Shapes that a script can't do without (rlig, init, …) stay.
_SHAPES_WITHOUT_MEANING: Final = ("calt", "clig", "liga")

# What Qt's font database on Linux lists even where there is no font at all (and then crashes when
# it is asked for one's letters).
_STAND_INS: Final = frozenset({"Sans Serif", "Serif", "Monospace"})


class PrintRole(StrEnum):
    """What a printed text is, which decides its size, weight and height of line."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    NAME = "name"
    BODY = "body"
    STRONG = "strong"
    SMALL = "small"
    TINY = "tiny"


class LetterWidths(dict[str, float]):
    """The widths of single letters, measured when first asked for.

    Only letters that stand side by side whatever they stand with are in it: Latin ones, and
    quotation marks and dashes. Kerning brings them closer at most, so that their sum is the most
    room a text can take.

    Raises:
        KeyError: the letter is none of these.
    """

    def __init__(self, metrics: QFontMetricsF) -> None:
        """Take the metrics of the font."""
        super().__init__()
        self._metrics = metrics

    def __missing__(self, letter: str) -> float:
        """Measure a letter."""
        if not (letter.isprintable() and letter < "\u0250") and letter not in _PUNCTUATION:
            raise KeyError(letter)
        width = self[letter] = self._metrics.horizontalAdvance(letter)
        return width


@dataclass(frozen=True, slots=True)
class RoleFont:
    """A font with the height of its lines and how far below their top the letters stand."""

    font: QFont
    line_height: float
    baseline: float
    letter_widths: LetterWidths


Size = tuple[float, float, QFont.Weight]
"""Points, height of line in points, weight."""

_SIZES: Final[Mapping[PrintRole, Size]] = {
    PrintRole.TITLE: (21, 26, QFont.Weight.DemiBold),
    PrintRole.SUBTITLE: (10.5, 15, QFont.Weight.Normal),
    PrintRole.HEADING: (11.5, 16, QFont.Weight.DemiBold),
    PrintRole.NAME: (12, 15.5, QFont.Weight.DemiBold),
    PrintRole.BODY: (10, 13.6, QFont.Weight.Normal),
    PrintRole.STRONG: (10, 13.6, QFont.Weight.DemiBold),
    PrintRole.SMALL: (8.5, 12, QFont.Weight.Normal),
    PrintRole.TINY: (6.5, 9, QFont.Weight.Normal),
}


class Typeface:
    """The fonts for one layout or one painting. Make one in the thread that uses it."""

    def __init__(self, sizes: Mapping[PrintRole, Size] | None = None) -> None:
        """Choose the family; without ``sizes`` those of a full page.

        Raises:
            UserProblem: there is not a single font on this computer.
        """
        families = set(QFontDatabase.families()) - _STAND_INS
        if not families:
            raise UserProblem(
                "There is no font on this computer to print with.",
                "",
                "Install one (on Debian: fonts-dejavu-core) and try again.",
            )
        plain = {family.split(" [")[0] for family in families}
        own = QGuiApplication.font().family()
        self.family = next((family for family in _FAMILIES if family in plain), own)
        self._fonts = {role: self.sized(*size) for role, size in (sizes or _SIZES).items()}

    def __getitem__(self, role: PrintRole) -> RoleFont:
        """Return the font of a role."""
        return self._fonts[role]

    def sized(self, points: float, line_points: float, weight: QFont.Weight) -> RoleFont:
        """Return the family in a size of its own, with lines of that height."""
        font = QFont(self.family)
        font.setPixelSize(round(points * UNITS_PER_POINT))
        font.setWeight(weight)
        font.setStyleHint(QFont.StyleHint.SansSerif)
        # Hinting would fit letters to the dots of a screen.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        for feature in _SHAPES_WITHOUT_MEANING:
            font.setFeature(QFont.Tag(feature), 0)
        metrics = QFontMetricsF(font)
        height = line_points * UNITS_PER_POINT
        baseline = (height - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
        return RoleFont(font, height, baseline, LetterWidths(metrics))
