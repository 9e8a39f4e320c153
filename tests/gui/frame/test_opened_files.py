"""Files that the system asks the running program to open reach the window, together."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.opened_files import OpenedFiles

ANN, BEN = Path("/phone/Ann Ørn.vcf"), Path("/phone/Ben.vcf")


def test_files_that_are_opened_together_are_told_together(qtbot: QtBot) -> None:
    """The Finder sends an event for each of the files that were chosen."""
    opened = OpenedFiles()
    opened.pass_on()
    with qtbot.waitSignal(opened.files_received) as received:
        assert opened.take(QFileOpenEvent(str(ANN)))
        assert opened.take(QFileOpenEvent(QUrl.fromLocalFile(str(BEN))))
    assert received.args == [[ANN, BEN]]


def test_a_file_that_comes_before_the_window_waits_for_it(qtbot: QtBot) -> None:
    opened = OpenedFiles()
    told: list[object] = []
    opened.files_received.connect(told.append)
    opened.take(QFileOpenEvent(str(ANN)))
    qtbot.wait(20)
    assert told == []
    opened.pass_on()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [[ANN]]
    # A window that is opened once more, after going back to a backup, is not told again.
    opened.pass_on()
    qtbot.wait(20)
    assert told == [[ANN]]


def test_other_events_are_left_alone() -> None:
    """Addresses of the web come as the same kind of event; they are no files."""
    opened = OpenedFiles()
    assert not opened.take(QEvent(QEvent.Type.FileOpen))
    assert not opened.take(QFileOpenEvent(QUrl("https://example.org/ann.vcf")))


def test_the_application_passes_them_on(tmp_path: Path) -> None:
    """In a process of its own, since there can be one application only."""
    script = (
        "import sys\n"
        "from PySide6.QtCore import QTimer\n"
        "from PySide6.QtGui import QFileOpenEvent\n"
        "from notebook_app.gui.frame.startup import make_application\n"
        "application = make_application(['contact-notebook'])\n"
        "application.opened_files.files_received.connect(lambda files: print(*files))\n"
        "application.sendEvent(application, QFileOpenEvent('/phone/ann.vcf'))\n"
        "application.opened_files.pass_on()\n"
        "QTimer.singleShot(50, application.quit)\n"
        "sys.exit(application.exec())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_STATE_HOME": str(tmp_path)},
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "/phone/ann.vcf\n", "")
