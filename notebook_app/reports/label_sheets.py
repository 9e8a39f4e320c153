"""A sheet of labels by its measures, and whether there can be one of that kind."""

from typing import Final

from notebook_app.foundation.record import record

_ROUNDING: Final = 0.3
_MOST_LABELS: Final = 1_000
ROLL: Final = "roll"
"""In the place of a paper: labels that come one by one off a roll, each a page of its own."""

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
        if self.paper == ROLL:
            return self.width + 2 * self.left, self.height + 2 * self.top
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
        if self.paper not in _PAGES and not (self.paper == ROLL and self.count == 1):
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
