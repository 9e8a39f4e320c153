"""Notices what another program wrote into the notebook, such as a command, and tells the pages."""

from PySide6.QtCore import QObject, QTimer

from notebook_app.gui.frame.background_work import BackgroundWork
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.changes import ChangeSet

_EVERY_MS = 1_500


class ElsewhereWatch(QObject):
    """Has the desk announce a change of everything soon after somebody else wrote."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        """Take the desk of the window; look from now on until ``parent`` goes."""
        super().__init__(parent)
        self._desk = desk
        self._seen = desk.notebook.written_elsewhere()
        desk.work_started.connect(self._follow)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look now, which takes microseconds; not while our own work is writing."""
        self._desk.notebook.hold()
        if self._desk.running_titles():
            return
        now = self._desk.notebook.written_elsewhere()
        if now is not None and now != self._seen:
            self._seen = now
            self._desk.announce(ChangeSet(everything=True, can_undo=False))

    def stop(self) -> None:
        """Look no more: the notebook is about to be closed."""
        self._timer.stop()

    def _follow(self, work: BackgroundWork[object]) -> None:
        # Our own work writes by another connection too, and tells the pages itself.
        work.ended.connect(self._take_as_seen)

    def _take_as_seen(self) -> None:
        now = self._desk.notebook.written_elsewhere()
        if now is not None:
            self._seen = now
