"""Sheets of paper, measured in hundredths of a millimetre like everything that is laid out.

At 2540 dots per inch a dot is one unit, so that a PDF needs no scaling at all.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLocale
from PySide6.QtGui import QPageSize

from notebook_app.foundation.problem import UserProblem

UNITS_PER_INCH: Final = 2540
UNITS_PER_POINT: Final = UNITS_PER_INCH / 72


def mm(length: float) -> float:
    """Return millimetres in layout units."""
    return length * 100


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet, upright; lengths in hundredths of a millimetre.

    ``start`` is the margin where lines begin, wide enough to punch holes in.
    """

    name: str
    width: float
    height: float
    start: float = 2000
    end: float = 1700
    top: float = 1500
    bottom: float = 1800

    @property
    def content_width(self) -> float:
        """The width between the margins."""
        return self.width - self.start - self.end

    def page_size(self) -> QPageSize:
        """Return Qt's name for the sheet, or its measures for one of our own."""
        known = _QT_SIZES.get(self.name)
        if known is not None:
            return QPageSize(known)
        from PySide6.QtCore import QSizeF

        return QPageSize(
            QSizeF(self.width / 100, self.height / 100), QPageSize.Unit.Millimeter, self.name
        )


PAPERS: Final = (Paper("A4", 21_000, 29_700), Paper("Letter", 21_590, 27_940))
_QT_SIZES: Final = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}


def find_paper(name: str) -> Paper:
    """Return the sheet of that name, in any case.

    Raises:
        UserProblem: there is no such paper.
    """
    for paper in PAPERS:
        if paper.name.casefold() == name.strip().casefold():
            return paper
    names = " or ".join(paper.name for paper in PAPERS)
    raise UserProblem(f"“{name}” is no paper this program knows.", "", f"Choose {names}.")


def usual_paper(locale: QLocale | None = None) -> str:
    """Return the name of the paper that is usual in the user's country."""
    # Unicode's CLDR counts these as the countries of US Letter; Qt knows it only by inches.
    letter = (locale or QLocale.system()).measurementSystem()
    return "Letter" if letter is QLocale.MeasurementSystem.ImperialUSSystem else "A4"
