"""One empty notebook for all examples of a file: each example takes out what it put in."""

from collections.abc import Iterator
from datetime import date

import pytest

from notebook_app.foundation.clock import StoppedClock
from notebook_app.storage.notebook import Notebook

TODAY = date(2026, 3, 10)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Notebook]:
    """An empty notebook, open."""
    path = tmp_path_factory.mktemp("insights") / "notebook.db"
    notebook = Notebook.open(path, StoppedClock(TODAY), "SE")
    yield notebook
    notebook.close()
