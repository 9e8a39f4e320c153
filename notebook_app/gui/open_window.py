"""Opens the window on a notebook, and opens it again after going back to a backup."""

import gc
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer

from notebook_app.foundation.folders import Folders
from notebook_app.foundation.record import record
from notebook_app.gui.frame.bug_report import BugReporter
from notebook_app.gui.frame.close_on_signal import CloseOnSignal
from notebook_app.gui.frame.qt_log import log_qt_messages
from notebook_app.gui.frame.single_instance import SingleInstance
from notebook_app.gui.frame.startup import Application, make_application, show_icon
from notebook_app.gui.frame.window_memory import WindowMemory
from notebook_app.gui.open_or_ask import go_back, open_or_ask
from notebook_app.gui.theme import install_theme
from notebook_app.gui.window_session import WindowSession

_SETTLE_AFTER_MS = 150


def open_window(
    notebook_path: Path,
    folders: Folders,
    files: Sequence[Path],
    region: str,
    *,
    example: bool,
    in_tray: bool = False,
) -> int:
    """Show the window until it is closed and return the process's exit status.

    If the notebook is open in another window, that one gets ``files`` and this start ends.
    An ``example`` notebook is not backed up. With ``in_tray`` the window stays hidden, if the
    user wants it in the tray and the desktop has one.

    Make sure of a display first (``display_problem``): without one Qt aborts the process.

    Raises:
        UserProblem: the other window does not answer.
    """
    instance = SingleInstance(notebook_path, folders.state)
    if not instance.claim(files):
        return 0
    application = make_application(["contact-notebook"])
    log_qt_messages()
    CloseOnSignal(application)
    memory = WindowMemory(folders.window_settings)
    install_theme(application, memory.appearance())
    try:
        start = _Start(notebook_path, tuple(files), region, example, in_tray)
        return _keep_open(application, start, instance, memory)
    finally:
        instance.close()


@record
class _Start:
    """What was asked for when the program was started."""

    notebook_path: Path
    files: tuple[Path, ...]
    region: str
    example: bool
    in_tray: bool = False


def _keep_open(
    application: Application, start: _Start, instance: SingleInstance, memory: WindowMemory
) -> int:
    files, message = start.files, ""
    callers = (instance, application.opened_files)
    while True:
        notebook = open_or_ask(start.notebook_path, start.region)
        if notebook is None:
            return 1
        session = WindowSession(notebook, memory, example=start.example)
        reporter = BugReporter(session.desk.problem_met.emit)
        reporter.take_over()
        for caller in callers:
            caller.files_received.connect(session.take_files)
        try:
            session.show(files, message, in_tray=start.in_tray and not message)
            QTimer.singleShot(_SETTLE_AFTER_MS, instance, lambda: _settle(application, instance))
            application.opened_files.pass_on()
            status = application.exec()
        finally:
            for caller in callers:
                caller.files_received.disconnect(session.take_files)
            reporter.give_back()
            session.close()
        if session.backup_wanted is None:
            return status
        files, message = (), go_back(start.notebook_path, session.backup_wanted)


def _settle(application: Application, instance: SingleInstance) -> None:
    """Do what the start went without, once the window has its picture."""
    # What is there now stays, so that it need not be looked through each time.
    gc.freeze()
    gc.enable()
    show_icon(application)
    # QtNetwork is loaded for it; a second start waits.
    instance.listen()
