"""What happens with an error of ours: logged, shown once with a report to copy, work goes on."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtWidgets import QApplication

from notebook_app import __version__
from notebook_app.foundation.problem import UserProblem

_MOST_REMEMBERED: Final = 100


class BugReporter(QObject):
    """Takes over ``sys.excepthook``; ``take_over`` and ``give_back`` switch it on and off.

    ``shown`` is emitted with the text of the report when a dialog opens.
    """

    shown = Signal(str)
    _arrived = Signal(object)

    def __init__(
        self,
        on_problem: Callable[[UserProblem], object] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Take who shows a ``UserProblem`` that nobody caught, if anybody does."""
        super().__init__(parent)
        self._on_problem = on_problem
        self._seen: set[tuple[str, str, int]] = set()
        self._open = False
        self._before = sys.excepthook
        self._before_in_threads = threading.excepthook
        self._logger = logging.getLogger("notebook_app.bug")
        self._arrived.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def take_over(self) -> None:
        """Receive every exception that nobody caught, on all threads."""
        sys.excepthook = self.report
        threading.excepthook = self._report_from_thread

    def give_back(self) -> None:
        """Leave exceptions to those who had them before."""
        sys.excepthook = self._before
        threading.excepthook = self._before_in_threads

    def report(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Log ``error`` and have it shown, unless its like was shown before."""
        if not isinstance(error, Exception):
            self._before(kind, error, trace)
            return
        if isinstance(error, UserProblem) and self._on_problem is not None:
            self._on_problem(error)
            return
        self._logger.error("Not caught", exc_info=(kind, error, trace))
        signature = _signature(kind, trace)
        if signature in self._seen or len(self._seen) >= _MOST_REMEMBERED:
            return
        self._seen.add(signature)
        self._arrived.emit(report_text(kind, error, trace))

    def _report_from_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self.report(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def _show(self, text: str) -> None:
        if self._open or QApplication.instance() is None:
            return
        self._open = True
        try:
            from notebook_app.gui.frame.bug_dialog import BugDialog

            dialog = BugDialog(text, QApplication.activeWindow())
            dialog.finished.connect(self._closed)
            dialog.open()
            self.shown.emit(text)
        except Exception:  # a failure to report must not be reported: that would never end
            self._logger.exception("The report could not be shown")
            self._open = False

    def _closed(self) -> None:
        self._open = False


def report_text(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> str:
    """Return what is worth knowing about ``error``; the user's home folder is written as ``~``."""
    import platform  # some 5 ms, and hardly ever wanted

    lines = [
        f"Contact Notebook {__version__}, Python {platform.python_version()}, Qt {qVersion()}",
        platform.platform(),
        "",
        *(line.rstrip("\n") for line in traceback.format_exception(kind, error, trace)),
    ]
    return "\n".join(lines).replace(str(Path.home()), "~")


def _signature(kind: type[BaseException], trace: TracebackType | None) -> tuple[str, str, int]:
    frames = traceback.extract_tb(trace)
    where = frames[-1] if frames else None
    return (kind.__qualname__, where.filename, where.lineno or 0) if where else (str(kind), "", 0)
