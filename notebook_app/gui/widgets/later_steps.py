"""Work for a page done in steps, one after each frame, so that no key waits for all of it."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer

_AFTER_FRAMES: Final = Qt.EventPriority.LowEventPriority.value - 1
"""Qt paints by posted events of low priority."""

_END: Final = object()


class LaterSteps(QObject):
    """Goes on with the newest work, step by step; what is left of one before is dropped."""

    def __init__(self, parent: QObject) -> None:
        """Wait for work, which ends with ``parent``."""
        super().__init__(parent)
        self._work: Iterator[object] = iter(())
        self._left = False
        self._paused = False
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._take_one)

    def begin(self, work: Iterator[object]) -> None:
        """Go on with ``work`` from the next turn on: one item of it a turn."""
        self._work = work
        self._left = True
        self._await_turn()

    def drop(self) -> None:
        """Leave what is left."""
        self._work = iter(())
        self._left = False

    def finish(self) -> None:
        """Do all that is left now."""
        while self._left:
            self._take_one()

    def pause(self) -> None:
        """Wait until ``go_on``: nobody looks."""
        self._paused = True
        self._turn.stop()

    def go_on(self) -> None:
        """Go on after a ``pause``."""
        self._paused = False
        self._await_turn()

    def customEvent(self, _event: QEvent) -> None:
        """Begin a turn: what was done before is painted now, and keys that came go first."""
        if not self._paused:
            self._turn.start()

    def _await_turn(self) -> None:
        if self._left:
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), _AFTER_FRAMES)

    def _take_one(self) -> None:
        if not self._left:
            return
        work = self._work
        ended = next(work, _END) is _END
        if work is self._work:  # else the step has begun other work
            self._left = not ended
            self._await_turn()
