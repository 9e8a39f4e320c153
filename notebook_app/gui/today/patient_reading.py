"""Reads a part of Today: at once in a small notebook, beside the window's thread in a large one.

Among few people it takes a small part of a frame, and nothing flickers; among many it would hold
the window.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.latest_reading import LatestReading

READ_AT_ONCE = 10_000
"""Among so many people what is read is found within a small part of a frame."""


class PatientReading(QObject):
    """``came`` carries what was read last, on the window's thread."""

    came = Signal(object)

    def __init__(self, desk: Desk, name: str, parent: QObject | None = None) -> None:
        """Take the desk, and what the thread is called."""
        super().__init__(parent)
        self._reading = LatestReading(desk, name, self)
        self._reading.came.connect(self.came)

    def read(self, people: int, reading: Callable[[], object]) -> None:
        """Read in a notebook of so many people."""
        # What is being read is older: it must not come after this.
        if people > READ_AT_ONCE or self._reading.is_running():
            self._reading.read(lambda _given_up: reading())
        else:
            self.came.emit(reading())

    def pause(self) -> None:
        """Read nothing for nobody, and wait: the notebook may be closed next."""
        self._reading.pause()

    def go_on(self) -> None:
        """Read what ``pause`` broke off."""
        self._reading.go_on()
