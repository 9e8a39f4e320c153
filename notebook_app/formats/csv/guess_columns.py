"""Guesses what the columns of an unknown table are, by their headers and by what stands in them."""

import re
from collections.abc import Sequence

from notebook_app.formats.csv.column_use import GROUP_OF, LEFT_OUT, ColumnUse
from notebook_app.formats.csv.date_texts import date_of_text
from notebook_app.formats.csv.header_words import use_of_header
from notebook_app.formats.csv.layouts import told_apart

_EMAIL = re.compile(r"[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]{2,}\Z")
_PHONE = re.compile(r"(?=(?:.*\d){6})'?\+?[\d\s()/.\-]{6,25}\Z")
_LINK = re.compile(r"(?:https?://|www\.)\S+\Z", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][^\W\d_.'’-]*(?: [^\W\d_][^\W\d_.'’-]*){1,3}\Z")
_WORD_IN_PHONE = re.compile(r"phone|tel|mobil|handy|fax|nummer|number|cell", re.IGNORECASE)
_MOST = 0.7


def guessed_uses(headers: Sequence[str], columns: Sequence[Sequence[str]]) -> list[ColumnUse]:
    """Return what each column most likely is; what nobody can tell is left out.

    Args:
        headers: what the columns are called.
        columns: the cells of each that hold something.
    """
    uses = [
        use_of_header(header) or kind_of_cells(header, cells)
        for header, cells in zip(headers, columns, strict=True)
    ]
    if not any(use.field in {"name", "given_name", "family_name"} for use in uses):
        for place, (use, cells) in enumerate(zip(uses, columns, strict=True)):
            if use == LEFT_OUT and _share(cells, _NAME) >= _MOST:
                uses[place] = ColumnUse("name")
                break
    seen: set[str] = set()
    for place, use in enumerate(uses):
        # Two columns called "Name" are two things; one of them is not the name.
        if use.field in seen and use.field not in GROUP_OF and use.field not in {"note", "tags"}:
            uses[place] = LEFT_OUT
        seen.add(use.field)
    return told_apart(uses)


def kind_of_cells(header: str, cells: Sequence[str]) -> ColumnUse:
    """Return what a column holds by its cells: e-mails, links, birthdays or phones."""
    if _share(cells, _EMAIL) >= _MOST:
        return ColumnUse("email")
    if _share(cells, _LINK) >= _MOST:
        return ColumnUse("link")
    if cells and sum(date_of_text(cell) is not None for cell in cells) >= _MOST * len(cells):
        label = header if not header.startswith("Column ") else "other"
        return ColumnUse("date", 0, label)
    # Customer numbers look like phone numbers too, but for a plus, a space or the header.
    if _share(cells, _PHONE) >= _MOST and (
        _WORD_IN_PHONE.search(header) or any(cell.lstrip("'")[:1] in "+0(" for cell in cells)
    ):
        return ColumnUse("phone")
    return LEFT_OUT


def looks_like_values(cells: Sequence[str]) -> bool:
    """Return whether a row holds what only people have: it is no header."""
    texts = [cell.strip() for cell in cells]
    return any(
        _EMAIL.match(text) or _LINK.match(text) or _PHONE.match(text) or date_of_text(text)
        for text in texts
        if text
    )


def _share(cells: Sequence[str], pattern: re.Pattern[str]) -> float:
    return sum(bool(pattern.match(cell.strip())) for cell in cells) / len(cells) if cells else 0.0
