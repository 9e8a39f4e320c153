"""The notebook: one SQLite file with everything, and the stores that read and write it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from peewee import SqliteDatabase

from notebook_app.foundation.clock import Clock, SystemClock
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.storage.backups import Backups
from notebook_app.storage.happening_stores import HappeningStores
from notebook_app.storage.held_lock import HeldLock
from notebook_app.storage.journal import Journal
from notebook_app.storage.opening import damage_in, open_database
from notebook_app.storage.people_stores import PeopleStores
from notebook_app.storage.photos import sweep_files, sweep_photos
from notebook_app.storage.settings import SettingStore
from notebook_app.storage.soundness import BUSY_SECONDS, is_writable
from notebook_app.storage.trouble import DATABASE_ERRORS, problem_of

_STEPS_A_LOOK: Final = 100_000


class Change:
    """Collects what a running change touches."""

    def __init__(self, label: str, step_id: int) -> None:
        """Take the words that say what is done, and the journal's step."""
        self.label = label
        self.step_id = step_id
        self._ids: dict[Changed, set[int]] = {}
        self._everything = False

    def touch(self, kind: Changed, *ids: int) -> None:
        """Note that things of ``kind`` changed."""
        self._ids.setdefault(kind, set()).update(ids)

    def touch_everything(self) -> None:
        """Note that the change is too wide to name."""
        self._everything = True

    def result(self) -> ChangeSet:
        """Return what was touched so far."""
        ids = {kind: frozenset(rows) for kind, rows in self._ids.items()}
        return ChangeSet(self.label, ids, self._everything)


