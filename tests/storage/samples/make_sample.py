"""Writes the kept sample of the newest version: run it once when a step is released.

`python -m tests.storage.samples.make_sample` refuses to replace a sample: files of released
versions must stay as the program of their time wrote them.
"""

import gzip
import tempfile
from datetime import date
from pathlib import Path

from notebook_app.foundation.clock import StoppedClock
from notebook_app.model.contact import Photo
from notebook_app.storage.journal import JOURNALED
from notebook_app.storage.migrations import NEWEST_VERSION
from notebook_app.storage.notebook import Notebook
from tests.storage.row_maker import make_row

FOLDER = Path(__file__).parent


def sample_path(version: int) -> Path:
    """Where the sample of a version is kept, packed."""
    return FOLDER / f"version_{version:04d}.db.gz"


def write_sample(path: Path) -> None:
    """Write a notebook of the newest version with two rows in every table and a photo."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "sample.db"
        notebook = Notebook.open(made, StoppedClock(date(2026, 3, 10)))
        for number in (1, 2):
            for table in JOURNALED:
                with notebook.change(f"{table} {number}"):
                    make_row(notebook, table, number)
        with notebook.change("photo"):
            photo_id = notebook.contacts.store_photo(Photo("image/png", b"not really"))
            notebook.database.execute_sql("UPDATE contact SET photo_id = ?", (photo_id,))
        notebook.close()
        # mtime 0: the same notebook gives the same bytes.
        path.write_bytes(gzip.compress(made.read_bytes(), mtime=0))


def unpack_sample(version: int, target: Path) -> Path:
    """Put the sample of a version where a test may change it."""
    target.write_bytes(gzip.decompress(sample_path(version).read_bytes()))
    return target


if __name__ == "__main__":
    if sample_path(NEWEST_VERSION).exists():
        raise SystemExit(f"{sample_path(NEWEST_VERSION)} is there already.")
    write_sample(sample_path(NEWEST_VERSION))
