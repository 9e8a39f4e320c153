"""What stands beside the follow-ups and takes a moment to count, read on a thread of its own.

In a large notebook counting takes longer than a frame, and nobody waits for it.
"""

from PySide6.QtCore import QObject, Signal

from notebook_app.foundation.record import record
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.latest_reading import LatestReading
from notebook_app.model.balance import Balance
from notebook_app.model.offering import UntoldService


@record
class Aside:
    """The balance of the month so far, and which services clients never heard of."""

    balance: Balance
    untold: tuple[UntoldService, ...]


class AsideReader(QObject):
    """``came`` carries the ``Aside`` that was asked for last, on the window's thread."""

    came = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Take the desk; nothing is read before ``read``."""
        super().__init__(parent)
        self._desk = desk
        self._reading = LatestReading(desk, "aside", self)
        self._reading.came.connect(self.came)

    def read(self) -> None:
        """Read anew."""
        today, overview = self._desk.clock.today(), self._desk.notebook.overview

        def count() -> Aside:
            balance = overview.balance(today.replace(day=1), today)
            return Aside(balance, tuple(overview.untold_services()))

        self._reading.read(lambda _given_up: count())

    def wait(self) -> None:
        """Read no more, and wait for what is being read, before the notebook is closed."""
        self._reading.wait()
