"""What stands beside the follow-ups and takes a moment to count, read on a thread of its own.

In a large notebook counting takes longer than a frame, and nobody waits for it.
"""

import sys
import threading
from contextlib import suppress
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal

from notebook_app.foundation.record import record
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.balance import Balance
from notebook_app.model.offering import UntoldService


@record
class Aside:
    """The balance of the month so far, and which services clients never heard of."""

    balance: Balance
    untold: tuple[UntoldService, ...]


class AsideReader(QObject):
    """``came`` carries the ``Aside``, on the window's thread.

    What changes while it reads is read once more afterwards; only the last reading is told.
    """

    came = Signal(object)
    _came_out = Signal(object, object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Take the desk; nothing is read before ``read``."""
        super().__init__(parent)
        self._desk = desk
        self._thread: threading.Thread | None = None
        self._again = False
        self._came_out.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def read(self) -> None:
        """Read anew."""
        if self._thread is not None:
            self._again = True
            return
        today = self._desk.clock.today()
        self._thread = threading.Thread(target=self._work, args=(today,), name="aside")
        self._thread.start()

    def wait(self) -> None:
        """Read no more, and wait for what is being read, before the notebook is closed."""
        self._again = False
        if self._thread is not None:
            self._thread.join()

    def _work(self, today: date) -> None:
        aside: Aside | None = None
        trouble: BaseException | None = None
        try:
            with self._desk.notebook.connection():
                overview = self._desk.notebook.overview
                balance = overview.balance(today.replace(day=1), today)
                aside = Aside(balance, tuple(overview.untold_services()))
        except BaseException as error:  # it must reach the window, whatever it is
            trouble = error
        # When the window is gone, nobody waits for it any more.
        with suppress(RuntimeError):
            self._came_out.emit(aside, trouble)

    def _take(self, aside: Aside | None, trouble: BaseException | None) -> None:
        self._thread = None
        if self._again:
            self._again = False
            self.read()
        elif aside is not None:
            self.came.emit(aside)
        elif trouble is not None:
            sys.excepthook(type(trouble), trouble, trouble.__traceback__)
