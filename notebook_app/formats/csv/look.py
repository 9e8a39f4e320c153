"""Looks at the beginning of a table: how it is written, what its columns are called and hold."""

import itertools
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from notebook_app.formats.csv.column_use import TELLING, ColumnUse
from notebook_app.formats.csv.date_texts import looks_month_first
from notebook_app.formats.csv.guess_columns import guessed_uses, looks_like_values
from notebook_app.formats.csv.header_words import known_words, plain_words
from notebook_app.formats.csv.layouts import recognised
from notebook_app.formats.csv.separation import directive_of, find_separation
from notebook_app.formats.csv.table_rows import Separation, TableRow, table_rows
from notebook_app.formats.csv.text_encoding import (
    TextEncoding,
    find_encoding,
    looks_like_text,
    text_lines,
)

MOST_COLUMNS = 1_000
SAMPLES = 3
_LOOKED_AT = 500
_HEADER_WITHIN = 20
_MOST = 0.7
_SNIFFED = 65_536
_SURE = frozenset({"email", "link"})


class Origin(StrEnum):
    """How it is known what the columns become."""

    RECOGNISED = "recognised"
    REMEMBERED = "remembered"
    GUESSED = "guessed"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class TableLook:
    """What is known of a table before its rows are read.

    ``header_line`` is the line of the header, or of what stands above the first row; 0 if there
    is neither. ``samples`` are the first few texts of each column. ``layout`` is the program that
    wrote it. ``month_first`` is None where nothing tells how dates with slashes are meant.
    ``key`` is what tables of the same columns share, in whatever order they have headers; without
    headers it is what the columns seem to hold, from the first on. ``found_key`` is the one it had
    before the user said otherwise of the header.
    """

    encoding: TextEncoding
    separation: Separation
    header_line: int
    headers: tuple[str, ...]
    samples: tuple[tuple[str, ...], ...]
    uses: tuple[ColumnUse, ...]
    origin: Origin
    layout: str = ""
    has_header: bool = True
    month_first: bool | None = None
    key: str = ""
    found_key: str = ""


class NoTable(Exception):
    """The bytes hold no rows of people; the message says why, in a few words."""


def looks_like_table(name: str, beginning: bytes) -> bool:
    """Return whether a file may be a table of people, by its ending or by its header."""
    if not looks_like_text(beginning[:_SNIFFED]):
        return False
    if name.lower().endswith((".csv", ".tsv")):
        return True
    lines = list(_beginning(beginning[:_SNIFFED], find_encoding(beginning[:_SNIFFED])))
    separation = find_separation(lines, known_words)
    rows = itertools.islice(table_rows(lines, separation), _HEADER_WITHIN)
    return any(len(row.cells) > 1 and known_words(row.cells) > 1 for row in rows)


def look_at(
    data: bytes,
    still_wanted: Callable[[], object] | None = None,
    *,
    has_header: bool | None = None,
) -> TableLook:
    """Look at the bytes of a table. ``still_wanted`` is called now and then, and may raise.

    ``has_header`` says whether there is a row of headers, where the user knows it.

    Raises:
        NoTable: there are no rows in it, or it has too many columns.
    """
    encoding = find_encoding(data, still_wanted)
    lines = list(_beginning(data, encoding))
    directive = directive_of(lines[0]) if lines else ""
    separation = find_separation(lines[1:] if directive else lines, known_words, directive)
    rows = list(table_rows(lines, separation))
    if directive:
        rows = rows[1:]
    place = _header_place([row.cells for row in rows])
    if has_header is not None and has_header != (place >= 0):
        place = _first_filled(rows) if has_header else -1
    below = [row.cells for row in rows[place + 1 :] if row.cells]
    header = rows[place].cells if place >= 0 else []
    while header and not header[-1].strip():
        header = header[:-1]
    width = len(header) or max(map(len, below), default=0)
    if width > MOST_COLUMNS:
        raise NoTable(f"it has {width:,} columns; {MOST_COLUMNS:,} are the most")
    if not below:
        raise NoTable("there are no rows in it")
    headers = _named(header or [""] * width)
    columns = [
        [row[at] for row in below if at < len(row) and row[at].strip()] for at in range(width)
    ]
    known = recognised(headers) if header else None
    layout, uses = known or ("", guessed_uses(headers, columns))
    dates = (
        cell for cells, use in zip(columns, uses, strict=True) for cell in cells if _is_date(use)
    )
    return TableLook(
        encoding,
        separation,
        _last_line_of(rows, place, lines) if place >= 0 else (1 if directive else 0),
        headers,
        tuple(tuple(cells[:SAMPLES]) for cells in columns),
        tuple(uses),
        Origin.RECOGNISED if known else Origin.GUESSED,
        layout,
        bool(header),
        looks_month_first(dates),
        _key(headers if header else (), uses),
    )


