"""What is written stays, whatever else in the process looks at the notebook's file."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from notebook_app.foundation.clock import StoppedClock
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.services.save_contact import add_contact
from notebook_app.storage.notebook import Notebook

_ANOTHER_PROGRAM = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1])
print(database.execute("SELECT count(*) FROM contact").fetchone()[0])
database.close()
"""


def count_elsewhere(path: Path) -> int:
    """Return how many people another program finds, which opens and closes the notebook."""
    command = [sys.executable, "-c", _ANOTHER_PROGRAM, str(path)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def add(notebook: Notebook, name: str) -> None:
    """Write somebody down."""
    add_contact(notebook, ContactDraft(ContactDetails(display_name=name)))


def look_into_the_file(path: Path) -> None:
    """Do as a file dialog does to tell the type."""
    with path.open("rb") as file:
        file.read(100)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows loses no locks")
@pytest.mark.parametrize(
    "between",
    [lambda notebook: notebook.hold(), lambda notebook: add(notebook, "Dan")],
    ids=["held again", "written to"],
)
def test_a_dialog_that_looks_into_the_file_and_a_command_lose_nothing(
    tmp_path: Path, clock: StoppedClock, between: Callable[[Notebook], None]
) -> None:
    path = tmp_path / "notebook.db"
    notebook = Notebook.open(path, clock)
    add(notebook, "Ann")
    look_into_the_file(path)
    between(notebook)
    before = count_elsewhere(path)
    assert Path(f"{path}-wal").exists()
    add(notebook, "Bea")
    assert count_elsewhere(path) == before + 1
    notebook.close()
    assert count_elsewhere(path) == before + 1


def test_a_closed_notebook_holds_nothing(tmp_path: Path, clock: StoppedClock) -> None:
    path = tmp_path / "notebook.db"
    notebook = Notebook.open(path, clock)
    add(notebook, "Ann")
    notebook.close()
    notebook.hold()
    assert count_elsewhere(path) == 1
    assert not Path(f"{path}-wal").exists()