class Notebook(PeopleStores, HappeningStores):
    """An open notebook.

    Each thread that uses it needs a connection of its own: the one that opened it has it, others
    work inside ``connection()``. A store's code is loaded when it is first asked for, since a
    window or a command needs only some of them to begin with.
    """

    def __init__(self, path: Path, database: SqliteDatabase, clock: Clock, region: str) -> None:
        """Take an open database; use ``Notebook.open`` instead."""
        self.path = path
        self.database = database
        self.clock = clock
        self.region = region
        self.read_only = not is_writable(path)
        self.backups = Backups(path, clock)
        self._lock = HeldLock(path)
        self.journal = Journal(database)
        self.settings = SettingStore(database)

    @classmethod
    def open(
        cls,
        path: Path,
        clock: Clock | None = None,
        region: str = "GB",
        *,
        check: bool = True,
        busy_seconds: float = BUSY_SECONDS,
    ) -> "Notebook":
        """Open the notebook at ``path``, made new if there is none.

        ``region`` is the ISO 3166 code of the user's country, for telephone numbers; the
        notebook's own setting "region" goes before it. ``check`` looks for damage first, which
        takes as long as reading the file. ``busy_seconds`` is how long writes wait for another
        program that is writing.

        Raises:
            UserProblem: it can't be opened; nothing was changed.
        """
        clock = clock or SystemClock()
        path = Path(path)
        database = open_database(path, Backups(path, clock), check=check, busy_seconds=busy_seconds)
        own_region = SettingStore(database).read("region")
        notebook = cls(path, database, clock, own_region if isinstance(own_region, str) else region)
        notebook.hold()
        return notebook

    def close(self) -> None:
        """Close this thread's connection."""
        if not self.database.is_closed():
            self.database.close()
            self._lock.let_go()

    def hold(self) -> None:
        """See that no other program can take the notebook for closed; see ``HeldLock``."""
        if not self.read_only and not self.database.is_closed():
            self._lock.hold()

    @contextmanager
    def connection(self) -> Iterator[None]:
        """Give the running thread a connection of its own for as long as it works."""
        if not self.database.is_closed():
            yield
            return
        self.database.connect()
        try:
            yield
        finally:
            self.database.close()

    @contextmanager
    def while_wanted(self, given_up: Callable[[], bool]) -> Iterator[None]:
        """Let what the running thread reads end with an error once it is ``given_up``."""
        connection = self.database.connection()
        # Called every so many steps of SQLite's machine; a true answer ends the statement.
        connection.set_progress_handler(given_up, _STEPS_A_LOOK)
        try:
            yield
        finally:
            connection.set_progress_handler(None, 0)

    @contextmanager
    def change(self, label: str, import_id: int | None = None) -> Iterator[Change]:
        """Write something as one transaction and one step to undo; all of it or nothing.

        Raises:
            UserProblem: it could not be written, for a reason the user can mend.
        """
        self.ensure_writable()
        if self.database.in_transaction():
            raise RuntimeError(f"a change within a change could not be undone by itself: {label}")
        self.hold()
        try:
            with (
                self.database.atomic("IMMEDIATE"),
                self.journal.step(label, self.clock.stamp(), import_id) as step_id,
            ):
                yield Change(label, step_id)
        except DATABASE_ERRORS as error:
            self._tell(error)
            raise
        except UnicodeEncodeError as error:
            # Half of a surrogate pair, as broken programs put on the clipboard.
            raise UserProblem(
                "This text has a broken character in it, so nothing was written.",
                repr(error.object[error.start : error.end]),
                "Take that character out, or type the text anew.",
            ) from error

    @contextmanager
    def tidying(self) -> Iterator[None]:
        """Write what the notebook does by itself: one transaction, and no step to undo.

        Raises:
            UserProblem: it could not be written, for a reason the user can mend.
        """
        self.ensure_writable()
        try:
            with self.database.atomic("IMMEDIATE"):
                yield
        except DATABASE_ERRORS as error:
            self._tell(error)
            raise

    def undo(self) -> str | None:
        """Take back the last change and return its label; None if there is none.

        Raises:
            UserProblem: it could not be written.
        """
        return self._replayed(self.journal.undo)

    def redo(self) -> str | None:
        """Bring back the change that was taken back last and return its label.

        Raises:
            UserProblem: it could not be written.
        """
        return self._replayed(self.journal.redo)

    def _replayed(self, replay: Callable[[], str | None]) -> str | None:
        self.ensure_writable()
        try:
            return replay()
        except DATABASE_ERRORS as error:
            self._tell(error)
            raise

    def _tell(self, error: Exception) -> None:
        problem = problem_of(error, self.path)
        if problem is not None:
            raise problem from error

    def ensure_writable(self) -> None:
        """Make sure that the notebook may be written, before work that would be for nothing.

        Raises:
            UserProblem: it can only be read.
        """
        if self.read_only:
            raise UserProblem(
                "This notebook can only be read.",
                f"Notebook: {self.path}.",
                "Check the permissions of the file and its folder, then open it again.",
            )

    @property
    def is_closed(self) -> bool:
        """Whether it was closed, so that what was put off until now comes too late."""
        return bool(self.database.is_closed())

    def written_elsewhere(self) -> int | None:
        """Return a number that differs after another connection has written, ours never.

        None if the notebook is closed or can't be read just now. See SQLite's
        ``PRAGMA data_version``.
        """
        if self.database.is_closed():
            return None
        try:
            return int(self.database.execute_sql("PRAGMA data_version").fetchone()[0])
        except DATABASE_ERRORS:
            return None

    def sweep_photos(self) -> int:
        """Let go of pictures that neither a contact nor an undoable step uses; return how many.

        Raises:
            UserProblem: it could not be written.
        """
        with self.tidying():
            return sweep_photos(self.database)

    def sweep_files(self) -> int:
        """Let go of files that are neither attached nor come back by undo; return how many.

        Raises:
            UserProblem: it could not be written.
        """
        with self.tidying():
            return sweep_files(self.database)

    def damage(self, progress: Progress | None = None) -> str:
        """Return what SQLite's quick check finds wrong; empty if all is well.

        Raises:
            Cancelled: ``progress`` was cancelled meanwhile.
        """
        if progress is None:
            return damage_in(self.database)
        try:
            with self.while_wanted(lambda: progress.cancelled):
                return damage_in(self.database)
        except DATABASE_ERRORS:
            progress.report(0, 0)
            raise
