"""Which files of cards are known by their content, so that a watched folder offers each once.

Written by ``Notebook.tidying``: undoing an import does not make its file new again.
"""

from collections.abc import Sequence
from typing import Final

from peewee import SqliteDatabase

from notebook_app.foundation.clock import Clock
from notebook_app.model.seen_file import SeenAnswer

_MOST_AT_ONCE: Final = 500
_LONGEST_NAME: Final = 300


class SeenFileStore:
    """Reads and writes what became of files, by the SHA-256 of their bytes in hexadecimal."""

    def __init__(self, database: SqliteDatabase, clock: Clock) -> None:
        """Take the open notebook and the clock."""
        self._database = database
        self._clock = clock

    def known(self, digests: Sequence[str]) -> dict[str, SeenAnswer]:
        """Return what became of those of the files that are known."""
        found: dict[str, SeenAnswer] = {}
        for start in range(0, len(digests), _MOST_AT_ONCE):
            some = digests[start : start + _MOST_AT_ONCE]
            marks = ", ".join("?" * len(some))
            rows = self._database.execute_sql(
                f"SELECT sha256, answer FROM seen_file WHERE sha256 IN ({marks})", tuple(some)
            )
            found.update((sha256, SeenAnswer(answer)) for sha256, answer in rows)
        return found

    def keep(self, sha256: str, name: str, answer: SeenAnswer) -> None:
        """Remember a file; what was remembered of it is replaced.

        Must run inside ``Notebook.tidying``.
        """
        self._database.execute_sql(
            "INSERT INTO seen_file(sha256, name, answer, seen_at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT(sha256) DO UPDATE SET name = excluded.name, answer = excluded.answer,"
            " seen_at = excluded.seen_at",
            (sha256, name[:_LONGEST_NAME], answer.value, self._clock.stamp()),
        )
