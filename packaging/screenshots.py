"""Makes the README's pictures from the example notebook, in light and dark.

`packaging/screenshots [FOLDER]` writes them to FOLDER, or to resources/pictures.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from notebook_app.foundation.clock import SystemClock
from notebook_app.gui.frame.startup import make_application
from notebook_app.gui.frame.window_memory import WindowMemory
from notebook_app.gui.printing.headless import save_follow_up_list
from notebook_app.gui.theme import Appearance, install_theme
from notebook_app.gui.window_session import WindowSession
from notebook_app.services.example_notebook.write import write_example
from notebook_app.storage.notebook import Notebook

_ROOT = Path(__file__).resolve().parent.parent
_SIZE = (1280, 800)
# A desktop's own font stands here otherwise; bare machines have only a very wide one.
_FONT = "Inter"
_SETTLES_MS = 600
_SHOWN_PERSON = "Carla Mendes"
_REGION = "SE"


def main() -> int:
    """Write the pictures and name them."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else _ROOT / "resources" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    application = make_application(["screenshots"])
    if _FONT in QFontDatabase.families():
        application.setFont(QFont(_FONT, 10))
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "example.db"
        write_example(path, SystemClock(), _REGION)
        for appearance in (Appearance.LIGHT, Appearance.DARK):
            install_theme(application, appearance)
            suffix = "-dark" if appearance is Appearance.DARK else ""
            _take_pictures(Path(temporary), path, folder, suffix)
        _draw_page(Path(temporary), path, folder / "follow-up-list.png")
    return 0


def _take_pictures(temporary: Path, notebook_path: Path, folder: Path, suffix: str) -> None:
    notebook = Notebook.open(notebook_path, region=_REGION)
    memory = WindowMemory(temporary / f"window{suffix}.ini")
    session = WindowSession(notebook, memory, example=True)
    window = session.window
    window.resize(*_SIZE)
    session.show([], "")
    for key in ("today", "calendar", "people"):
        window.show_page(key)
        if key == "people":
            window.show_contact(notebook.contacts.find(_SHOWN_PERSON)[0].id)
        _settle()
        _save(window, folder / f"{key}{suffix}.png")
    session.close()


def _draw_page(temporary: Path, notebook_path: Path, picture: Path) -> None:
    notebook = Notebook.open(notebook_path, region=_REGION)
    pdf = temporary / "list.pdf"
    save_follow_up_list(notebook, pdf, start=None, end=None, overdue=False, paper="A4")
    notebook.close()
    stem = picture.with_suffix("")
    command = ["pdftoppm", "-png", "-singlefile", "-r", "75", str(pdf), str(stem)]
    subprocess.run(command, check=True)
    print(picture)


def _settle() -> None:
    loop = QEventLoop()
    QTimer.singleShot(_SETTLES_MS, loop.quit)
    loop.exec()
    QApplication.processEvents()


def _save(window: QWidget, path: Path) -> None:
    window.grab().save(str(path))
    print(path)


if __name__ == "__main__":
    sys.exit(main())
