"""Tells how long work will still take, by how fast it went lately.

Nothing is said before there is something to judge by: a figure that is made up helps nobody.
"""

import time
from collections import deque
from collections.abc import Callable
from typing import Final

_LOOK_BACK: Final = 5.0
"""Seconds; long enough to be steady, short enough to notice that it goes slower now."""

_NOTHING_SAID: Final = 1.0
"""Seconds at the beginning of each stage that are watched in silence."""


class RemainingTime:
    """Follows the reports of one piece of work, whose stages are told apart by total and text."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """Take what tells the time in seconds."""
        self._now = now
        self._stage: tuple[int, str] = (0, "")
        self._begun = 0.0
        self._seen: deque[tuple[float, int]] = deque()

    def after(self, done: int, total: int, text: str) -> int | None:
        """Take a report; return how many seconds the stage will still take, or None if unknown.

        The figure is rounded to what one would say: whole seconds up to ten, then fives, then
        from two minutes on whole minutes.
        """
        now = self._now()
        if (total, text) != self._stage or (self._seen and done < self._seen[-1][1]):
            self._stage = (total, text)
            self._begun = now
            self._seen.clear()
        self._seen.append((now, done))
        while len(self._seen) > 2 and self._seen[1][0] <= now - _LOOK_BACK:
            self._seen.popleft()
        then, done_then = self._seen[0]
        if total <= 0 or done >= total or done <= done_then or now - self._begun < _NOTHING_SAID:
            return None
        return _rounded((total - done) * (now - then) / (done - done_then))


def _rounded(seconds: float) -> int:
    step = 1 if seconds < 10 else 5 if seconds < 120 else 60
    return max(1, round(seconds / step) * step)
