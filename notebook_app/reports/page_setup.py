"""How the sheet lies and how wide its margins are, said in the name that a sheet goes by."""

from dataclasses import dataclass
from typing import Final

LETTER_COUNTRIES: Final = ("US", "CA", "MX", "PH")
"""Where one writes on US Letter (Unicode CLDR, paperSize)."""

LANDSCAPE: Final = " landscape"
"""What the name of a sheet that lies has behind the paper."""

MARGINS: Final = ", margins {} mm"
"""What comes last in the name of a sheet with margins other than the usual."""

LEAST_MARGIN: Final = 5
WIDEST_MARGIN: Final = 50
"""In millimetres: less can't be printed by most printers, more leaves no room."""


@dataclass(frozen=True, slots=True)
class PageSetup:
    """The paper, whether it lies, and its margins in millimetres; None: the usual ones."""

    paper: str = "A4"
    landscape: bool = False
    margins: int | None = None

    def name(self) -> str:
        """Return what the sheet is called: ``A4 landscape, margins 10 mm``."""
        lies = LANDSCAPE if self.landscape else ""
        return self.paper + lies + ("" if self.margins is None else MARGINS.format(self.margins))


def paper_of_country(region: str) -> str:
    """Return the paper that is usual in a country (ISO 3166)."""
    return "Letter" if region in LETTER_COUNTRIES else "A4"
