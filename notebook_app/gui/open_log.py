"""Opens the small window to write one line in, without the rest of the program.

It works on the notebook beside a window that may be open: that one learns of the line by itself.
"""

from pathlib import Path

from PySide6.QtCore import QTimer

from notebook_app.foundation.folders import Folders
from notebook_app.foundation.progress import Progress
from notebook_app.gui.conversations.quick_log import QuickLog
from notebook_app.gui.frame.bug_report import BugReporter
from notebook_app.gui.frame.close_on_signal import CloseOnSignal
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.qt_log import log_qt_messages
from notebook_app.gui.frame.startup import make_application, show_icon
from notebook_app.gui.frame.window_memory import WindowMemory
from notebook_app.gui.open_or_ask import open_or_ask
from notebook_app.gui.theme import install_theme

_CARE_AFTER_MS = 300


def open_log(notebook_path: Path, folders: Folders, region: str) -> int:
    """Show the window until the line is saved or left, and return the process's exit status.

    Make sure of a display first (``display_problem``): without one Qt aborts the process.
    """
    application = make_application(["contact-notebook"])
    log_qt_messages()
    CloseOnSignal(application)
    install_theme(application, WindowMemory(folders.window_settings).appearance())
    notebook = open_or_ask(notebook_path, region)
    if notebook is None:
        return 1
    desk = Desk(notebook)
    window = QuickLog(desk, None)
    desk.problem_met.connect(window.show_problem)
    reporter = BugReporter(desk.problem_met.emit)
    reporter.take_over()

    def look_after() -> None:
        def back_up(progress: Progress) -> None:
            notebook.backups.daily(progress)

        show_icon(application)
        if not notebook.read_only:
            desk.run_in_background(back_up, lambda _none: None, "", writes=False)

    try:
        window.show()
        window.raise_()
        window.activateWindow()
        QTimer.singleShot(_CARE_AFTER_MS, desk, look_after)
        return application.exec()
    finally:
        reporter.give_back()
        desk.stop_background()
        notebook.close()
