"""Sheets of paper, and the unit that everything on them is laid out in: 1/20 mm.

It is that coarse since Qt (6.11) keeps the widths of letters up to some 200 units high and
measures larger ones anew each time, five times as slow. Positions are fractions of it, so that
nothing is rounded. A PDF of 508 dots to the inch needs no scaling at all.
"""

import re
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QLocale, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize

from notebook_app.foundation.problem import UserProblem
from notebook_app.reports.page_setup import LANDSCAPE, LEAST_MARGIN, MARGINS, WIDEST_MARGIN

UNITS_PER_MM: Final = 20
UNITS_PER_INCH: Final = 508
UNITS_PER_POINT: Final = UNITS_PER_INCH / 72

TURNED: Final = LANDSCAPE
"""What the name of a sheet ends in that lies."""

_MARGINS: Final = re.compile(MARGINS.format(r"(\d{1,4})") + "$", re.IGNORECASE)


def mm(length: float) -> float:
    """Return millimetres in layout units."""
    return length * UNITS_PER_MM


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet, upright unless it is ``turned``; lengths in layout units.

    ``start`` is the margin where lines begin, wide enough to punch holes in. ``foot`` is how far
    above the lower edge the line at the foot of each page begins.
    """

    name: str
    width: float
    height: float
    start: float = mm(20)
    end: float = mm(17)
    top: float = mm(15)
    bottom: float = mm(18)
    foot: float = mm(11.5)
    turned: bool = False

    @property
    def content_width(self) -> float:
        """The width between the margins."""
        return self.width - self.start - self.end

    def page_size(self) -> QPageSize:
        """Return Qt's name for the sheet, or its measures for one of our own."""
        known = _QT_SIZES.get(self.name)
        if known is not None:
            return QPageSize(known)
        size = QSizeF(self.width / UNITS_PER_MM, self.height / UNITS_PER_MM)
        return QPageSize(size, QPageSize.Unit.Millimeter, self.name)

    def page_layout(self) -> QPageLayout:
        """Return the whole sheet, as it lies, in Qt's words."""
        across, upright = QPageLayout.Orientation.Landscape, QPageLayout.Orientation.Portrait
        if not self.turned:
            return QPageLayout(self.page_size(), upright, QMarginsF())
        return QPageLayout(self.upright().page_size(), across, QMarginsF())

    def with_margins(self, margin: float) -> "Paper":
        """Return the same sheet with nothing nearer to any edge than ``margin``."""
        return replace(
            self,
            start=margin,
            end=margin,
            top=margin + _ABOVE_TITLE,
            bottom=margin + _FOOT_LINE + _ABOVE_FOOT,
            foot=margin + _FOOT_LINE,
        )

    def upright(self) -> "Paper":
        """Return the same sheet standing."""
        if not self.turned:
            return self
        name = self.name.removesuffix(TURNED)
        return replace(self, name=name, width=self.height, height=self.width, turned=False)

    def across(self) -> "Paper":
        """Return the same sheet lying, named so."""
        if self.turned:
            return self
        name = f"{self.name}{TURNED}"
        return replace(self, name=name, width=self.height, height=self.width, turned=True)


_ABOVE_TITLE: Final = mm(1.5)
_FOOT_LINE: Final = mm(4.3)
_ABOVE_FOOT: Final = mm(3)

PAPERS: Final = (Paper("A4", mm(210), mm(297)), Paper("Letter", mm(215.9), mm(279.4)))
_QT_SIZES: Final = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}


def find_paper(name: str) -> Paper:
    """Return the sheet of that name, in any case; ``A4 landscape`` lies.

    ``A4, margins 10 mm`` has margins of its own (see ``PageSetup``).

    Raises:
        UserProblem: there is no such paper, or the margins are too narrow or too wide.
    """
    wanted = name.strip().casefold()
    if margins := _MARGINS.search(wanted):
        width = int(margins[1])
        if not LEAST_MARGIN <= width <= WIDEST_MARGIN:
            raise UserProblem(
                f"Margins of {width} mm can't be printed.",
                "",
                f"Choose {LEAST_MARGIN} to {WIDEST_MARGIN} mm.",
            )
        return find_paper(wanted[: margins.start()]).with_margins(mm(width))
    for paper in PAPERS:
        for sheet in (paper, paper.across()):
            if sheet.name.casefold() == wanted:
                return sheet
    names = " or ".join(paper.name for paper in PAPERS)
    raise UserProblem(f"“{name}” is no paper this program knows.", "", f"Choose {names}.")


def usual_paper(locale: QLocale | None = None) -> str:
    """Return the name of the paper that is usual in the user's country."""
    # Unicode's CLDR counts these as the countries of US Letter; Qt knows it only by inches.
    letter = (locale or QLocale.system()).measurementSystem()
    return "Letter" if letter is QLocale.MeasurementSystem.ImperialUSSystem else "A4"
