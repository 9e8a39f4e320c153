"""Finds files of contact cards that arrive in a folder, such as a phone's export in Downloads.

It only looks, on whatever thread it is called: files still being written wait, each is read once,
and known files are told by their content, whatever they are called.
"""

import hashlib
import os
import stat
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.record import record
from notebook_app.model.seen_file import SeenAnswer
from notebook_app.network.phone_files import FileKind, ReceivedFile
from notebook_app.services.card_sources import CardSource, source_name
from notebook_app.services.look_at_received import look_at_received
from notebook_app.storage.notebook import Notebook

WATCHED_ENDINGS: Final = (".vcf", ".vcard", ".zip")
"""Of files that hold people. Tables are left alone: most of those in Downloads hold other things.
"""

LARGEST_WATCHED: Final = 64_000_000
"""Bytes; what is larger is not read unasked."""

_UNFINISHED: Final = (".part", ".crdownload", ".download", ".opdownload", ".partial")
"""What browsers put behind the name of a file while it comes."""

_QUIET_SECONDS: Final = 1.0
"""So long a file must stay as it is to be taken for whole."""

_OLD_SECONDS: Final = 5.0

_Signature = tuple[int, int]
"""Size, and when it was changed last, in nanoseconds."""


@record
class FoundFile:
    """A file with cards of so many people; ``sha256`` is that of its bytes, in hexadecimal."""

    path: Path
    sha256: str
    people: int
    arrived: float


@record
class FolderLook:
    """All files with cards that lie in a folder, the newest first.

    ``unsettled`` tells that some are still being written: look again in a while.
    """

    found: tuple[FoundFile, ...]
    unsettled: bool


class FolderWatch:
    """Remembers from look to look what it has read. For one thread at a time."""

    def __init__(self, folder: Path, region: str, since: float) -> None:
        """Take the folder, the notebook's region, and since when files are of interest.

        ``since`` is in seconds since 1970; what came before is never read.
        """
        self.folder = folder
        self._region = region
        self._since = since
        self._read: dict[str, tuple[_Signature, FoundFile | None]] = {}
        self._waiting: dict[str, tuple[_Signature, float]] = {}

    def look(self, given_up: Callable[[], bool] = lambda: False) -> FolderLook:
        """Look through the folder, but not into those inside it.

        Raises:
            UserProblem: the folder is gone or can't be read.
        """
        names = self._names()
        candidates = {
            name for name in names if name.lower().endswith(WATCHED_ENDINGS) and name[0] != "."
        }
        self._read = {name: read for name, read in self._read.items() if name in candidates}
        self._waiting = {name: at for name, at in self._waiting.items() if name in candidates}
        unsettled = False
        for name in candidates:
            if given_up():
                break
            if any(f"{name}{ending}" in names for ending in _UNFINISHED):
                unsettled = True
                continue
            unsettled |= self._look_at(name)
        found = [read for _signature, read in self._read.values() if read is not None]
        found.sort(key=lambda each: each.arrived, reverse=True)
        return FolderLook(tuple(found), unsettled)

    def _names(self) -> set[str]:
        try:
            return set(os.listdir(self.folder))
        except (FileNotFoundError, NotADirectoryError) as error:
            raise UserProblem(
                f"The watched folder {self.folder.name} is not there any more.",
                "",
                "Choose another one under File → Watch a folder.",
            ) from error
        except OSError as error:
            raise UserProblem(
                f"The watched folder {self.folder.name} can't be read.",
                f"{error.strerror}.",
                "Choose another one under File → Watch a folder.",
            ) from error

    def _look_at(self, name: str) -> bool:
        """Read a file if it is new or changed, and whole; return whether to look again."""
        path = self.folder / name
        try:
            status = path.stat()
        except OSError:
            self._read.pop(name, None)
            return False
        # The second is when it was put here, where a copy keeps the time of its original.
        arrived = max(status.st_mtime, status.st_ctime)
        if not stat.S_ISREG(status.st_mode) or arrived < self._since:
            self._read.pop(name, None)
            return False
        signature = status.st_size, status.st_mtime_ns
        if self._read.get(name, (None, None))[0] == signature:
            return False
        if not 0 < status.st_size <= LARGEST_WATCHED:
            # An empty one is where a browser begins; it is told of when it changes.
            self._read.pop(name, None)
            return False
        if not self._is_settled(name, signature, status.st_mtime):
            return True
        try:
            data = path.read_bytes()
            after = path.stat()
        except OSError:
            # Perhaps another program holds it; it is tried anew when something changes.
            return False
        if (after.st_size, after.st_mtime_ns) != signature or len(data) != signature[0]:
            return True
        self._waiting.pop(name, None)
        self._read[name] = signature, _found(path, data, self._region, arrived)
        return False

    def _is_settled(self, name: str, signature: _Signature, changed: float) -> bool:
        if time.time() - changed > _OLD_SECONDS:
            return True
        now = time.monotonic()
        before, since = self._waiting.get(name, (None, now))
        if before != signature:
            self._waiting[name] = signature, now
            return False
        return now - since >= _QUIET_SECONDS


def remember_imported(notebook: Notebook, sources: Sequence[CardSource]) -> None:
    """Remember files that were imported, so that a watched folder does not offer them.

    What can't be read or written down is left out: at worst it is offered.
    """
    kept: list[tuple[str, str]] = []
    for source in sources:
        data = source[1] if isinstance(source, tuple) else _bytes_of(source)
        if data:
            kept.append((hashlib.sha256(data).hexdigest(), source_name(source)))
    if kept and not notebook.read_only:
        with suppress(UserProblem), notebook.tidying():
            for sha256, name in kept:
                notebook.seen_files.keep(sha256, name, SeenAnswer.IMPORTED)


def _bytes_of(path: Path) -> bytes:
    try:
        watched = path.name.lower().endswith(WATCHED_ENDINGS) and path.is_file()
        if watched and path.stat().st_size <= LARGEST_WATCHED:
            return path.read_bytes()
    except OSError:
        pass
    return b""


def _found(path: Path, data: bytes, region: str, arrived: float) -> FoundFile | None:
    (finding,) = look_at_received([ReceivedFile(path.name, data)], region)
    if finding.refusal is not None or finding.kind is not FileKind.CARDS or not finding.count:
        return None
    return FoundFile(path, hashlib.sha256(data).hexdigest(), finding.count, arrived)
