"""Has the public holidays loaded beside the window, which takes a fifth of a second at first."""

import threading
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from notebook_app.gui.frame.desk import Desk
from notebook_app.services.next_days import load_holidays

_LOOKED_EVERY_MS: Final = 25


class HolidaysSoon(QObject):
    """``ready`` is emitted once days with holidays can be asked for without waiting."""

    ready = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        """Take the desk, and who asks; nothing is loaded before ``start``."""
        super().__init__(parent)
        self._desk = desk
        self._thread: threading.Thread | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOKED_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin to load, unless that was begun."""
        if self._thread is None:
            load = load_holidays(self._desk.notebook)
            self._thread = threading.Thread(target=load, name="holidays", daemon=True)
            self._thread.start()
            self._timer.start()

    def _look(self) -> None:
        if self._thread is not None and not self._thread.is_alive():
            self._timer.stop()
            self.ready.emit()
