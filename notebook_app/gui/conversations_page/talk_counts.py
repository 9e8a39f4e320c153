"""How many conversations a filter lets through, with how many people: counted on a thread.

In a large notebook counting takes longer than a frame, and nobody waits for it. A count that
nobody waits for any more is broken off.
"""

from PySide6.QtCore import QObject, Signal

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.latest_reading import LatestReading
from notebook_app.model.happening_filter import HappeningFilter


class TalkCounts(QObject):
    """``counted`` carries the conversations and the people of the filter asked for last."""

    counted = Signal(int, int)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Take the desk; nothing is counted before ``count``."""
        super().__init__(parent)
        self._desk = desk
        self._reading = LatestReading(desk, "conversations", self)
        self._reading.came.connect(self._take)

    def count(self, wanted: HappeningFilter) -> None:
        """Count what a filter lets through; what was being counted is given up."""
        notebook, today = self._desk.notebook, self._desk.clock.today()
        self._reading.read(
            lambda given_up: notebook.timeline.of_everybody(wanted, today).count(given_up.is_set)
        )

    def wait(self) -> None:
        """Count no more, before the notebook is closed."""
        self._reading.wait()

    def _take(self, counted: tuple[int, int] | None) -> None:
        if counted is not None:
            self.counted.emit(*counted)