def _key(headers: Sequence[str], uses: Sequence[ColumnUse]) -> str:
    if headers:
        return "\t".join(sorted(map(plain_words, headers)))
    # Names and numbers are known in most rows of one table and in too few of the next.
    sure = (use.field if use.field in _SURE else "" for use in uses)
    return "\n".join(("no header", *sure))


def _first_filled(rows: Sequence[TableRow]) -> int:
    return next((place for place, row in enumerate(rows) if any(map(str.strip, row.cells))), -1)


def tells_who(uses: Sequence[ColumnUse]) -> bool:
    """Return whether one of the columns says whom its row is about."""
    return any(use.field in TELLING for use in uses)


def rows_of(data: bytes, look: TableLook) -> Iterator[TableRow]:
    """Yield the rows below the header of a table that was looked at."""
    for row in table_rows(text_lines(data, look.encoding), look.separation):
        if row.line > look.header_line:
            yield row


def _beginning(data: bytes, encoding: TextEncoding) -> Iterator[str]:
    return itertools.islice(text_lines(data, encoding), _LOOKED_AT)


def _header_place(rows: Sequence[Sequence[str]]) -> int:
    """Return which row is the header, or -1 without one. LinkedIn writes notes above its own."""
    first = rows[:_HEADER_WITHIN]
    for place, cells in enumerate(first):
        if recognised(cells):
            return place
    width = Counter(len(cells) for cells in rows).most_common(1)[0][0] if rows else 0
    best = max(range(len(first)), key=lambda place: (known_words(first[place]), -place), default=-1)
    if best >= 0 and known_words(first[best]) and not looks_like_values(first[best]):
        return best
    for place, cells in enumerate(first):
        if len(cells) == width:
            return place if _differs(cells, rows[place + 1 : place + 50]) else place - 1
    return -1


def _differs(cells: Sequence[str], others: Sequence[Sequence[str]]) -> bool:
    """Return whether a row stands above others as a header does: plain words over values."""
    texts = [cell.strip() for cell in cells if cell.strip()]
    if len(set(texts)) < len(texts) or looks_like_values(cells):
        return False
    if any(map(looks_like_values, others)):
        return True
    for place, cell in enumerate(cells):
        below = [row[place] for row in others if place < len(row) and row[place].strip()]
        with_digits = sum(any(map(str.isdigit, text)) for text in below)
        if below and with_digits >= _MOST * len(below) and not any(map(str.isdigit, cell)):
            return True
    return False


def _last_line_of(rows: Sequence[TableRow], place: int, lines: Sequence[str]) -> int:
    """Return the last line before the row behind the header; cells may hold line breaks."""
    return rows[place + 1].line - 1 if place + 1 < len(rows) else len(lines)


def _named(header: Sequence[str]) -> tuple[str, ...]:
    """Return names that are all different; a column without one is called by its number."""
    names: list[str] = []
    for number, cell in enumerate(header, 1):
        plain = cell.strip() or f"Column {number}"
        name = plain
        count = 2
        while name in names:
            name = f"{plain} ({count})"
            count += 1
        names.append(name)
    return tuple(names)


def _is_date(use: ColumnUse) -> bool:
    return use.field in {"birthday", "date"}
