"""Runs commands in this process, on real notebooks in files, on one fixed day."""

import io
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from notebook_app.assembly import main
from notebook_app.foundation.clock import StoppedClock
from notebook_app.services.example_notebook.write import write_example
from notebook_app.storage.notebook import Notebook
from tests.empty_notebook import lay_empty_notebook

TODAY = date(2026, 11, 21)


@dataclass(frozen=True)
class Answer:
    """What a command answered."""

    status: int
    out: str
    err: str

    def json(self) -> Any:
        """Return the one JSON document on standard output."""
        assert self.status == 0, self.err
        return json.loads(self.out)


@dataclass(frozen=True)
class CommandLine:
    """Runs commands on the notebook at ``path``."""

    path: Path

    def __call__(self, *arguments: str) -> Answer:
        """Run a command."""
        stdout, stderr = io.StringIO(), io.StringIO()
        words = ["--notebook", str(self.path), *arguments]
        status = main(words, stdout, stderr, StoppedClock(TODAY))
        return Answer(status, stdout.getvalue(), stderr.getvalue())

    def json(self, *arguments: str) -> Any:
        """Run a command and return the JSON document that it answers."""
        answer = self(*arguments, "--json")
        return answer.json()

    def open(self) -> Notebook:
        """Open the notebook, to look at it or to put something in."""
        return Notebook.open(self.path, StoppedClock(TODAY), "SE")


@pytest.fixture
def cli(tmp_path: Path) -> CommandLine:
    """A command line on an empty notebook."""
    path = tmp_path / "people.db"
    lay_empty_notebook(path)
    return CommandLine(path)


@pytest.fixture
def first_cli(tmp_path: Path) -> CommandLine:
    """A command line on a notebook that does not exist yet."""
    return CommandLine(tmp_path / "people.db")


@pytest.fixture(scope="session")
def example_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example notebook, written once."""
    path = tmp_path_factory.mktemp("example") / "example.db"
    write_example(path, StoppedClock(TODAY), "SE")
    return path


@pytest.fixture
def example(tmp_path: Path, example_file: Path) -> CommandLine:
    """A command line on a copy of the example notebook."""
    path = tmp_path / "example.db"
    shutil.copyfile(example_file, path)
    return CommandLine(path)


@pytest.fixture
def add_person(cli: CommandLine) -> Callable[..., int]:
    """Put a person into the notebook of ``cli`` and return its id."""
    from notebook_app.model.changes import Changed
    from notebook_app.model.contact import ContactDetails, ContactDraft
    from notebook_app.services.save_contact import add_contact

    def add(name: str, **details: Any) -> int:
        notebook = cli.open()
        changes = add_contact(notebook, ContactDraft(ContactDetails(name, **details)))
        notebook.close()
        (contact_id,) = changes.of(Changed.CONTACT)
        return contact_id

    return add
