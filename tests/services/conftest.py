"""Notebooks on real files, on a day that stands still."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from notebook_app.foundation.clock import StoppedClock
from notebook_app.storage.notebook import Notebook
from tests.empty_notebook import empty_notebook

TODAY = date(2026, 3, 10)


@pytest.fixture
def clock() -> StoppedClock:
    """The clock of the tests: a Tuesday in March."""
    return StoppedClock(TODAY)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a notebook can be made."""
    return tmp_path / "notebook.db"


@pytest.fixture
def notebook(path: Path, clock: StoppedClock) -> Iterator[Notebook]:
    """An empty notebook, open."""
    opened = empty_notebook(path, clock, "SE")
    yield opened
    opened.close()
