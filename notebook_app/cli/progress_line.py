"""Progress of long work on a terminal: one line that is overwritten, and gone at the end."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from notebook_app.cli.plain_text import shortened
from notebook_app.foundation.progress import Progress

_WIDTH = 78
_INTERVAL = 0.2


@contextmanager
def progress_line(stderr: TextIO, what: str) -> Iterator[Progress]:
    """Yield a progress that is shown while the work lasts; nothing is shown but on a terminal."""
    if not stderr.isatty():
        yield Progress()
        return

    def show(done: int, total: int, text: str) -> None:
        share = f" {100 * done // total} %" if total else ""
        line = shortened(f"{what}{share} {text}", _WIDTH)
        stderr.write(f"\r{line:<{_WIDTH}}")
        stderr.flush()

    try:
        yield Progress(show, _INTERVAL)
    finally:
        stderr.write(f"\r{'':<{_WIDTH}}\r")
        stderr.flush()
