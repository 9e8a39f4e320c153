"""The usual sheets of labels, by their makers' names and numbers.

Those of Herma and Avery Zweckform have the measures that LibreOffice ships
(``extras/source/labels/labels.xml``), and the Avery ones on A4 agree with it; those on Letter, and
which of their numbers share measures, are gLabels' (``avery-us-templates.xml``), except 5160, whose
margins are those of Avery's own template. Dymo's labels, which come off a roll, are gLabels' too
(``dymo-other-templates.xml``). Print the outlines on a sheet first. Only sheets whose
labels, gaps and margins add up to the page are here; a test adds them up.
"""

from collections.abc import Iterable
from typing import Final

from notebook_app.foundation.problem import UserProblem
from notebook_app.reports.label_sheets import ROLL, LabelSheet

_INCH: Final = 25.4


def _metric(
    names: str, grid: tuple[int, int], size: tuple[float, float], corner: tuple[float, float],
    across: float,
) -> list[LabelSheet]:  # fmt: skip
    # On A4 no usual sheet has a gap between its rows.
    return [
        LabelSheet(name, "A4", *grid, *size, *corner, across, size[1]) for name in _named(names)
    ]


def _inches(
    names: str, grid: tuple[int, int], size: tuple[float, float], corner: tuple[float, float],
    across: float,
) -> list[LabelSheet]:  # fmt: skip
    width, height, left, top = (length * _INCH for length in (*size, *corner))
    return [
        LabelSheet(name, "Letter", *grid, width, height, left, top, across * _INCH, height)
        for name in _named(names)
    ]


def _roll(names: str, width: float, height: float) -> list[LabelSheet]:
    return [
        LabelSheet(name, ROLL, 1, 1, width, height, 0, 0, width, height) for name in _named(names)
    ]


def _named(names: str) -> list[str]:
    """Return ``Herma 1`` and ``Herma 2`` of ``Herma: 1 2``."""
    maker, _, numbers = names.partition(": ")
    return [f"{maker} {number}" for number in numbers.split()]


_AVERY: Final = (
    _metric("Avery: L7160 J8160", (3, 7), (63.5, 38.1), (7.25, 15.15), 66),
    _metric("Avery: L7159 J8159", (3, 8), (63.5, 33.9), (7.25, 12.9), 66),
    _metric("Avery: L7161 J8161", (3, 6), (63.5, 46.6), (7.25, 8.7), 66),
    _metric("Avery: L7162 J8162", (2, 8), (99.1, 33.9), (4.65, 12.9), 101.6),
    _metric("Avery: L7163 J8163", (2, 7), (99.1, 38.1), (4.65, 15.15), 101.6),
    _metric("Avery: L7164 J8164", (3, 4), (63.5, 72), (7.25, 4.5), 66),
    _metric("Avery: L7165 J8165", (2, 4), (99.1, 67.7), (4.65, 13.1), 101.6),
    _metric("Avery: L7166 J8166", (2, 3), (99.1, 93.1), (4.65, 8.85), 101.6),
    _metric("Avery: L7168 J8168", (1, 2), (199.6, 143.53), (5.2, 4.97), 199.6),
    _metric("Avery: L7173 J8173", (2, 5), (99.1, 57), (4.65, 6), 101.6),
    _metric("Avery: L7177", (2, 6), (99.06, 42.33), (4.67, 21.5), 101.6),
    _metric("Avery: L7651 J8651", (5, 13), (38.1, 21.2), (4.75, 10.7), 40.6),
    _metric("Avery: L7654", (4, 10), (45.72, 25.4), (9.75, 21.5), 48.26),
    _inches("Avery: 5160 5260 8160 8460", (3, 10), (2.625, 1), (0.1875, 0.5), 2.75),
    _inches("Avery: 5161 5261 8161", (2, 10), (4, 1), (0.15625, 0.5), 4.1875),
    _inches("Avery: 5162 5262 8162", (2, 7), (4, 4 / 3), (0.15625, 5 / 6), 4.1875),
    _inches("Avery: 5163 5263 8163", (2, 5), (4, 2), (0.15625, 0.5), 4.1875),
    _inches("Avery: 5164 5264 8164", (2, 3), (4, 10 / 3), (0.15625, 0.5), 4.1875),
    _inches("Avery: 5167 5267 8167", (4, 20), (1.75, 0.5), (0.28125, 0.5), 2.0625),
)  # fmt: skip

