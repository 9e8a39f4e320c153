"""The usual sheets of labels by their published measures, and sheets that the user measured.

Avery L7160 to L7166 and L7651, and Herma 4464, 4614, 4620 and 4625, were compared with the template
files of gLabels; the others are commonly stated measures that were not checked against the
makers' own. Print the outlines on a sheet first. Only sheets whose labels, gaps and margins add up
to the page are here; a test adds them up.
"""

from collections.abc import Iterable
from typing import Final

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.record import record

_INCH: Final = 25.4
_ROUNDING: Final = 0.3
_MOST_LABELS: Final = 1_000
_PAGES: Final = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}


@record
class LabelSheet:
    """A sheet of equal labels; lengths in millimetres.

    ``left`` and ``top`` lead from the page's corner to that of the first label; ``across`` and
    ``down`` from one label's corner to the next one's.
    """

    name: str
    paper: str
    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    across: float
    down: float

    @property
    def count(self) -> int:
        """How many labels a sheet has."""
        return self.columns * self.rows

    @property
    def page(self) -> tuple[float, float]:
        """Width and height of the page."""
        return _PAGES[self.paper]

    @property
    def rest(self) -> tuple[float, float]:
        """What is left of the page right of and below the last label."""
        width, height = self.page
        return (
            width - self.left - (self.columns - 1) * self.across - self.width,
            height - self.top - (self.rows - 1) * self.down - self.height,
        )

    def place(self, number: int) -> tuple[float, float]:
        """Return left and top of a label, counted from 0, row by row."""
        row, column = divmod(number, self.columns)
        return self.left + column * self.across, self.top + row * self.down

    def mistake(self) -> str:
        """Return in a sentence why there can be no such sheet; nothing if there can."""
        if not self.name.strip():
            return "Give the sheet a name."
        if self.paper not in _PAGES:
            return f"Choose {' or '.join(_PAGES)} as its paper."
        if self.columns < 1 or self.rows < 1 or self.count > _MOST_LABELS:
            return "A sheet has at least one label, and at most a thousand."
        if not (self.width >= 10 and self.height >= 5):
            return "A label is at least 10 mm wide and 5 mm high."
        if self.left < 0 or self.top < 0:
            return "Labels begin on the page."
        if self.columns > 1 and self.across < self.width - _ROUNDING:
            return "Labels would lie over each other: the step across is less than their width."
        if self.rows > 1 and self.down < self.height - _ROUNDING:
            return "Labels would lie over each other: the step down is less than their height."
        if not min(self.rest) >= -_ROUNDING:
            return "The labels reach beyond the page."
        return ""


def _metric(
    name: str, grid: tuple[int, int], size: tuple[float, float], corner: tuple[float, float],
    across: float,
) -> LabelSheet:  # fmt: skip
    # On A4 no usual sheet has a gap between its rows.
    return LabelSheet(name, "A4", *grid, *size, *corner, across, size[1])


def _inches(
    name: str, grid: tuple[int, int], size: tuple[float, float], corner: tuple[float, float],
    across: float,
) -> LabelSheet:  # fmt: skip
    width, height, left, top = (length * _INCH for length in (*size, *corner))
    return LabelSheet(name, "Letter", *grid, width, height, left, top, across * _INCH, height)


SHEETS: Final = (
    # Avery Zweckform and Avery UK, A4.
    _metric("Avery L7160", (3, 7), (63.5, 38.1), (7.25, 15.15), 66),
    _metric("Avery L7159", (3, 8), (63.5, 33.9), (7.25, 12.9), 66),
    _metric("Avery L7161", (3, 6), (63.5, 46.6), (7.25, 8.7), 66),
    _metric("Avery L7162", (2, 8), (99.1, 33.9), (4.65, 12.9), 101.6),
    _metric("Avery L7163", (2, 7), (99.1, 38.1), (4.65, 15.15), 101.6),
    _metric("Avery L7164", (3, 4), (63.5, 72), (7.25, 4.5), 66),
    _metric("Avery L7165", (2, 4), (99.1, 67.7), (4.65, 13.1), 101.6),
    _metric("Avery L7166", (2, 3), (99.1, 93.1), (4.65, 8.85), 101.6),
    _metric("Avery L7173", (2, 5), (99.1, 57), (4.65, 6), 101.6),
    _metric("Avery L7651", (5, 13), (38.1, 21.2), (4.75, 10.7), 40.6),
    # Avery US, Letter, in inches.
    _inches("Avery 5160", (3, 10), (2.625, 1), (0.1875, 0.5), 2.75),
    _inches("Avery 5161", (2, 10), (4, 1), (0.15625, 0.5), 4.1875),
    _inches("Avery 5162", (2, 7), (4, 4 / 3), (0.15625, 5 / 6), 4.1875),
    _inches("Avery 5163", (2, 5), (4, 2), (0.15625, 0.5), 4.1875),
    _inches("Avery 5164", (2, 3), (4, 10 / 3), (0.15625, 0.5), 4.1875),
    _inches("Avery 5167", (4, 20), (1.75, 0.5), (0.28125, 0.5), 2.0625),
    _inches("Avery 8160", (3, 10), (2.625, 1), (0.1875, 0.5), 2.75),
    # Herma, A4: labels of these numbers lie edge to edge, in the middle of the page.
    _metric("Herma 4360", (3, 8), (70, 36), (0, 4.5), 70),
    _metric("Herma 4464", (3, 8), (70, 37), (0, 0.5), 70),
    _metric("Herma 4608", (4, 11), (48.3, 25.4), (8.4, 8.8), 48.3),
    _metric("Herma 4614", (3, 8), (66, 33.8), (6, 13.3), 66),
    _metric("Herma 4620", (2, 8), (105, 37), (0, 0.5), 105),
    _metric("Herma 4625", (2, 7), (105, 42.3), (0, 0.45), 105),
)


def usual_sheet(paper: str) -> LabelSheet:
    """Return the sheet that most use on A4 or Letter."""
    return find_sheet("Avery 5160" if paper == "Letter" else "Avery L7160")


def find_sheet(name: str, own: Iterable[LabelSheet] = ()) -> LabelSheet:
    """Return the sheet of that name, in any case, with its maker or without.

    Raises:
        UserProblem: there is no such sheet.
    """
    wanted = "".join(name.split()).casefold()
    for sheet in (*own, *SHEETS):
        spelled = "".join(sheet.name.split()).casefold()
        if wanted and wanted in (spelled, sheet.name.split()[-1].casefold()):
            return sheet
    names = ", ".join(sheet.name for sheet in SHEETS)
    raise UserProblem(
        f"“{name}” is no sheet of labels this program knows.",
        f"It knows {names}.",
        "Choose one of them, or type in the measures of your own in People → Print labels….",
    )
