"""Runs the pieces of long work in processes beside this one, and gives what they return in order.

Reading is Python's work through and through, so in a thread it would hold up the window.
"""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context, parent_process
from typing import TypeVar

from notebook_app.foundation.progress import Cancelled, Progress

MOST_PROCESSES = 2

_PIECES_AHEAD = 6
_LOOK_UP_SECONDS = 0.05

_Piece = TypeVar("_Piece")
_Result = TypeVar("_Result")


def in_processes(
    work: Callable[[_Piece], _Result], pieces: Iterable[_Piece], progress: Progress
) -> Iterator[_Result]:
    """Yield what ``work`` makes of each piece, in their order; if a process dies, go on without.

    Only a few pieces are taken ahead, so they may be as many as they like.

    Raises:
        Cancelled: the user asked to stop.
    """
    # Forking a process that has threads and a window can hang; a spawned one starts clean.
    pool = ProcessPoolExecutor(
        MOST_PROCESSES, mp_context=get_context("spawn"), initializer=_follow_parent
    )
    waiting: deque[tuple[_Piece, Future[_Result]]] = deque()
    left = iter(pieces)
    untried: list[_Piece] = []
    try:
        while True:
            while len(waiting) < _PIECES_AHEAD:
                untried = list(islice(left, 1))
                if not untried:
                    break
                waiting.append((untried[0], pool.submit(work, untried[0])))
                untried = []
            if not waiting:
                # Left to itself while this process ends, the pool would complain on its way out.
                pool.shutdown()
                return
            result = _outcome(waiting[0][1], progress)
            waiting.popleft()
            yield result
    except (BrokenProcessPool, OSError):
        for piece in (*(piece for piece, _ in waiting), *untried):
            yield work(piece)
        for piece in left:
            yield work(piece)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _outcome(future: Future[_Result], progress: Progress) -> _Result:
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
