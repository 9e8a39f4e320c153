"""Progress and cancelling, handed into long work by whoever started it."""

import threading
import time
from collections.abc import Callable


class Cancelled(Exception):
    """The user asked to stop; whoever does the work leaves nothing half done."""


class Progress:
    """What long work calls now and then.

    ``report`` may be called from any thread; the listener decides how it reaches a window.
    Reports come at most every ``interval`` seconds, the first and the last always.
    """

    def __init__(
        self, listener: Callable[[int, int, str], None] | None = None, interval: float = 0.05
    ) -> None:
        """Take a listener for (done, total, what is being done); total 0 means unknown."""
        self._listener = listener
        self._interval = interval
        self._last = 0.0
        self._cancel = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._cancel.set()

    @property
    def cancelled(self) -> bool:
        """Whether the work was asked to stop."""
        return self._cancel.is_set()

    def report(self, done: int, total: int, text: str = "") -> None:
        """Tell how far the work is.

        Raises:
            Cancelled: the user asked to stop.
        """
        if self._cancel.is_set():
            raise Cancelled
        if self._listener is None:
            return
        now = time.monotonic()
        if now - self._last >= self._interval or done in (0, total):
            self._last = now
            self._listener(done, total, text)


def no_progress() -> Progress:
    """Return a progress that nobody listens to and nobody cancels."""
    return Progress()
