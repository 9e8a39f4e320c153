"""One window in a process of its own: tells the first paint, memory, and times of acts.

Run by ``windows.py``: ``python -m tests.benchmarks.window_process FOLDER start|acts``. Prints
lines of a name and a number, times in milliseconds.
"""

import sys
import time
from pathlib import Path

_STARTED = time.time()


def memory(kind: str = "VmRSS") -> float:
    """Return the resident memory of this process in megabytes; 0 where it can't be told.

    ``RssAnon`` is its own part of it, without the pages of files that the system may take back.
    """
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    return next(
        int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith(kind)
    )


def tell(name: str, value: float) -> None:
    """Print one figure."""
    print(f"{name}\t{value:.3f}", flush=True)


def bare_window() -> None:
    """Import what the program imports for its first window, and show an empty one."""
    import peewee
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    assert peewee
    application = QApplication(["bare"])

    class Bare(QMainWindow):
        def paintEvent(self, event: object) -> None:
            QTimer.singleShot(0, painted)

    def painted() -> None:
        tell("painted at", time.time() * 1000)
        tell("memory", memory())
        tell("own memory", memory("RssAnon"))
        application.quit()

    window = Bare()
    window.resize(1280, 800)
    window.show()
    application.exec()


def whole_window(folder: Path) -> None:
    """Run the program's own entry, and end after the people list is painted."""
    from notebook_app import assembly
    from notebook_app.foundation.folders import Folders
    from notebook_app.gui.frame import plain_imports

    load_qt = plain_imports.import_plainly

    def load_and_watch() -> None:
        load_qt()
        tell_first_paint()

    # Before the program has loaded Qt, loading it here would take work off its start.
    plain_imports.import_plainly = load_and_watch
    assembly.own_folders = lambda: Folders(folder, folder / "config", folder / "state")
    assembly.main(["--notebook", str(folder / "notebook.db")])


def tell_first_paint() -> None:
    """Have the first window tell when it is painted, and close it then."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    from notebook_app.gui.frame.main_window import MainWindow

    told = []

    def paint_and_tell(window: MainWindow, event: QPaintEvent) -> None:
        QMainWindow.paintEvent(window, event)
        if not told:
            told.append(window)
            # Its children are painted before any timer comes to its turn.
            QTimer.singleShot(0, painted)

    def painted() -> None:
        tell("painted at", time.time() * 1000)
        tell("memory", memory())
        tell("own memory", memory("RssAnon"))
        QTimer.singleShot(0, end)

    def end() -> None:
        for window in QApplication.topLevelWidgets():
            window.close()
        QApplication.quit()

    MainWindow.paintEvent = paint_and_tell  # type: ignore[method-assign]


if __name__ == "__main__":
    tell("process started at", _STARTED * 1000)
    if sys.argv[2] == "bare":
        bare_window()
    elif sys.argv[2] == "start":
        whole_window(Path(sys.argv[1]))
    else:
        from tests.benchmarks.window_acts import window_acts

        for what, figure in window_acts(Path(sys.argv[1])):
            tell(what, figure)
