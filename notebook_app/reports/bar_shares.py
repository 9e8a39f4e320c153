"""How long bars are beside each other, whatever they are drawn with."""

import math

from notebook_app.reports.document import Bars


def shares(bars: Bars) -> list[tuple[float, ...]]:
    """Return the length of each part of each bar as a share of the longest bar, 0 to 1.

    What is below none, or endless, has no length.
    """
    lengths = [tuple(map(_length, parts)) for _label, parts, _value in bars.bars]
    longest = max(map(sum, lengths), default=0.0)
    return [tuple(part / longest if longest else 0.0 for part in parts) for parts in lengths]


def _length(amount: float) -> float:
    return amount if math.isfinite(amount) and amount > 0 else 0.0
