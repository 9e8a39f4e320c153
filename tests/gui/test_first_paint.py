"""The first picture of the window waits for nothing that is not in it; the rest follows at once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from notebook_app.gui.widgets.first_paint import after_first_paint

_SCRIPT = """
import sys
from pathlib import Path
from threading import enumerate
from PySide6 import QtWidgets
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
from notebook_app.foundation.folders import Folders
from notebook_app.gui.frame.main_window import MainWindow
from notebook_app.gui.open_window import open_window

def paint(window, event):
    QMainWindow.paintEvent(window, event)
    if MainWindow.paintEvent is paint:
        MainWindow.paintEvent = QMainWindow.paintEvent
        print(*sorted(sys.modules))
        made = (each for each in vars(QtWidgets).values() if isinstance(each, type))
        print(*(f"PySide6.QtWidgets.{each.__name__}" for each in made))
        print("figures" if any(each.name == "figures" for each in enumerate()) else "")
        QTimer.singleShot(0, end)

def end():
    for window in QApplication.topLevelWidgets():
        window.close()
    QApplication.quit()

MainWindow.paintEvent = paint
folder = Path(sys.argv[1])
open_window(
    folder / "notebook.db", Folders(folder, folder, folder), (), "GB", example=True
)
"""
_LATER = {
    "PySide6.QtNetwork",
    # One of many that PySide makes at once, with all their enumerations, for the first viewport.
    "PySide6.QtWidgets.QWizard",
    "difflib",
    "figures",
    "notebook_app.formats",
    "notebook_app.gui.frame.list_name_dialog",
    "notebook_app.gui.frame.progress_strip",
    "notebook_app.gui.frame.query_completion",
    "notebook_app.gui.many.many_acts",
    "notebook_app.gui.people.contact_column",
    "notebook_app.gui.people.contact_reading",
    "notebook_app.gui.people.details",
    "notebook_app.gui.people.editor",
    "notebook_app.gui.people.in_place.in_place",
    "notebook_app.gui.people.timeline_part",
    "notebook_app.gui.safekeeping",
    "notebook_app.services.maintain_notebook",
    "notebook_app.services.save_contact",
    "notebook_app.storage.contact_overview",
    "notebook_app.storage.conversations",
}


@pytest.mark.parametrize("page", ["today", "people"])
def test_the_first_picture_waits_for_nothing_that_is_not_in_it(tmp_path: Path, page: str) -> None:
    (tmp_path / "window.ini").write_text(f"[window]\npage={page}\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    loaded = set(done.stdout.split())
    assert f"notebook_app.gui.{page}.{page}_page" in loaded
    assert not loaded & _LATER


def test_what_was_put_off_is_done_once_the_widget_is_painted(qtbot: QtBot) -> None:
    widget, done = QWidget(), list[str]()
    qtbot.addWidget(widget)
    after_first_paint(widget, lambda: done.append("painted"))
    qtbot.wait(20)
    assert not done
    widget.show()
    qtbot.waitUntil(lambda: bool(done))
    widget.repaint()
    qtbot.wait(20)
    assert done == ["painted"]
