"""One notebook, one window: a second start hands its files to the first and ends.

Who is first is decided by a lock file, so that two starts at the same moment agree. QtNetwork is
loaded only to hand files over or, by the first, after its window is shown.
"""

import hashlib
import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

from notebook_app.foundation.problem import UserProblem

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

LONGEST_MESSAGE: Final = 256 * 1024
_MOST_FILES: Final = 2000
_ANSWER: Final = b"taken\n"
_PATIENCE_SECONDS: Final = 6.0
_TRY_EVERY_SECONDS: Final = 0.05
_CALL_MS: Final = 3000
_LONGEST_SOCKET_PATH: Final = 100


def read_message(message: bytes) -> list[Path] | None:
    """Return the absolute paths in a message; None if it isn't one of ours."""
    try:
        content = json.loads(message)
    except (ValueError, RecursionError):
        return None
    files = content.get("files") if isinstance(content, dict) else None
    if not isinstance(files, list) or len(files) > _MOST_FILES:
        return None
    if not all(isinstance(each, str) and "\0" not in each for each in files):
        return None
    paths = [Path(each) for each in files]
    return paths if all(path.is_absolute() for path in paths) else None


class SingleInstance(QObject):
    """Of one start of the program.

    ``files_received`` carries the ``list[Path]`` of a second start, empty if it had none: bring
    the window to the front, and open the import preview if there are files.
    """

    files_received = Signal(object)

    def __init__(self, notebook: Path, folder: Path, parent: QObject | None = None) -> None:
        """Take the notebook's path and a folder of the user's own for the lock file."""
        super().__init__(parent)
        owner = str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
        key = hashlib.sha256(f"{notebook.resolve()}\0{owner}".encode(errors="surrogateescape"))
        self._name = _socket_name(f"contact-notebook-{key.hexdigest()[:24]}")
        self._lock = QLockFile(str(folder / f"{key.hexdigest()[:24]}.lock"))
        self._lock.setStaleLockTime(0)  # A lock ends with its process, however long that runs.
        self._folder = folder
        self._server: QLocalServer | None = None

    def claim(self, files: Sequence[Path]) -> bool:
        """Return True if this start is the first; False once ``files`` were handed to the first.

        Where no lock file can be written, every start counts as the first.

        Raises:
            UserProblem: the first start does not answer.
        """
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while True:
            if self._take_lock():
                return True
            if self._hand_over(files):
                return False
            if time.monotonic() > deadline:
                raise UserProblem(
                    "This notebook is already open, but its window does not answer.",
                    remedy="Close that window, or wait a moment and start again.",
                )
            time.sleep(_TRY_EVERY_SECONDS)

    def listen(self) -> bool:
        """Take files from later starts from now on; return whether that is possible here."""
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # We hold the lock, so whatever lies there is left over from a start that was killed.
        QLocalServer.removeServer(self._name)
        if not server.listen(self._name):
            return False
        server.newConnection.connect(self._take_call)
        self._server = server
        return True

    @property
    def address(self) -> str:
        """Where ``listen`` listens; empty before."""
        return "" if self._server is None else self._server.fullServerName()

    def close(self) -> None:
        """Take no more files and let the next start be the first."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _take_lock(self) -> bool:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return True
        if self._lock.tryLock(0):
            return True
        return self._lock.error() is not QLockFile.LockError.LockFailedError

    def _hand_over(self, files: Sequence[Path]) -> bool:
        from PySide6.QtNetwork import QLocalSocket

        message = json.dumps({"files": [str(path.absolute()) for path in files]}).encode()
        if len(message) > LONGEST_MESSAGE or len(files) > _MOST_FILES:
            raise UserProblem(
                "These are too many files to hand over at once.",
                remedy="Drop them on the open window instead.",
            )
        call = QLocalSocket()
        call.connectToServer(self._name)
        if not call.waitForConnected(_CALL_MS):
            return False
        call.write(message + b"\n")
        call.flush()
        answer = b""
        while len(answer) < len(_ANSWER) and call.waitForReadyRead(_CALL_MS):
            answer += bytes(call.readAll().data())
        call.abort()
        return answer == _ANSWER

    def _take_call(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            _Call(self._server.nextPendingConnection(), self)


class _Call(QObject):
    """One later start that tells its files; ends after a while whether it did or not."""

    def __init__(self, line: "QLocalSocket", owner: SingleInstance) -> None:
        super().__init__(owner)
        self._line = line
        self._owner = owner
        self._heard = b""
        line.setReadBufferSize(LONGEST_MESSAGE)
        line.readyRead.connect(self._hear)
        line.disconnected.connect(self._end)
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self._hang_up)
        self._limit.start(_CALL_MS)
        self._hear()

    def _hear(self) -> None:
        self._heard += bytes(self._line.readAll().data())
        message, end, _rest = self._heard.partition(b"\n")
        if len(message) > LONGEST_MESSAGE:
            self._line.abort()
        elif end:
            self._line.readyRead.disconnect(self._hear)
            files = read_message(message)
            if files is None:
                self._line.abort()
                return
            self._line.write(_ANSWER)
            self._line.flush()
            self._owner.files_received.emit(files)

    def _hang_up(self) -> None:
        self._line.abort()

    def _end(self) -> None:
        self._line.deleteLater()
        self.deleteLater()


def _socket_name(name: str) -> str:
    """Return ``name`` in the user's runtime folder if there is one, where nobody else can be."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if sys.platform.startswith("linux") and runtime and Path(runtime).is_dir():
        path = str(Path(runtime) / name)
        if len(os.fsencode(path)) <= _LONGEST_SOCKET_PATH:
            return path
    return name
