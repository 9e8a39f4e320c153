"""The QApplication: its name, its icon, and the files that the system asks it to open."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from notebook_app.gui.frame.opened_files import OpenedFiles

_ICON: Final = Path(__file__).resolve().parents[3] / "resources" / "contact-notebook.svg"


class Application(QApplication):
    """``opened_files`` tells of files that the system asked to open."""

    def __init__(self, arguments: Sequence[str]) -> None:
        """Take the arguments for Qt, the program's name first."""
        super().__init__(list(arguments))
        self.opened_files = OpenedFiles(self)

    def event(self, event: QEvent) -> bool:
        """Take what is sent to the application itself.

        A filter of events would see those of every widget, and hold each of them up.
        """
        # Others come while this object is being made, and after it was taken apart.
        if event.type() == QEvent.Type.FileOpen and self.opened_files.take(event):
            return True
        return super().event(event)


def make_application(arguments: Sequence[str]) -> Application:
    """Make the one QApplication; ``arguments`` are those for Qt, the program's name first.

    Call ``display_problem`` before: without a display Qt aborts the process here.
    """
    application = Application(arguments)
    application.setApplicationName("contact-notebook")
    application.setApplicationDisplayName("Contact Notebook")
    application.setDesktopFileName("contact-notebook")
    return application


def show_icon(application: QApplication) -> None:
    """Give the windows their icon; once the first is there, since reading SVG takes its time."""
    from PySide6.QtGui import QIcon

    if _ICON.is_file():
        application.setWindowIcon(QIcon(str(_ICON)))
