"""Long work off the window's thread: with progress, cancel, and a connection of its own."""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from notebook_app.foundation.progress import Cancelled, Progress

Result = TypeVar("Result")


class BackgroundWork(QObject, Generic[Result]):
    """One running piece of work. All signals arrive on the thread that made it.

    Exactly one of ``done(result)``, ``cancelled()`` and ``failed(exception)`` is emitted, and
    then ``ended()``. ``progressed`` carries done, total (0: unknown) and what is being done.
    """

    progressed = Signal(object, object, str)
    done = Signal(object)
    cancelled = Signal()
    failed = Signal(object)
    ended = Signal()
    _came_along = Signal(object, object, str)
    _came_out = Signal(object, object)

    def __init__(
        self,
        work: Callable[[Progress], Result],
        connection: Callable[[], AbstractContextManager[None]],
        title: str,
        *,
        writes: bool = True,
        parent: QObject | None = None,
    ) -> None:
        """Take the work, and what gives its thread a connection to the notebook.

        ``writes`` says that the work holds the notebook's write lock, so that the window should
        not try to write meanwhile.
        """
        super().__init__(parent)
        self.title = title
        self.writes = writes
        self.progress = Progress(self._report)
        self._work = work
        self._connection = connection
        # Through the event queue, so that whoever listens is called on the window's thread.
        self._came_along.connect(self.progressed, Qt.ConnectionType.QueuedConnection)
        self._came_out.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name=f"work: {title}", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to stop; it leaves nothing half done and ``cancelled`` follows."""
        self.progress.cancel()

    def wait(self, seconds: float) -> bool:
        """Wait for the thread to end; return whether it did."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _report(self, done: int, total: int, text: str) -> None:
        self._came_along.emit(done, total, text)

    def _run(self) -> None:
        result: Result | None = None
        trouble: BaseException | None = None
        try:
            with self._connection():
                result = self._work(self.progress)
        except BaseException as error:  # it must reach the window, whatever it is
            trouble = error
        self._came_out.emit(result, trouble)

    def _tell(self, result: object, trouble: BaseException | None) -> None:
        # The thread may still be on its way back from telling: whoever listens may delete this
        # object now, and Qt would look at it once more (seen as a crash on a busy machine).
        self._thread.join()
        if trouble is None:
            self.done.emit(result)
        elif isinstance(trouble, Cancelled):
            self.cancelled.emit()
        else:
            self.failed.emit(trouble)
        self.ended.emit()
