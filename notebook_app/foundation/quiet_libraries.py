"""Keeps what C libraries print for themselves (libpng does) out of a command's standard error."""

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet_libraries() -> Iterator[None]:
    """Point the process's standard error at nothing for a while.

    For a command, which does one thing at a time: other threads would be quiet too.
    """
    try:
        kept = os.dup(2)
    except OSError:
        # It was closed before we started, so nothing can come out of it.
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