_ZWECKFORM: Final = (
    _metric("Avery Zweckform: 3422", (3, 8), (70, 35), (0, 8.5), 70),
    _metric("Avery Zweckform: 3424", (2, 6), (105, 48), (0, 4.5), 105),
    _metric("Avery Zweckform: 3425", (2, 5), (105, 57), (0, 6), 105),
    _metric("Avery Zweckform: 3426", (2, 4), (105, 70), (0, 8.5), 105),
    _metric("Avery Zweckform: 3427", (2, 4), (105, 74.25), (0, 0), 105),
    _metric("Avery Zweckform: 3474 3448", (3, 8), (70, 37.125), (0, 0), 70),
    _metric("Avery Zweckform: 3475 3490", (3, 8), (70, 36), (0, 4.5), 70),
    _metric("Avery Zweckform: 3477", (2, 7), (105, 41), (0, 5), 105),
    _metric("Avery Zweckform: 3479", (3, 9), (70, 32), (0, 4.5), 70),
    _metric("Avery Zweckform: 3481", (3, 7), (70, 41), (0, 5), 70),
    _metric("Avery Zweckform: 3484 3452", (2, 8), (105, 37.125), (0, 0), 105),
    _metric("Avery Zweckform: 3489", (3, 10), (70, 29.7), (0, 0), 70),
    _metric("Avery Zweckform: 3651", (4, 10), (52.5, 29.7), (0, 0), 52.5),
    _metric("Avery Zweckform: 3652", (3, 7), (70, 297 / 7), (0, 0), 70),
    _metric("Avery Zweckform: 3653", (2, 7), (105, 297 / 7), (0, 0), 105),
    _metric("Avery Zweckform: 3657 4780", (4, 10), (48.5, 25.4), (8, 21.5), 48.5),
    _metric("Avery Zweckform: 3658", (3, 8), (64.6, 33.8), (8.1, 13.3), 64.6),
    _metric("Avery Zweckform: 3659 4781", (2, 6), (97, 42.3), (8, 21.6), 97),
    _metric("Avery Zweckform: 3660 4782", (2, 4), (97, 67.7), (8, 13.1), 97),
    _metric("Avery Zweckform: 3661", (3, 4), (70, 67.7), (0, 13.1), 70),
    _metric("Avery Zweckform: 3664", (3, 8), (70, 33.8), (0, 13.3), 70),
    _metric("Avery Zweckform: 3665", (2, 8), (105, 33.8), (0, 13.3), 105),
    _metric("Avery Zweckform: 3666", (5, 13), (38.1, 21.2), (9.75, 10.7), 38.1),
    _metric("Avery Zweckform: 3667", (4, 16), (48.5, 16.9), (8, 13.3), 48.5),
    _metric("Avery Zweckform: 3669", (3, 5), (70, 50.8), (0, 21.5), 70),
    _metric("Avery Zweckform: 4737", (3, 9), (63.5, 29.63), (7.21, 15.15), 66.04),
    _metric("Avery Zweckform: 4743", (2, 6), (96, 42.33), (7.73, 21.5), 98.54),
    _metric("Avery Zweckform: 4744", (2, 5), (96, 50.8), (7.73, 21.5), 98.54),
    _metric("Avery Zweckform: 4745", (2, 4), (96, 63.5), (7.73, 21.5), 98.54),
)  # fmt: skip

