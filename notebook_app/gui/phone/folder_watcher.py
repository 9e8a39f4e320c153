"""Watches a folder beside the window and offers what arrives there, each file once.

The folder may be in a network that does not answer: nothing here waits for it. It is looked at
when the system tells of a change, and now and then, since networks tell of none.
"""

import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.phone.kept_folder import KeptFolder
from notebook_app.gui.phone.watch_strip import WatchStrip
from notebook_app.model.seen_file import SeenAnswer
from notebook_app.services.watch_folder import FolderLook, FolderWatch, FoundFile

_AFTER_CHANGE_MS: Final = 250
_UNSETTLED_MS: Final = 1_100
_EVERY_MS: Final = 30_000


class FolderWatcher(QObject):
    """One for a window; ``follow_settings`` begins, changes and ends it."""

    _came = Signal(int, object)

    def __init__(
        self,
        desk: Desk,
        strip: WatchStrip,
        kept: KeptFolder,
        take_files: Callable[[list[Path]], object],
        parent: QObject,
    ) -> None:
        """Take the desk, where to tell, what is kept, and what shows a file's preview."""
        super().__init__(parent)
        self._desk = desk
        self.strip = strip
        self._kept = kept
        self._take_files = take_files
        self._lock = threading.Lock()
        self._turn = 0
        self._watch: FolderWatch | None = None
        self._thread: threading.Thread | None = None
        self._again = False
        self._complained = False
        self._wait_ms = _UNSETTLED_MS
        self._found: Sequence[FoundFile] = ()
        self._answers: dict[str, tuple[str, SeenAnswer]] = {}
        self._unwritten: dict[str, tuple[str, SeenAnswer]] = {}
        self._system = QFileSystemWatcher(self)
        self._system.directoryChanged.connect(lambda _path: self._look_in(_AFTER_CHANGE_MS))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self._writing = QTimer(self)
        self._writing.setInterval(_UNSETTLED_MS)
        self._writing.timeout.connect(self._write)
        self._came.connect(self._take, Qt.ConnectionType.QueuedConnection)
        strip.look_wanted.connect(self._look_at)
        strip.refused.connect(lambda file: self._answer([file], SeenAnswer.NOT_THIS))
        strip.all_refused.connect(lambda: self._answer(self._offered(), SeenAnswer.NOT_THIS))
        desk.changed.connect(lambda _changes: self._show())

    def follow_settings(self) -> None:
        """Watch the folder that is kept, or none."""
        self.stop()
        if self._kept.is_on():
            region = self._desk.notebook.region
            self._watch = FolderWatch(self._kept.folder(), region, self._kept.since())
            self.look()

    def look(self) -> None:
        """Look now, on a thread of its own; while one is looking, once more after it."""
        self._timer.stop()
        if self._watch is None:
            return
        if self._thread is not None:
            self._again = True
            return
        self._thread = threading.Thread(
            target=self._work,
            args=(self._watch, self._turn),
            name="watching a folder",
            # It may hang in a network that does not answer.
            daemon=True,
        )
        self._thread.start()

    def is_looking(self) -> bool:
        """Return whether the folder is being looked at now."""
        return self._thread is not None

    def stop(self) -> None:
        """Watch nothing, and offer nothing."""
        with self._lock:
            self._turn += 1
        self._timer.stop()
        self._watch = self._thread = None
        self._again = self._complained = False
        self._found = ()
        watched = self._system.directories()
        if watched:
            self._system.removePaths(watched)
        self.strip.show_files([])

    def _work(self, watch: FolderWatch, turn: int) -> None:
        result: object
        try:
            result = watch.look(lambda: turn != self._turn)
        except Exception as error:  # it must reach the window, whatever it is
            result = error
        with self._lock:
            # Once it was stopped, this object may be gone at any moment.
            if turn == self._turn:
                self._came.emit(turn, result)

    def _take(self, turn: int, result: object) -> None:
        if turn != self._turn:
            return
        self._thread = None
        unsettled = False
        if isinstance(result, FolderLook):
            self._complained = False
            self._found, unsettled = result.found, result.unsettled
            self._follow_system()
        elif isinstance(result, UserProblem):
            self._found = ()
            if not self._complained:
                self._complained = True
                self._desk.problem_met.emit(result)
        elif isinstance(result, Exception):
            # A bug of ours: told once, since nothing looks again.
            self._watch = None
            sys.excepthook(type(result), result, result.__traceback__)
        self._show()
        if self._again:
            self._again = False
            self._look_in(_AFTER_CHANGE_MS)
            return
        # A download that stands still is asked for less and less often.
        self._wait_ms = min(_EVERY_MS, self._wait_ms * 2) if unsettled else _UNSETTLED_MS
        self._look_in(self._wait_ms if unsettled else _EVERY_MS)

    def _look_in(self, milliseconds: int) -> None:
        soon = self._timer.isActive() and self._timer.remainingTime() <= milliseconds
        if self._watch is not None and not soon:
            self._timer.start(milliseconds)

    def _follow_system(self) -> None:
        """Have the system tell of changes; now it is known that the folder answers."""
        if self._watch is not None and not self._system.directories():
            self._system.addPath(str(self._watch.folder))

    def _offered(self) -> list[FoundFile]:
        """Return what was found and not answered, of the same content only one."""
        files = {file.sha256: file for file in reversed(self._found)}
        known = self._desk.notebook.seen_files.known(list(files)) if files else {}
        waiting = [
            file
            for sha256, file in files.items()
            if sha256 not in known and sha256 not in self._answers
        ]
        return sorted(waiting, key=lambda file: file.arrived, reverse=True)

    def _show(self) -> None:
        self.strip.show_files(self._offered())

    def _look_at(self, file: FoundFile) -> None:
        self._answer([file], SeenAnswer.LOOKED)
        self._take_files([file.path])

    def _answer(self, files: Sequence[FoundFile], answer: SeenAnswer) -> None:
        for file in files:
            self._answers[file.sha256] = self._unwritten[file.sha256] = file.path.name, answer
        self._show()
        self._write()

    def _write(self) -> None:
        """Write the answers down; while an import is writing, in a moment."""
        notebook = self._desk.notebook
        if self._desk.is_writing():
            self._writing.start()
            return
        self._writing.stop()
        unwritten, self._unwritten = self._unwritten, {}
        if not unwritten or notebook.read_only:
            return
        try:
            with notebook.tidying():
                for sha256, (name, answer) in unwritten.items():
                    notebook.seen_files.keep(sha256, name, answer)
        except UserProblem as problem:
            self._desk.problem_met.emit(problem)
