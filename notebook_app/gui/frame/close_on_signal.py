"""Ctrl+C in the terminal and a polite kill close the window as its button does.

Python runs signal handlers only when it is its turn, and Qt's loop may leave it none for long; so
the signal's number comes in through a socket that the loop listens to.
"""

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication


class CloseOnSignal(QObject):
    """Belongs to the application and lives as long."""

    def __init__(self, application: QApplication) -> None:
        """Take over SIGINT and SIGTERM."""
        super().__init__(application)
        self._application = application
        self._reading, self._writing = socket.socketpair()
        for end in (self._reading, self._writing):
            end.setblocking(False)
        signal.set_wakeup_fd(self._writing.fileno())
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda _number, _frame: None)
        self._notifier = QSocketNotifier(
            self._reading.fileno(), QSocketNotifier.Type.Read, application
        )
        self._notifier.activated.connect(self._close)

    def _close(self) -> None:
        self._reading.recv(16)
        self._application.closeAllWindows()
        self._application.quit()
