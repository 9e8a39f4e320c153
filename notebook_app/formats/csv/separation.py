"""Finds out what stands between the cells of a table."""

import csv
import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from notebook_app.formats.csv.table_rows import Separation, table_rows

SEPARATORS = (",", ";", "\t", "|")
_SAMPLED = 60
_DIRECTIVE = "sep="


def directive_of(first_line: str) -> str:
    """Return the separator that Excel's own first line names (``sep=;``), or ""."""
    text = first_line.strip("\r\n").strip('"')
    if text[:4].lower() == _DIRECTIVE and len(text) <= 5:
        return text[4:] if text[4:] in SEPARATORS else ""
    return ""


def find_separation(
    lines: Iterable[str], knows: Callable[[Sequence[str]], int], begins_with: str = ""
) -> Separation:
    """Return how the cells are parted.

    Args:
        lines: the lines of the table; only the first ones are looked at.
        knows: says how many cells of a row are words that a header may hold.
        begins_with: the separator if the file itself names it.
    """
    sample = list(itertools.islice(lines, _SAMPLED))
    separators = (begins_with,) if begins_with else SEPARATORS
    return max(
        (Separation(separator, quote) for separator in separators for quote in _quotes(sample)),
        key=lambda separation: _likelihood(sample, separation, knows),
    )


def _quotes(sample: Sequence[str]) -> Sequence[str]:
    """Return the marks that cells may be quoted with; an apostrophe only without the other."""
    first = next((line.strip() for line in sample if line.strip()), "")
    single = first[:1] == "'" == first[-1:] and len(first) > 1
    return ("'",) if single and not any('"' in line for line in sample) else ('"',)


def _likelihood(
    sample: Sequence[str], separation: Separation, knows: Callable[[Sequence[str]], int]
) -> tuple[int, float]:
    try:
        rows = [row.cells for row in table_rows(sample, separation) if row.cells]
    except csv.Error:  # pragma: no cover - the rows tell of such themselves
        return 0, 0.0
    if not rows:
        return 0, 0.0
    known = max(knows(row) for row in rows[:20])
    ((width, count),) = Counter(map(len, rows)).most_common(1)
    return known, (width - 1) * count / len(rows)
