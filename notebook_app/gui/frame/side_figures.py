"""The figures of the side bar, counted on a thread of their own: in a large notebook counting takes
longer than a frame, and nobody waits for it."""

from datetime import date
from typing import Final

from PySide6.QtCore import QObject, Signal

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.latest_reading import LatestReading
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

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Take the desk; nothing is counted before ``count``."""
        super().__init__(parent)
        self._desk = desk
        self._reading = LatestReading(desk, "figures", self)
        self._reading.came.connect(self._take)

    def count_if_touched(self, changes: ChangeSet) -> None:
        """Count anew if ``changes`` may have changed a figure."""
        if changes.touches(*_COUNTED):
            self.count()

    def count(self) -> None:
        """Count anew."""
        today = self._desk.clock.today()
        self._reading.read(lambda _given_up: self._count(today))

    def wait(self) -> None:
        """Count no more, and wait for what is being counted, before the notebook is closed."""
        self._reading.wait()

    def _count(self, today: date) -> tuple[Counts, dict[int, int]]:
        # Loaded on this thread: the window does not wait for it.
        from notebook_app.services.list_people import list_counts

        notebook = self._desk.notebook
        return notebook.overview.counts(today), list_counts(notebook, today)

    def _take(self, read: tuple[Counts, dict[int, int]]) -> None:
        counts, lists = read
        self.counted.emit(counts)
        self.lists_counted.emit(lists)
