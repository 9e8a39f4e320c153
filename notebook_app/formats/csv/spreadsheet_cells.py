"""Cells that a spreadsheet would run as formulas are made harmless, and come back as they were.

An apostrophe is put before them, which spreadsheets take for "this is text". It is put before a
cell that begins with apostrophes and such a mark as well, so that taking one off is always right.
"""

import csv
import io
from collections.abc import Sequence

FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")


def defused(cell: str) -> str:
    """Return a cell that no spreadsheet runs; others are returned as they are."""
    return f"'{cell}" if cell.lstrip("'").startswith(FORMULA_MARKS) else cell


def as_it_was(cell: str) -> str:
    """Return what ``defused`` was given."""
    if cell[:1] == "'" and cell.lstrip("'").startswith(FORMULA_MARKS):
        return cell[1:]
    return cell


def csv_line(cells: Sequence[str]) -> str:
    """Return a row with its end as RFC 4180 writes it, each cell defused."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow([defused(cell) for cell in cells])
    return buffer.getvalue()
