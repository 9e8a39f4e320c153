"""Keeps Python's search for unreachable objects from stopping the window during bulk work.

The search looks at every object there is and stops all threads meanwhile: with the 100,000 cards
of an import in memory for a tenth of a second, again and again as their number grows. Such work
makes objects that refer to each other in no circle, so there is nothing for it to find.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def steady_pace() -> Iterator[None]:
    """Do without the search inside; it goes on afterwards, unless it was off before."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            # What was made meanwhile counts as old from here on; as young, all of it would be
            # looked at in one go right now.
            gc.freeze()
            gc.unfreeze()
            gc.enable()


@contextmanager
def without_search() -> Iterator[None]:
    """Do without the search inside a short work; what is left of it is looked at once, after it.

    For work of less than a second, after which hardly anything is left: what was there before it
    stays as it is.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            # What is left counts as old from here on, so that it is not looked through again
            # where that would be waited for.
            gc.collect(1)
            gc.enable()
