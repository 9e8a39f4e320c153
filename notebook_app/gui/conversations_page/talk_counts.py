"""How many conversations a filter lets through, with how many people: counted on a thread.

In a large notebook counting takes longer than a frame, and nobody waits for it. A count that
nobody waits for any more is broken off.
"""

import sys
import threading
from contextlib import suppress

from PySide6.QtCore import QObject, Qt, Signal

from notebook_app.gui.frame.desk import Desk
from notebook_app.model.happening_filter import HappeningFilter


class TalkCounts(QObject):
    """``counted`` carries the conversations and the people of the filter asked for last."""

    counted = Signal(int, int)
    _came_out = Signal(object, object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Take the desk; nothing is counted before ``count``."""
        super().__init__(parent)
        self._desk = desk
        self._thread: threading.Thread | None = None
        self._stop = threading.Event()
        self._wanted: HappeningFilter | None = None
        self._came_out.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def count(self, wanted: HappeningFilter) -> None:
        """Count what a filter lets through; what was being counted is given up."""
        self._wanted = wanted
        if self._thread is None:
            self._begin(wanted)
        else:
            self._stop.set()

    def wait(self) -> None:
        """Count no more, before the notebook is closed."""
        self._wanted = None
        self._stop.set()
        if self._thread is not None:
            self._thread.join()

    def _begin(self, wanted: HappeningFilter) -> None:
        self._stop.clear()
        self._thread = threading.Thread(target=self._work, args=(wanted,), name="conversations")
        self._thread.start()

    def _work(self, wanted: HappeningFilter) -> None:
        result: tuple[int, int] | None = None
        trouble: BaseException | None = None
        notebook = self._desk.notebook
        try:
            with notebook.connection():
                found = notebook.timeline.of_everybody(wanted, self._desk.clock.today())
                result = found.count(self._stop.is_set)
        except BaseException as error:  # it must reach the window, whatever it is
            trouble = error
        # When the page is gone, nobody waits for the figures any more.
        with suppress(RuntimeError):
            self._came_out.emit(result, trouble)

    def _take(self, result: tuple[int, int] | None, trouble: BaseException | None) -> None:
        self._thread = None
        if trouble is not None:
            sys.excepthook(type(trouble), trouble, trouble.__traceback__)
        elif self._wanted is None:
            return
        elif result is None or self._stop.is_set():
            self._begin(self._wanted)
        else:
            self.counted.emit(*result)
