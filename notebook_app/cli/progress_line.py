"""Progress of long work on a terminal: one line that is overwritten, and gone at the end."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from notebook_app.cli.plain_text import shortened
from notebook_app.foundation.progress import Progress
from notebook_app.foundation.remaining_time import RemainingTime

_WIDTH = 78
_INTERVAL = 0.2


@contextmanager
def progress_line(stderr: TextIO, what: str) -> Iterator[Progress]:
    """Yield a progress that is shown while the work lasts; nothing is shown but on a terminal."""
    if not stderr.isatty():
        yield Progress()
        return

    remaining = RemainingTime()

    def show(done: int, total: int, text: str) -> None:
        share = f" {100 * done // total} %" if total else ""
        left = remaining.after(done, total, text)
        line = shortened(f"{what}{share}{_left(left)} {text}", _WIDTH)
        stderr.write(f"\r{line:<{_WIDTH}}")
        stderr.flush()

    try:
        yield Progress(show, _INTERVAL)
    finally:
        stderr.write(f"\r{'':<{_WIDTH}}\r")
        stderr.flush()


def _left(seconds: int | None) -> str:
    if seconds is None:
        return ""
    time = f"{seconds} s" if seconds < 120 else f"{seconds // 60} min"
    return f", about {time} left,"
