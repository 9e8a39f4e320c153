"""Figures, each beside what the same machine does in the same run with less around it.

A figure alone says little on a shared machine; the ratio to its baseline says what the program
adds. Nothing passes or fails here.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One line of the table: a figure, what it is compared with, and its unit."""

    what: str
    value: float
    unit: str = "ms"
    baseline: float | None = None
    compared_with: str = ""

    def line(self) -> str:
        """Return the line as it is printed."""
        text = f"{self.what:58} {_number(self.value):>9} {self.unit:3}"
        if self.baseline is None:
            return text.rstrip()
        ratio = self.value / self.baseline if self.baseline else 0.0
        return f"{text} {_number(self.baseline):>9} {ratio:7.2f}  {self.compared_with}".rstrip()


HEAD = f"{'':58} {'figure':>9}     {'baseline':>9} {'ratio':>7}  compared with"


def milliseconds(act: Callable[[], object]) -> float:
    """Return how long an act takes."""
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that ``share`` (0 to 1) of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def _number(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:.0f}"
