"""The figures of the side bar, counted on a thread of their own: in a large notebook counting takes
longer than a frame, and nobody waits for it."""

import sys
import threading
from contextlib import suppress
from datetime import date
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from notebook_app.gui.frame.desk import Desk
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.rows import Counts

_COUNTED: Final = (
    Changed.CONTACT,
    Changed.CONVERSATION,
    Changed.FOLLOW_UP,
    Changed.EVENT,
    Changed.OPPORTUNITY,
    Changed.TAG,
    Changed.LIST,
)


class SideFigures(QObject):
    """``counted`` carries the ``Counts``, on the window's thread, and how many people each saved
    list has, by its id.

    What changes while it counts is counted once more afterwards, however much it was; only the
    last figures are told.
    """

    counted = Signal(object)
    lists_counted = Signal(object)
    _came_out = Signal(object, object, object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Take the desk; nothing is counted before ``count``."""
        super().__init__(parent)
        self._desk = desk
        self._thread: threading.Thread | None = None
        self._again = False
        self._came_out.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def count_if_touched(self, changes: ChangeSet) -> None:
        """Count anew if ``changes`` may have changed a figure."""
        if changes.touches(*_COUNTED):
            self.count()

    def count(self) -> None:
        """Count anew."""
        if self._thread is not None:
            self._again = True
            return
        today = self._desk.clock.today()
        self._thread = threading.Thread(target=self._work, args=(today,), name="figures")
        self._thread.start()

    def wait(self) -> None:
        """Count no more, and wait for what is being counted, before the notebook is closed."""
        self._again = False
        if self._thread is not None:
            self._thread.join()

    def _work(self, today: date) -> None:
        # Loaded on this thread: the window does not wait for it.
        from notebook_app.services.list_people import list_counts

        counts: Counts | None = None
        lists: dict[int, int] = {}
        trouble: BaseException | None = None
        try:
            with self._desk.notebook.connection():
                counts = self._desk.notebook.overview.counts(today)
                lists = list_counts(self._desk.notebook, today)
        except BaseException as error:  # it must reach the window, whatever it is
            trouble = error
        # When the window is gone, nobody waits for the figures any more.
        with suppress(RuntimeError):
            self._came_out.emit(counts, lists, trouble)

    def _take(
        self, counts: Counts | None, lists: dict[int, int], trouble: BaseException | None
    ) -> None:
        self._thread = None
        if self._again:
            self._again = False
            self.count()
        elif counts is not None:
            self.counted.emit(counts)
            self.lists_counted.emit(lists)
        elif trouble is not None:
            sys.excepthook(type(trouble), trouble, trouble.__traceback__)