_HERMA: Final = (
    _metric("Herma: 4226 4271 4607", (4, 16), (48.26, 16.93), (8.48, 13.06), 48.26),
    _metric("Herma: 4228 4623 4669", (2, 6), (96.52, 42.33), (8.48, 21.5), 96.52),
    _metric("Herma: 4227 4262", (3, 8), (64.6, 33.87), (8.1, 13.03), 64.6),
    _metric("Herma: 4265", (3, 6), (63.5, 46.56), (7.21, 8.82), 66.04),
    _metric("Herma: 4266", (3, 4), (63.5, 72), (7.21, 4.5), 66.04),
    _metric("Herma: 4267", (2, 8), (99.06, 33.87), (4.67, 13.03), 101.6),
    _metric("Herma: 4268", (2, 5), (99.06, 57), (4.67, 6), 101.6),
    _metric("Herma: 4269", (2, 4), (99.06, 67.73), (4.67, 13.03), 101.6),
    _metric("Herma: 4347", (3, 9), (63.5, 29.63), (7.21, 15.15), 66.04),
    _metric("Herma: 4360 4414 4453", (3, 8), (70, 36), (0, 4.5), 70),
    _metric("Herma: 4361 4415 4451", (3, 7), (70, 41.25), (0, 4.13), 70),
    _metric("Herma: 4362 4416 4452", (2, 7), (105, 41.25), (0, 4.13), 105),
    _metric("Herma: 4363 4417 4457", (2, 6), (105, 48), (0, 4.5), 105),
    _metric("Herma: 4425", (2, 5), (105, 57), (0, 6), 105),
    _metric("Herma: 4426", (2, 4), (105, 70), (0, 8.5), 105),
    _metric("Herma: 4427", (2, 8), (105, 35), (0, 8.5), 105),
    _metric("Herma: 4428 4230 4631", (1, 1), (210, 297), (0, 0), 210),
    _metric("Herma: 4429", (3, 8), (70, 35), (0, 8.5), 70),
    _metric("Herma: 4450", (3, 9), (70, 32), (0, 4.5), 70),
    _metric("Herma: 4455", (3, 11), (70, 25.4), (0, 8.8), 70),
    _metric("Herma: 4456 4612", (3, 10), (70, 29.7), (0, 0), 70),
    _metric("Herma: 4461 4610", (4, 10), (52.5, 29.7), (0, 0), 52.5),
    _metric("Herma: 4464 4390 4615", (3, 8), (70, 37.125), (0, 0), 70),
    _metric("Herma: 4470 4626", (2, 4), (105, 74.25), (0, 0), 105),
    _metric("Herma: 4473", (3, 7), (70, 41), (0, 5), 70),
    _metric("Herma: 4474 4357", (4, 10), (48.5, 25.4), (8, 21.5), 48.5),
    _metric("Herma: 4475", (2, 7), (105, 41), (0, 5), 105),
    _metric("Herma: 4606 4270", (5, 13), (38.1, 21.2), (9.75, 10.7), 38.1),
    _metric("Herma: 4608 4272", (4, 11), (48.26, 25.4), (8.48, 8.8), 48.26),
    _metric("Herma: 4614 4670", (3, 8), (66, 33.87), (6, 13.03), 66),
    _metric("Herma: 4616 4668", (3, 7), (70, 297 / 7), (0, 0), 70),
    _metric("Herma: 4619 4672", (2, 8), (96.52, 33.87), (8.48, 13.03), 96.52),
    _metric("Herma: 4620 4391 4462", (2, 8), (105, 37.125), (0, 0), 105),
    _metric("Herma: 4624 4280", (2, 4), (96.52, 67.73), (8.48, 13.03), 96.52),
    _metric("Herma: 4625 4674", (2, 7), (105, 297 / 7), (0, 0), 105),
    _metric("Herma: 4627 4676", (2, 2), (105, 148.5), (0, 0), 105),
    _metric("Herma: 4628 4282", (1, 2), (210, 148.5), (0, 0), 210),
    _metric("Herma: 4629 4281", (2, 5), (105, 50.8), (0, 21.5), 105),
    _metric("Herma: 4667 4349", (2, 5), (96, 50.8), (7.73, 21.5), 98.54),
    _metric("Herma: 4677", (3, 7), (63.5, 38.1), (7.21, 15.15), 66.04),
    _metric("Herma: 4678", (2, 7), (99.06, 38.1), (4.67, 15.15), 101.6),
)  # fmt: skip

# As they are read, their long side across.
_DYMO: Final = (
    _roll("Dymo: 99010 30252", 89, 28),
    _roll("Dymo: 99012 99013", 89, 36),
    _roll("Dymo: 99014", 101, 54),
    _roll("Dymo: 30256", 102, 59),
    _roll("Dymo: 11352", 54, 25),
    _roll("Dymo: 11354 30334", 57, 32),
)

SHEETS: Final = tuple(
    sheet for family in (*_AVERY, *_ZWECKFORM, *_HERMA, *_DYMO) for sheet in family
)
"""Those of one family differ in nothing but their names."""


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
        if wanted in _spelled(sheet.name):
            return sheet
    raise UserProblem(
        f"“{name}” is no sheet of labels this program knows.",
        "It knows the usual ones of Avery, Avery Zweckform and Herma by their numbers, such as"
        " L7160, 5160, 3474 and 4464, and the address labels of Dymo's rolls, such as 99010.",
        "Choose one of them, or type in the measures of your own in People → Print labels….",
    )


def _spelled(name: str) -> set[str]:
    """Return how people write the name of a sheet: the whole, its number, one of its makers."""
    *makers, number = name.casefold().split() or [""]
    return {"".join((*makers, number)), number, *(maker + number for maker in makers)} - {""}
