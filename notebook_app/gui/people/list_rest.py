"""Reads all of a long list on a thread of its own, while its beginning is shown already."""

import threading
from contextlib import suppress
from datetime import date
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from notebook_app.model.query.sorting import ListSort
from notebook_app.model.query.terms import PeopleQuery
from notebook_app.storage.people_list import PeopleList

_AFTER_MS: Final = 20
"""The beginning is painted before another thread wants the processor."""


class AskedList(NamedTuple):
    """Which list is asked for."""

    query: PeopleQuery
    today: date
    sort: ListSort


class ListRest(QObject):
    """``arrived`` carries the ids of the list asked for last, on the window's thread."""

    arrived = Signal(object)
    _came_out = Signal(object, object, object)

    def __init__(self, people: PeopleList, parent: QObject | None = None) -> None:
        """Take where lists are read."""
        super().__init__(parent)
        self._people = people
        self._wanted: AskedList | None = None
        self._thread: threading.Thread | None = None
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_AFTER_MS)
        self._waiting.timeout.connect(self._begin)
        self._came_out.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def read(self, wanted: AskedList) -> None:
        """Begin to read a list; what was asked for before is not told any more."""
        self._wanted = wanted
        self._waiting.start()

    def forget(self) -> None:
        """Tell nothing of what is being read."""
        self._wanted = None
        self._waiting.stop()

    def wait(self) -> None:
        """Wait for what is being read, before the notebook is closed; nothing is told of it."""
        self.forget()
        if self._thread is not None:
            self._thread.join()

    def _begin(self) -> None:
        if self._thread is None and self._wanted is not None:
            self._thread = threading.Thread(target=self._work, args=(self._wanted,), daemon=True)
            self._thread.start()

    def _work(self, wanted: AskedList) -> None:
        ids: list[int] = []
        trouble: BaseException | None = None
        try:
            ids = self._people.all_ids_apart(*wanted)
        except BaseException as error:  # it must reach the window, whatever it is
            trouble = error
        # When the list is gone, nobody waits for the rest of it any more.
        with suppress(RuntimeError):
            self._came_out.emit(wanted, ids, trouble)

    def _take(self, read: AskedList, ids: list[int], trouble: BaseException | None) -> None:
        self._thread = None
        if read is not self._wanted:
            if not self._waiting.isActive():
                self._begin()
            return
        self._wanted = None
        if trouble is not None:
            raise trouble
        self.arrived.emit(ids)
