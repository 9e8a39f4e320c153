"""Prepares the rows of a table like the cards of a file: a large one in worker processes.

Each row becomes a card, which is then read as if it had come from a phone; so whatever is done
with cards, from recognising people to taking an import back, is done with rows as well.
"""

import itertools
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from notebook_app.formats.csv.column_use import ColumnUse
from notebook_app.formats.csv.layouts import GOOGLE, OWN_LAYOUT
from notebook_app.formats.csv.look import TableLook, rows_of
from notebook_app.formats.csv.row_card import RowCard
from notebook_app.formats.csv.table_rows import TableRow
from notebook_app.formats.vcard.cards import ReadCard, RejectedCard
from notebook_app.formats.vcard.escaping import escaped_text
from notebook_app.formats.vcard.read import read_stored
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.services.in_processes import MOST_PROCESSES, in_processes
from notebook_app.services.packed_cards import CardShelf
from notebook_app.services.prepare_cards import AnyCard, PackedPiece, cards_of_piece, packed_cards

MOST_ROWS = 1_000_000
LARGE_TABLE = 600_000
"""Bytes; below, starting processes costs more than they save."""

_HUGE_TABLE = 8_000_000
_ROWS_A_PIECE = 500
_ROWS_HERE = 100
_SHOWN = 4_000
_FEW = 1_000
_NOBODY = "This row holds no name, number, address or anything else that tells who it is."
_STRANGE = "This row holds too many values for one person."

_Piece = tuple[int, Sequence[TableRow]]


@dataclass(frozen=True, slots=True)
class TableColumns:
    """What makes cards of rows: headers, what they become, and how cells are to be read."""

    headers: tuple[str, ...]
    uses: tuple[ColumnUse, ...]
    month_first: bool
    several: bool
    loose: bool


@dataclass(slots=True)
class TableReading:
    """Reads one table; ``not_taken`` are, once it is read, the columns that were left out.

    Only those that hold something in any row count.
    """

    name: str
    look: TableLook
    not_taken: tuple[str, ...] = field(default=())

    def cards(self, data: bytes, region: str, progress: Progress) -> Iterator[AnyCard]:
        """Yield the cards of the rows.

        Raises:
            UserProblem: there are more rows than can be imported at once.
            Cancelled: the user asked to stop.
        """
        look = self.look
        columns = TableColumns(
            look.headers,
            look.uses,
            _month_first(look, region),
            several=look.layout == GOOGLE,
            loose=look.layout != OWN_LAYOUT,
        )
        lines = max(1, data.count(b"\n") or data.count(b"\r"))
        large = len(data) >= LARGE_TABLE and (os.cpu_count() or 1) >= MOST_PROCESSES
        pieces = _pieces(self._counted(rows_of(data, look)), _ROWS_A_PIECE if large else _ROWS_HERE)
        work = partial(
            prepare_rows, columns=columns, region=region, compress=len(data) > _HUGE_TABLE
        )
        read = in_processes(work, pieces, progress) if large else map(work, pieces)
        shelf, filled = CardShelf(), set[int]()
        progress.report(0, lines, f"Reading {self.name}")
        for packed, seen in read:
            cards = cards_of_piece(packed, shelf, 0, 0)
            filled |= seen
            if cards:
                progress.report(min(cards[-1].line, lines), lines, f"Reading {self.name}")
            yield from cards
        self.not_taken = tuple(
            header for place, header in enumerate(look.headers) if place in filled
        )

    def _counted(self, rows: Iterable[TableRow]) -> Iterator[TableRow]:
        for number, row in enumerate(rows):
            if number == MOST_ROWS:
                raise UserProblem(
                    f"{self.name} has more than {MOST_ROWS:,} rows.",
                    "Nothing was imported.",
                    "Cut it into several files, each with the header, and import them in turn.",
                )
            yield row


def prepare_rows(
    piece: _Piece, *, columns: TableColumns, region: str, compress: bool
) -> tuple[PackedPiece, set[int]]:
    """Return the cards of some rows, and which columns that are left out hold something.

    This is what worker processes run.
    """
    first, rows = piece
    make = RowCard(
        columns.headers,
        columns.uses,
        month_first=columns.month_first,
        several=columns.several,
        loose=columns.loose,
    )
    out = [place for place, use in enumerate(columns.uses) if not use.field]
    filled: set[int] = set()
    for row in rows:
        count = len(row.cells)
        filled.update(place for place in out if place < count and row.cells[place])
    read = (
        _read(make, row, place, len(columns.headers)) for place, row in enumerate(rows, first + 1)
    )
    return packed_cards(read, region, compress=compress), filled


def _read(make: RowCard, row: TableRow, place: int, width: int) -> ReadCard | RejectedCard:
    if row.problem:
        return _rejected(row, place, row.problem)
    if len(row.cells) > width and any(cell.strip() for cell in row.cells[width:]):
        reason = f"This row has {len(row.cells)} cells, but there are {width} columns."
        return _rejected(row, place, reason)
    text = make.text(row.cells)
    card = read_stored(text)
    if card is None:
        lines = make.lines(row.cells)
        return _rejected(row, place, _STRANGE if len(lines) > _FEW else _NOBODY, lines)
    return replace(card, place=place, line=row.line)


def _rejected(
    row: TableRow, place: int, reason: str, understood: Sequence[str] = ()
) -> RejectedCard:
    """Return a row set aside, as a card that becomes one of a person with a name added to it."""
    beginning = row.text or ", ".join(filter(None, row.cells))[:_SHOWN]
    lines = (
        "BEGIN:VCARD",
        "VERSION:3.0",
        *understood,
        f"X-CONTACT-NOTEBOOK-ROW:{escaped_text(beginning)}",
        "END:VCARD",
    )
    return RejectedCard("\n".join(lines), reason, place, row.line)


def _pieces(rows: Iterable[TableRow], size: int) -> Iterator[_Piece]:
    left = iter(rows)
    first = 0
    while piece := list(itertools.islice(left, size)):
        yield first, piece
        first += len(piece)


def _month_first(look: TableLook, region: str) -> bool:
    return region == "US" if look.month_first is None else look.month_first
