"""Keeps SQLite's lock on the notebook's file, which anything else in the process can lose.

POSIX takes all of a process's locks on a file away as soon as the process closes any descriptor of
it (see "How To Corrupt An SQLite Database File", 2.2): a file dialog that looks into the
notebook's folder opens the file to tell its type, and closes it. SQLite does not notice; the next
other program that closes the notebook believes itself alone, and deletes the write-ahead log that
we go on writing to.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

if sys.platform != "win32":
    import fcntl

_SHARED_FIRST: Final = 0x40000002
"""Where the shared lock begins, and its length: ``os_unix.c`` and ``sqlite3.h`` of SQLite."""

_SHARED_SIZE: Final = 510


class HeldLock:
    """The shared lock of an open notebook with a write-ahead log; Windows loses none."""

    def __init__(self, path: Path) -> None:
        """Take the notebook's path; nothing is opened yet."""
        self._path = path
        self._descriptor: int | None = None

    def hold(self) -> None:
        """Take the lock again if it was lost, which costs microseconds; call it often."""
        if sys.platform != "win32":
            # An error means that the file can't be locked now; the next call tries again.
            with suppress(OSError):
                if self._descriptor is None:
                    # Stays open as long as the notebook does: closing it would lose the lock.
                    self._descriptor = os.open(self._path, os.O_RDONLY | os.O_CLOEXEC)
                shared = fcntl.LOCK_SH | fcntl.LOCK_NB
                fcntl.lockf(self._descriptor, shared, _SHARED_SIZE, _SHARED_FIRST, os.SEEK_SET)

    def let_go(self) -> None:
        """Close what was opened, after the database was closed."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
