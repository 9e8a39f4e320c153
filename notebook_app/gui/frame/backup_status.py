"""Says at the foot of the side bar when the last backup was made."""

import time
from typing import Final

from PySide6.QtCore import QObject, QTimer

from notebook_app.gui.frame.backup_words import backup_words
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.side_bar import SideBar

_EVERY_MS: Final = 30_000


class BackupStatus(QObject):
    """Looks again after each change, and every half minute."""

    def __init__(self, desk: Desk, side_bar: SideBar) -> None:
        """Take the desk and where it is said; nothing is read yet."""
        super().__init__(side_bar)
        self._desk = desk
        self._side_bar = side_bar
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.read)
        self._timer.start()
        desk.changed.connect(lambda _changes: QTimer.singleShot(0, self, self.read))

    def read(self) -> None:
        """Look when it was, and say so."""
        made = self._desk.notebook.backups.last_made()
        self._side_bar.show_status(backup_words(None if made is None else time.time() - made))
