"""Notices that a new day has begun, also after the computer slept through midnight."""

from PySide6.QtCore import QObject, QTimer, Signal

from notebook_app.foundation.clock import Clock

_EVERY_MS = 20_000


class DayWatch(QObject):
    """``day_changed`` is emitted within seconds after midnight."""

    day_changed = Signal()

    def __init__(self, clock: Clock, parent: QObject) -> None:
        """Take the clock to watch."""
        super().__init__(parent)
        self._clock = clock
        self._day = clock.today()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look at the clock now."""
        today = self._clock.today()
        if today != self._day:
            self._day = today
            self.day_changed.emit()
