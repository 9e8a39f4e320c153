"""How long the search for duplicates takes, and how long other threads wait meanwhile."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing

from notebook_app.services.find_duplicates import DuplicatePair, find_duplicates
from notebook_app.storage.notebook import Notebook
from tests.benchmarks.figures import Figure, milliseconds, percentile
from tests.benchmarks.generated_notebook import generated_notebook

_TIMES = 3
_SINGLE = 40
_COLUMNS = "SELECT id, display_name, given_name, family_name, organization FROM contact"


def duplicates(contacts: int) -> Iterator[Figure]:
    """The search through everybody, best of some times, and around one contact."""
    path = generated_notebook(contacts)
    notebook = Notebook.open(path, check=False)
    with closing(sqlite3.connect(path)) as bare:
        bare_read = milliseconds(lambda: bare.execute(_COLUMNS).fetchall())
    found: list[DuplicatePair] = []
    walls: list[float] = []
    works: list[float] = []
    waits: list[float] = []
    for _ in range(_TIMES):
        waiting = _Waiting()
        waiting.start()
        begun = time.process_time()
        walls.append(milliseconds(lambda: found.extend(find_duplicates(notebook))))
        works.append((time.process_time() - begun) * 1000)
        waits.append(waiting.stop())
    yield Figure("look for duplicates", min(walls), "ms", bare_read, "reading the names alone")
    yield Figure("of it the processor's time", min(works), "ms", bare_read, "the same")
    yield Figure("longest wait of another thread meanwhile", min(waits))
    ids = notebook.contacts.all_ids()[:: max(1, contacts // _SINGLE)]
    singles = [
        milliseconds(lambda one=one: find_duplicates(notebook, only=[one]))  # type: ignore[misc]
        for one in ids
    ]
    yield Figure("around one contact, 95th percentile", percentile(singles, 0.95))
    notebook.close()


class _Waiting(threading.Thread):
    """Looks how long a thread that wants to run every 2 ms has to wait at most."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._longest = 0.0
        self._over = threading.Event()

    def run(self) -> None:
        while not self._over.is_set():
            before = time.perf_counter()
            time.sleep(0.002)
            self._longest = max(self._longest, time.perf_counter() - before - 0.002)

    def stop(self) -> float:
        """End and return the longest wait in milliseconds."""
        self._over.set()
        self.join()
        return self._longest * 1000
