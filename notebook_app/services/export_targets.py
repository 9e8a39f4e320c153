"""Where exported cards go: one file, a zip archive, or a folder with a file for each person.

Each is written beside its target, read back, and only then put in its place.
"""

import errno
import os
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import IO, Protocol

from notebook_app.foundation.problem import UserProblem
from notebook_app.services.safe_file_names import SafeFileNames

_CHUNK = 1_000_000
_ENDING = ".vcf"


class ExportTarget(Protocol):
    """Takes cards one by one; nothing is at the target before ``finish``."""

    def add(self, name: str, data: bytes) -> None:
        """Write the card of somebody with this name."""

    def finish(self) -> bool:
        """Read everything back; put it in its place and return True if it is what was written."""

    def abandon(self) -> None:
        """Leave nothing behind."""


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.name}.{os.getpid()}.part")


class OneFile:
    """All cards in one file."""

    def __init__(self, target: Path) -> None:
        """Open the file beside ``target``."""
        self._target = target
        self._path = _beside(target)
        self._file: IO[bytes] = self._path.open("wb")
        self._hash = blake2b()

    def add(self, name: str, data: bytes) -> None:
        """Write a card behind the others."""
        self._file.write(data)
        self._hash.update(data)

    def finish(self) -> bool:
        """Read the file back and put it in its place."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        if _hash_of(self._path) != self._hash.digest():
            return False
        os.replace(self._path, self._target)
        return True

    def abandon(self) -> None:
        """Leave nothing behind."""
        with suppress(OSError):
            self._file.close()
        with suppress(OSError):
            self._path.unlink()


class ZipFile:
    """A zip archive with a file for each person."""

    def __init__(self, target: Path) -> None:
        """Open the archive beside ``target``."""
        self._target = target
        self._path = _beside(target)
        self._archive = zipfile.ZipFile(self._path, "w", zipfile.ZIP_DEFLATED)
        self._names = SafeFileNames(_ENDING)
        self._hashes: dict[str, bytes] = {}

    def add(self, name: str, data: bytes) -> None:
        """Write a card as a file of its own."""
        file_name = self._names.name_for(name)
        self._archive.writestr(file_name, data)
        self._hashes[file_name] = blake2b(data).digest()

    def finish(self) -> bool:
        """Unpack what was written, and put the archive in its place."""
        self._archive.close()
        with zipfile.ZipFile(self._path) as archive:
            for name, expected in self._hashes.items():
                if blake2b(archive.read(name)).digest() != expected:
                    return False
        os.replace(self._path, self._target)
        return True

    def abandon(self) -> None:
        """Leave nothing behind."""
        with suppress(OSError, ValueError):
            self._archive.close()
        with suppress(OSError):
            self._path.unlink()


class FolderOfFiles:
    """A folder with a file for each person; a folder that holds something is never replaced."""

    def __init__(self, target: Path) -> None:
        """Make the folder beside ``target``."""
        self._target = target
        self._path = _beside(target)
        self._path.mkdir()
        self._names = SafeFileNames(_ENDING)
        self._hashes: dict[str, bytes] = {}

    def add(self, name: str, data: bytes) -> None:
        """Write a card as a file of its own."""
        file_name = self._names.name_for(name)
        (self._path / file_name).write_bytes(data)
        self._hashes[file_name] = blake2b(data).digest()

    def finish(self) -> bool:
        """Read all files back, and put the folder in its place."""
        for name, expected in self._hashes.items():
            if _hash_of(self._path / name) != expected:
                return False
        with suppress(FileNotFoundError):
            self._target.rmdir()
        os.rename(self._path, self._target)
        return True

    def abandon(self) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self._path, ignore_errors=True)


def open_target(target: Path, one_per_person: bool) -> Callable[[], ExportTarget]:
    """Return what opens ``target``: a .zip holds a file for each person, always.

    Raises:
        UserProblem: it can't be written to.
    """
    zipped = target.suffix.lower() == ".zip"
    if one_per_person and not zipped:
        if target.exists() and not target.is_dir():
            raise UserProblem(
                f"{target} is not a folder.", "", "Name a new folder for the files, or a .zip."
            )
        if target.is_dir() and any(target.iterdir()):
            raise UserProblem(
                f"The folder {target} is not empty.", "", "Name a new one for the files."
            )
        return lambda: FolderOfFiles(target)
    if target.is_dir():
        raise UserProblem(f"{target} is a folder.", "", "Name the file to write.")
    if target.exists() and not target.is_file():
        # Replacing a device by a file would take it away from everybody.
        raise UserProblem(f"{target} is not a file.", "", "Name the file to write.")
    return (lambda: ZipFile(target)) if zipped else (lambda: OneFile(target))


@contextmanager
def written_whole(target: Path, opening: Callable[[], ExportTarget]) -> Iterator[ExportTarget]:
    """Hand out what ``opening`` opens; put it into its place once it reads back as written.

    Raises:
        UserProblem: it could not be written, or did not read back; the target is as it was.
    """
    writing: ExportTarget | None = None
    try:
        writing = opening()
        yield writing
        if not writing.finish():
            raise UserProblem(
                "The file did not read back as it was written, so nothing was replaced.",
                "",
                "Try another disk.",
            )
    except OSError as error:
        raise _target_problem(target, error) from error
    finally:
        if writing is not None:
            writing.abandon()


def _target_problem(target: Path, error: OSError) -> UserProblem:
    """Return what to tell the user when writing to ``target`` went wrong."""
    if isinstance(error, FileNotFoundError):
        return UserProblem(
            f"There is no folder {target.parent}.", "", "Choose a folder that exists."
        )
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return UserProblem(
            f"The disk has no room for {target.name}.", "", "Make room, or choose another disk."
        )
    return UserProblem(
        f"{target} can't be written.", f"{error.strerror}.", "Choose a folder you may write to."
    )


def _hash_of(path: Path) -> bytes:
    found = blake2b()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            found.update(chunk)
    return found.digest()
