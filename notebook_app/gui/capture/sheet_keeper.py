"""Keeps what is written after an event in the notebook, soon after each key and at the end."""

from collections.abc import Callable, Collection
from typing import Final

from PySide6.QtCore import QObject, QTimer

from notebook_app.gui.capture.capture_state import (
    CaptureState,
    keep_state,
    kept_state,
    same_state,
)
from notebook_app.gui.frame.desk import Desk

_AFTER_MS: Final = 600


class SheetKeeper(QObject):
    """One for a page."""

    def __init__(
        self, desk: Desk, state: Callable[[], CaptureState], parent: QObject | None = None
    ) -> None:
        """Take the desk, and what returns everything that is written now."""
        super().__init__(parent)
        self._desk = desk
        self._state = state
        self._kept = CaptureState()
        self._pictures = False
        self._saved: CaptureState | None = None
        self._saved_ids: Collection[int] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MS)
        self._timer.timeout.connect(self.keep)

    def read(self) -> CaptureState:
        """Return what was kept the last time, if anything was."""
        self._kept = kept_state(self._desk.notebook) or CaptureState()
        return self._kept

    def keep_soon(self) -> None:
        """Keep it when the keys rest."""
        self._timer.start()

    def keep_pictures(self) -> None:
        """Keep it soon, pictures too, which are large and change seldom."""
        self._pictures = True
        self._timer.start()

    def keep(self) -> None:
        """Keep it now, in case the window or the machine goes."""
        self._timer.stop()
        state = self._state()
        if same_state(state, self._kept) and not self._pictures:
            return
        if self._desk.is_writing():
            self._timer.start()
        elif keep_state(self._desk.notebook, state, self._pictures):
            self._kept, self._pictures = state, False

    def keep_if_due(self) -> None:
        """Keep it now if it was to be kept soon."""
        if self._timer.isActive():
            self.keep()

    def wait(self) -> None:
        """Keep nothing by itself for now, as while all of it is being saved."""
        self._timer.stop()

    def note_saved(self, state: CaptureState, conversation_ids: Collection[int]) -> None:
        """Remember what was saved and as which conversations, in case that is undone."""
        self._saved, self._saved_ids = state, conversation_ids

    def undone(self) -> CaptureState | None:
        """Return what was saved last if that was undone since, once; else None."""
        saved, conversations = self._saved, self._desk.notebook.conversations
        if saved is None or any(conversations.get(each) is not None for each in self._saved_ids):
            return None
        self._saved = None
        return saved

    def forget(self) -> None:
        """Keep nothing any more."""
        self._timer.stop()
        self._kept, self._pictures = CaptureState(), False
        keep_state(self._desk.notebook, CaptureState(), pictures=True)
