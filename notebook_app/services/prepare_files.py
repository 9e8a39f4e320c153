"""Prepares the cards of one file: a small one at once, a large one in worker processes.

Reading is Python's work through and through, so it would hold up the window's thread; in
processes of their own it does not, and two of them take about half the time.
"""

import os
from collections.abc import Iterator
from functools import partial

from notebook_app.formats.vcard.byte_layer import as_utf8
from notebook_app.formats.vcard.file_pieces import file_pieces
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.services.in_processes import MOST_PROCESSES, in_processes
from notebook_app.services.packed_cards import CardShelf
from notebook_app.services.prepare_cards import (
    AnyCard,
    cards_of_piece,
    prepare_cards,
    prepare_packed,
)

LARGE_FILE = 1_500_000
"""Bytes; below, starting processes costs more than they save."""

HUGE_FILE = 20_000_000
"""Bytes; above, cards are compressed while they wait, which costs a twentieth more time."""

_CARDS_A_REPORT = 50


def prepare_file(name: str, data: bytes, region: str, progress: Progress) -> Iterator[AnyCard]:
    """Yield the cards of a file.

    Raises:
        UserProblem: there is no card in it; the sentence names the file.
        Cancelled: the user asked to stop.
    """
    data = as_utf8(data)
    pieces = list(file_pieces(data))
    text = f"Reading {name}"
    if len(data) < LARGE_FILE or len(pieces) < MOST_PROCESSES or (os.cpu_count() or 1) < 2:
        yield from _here(name, data, region, progress)
        return
    shelf = CardShelf()
    place = 0
    prepare = partial(prepare_packed, region=region, compress=len(data) > HUGE_FILE)
    cuts = (data[piece.start : piece.end] for piece in pieces)
    for piece, packed in zip(pieces, in_processes(prepare, cuts, progress), strict=True):
        cards = cards_of_piece(packed, shelf, place, piece.lines_before)
        yield from cards
        place = cards[-1].place if cards else place
        progress.report(piece.end, len(data), text)


def _here(name: str, data: bytes, region: str, progress: Progress) -> Iterator[AnyCard]:
    try:
        for number, card in enumerate(prepare_cards(data, region)):
            if number % _CARDS_A_REPORT == 0:
                progress.report(number, 0, f"Reading {name}")
            yield card
    except UserProblem as problem:
        raise UserProblem(f"{name} holds no contact cards.", "", problem.remedy) from problem
