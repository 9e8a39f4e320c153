"""Files that the system asks the running program to open, as the Finder of macOS does.

There a file that is double-clicked is no argument of a new start: the one program that runs is
sent an event for each file, the first perhaps before its window stands.
"""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent


class OpenedFiles(QObject):
    """``files_received`` carries a ``list[Path]`` of files that were opened together."""

    files_received = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Keep what is taken; nothing is told before ``pass_on``."""
        super().__init__(parent)
        self._waiting: list[Path] = []
        # Files that were chosen together come one by one, at the same moment.
        self._together = QTimer(self)
        self._together.setSingleShot(True)
        self._together.setInterval(0)
        self._together.timeout.connect(self._tell)
        self._ready = False

    def pass_on(self) -> None:
        """Tell of the files that came so far, and from now on of each when it comes."""
        self._ready = True
        if self._waiting:
            self._together.start()

    def take(self, event: QEvent) -> bool:
        """Take an event of the application's if it is of an opened file; return whether it was."""
        if not isinstance(event, QFileOpenEvent) or not event.file():
            return False
        self._waiting.append(Path(event.file()).absolute())
        if self._ready:
            self._together.start()
        return True

    def _tell(self) -> None:
        files, self._waiting = self._waiting, []
        self.files_received.emit(files)
