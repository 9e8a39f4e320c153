"""The small window on its own: a line, one key, and it is in the notebook and gone."""

import os
import subprocess
import sys
from pathlib import Path

from notebook_app.foundation.clock import StoppedClock
from notebook_app.model.contact import ContactDetails, ContactDraft, NameParts
from notebook_app.storage.notebook import Notebook
from tests.gui.conftest import TODAY

_SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from notebook_app.foundation.folders import Folders
from notebook_app.gui.conversations.quick_log import QuickLog
from notebook_app.gui.open_log import open_log

def write():
    [window] = [each for each in QApplication.topLevelWidgets() if isinstance(each, QuickLog)]
    QTest.keyClicks(window.line.text, sys.argv[2])
    QTest.keyClick(window.line.text, Qt.Key(int(sys.argv[3])))

folder = Path(sys.argv[1])
original = QApplication.exec
def run(*_application):
    QTimer.singleShot(100, write)
    return original()
QApplication.exec = run
sys.exit(open_log(folder / "notebook.db", Folders(folder, folder, folder), "GB"))
"""


def _open_and_write(folder: Path, line: str, key: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(folder), line, str(key)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_a_line_is_saved_and_the_window_goes(tmp_path: Path) -> None:
    path = tmp_path / "notebook.db"
    notebook = Notebook.open(path, StoppedClock(TODAY))
    with notebook.change("Added"):
        ben = notebook.contacts.insert(
            ContactDraft(ContactDetails("Ben Okafor", NameParts(given="Ben", family="Okafor")))
        )
    # A window that is open meanwhile holds the notebook as well.
    _open_and_write(tmp_path, "Ben cut my hair, needs a sign", 0x01000004)
    assert notebook.conversations.last_topic(ben) == "Ben cut my hair, needs a sign"
    notebook.close()


def test_escape_leaves_everything_as_it_was(tmp_path: Path) -> None:
    _open_and_write(tmp_path, "Ben cut my hair", 0x01000000)
    notebook = Notebook.open(tmp_path / "notebook.db", StoppedClock(TODAY))
    assert notebook.contacts.all_ids() == []
    notebook.close()
