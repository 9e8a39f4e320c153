"""Lets the window's thread run while another one computes: Python runs only one at a time.

A thread that computes gives way by itself only every five milliseconds, and the window's thread
asks many times within one painting.
"""

import time

_SLICE_SECONDS = 0.003
_PAUSE_SECONDS = 0.0003


class ShortSlices:
    """Counts how long its thread has been at it; call ``turn`` often."""

    def __init__(self) -> None:
        """Begin the first slice."""
        self._begun = time.perf_counter()

    def turn(self) -> None:
        """Let other threads run if the slice is over."""
        if time.perf_counter() - self._begun > _SLICE_SECONDS:
            time.sleep(_PAUSE_SECONDS)
            self._begun = time.perf_counter()
