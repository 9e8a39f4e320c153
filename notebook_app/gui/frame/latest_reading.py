"""Reads what takes longer than a frame on a thread of its own; only the latest wish is answered."""

import sys
import threading
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Qt, Signal

from notebook_app.gui.frame.desk import Desk

Reading = Callable[[threading.Event], object]
"""Reads from the notebook; once the event is set nobody waits for the result any more."""


class LatestReading(QObject):
    """``came`` carries what was read, on the window's thread.

    A wish that comes while another is being read takes its place.
    """

    came = Signal(object)
    _came_out = Signal(object, object)

    def __init__(self, desk: Desk, name: str, parent: QObject | None = None) -> None:
        """Take the desk, and what the thread is called."""
        super().__init__(parent)
        self._desk = desk
        self._name = name
        self._thread: threading.Thread | None = None
        self._given_up = threading.Event()
        self._current: Reading | None = None
        self._wanted: Reading | None = None
        self._unread: Reading | None = None
        self._came_out.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def is_running(self) -> bool:
        """Return whether something is being read."""
        return self._thread is not None

    def read(self, reading: Reading) -> None:
        """Read; what was being read is given up."""
        if self._thread is not None:
            self._wanted = reading
            self._given_up.set()
            return
        self._given_up.clear()
        self._current = reading
        self._thread = threading.Thread(target=self._work, args=(reading,), name=self._name)
        self._thread.start()

    def wait(self) -> None:
        """Read no more, and wait for what is being read, before the notebook is closed."""
        self._wanted = None
        self._given_up.set()
        if self._thread is not None:
            self._thread.join()

    def pause(self) -> None:
        """Wait as ``wait`` does; what was not read to its end is read by ``go_on``."""
        self._unread = self._wanted or self._current
        self.wait()

    def go_on(self) -> None:
        """Read what ``pause`` broke off, unless something was asked for meanwhile."""
        unread, self._unread = self._unread, None
        if unread is not None and self._wanted is None:
            self.read(unread)

    def _work(self, reading: Reading) -> None:
        result: object = None
        trouble: BaseException | None = None
        try:
            with self._desk.notebook.connection():
                result = reading(self._given_up)
        except BaseException as error:  # it must reach the window, whatever it is
            trouble = error
        # When the window is gone, nobody waits for it any more.
        with suppress(RuntimeError):
            self._came_out.emit(result, trouble)

    def _take(self, result: object, trouble: BaseException | None) -> None:
        if self._thread is not None:
            # It may still be on its way back from telling; see BackgroundWork.
            self._thread.join()
        self._thread = None
        self._current = None
        given_up, wanted = self._given_up.is_set(), self._wanted
        self._wanted = None
        if wanted is not None:
            self.read(wanted)
        elif given_up:
            return
        elif trouble is not None:
            sys.excepthook(type(trouble), trouble, trouble.__traceback__)
        else:
            self.came.emit(result)
