"""What pages and dialogs are handed: the notebook to read, and the ways to write, undo and open.

The desk knows no widgets. It tells what happened by signals, and the window shows it: a message
with Undo, a problem in one sentence, progress. So a page can be tested with a desk and no window.
"""

import sys
from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import QObject, QSettings, Signal

from notebook_app.foundation.clock import Clock
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.background_work import BackgroundWork
from notebook_app.model.changes import ChangeSet
from notebook_app.storage.notebook import Notebook

OPENED_SCHEMES: Final = ("http", "https", "mailto", "tel")
"""The only links that leave the program; a card may carry any."""

_AT_ONCE: Final = 150
_ROWS_EACH: Final = 10
"""Of how many contacts a change is made while the window waits, and how many rows of the journal
take as long as one of them."""

Result = TypeVar("Result")


class Desk(QObject):
    """One for a window.

    Signals:
        changed: a ``ChangeSet``, after each write, from wherever it came.
        said: a text and whether the last change can be undone from the message.
        more_offered: words and the ``Act`` that they lead to, beside the message said last.
        problem_met: a ``UserProblem`` that nobody else shows.
        contact_wanted: the row id of a contact to be shown.
        work_started: a ``BackgroundWork`` whose progress is to be shown.
    """

    changed = Signal(object)
    said = Signal(str, bool)
    more_offered = Signal(str, object)
    problem_met = Signal(object)
    contact_wanted = Signal(int)
    work_started = Signal(object)

    def __init__(self, notebook: Notebook, parent: QObject | None = None) -> None:
        """Take the open notebook; its connection belongs to the window's thread."""
        super().__init__(parent)
        self.notebook = notebook
        self.left_unsaved: dict[str, object] = {}
        """What was written in forms that were left without saving, by their names."""
        self.settings: QSettings | None = None
        """Where dialogs keep what was chosen in them; without it they forget it."""
        self._running: list[BackgroundWork[object]] = []
        self._acts: dict[Act, Callable[..., object]] = {}

    def provide(self, act: Act, do: Callable[..., object]) -> None:
        """Say what does ``act``; see ``Act`` for what it is handed."""
        self._acts[act] = do

    def offers(self, act: Act) -> bool:
        """Return whether somebody does ``act``; without, no button for it is shown."""
        return act in self._acts

    def ask(self, act: Act, *details: object) -> None:
        """Have ``act`` done by whoever provides it; nothing happens if nobody does."""
        if act in self._acts:
            self._acts[act](*details)

    @property
    def clock(self) -> Clock:
        """Who knows what day it is."""
        return self.notebook.clock

    def perform(
        self,
        action: Callable[[], ChangeSet | None],
        on_problem: Callable[[UserProblem], object] | None = None,
    ) -> ChangeSet | None:
        """Write something now, tell all pages, and offer to undo it.

        ``action`` calls one service; it may return None if there was nothing to do. Returns what
        changed, or None as well if a ``UserProblem`` came in the way: it was shown in the window,
        or handed to ``on_problem`` (dialogs show it themselves, since the window is behind them).
        Any other exception is a bug and passes on.
        """
        try:
            self._ensure_no_writing()
            changes = action()
        except UserProblem as problem:
            (on_problem or self.problem_met.emit)(problem)
            return None
        if changes is not None:
            self.announce(changes)
        return changes

    def announce(self, changes: ChangeSet) -> None:
        """Tell all pages of a change that was made elsewhere, as by background work."""
        self.changed.emit(changes)
        if changes.label:
            words = f"{changes.label}. {changes.told}" if changes.told else changes.label
            self.said.emit(words, changes.can_undo)

    def say(self, text: str) -> None:
        """Show a message that has nothing to undo."""
        self.said.emit(text, False)

    def undo(self) -> None:
        """Take the last change back and say so."""
        from notebook_app.services.undo import undo_last

        self._replay(lambda: undo_last(self.notebook), self.notebook.journal.undo_size())

    def redo(self) -> None:
        """Make the change that was taken back last again, and say so."""
        from notebook_app.services.undo import redo_last

        self._replay(lambda: redo_last(self.notebook), self.notebook.journal.redo_size())

    def run_in_background(
        self,
        work: Callable[[Progress], Result],
        on_done: Callable[[Result], object],
        title: str,
        *,
        writes: bool = True,
        on_problem: Callable[[UserProblem], object] | None = None,
    ) -> BackgroundWork[Result]:
        """Do long work on a thread of its own; ``on_done`` gets the result on the window's.

        ``work`` may use the notebook (it has a connection of its own) but no widgets. Progress is
        shown with ``title`` after 100 ms, a way to cancel after a second. Work that ``writes``
        keeps ``perform`` from writing meanwhile. A ``UserProblem`` is shown or handed to
        ``on_problem``; a cancel is noted quietly; anything else goes to the bug report. If
        ``work`` returns a ``ChangeSet``, hand it to ``announce`` in ``on_done``.
        """
        running = BackgroundWork(work, self.notebook.connection, title, writes=writes, parent=self)

        def failed(trouble: BaseException) -> None:
            if isinstance(trouble, UserProblem):
                (on_problem or self.problem_met.emit)(trouble)
            else:
                sys.excepthook(type(trouble), trouble, trouble.__traceback__)

        running.done.connect(on_done)
        running.failed.connect(failed)
        running.cancelled.connect(lambda: self.say(self.tr("Stopped. Nothing was changed.")))
        running.ended.connect(lambda: self._ended(running))
        self._running.append(running)  # type: ignore[arg-type]
        running.start()
        self.work_started.emit(running)
        return running

    def running_titles(self) -> list[str]:
        """Return the titles of the work that runs now."""
        return [running.title for running in self._running]

    def is_writing(self) -> bool:
        """Return whether running work holds the notebook's write lock, so that others wait."""
        return any(running.writes and not running.wait(0.0) for running in self._running)

    def stop_background(self, seconds: float = 10.0) -> bool:
        """Cancel all running work and wait for it; return whether all of it ended."""
        for running in self._running:
            running.cancel()
        return all(running.wait(seconds) for running in self._running)

    def open_contact(self, contact_id: int) -> None:
        """Show that person in the window."""
        self.contact_wanted.emit(contact_id)

    def open_url(self, address: str) -> bool:
        """Open a link, a new e-mail or a call in the system's program for it.

        Only http, https, mailto and tel are opened; anything else is said to the user.
        """
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        url = QUrl(address.strip(), QUrl.ParsingMode.StrictMode)
        if url.scheme().lower() not in OPENED_SCHEMES:
            self.problem_met.emit(
                UserProblem(
                    self.tr("This link was not opened."),
                    remedy=self.tr("Only web pages, e-mail addresses and phone numbers are."),
                )
            )
            return False
        if QDesktopServices.openUrl(url):
            return True
        self.problem_met.emit(
            UserProblem(
                self.tr("No program on this computer opens such a link."),
                remedy=self.tr("Copy it from the page instead."),
            )
        )
        return False

    def write_many(
        self,
        count: int,
        write: Callable[[Progress | None], ChangeSet],
        title: str,
        then: Callable[[], object] = lambda: None,
        on_problem: Callable[[UserProblem], object] | None = None,
    ) -> None:
        """Write something about ``count`` things: at once, or if many beside the window.

        ``write`` calls one service and passes the progress on to it. All pages are told, undo is
        offered, problems are shown or handed to ``on_problem``, as with ``perform``; ``then`` is
        called if it was written.
        """
        if count <= _AT_ONCE:
            if self.perform(lambda: write(None), on_problem) is not None:
                then()
            return

        def done(changes: ChangeSet) -> None:
            self.announce(changes)
            then()

        try:
            self._ensure_no_writing()
        except UserProblem as problem:
            (on_problem or self.problem_met.emit)(problem)
            return
        self.run_in_background(write, done, title, on_problem=on_problem)

    def _replay(self, act: Callable[[], ChangeSet], rows: int) -> None:
        self.write_many(rows // _ROWS_EACH, lambda _progress: act(), self.tr("Putting it back"))

    def _ensure_no_writing(self) -> None:
        writing = next((running for running in self._running if running.writes), None)
        if writing is not None:
            raise UserProblem(
                self.tr("One moment: “{title}” is still writing.").format(title=writing.title),
                remedy=self.tr("Try again when it is done, or cancel it."),
            )

    def _ended(self, running: object) -> None:
        self._running = [other for other in self._running if other is not running]
        if isinstance(running, BackgroundWork):
            running.deleteLater()
