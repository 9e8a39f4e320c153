"""A notebook for a test, copied from one that is made once: making an empty one takes four times
as long as opening it, and thousands of tests begin with one.
"""

import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from notebook_app.foundation.clock import Clock
from notebook_app.storage.notebook import Notebook


def empty_notebook(path: Path, clock: Clock | None = None, region: str = "GB") -> Notebook:
    """Open a new notebook at ``path``, where nothing is yet; see ``Notebook.open``."""
    lay_empty_notebook(path)
    return Notebook.open(path, clock, region)


def lay_empty_notebook(path: Path) -> None:
    """Put a new notebook that nobody has open at ``path``, where nothing is yet."""
    with path.open("xb") as file:
        file.write(_content())


def content_with(fill: Callable[[Notebook], object], clock: Clock, region: str = "GB") -> bytes:
    """Return the file of a notebook that ``fill`` put something into."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "notebook.db")
        notebook = empty_notebook(path, clock, region)
        try:
            fill(notebook)
        finally:
            notebook.close()
        return path.read_bytes()


@cache
def _content() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "notebook.db")
        Notebook.open(path).close()
        return path.read_bytes()
