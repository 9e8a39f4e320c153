"""Keeps the pairs that may be duplicates up to date: everywhere once, then around what changed."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import QObject, Signal

from notebook_app.foundation.progress import Progress
from notebook_app.gui.frame.desk import Desk
from notebook_app.services.find_duplicates import DuplicatePair, find_duplicates
from notebook_app.services.merge_contacts import compare_contacts


class PairSearch(QObject):
    """Searches in the background, one search at a time.

    Signals:
        found: all pairs (``list[DuplicatePair]``), whenever some came or went.
        stopped: the user stopped the first search, so that there is nothing to show.
    """

    found = Signal(object)
    stopped = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Take the desk; nothing is searched yet."""
        super().__init__(parent)
        self._desk = desk
        self._pairs: dict[tuple[int, int], DuplicatePair] = {}
        self._running = False
        self._finished_once = False
        self._everywhere_next = False
        self._around_next: set[int] = set()

    @property
    def is_running(self) -> bool:
        """Whether a search runs now."""
        return self._running

    def everywhere(self) -> None:
        """Look through everybody."""
        self._everywhere_next = True
        self._go_on()

    def around(self, contact_ids: Collection[int]) -> None:
        """Look again around contacts that changed; what was found with them is gone at once."""
        self._keep(pair for pair in self._pairs.values() if not {*pair.key} & {*contact_ids})
        self._around_next |= {*contact_ids}
        self._go_on()

    def drop(self, contact_ids: Collection[int]) -> None:
        """Forget the pairs among contacts that were told apart."""
        self._keep(pair for pair in self._pairs.values() if not {*pair.key} <= {*contact_ids})

    def _keep(self, pairs: Iterable[DuplicatePair]) -> None:
        before = len(self._pairs)
        self._pairs = {pair.key: pair for pair in pairs}
        if len(self._pairs) != before:
            self._tell()

    def _go_on(self) -> None:
        if self._running or not (self._everywhere_next or self._around_next):
            return
        only = None if self._everywhere_next else frozenset(self._around_next)
        self._everywhere_next = False
        self._around_next = set()
        notebook = self._desk.notebook
        self._running = True

        def search(progress: Progress) -> list[DuplicatePair]:
            pairs = find_duplicates(notebook, progress, only)
            for pair in pairs[:1]:
                # What comparing loads when it is first done would hold up the window.
                compare_contacts(notebook, *pair.key)
            return pairs

        def done(pairs: list[DuplicatePair]) -> None:
            if only is None:
                self._pairs = {}
                self._finished_once = True
            self._pairs |= {pair.key: pair for pair in pairs}
            self._tell()

        running = self._desk.run_in_background(
            search, done, self.tr("Looking for duplicates"), writes=False
        )
        running.ended.connect(self._ended)

    def _ended(self) -> None:
        self._running = False
        if not self._finished_once and not self._everywhere_next:
            self._around_next.clear()
            self.stopped.emit()
        self._go_on()

    def _tell(self) -> None:
        if self._finished_once or self._pairs:
            self.found.emit(list(self._pairs.values()))
