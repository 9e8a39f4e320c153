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
    """The balance of the month so far, and which services clients never heard of.

    ``targets`` are the user's own of new people and of relationships strengthened, where set.
    """

    balance: Balance
    untold: tuple[UntoldService, ...]
    targets: tuple[int | None, int | None] = (None, None)


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
            # Loaded on this thread, while the page is painted.
            from notebook_app.model.insights.balance_report import Measure
            from notebook_app.model.insights.periods import Step
            from notebook_app.services.insight_settings import balance_targets

            balance = overview.balance(today.replace(day=1), today)
            wanted = balance_targets(self._desk.notebook, Step.MONTH)
            targets = (wanted.of(Measure.NEW), wanted.of(Measure.STRENGTHENED))
            return Aside(balance, tuple(overview.untold_services()), targets)

        self._reading.read(lambda _given_up: count())

    def pause(self) -> None:
        """Read nothing for nobody, and wait: the notebook may be closed next."""
        self._reading.pause()

    def go_on(self) -> None:
        """Read what ``pause`` broke off."""
        self._reading.go_on()
