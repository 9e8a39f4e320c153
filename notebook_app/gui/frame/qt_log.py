"""What Qt says goes to the program's log; needs no window, so that commands can use it too."""

import logging
from typing import Final

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_qt_messages() -> None:
    """Send what Qt says to the program's log instead of the terminal."""
    logger = logging.getLogger("notebook_app.qt")

    def write(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        logger.log(_LEVELS.get(kind, logging.WARNING), "%s", text)

    qInstallMessageHandler(write)
