"""Keeps the numbers of printed lists going when a backup takes the place of a notebook.

Paper outlives a restore. Were the numbers counted on from those of the backup, a list printed
since, and now forgotten, would have the number and the codes of a new one.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from notebook_app.storage.soundness import reading_address

LEAP: Final = 100
"""So many numbers are left out where nobody can say how many lists were printed since."""

_COUNTED: Final = "SELECT seq FROM sqlite_sequence WHERE name = 'printed_list'"


def count_on(fresh: Path, before: Path) -> None:
    """Let ``fresh``, a copy of a backup, count on from ``before``, the notebook that it replaces.

    Nothing is done where ``fresh`` is so old that it has no printed lists.

    Raises:
        sqlite3.Error: ``fresh`` can't be written.
    """
    with closing(sqlite3.connect(fresh, isolation_level=None)) as database:
        try:
            row = database.execute(_COUNTED).fetchone()
        except sqlite3.OperationalError:
            return
        reached = _reached(before)
        now = row[0] if row else 0
        wanted = now + LEAP if reached is None else max(now, reached)
        if row is not None:
            database.execute(
                "UPDATE sqlite_sequence SET seq = ? WHERE name = 'printed_list'", (wanted,)
            )
        elif wanted:
            database.execute("INSERT INTO sqlite_sequence VALUES ('printed_list', ?)", (wanted,))


def _reached(notebook: Path) -> int | None:
    """Return the last number that a notebook gave; None if it is not there or can't be read."""
    if not notebook.is_file():
        return None
    try:
        with closing(sqlite3.connect(reading_address(notebook), uri=True)) as database:
            row = database.execute(_COUNTED).fetchone()
    except sqlite3.Error:
        return None
    return row[0] if row else 0
