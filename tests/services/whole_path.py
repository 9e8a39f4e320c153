"""The whole way of a file: read, planned, looked at, imported, exported, and read once more."""

import tempfile
import time
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from notebook_app.foundation.clock import StoppedClock
from notebook_app.foundation.problem import UserProblem
from notebook_app.services.describe_card import describe_card
from notebook_app.services.export_vcards import ExportChoice, export_vcards
from notebook_app.services.import_plan import CardState
from notebook_app.services.import_vcards import import_vcards
from notebook_app.services.plan_import import plan_import
from notebook_app.services.undo import undo_last
from notebook_app.storage.notebook import Notebook
from tests.empty_notebook import empty_notebook

CHOICES = (
    *(ExportChoice(version) for version in ("2.1", "3.0", "4.0")),
    *(ExportChoice(profile=profile) for profile in ("apple", "android", "nextcloud", "old-phone")),
)
"""Every way to write."""


@dataclass(frozen=True, slots=True)
class Way:
    """What became of a file; ``seconds`` of processor time, ``bytes`` at most in use by Python."""

    added: int
    set_aside: int
    refused: bool
    seconds: float
    bytes: int


@contextmanager
def new_notebook() -> Iterator[Notebook]:
    """Open an empty notebook in a temporary folder."""
    with tempfile.TemporaryDirectory() as folder:
        notebook = empty_notebook(Path(folder, "notebook.db"), StoppedClock(date(2026, 11, 21)))
        try:
            yield notebook
        finally:
            notebook.close()


def go_through(data: bytes, name: str = "phone.vcf", measure_memory: bool = False) -> Way:
    """Take a file all the way with an empty notebook.

    Raises:
        AssertionError: importing it again would change something, an export refuses somebody, or
            taking it back leaves something.
        Exception: a bug; a ``UserProblem`` on reading is none.
    """
    with new_notebook() as notebook:
        if measure_memory:
            tracemalloc.start()
        start = time.process_time()
        try:
            plan = plan_import(notebook, [(name, data)])
        except UserProblem:
            return Way(0, 0, True, time.process_time() - start, 0)
        finally:
            peak = tracemalloc.get_traced_memory()[1] if measure_memory else 0
            tracemalloc.stop()
        for place in range(len(plan.cards))[:20]:
            describe_card(plan, place, notebook.region)
        outcome = import_vcards(notebook, plan)
        target = notebook.path.with_name("all.vcf")
        for choice in CHOICES:
            with suppress(FileNotFoundError):
                target.unlink()
            if outcome.added:
                export_vcards(notebook, target, choice=choice)
        again = plan_import(notebook, [(name, data)])
        assert again.changes_nothing
        assert again.count(CardState.UNREADABLE) == outcome.rejected
        seconds = time.process_time() - start
        if outcome.import_id is not None:
            undo_last(notebook)
            assert not notebook.contacts.all_ids()
        return Way(outcome.added, outcome.rejected, False, seconds, peak)
