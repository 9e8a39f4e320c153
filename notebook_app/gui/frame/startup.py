"""The QApplication: its name, its icon, and what Qt says going to the log."""

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

_ICON: Final = Path(__file__).resolve().parents[3] / "resources" / "contact-notebook.svg"
_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def make_application(arguments: Sequence[str]) -> QApplication:
    """Make the one QApplication; ``arguments`` are those for Qt, the program's name first.

    Call ``display_problem`` before: without a display Qt aborts the process here.
    """
    application = QApplication(list(arguments))
    application.setApplicationName("contact-notebook")
    application.setApplicationDisplayName("Contact Notebook")
    application.setDesktopFileName("contact-notebook")
    return application


def show_icon(application: QApplication) -> None:
    """Give the windows their icon; after the first is shown, since reading SVG takes its time."""
    if _ICON.is_file():
        application.setWindowIcon(QIcon(str(_ICON)))


def log_qt_messages() -> None:
    """Send what Qt says to the program's log instead of the terminal."""
    logger = logging.getLogger("notebook_app.qt")

    def write(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        logger.log(_LEVELS.get(kind, logging.WARNING), "%s", text)

    qInstallMessageHandler(write)
