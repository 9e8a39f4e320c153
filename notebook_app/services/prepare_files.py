"""Prepares the cards of one file: a small one at once, a large one in worker processes.

Reading is Python's work through and through, so it would hold up the window's thread; in
processes of their own it does not, and two of them take about half the time.
"""

import os
import signal
import threading
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process

from notebook_app.formats.vcard.byte_layer import as_utf8
from notebook_app.formats.vcard.file_pieces import FilePiece, file_pieces
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Cancelled, Progress
from notebook_app.services.packed_cards import CardShelf
from notebook_app.services.prepare_cards import (
    AnyCard,
    PackedPiece,
    cards_of_piece,
    prepare_cards,
    prepare_packed,
)

LARGE_FILE = 1_500_000
"""Bytes; below, starting processes costs more than they save."""

HUGE_FILE = 20_000_000
"""Bytes; above, cards are compressed while they wait, which costs a twentieth more time."""

_MOST_PROCESSES = 2
_PIECES_AHEAD = 6
_CARDS_A_REPORT = 50
_LOOK_UP_SECONDS = 0.05


def prepare_file(name: str, data: bytes, region: str, progress: Progress) -> Iterator[AnyCard]:
    """Yield the cards of a file.

    Raises:
        UserProblem: there is no card in it; the sentence names the file.
        Cancelled: the user asked to stop.
    """
    data = as_utf8(data)
    pieces = list(file_pieces(data))
    text = f"Reading {name}"
    if len(data) < LARGE_FILE or len(pieces) < _MOST_PROCESSES or (os.cpu_count() or 1) < 2:
        yield from _here(name, data, region, progress)
        return
    shelf = CardShelf()
    place = 0
    for piece, packed in _in_processes(data, pieces, region, progress):
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


def _in_processes(
    data: bytes, pieces: list[FilePiece], region: str, progress: Progress
) -> Iterator[tuple[FilePiece, PackedPiece]]:
    """Yield each piece with its cards, in order; if a process dies, go on without."""
    compress = len(data) > HUGE_FILE
    # Forking a process that has threads and a window can hang; a spawned one starts clean.
    pool = ProcessPoolExecutor(
        _MOST_PROCESSES, mp_context=get_context("spawn"), initializer=_follow_parent
    )
    waiting: deque[tuple[FilePiece, Future[PackedPiece]]] = deque()
    left = iter(pieces)
    try:
        while True:
            while len(waiting) < _PIECES_AHEAD and (piece := next(left, None)):
                cut = data[piece.start : piece.end]
                waiting.append((piece, pool.submit(prepare_packed, cut, region, compress=compress)))
            if not waiting:
                return
            piece, future = waiting[0]
            cards = _outcome(future, progress)
            waiting.popleft()
            yield piece, cards
    except (BrokenProcessPool, OSError):
        for piece in (*(piece for piece, _ in waiting), *left):
            cut = data[piece.start : piece.end]
            yield piece, prepare_packed(cut, region, compress=compress)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _outcome(future: Future[PackedPiece], progress: Progress) -> PackedPiece:
    """Wait for a process, but not with a user who asked to stop."""
    while True:
        try:
            return future.result(timeout=_LOOK_UP_SECONDS)
        except TimeoutError:
            if progress.cancelled:
                raise Cancelled from None


def _follow_parent() -> None:
    """Leave interrupts to the process that started this one, and never outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
