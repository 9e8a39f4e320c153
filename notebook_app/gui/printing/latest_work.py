"""Makes what a dialog shows off the window's thread: only what was asked for last ever arrives."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject

from notebook_app.foundation.progress import Progress
from notebook_app.gui.frame.background_work import BackgroundWork
from notebook_app.storage.notebook import Notebook

Made = TypeVar("Made")
_LONGEST_WAIT = 10
"""Seconds until work that was cancelled must have noticed."""


class LatestWork(Generic[Made]):
    """At most one piece of work; a new one gives up the one before, whose outcome is dropped."""

    def __init__(
        self,
        notebook: Notebook,
        parent: QObject,
        came: Callable[[Made], None],
        failed: Callable[[BaseException], None],
        progressed: Callable[[int, int], None] | None = None,
    ) -> None:
        """Take what to read from, who owns the work, and who is told what came of it."""
        self._notebook = notebook
        self._parent = parent
        self._came = came
        self._failed = failed
        self._progressed = progressed
        self._running: BackgroundWork[Made] | None = None

    @property
    def busy(self) -> bool:
        """Whether anything is being made."""
        return self._running is not None

    def start(self, make: Callable[[Progress], Made], title: str) -> None:
        """Make something; ``title`` says what is done."""
        self.stop()
        running: BackgroundWork[Made] = BackgroundWork(
            make, self._notebook.connection, title, writes=False, parent=self._parent
        )
        self._running = running
        if self._progressed is not None:
            told = self._progressed
            running.progressed.connect(lambda done, total, _text: told(done, total))
        running.done.connect(lambda made: self._tell(running, self._came, made))
        running.failed.connect(lambda trouble: self._tell(running, self._failed, trouble))
        running.ended.connect(lambda: self._ended(running))
        running.start()

    def stop(self) -> None:
        """Give up what is being made, and wait until it is given up."""
        running, self._running = self._running, None
        if running is not None:
            running.cancel()
            running.wait(_LONGEST_WAIT)

    def _tell(
        self, running: BackgroundWork[Made], told: Callable[..., None], outcome: object
    ) -> None:
        if self._running is running:
            told(outcome)

    def _ended(self, running: BackgroundWork[Made]) -> None:
        if self._running is running:
            self._running = None
        running.deleteLater()
