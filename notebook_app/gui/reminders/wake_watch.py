"""Notices that the computer woke from sleep, or that its clock was set.

Timers of many systems stand still while it sleeps. Where there is logind it says so itself;
everywhere, a clock that has gone on by more than a timer's time is a sign of it.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final

from PySide6.QtCore import SLOT, QObject, Qt, QTimer, Signal, Slot

EVERY: Final = timedelta(seconds=30)
"""So often the clock is looked at, so that waking is noticed within a minute."""

_SURPRISE: Final = timedelta(seconds=20)
_SERVICE: Final = "org.freedesktop.login1"
_PATH: Final = "/org/freedesktop/login1"
_INTERFACE: Final = "org.freedesktop.login1.Manager"
# Taken as text, though it is declared to be bytes.
_SLEEPS: Any = SLOT("_sleeps(bool)")


class WakeWatch(QObject):
    """``woke`` is emitted after sleep and after the clock was set, ``ticked`` every half minute."""

    woke = Signal()
    ticked = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        """Take who knows the local time."""
        super().__init__(parent)
        self._now = now
        self._seen = now()
        self._listens = False
        self.timer = QTimer(self)
        # It may come a second late, and then wakes the processor together with others.
        self.timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self.timer.setInterval(round(EVERY.total_seconds() * 1000))
        self.timer.timeout.connect(self.tick)
        self.timer.start()

    def listen(self) -> None:
        """Ask logind to say when the computer wakes, where there is one."""
        if self._listens:
            return
        self._listens = True
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:  # not every system's PySide has it
            return
        bus = QDBusConnection.systemBus()
        if bus.isConnected():
            bus.connect(_SERVICE, _PATH, _INTERFACE, "PrepareForSleep", self, _SLEEPS)

    def stop(self) -> None:
        """Watch no more."""
        self.timer.stop()

    def tick(self) -> None:
        """Look whether the clock went as far as the timer, neither farther nor back."""
        now = self._now()
        gone, self._seen = now - self._seen, now
        if abs(gone - EVERY) > _SURPRISE:
            self.woke.emit()
        self.ticked.emit()

    @Slot(bool)
    def _sleeps(self, begins: bool) -> None:
        if not begins and self.timer.isActive():
            self._seen = self._now()
            self.woke.emit()
