"""What every command is handed: the notebook's place, the streams, the clock, and the few things
that only the window's side of the program can do.
"""

import logging
import tempfile
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TextIO

from notebook_app.cli.plain_text import one_line
from notebook_app.foundation.clock import Clock
from notebook_app.foundation.folders import Folders
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress

if TYPE_CHECKING:
    # Only the commands that need them load them.
    from notebook_app.model.calendar_filter import CalendarFilter
    from notebook_app.reports.date_words import DateWords
    from notebook_app.reports.document import Document
    from notebook_app.reports.follow_up_list import ListStyle
    from notebook_app.reports.follow_up_parts import ListPart
    from notebook_app.reports.label_sheets import LabelSheet
    from notebook_app.reports.labels import Recipient
    from notebook_app.reports.labels_envelopes import Envelope
    from notebook_app.services.picture_cards import PictureReader
    from notebook_app.services.print_calendar import PrintedCalendar
    from notebook_app.storage.notebook import Notebook

_log = logging.getLogger(__name__)


class WindowOpener(Protocol):
    """Opens the window on a notebook, with files to import, and returns the exit status."""

    def __call__(
        self, notebook_path: Path, files: Sequence[Path], example: bool, *, in_tray: bool = False
    ) -> int:
        """Open it; ``in_tray`` leaves it hidden where the user wants it in the tray."""
        ...


LogOpener = Callable[[Path], int]
"""Opens the small window to write one line in, on a notebook."""


class DocumentPrinter(Protocol):
    """Writes documents in the form that the name of the file asks for."""

    def save_follow_up_list(
        self,
        notebook: "Notebook",
        path: Path,
        *,
        start: date | None,
        end: date | None,
        overdue: bool,
        paper: str | None,
        style: "ListStyle",
        progress: Progress | None,
        only: Collection[int] | None = None,
        fold: bool = False,
        ruled: int = 2,
        shown: "Collection[ListPart]",
        leave_out: Collection[str] = (),
        remark: Callable[[str], None],
    ) -> int:
        """Write the follow-up list of a range and return how many pages it has.

        Without ``paper`` it is on that of the user's country, with ``fold`` a booklet.
        """
        ...

    def save_document(
        self,
        path: Path,
        make: "Callable[[DateWords, str], Document]",
        *,
        paper: str | None,
        progress: Progress | None,
        remark: Callable[[str], None],
    ) -> int:
        """Write what ``make`` makes of the user's words for dates and language (BCP 47).

        Returns how many pages it has; ``remark`` is told which font is missing.
        """
        ...


class LabelPrinter(Protocol):
    """Writes labels, envelopes and cards as PDF; each returns how many pages there are."""

    def save_labels(
        self,
        path: Path,
        recipients: "Sequence[Recipient]",
        sheet: "LabelSheet",
        *,
        start: int = 1,
        copies: int = 1,
        outlines: bool = False,
        progress: Progress | None = None,
    ) -> int:
        """Write labels on sheets, the first one on label ``start``."""
        ...

    def save_envelopes(
        self,
        path: Path,
        recipients: "Sequence[Recipient]",
        envelope: "Envelope",
        sender: Sequence[str],
        progress: Progress | None = None,
    ) -> int:
        """Write an envelope for each."""
        ...

    def save_cards(
        self,
        notebook: "Notebook",
        path: Path,
        contact_ids: Sequence[int],
        progress: Progress | None = None,
    ) -> int:
        """Write for each what to write about, and a card to write on."""
        ...


class CalendarPrinter(Protocol):
    """Writes a month or a week of the calendar as PDF."""

    def save_calendar(
        self,
        notebook: "Notebook",
        path: Path,
        day: date,
        *,
        week: bool,
        paper: str | None = None,
        lies: bool | None = None,
        narrowed: "CalendarFilter | None" = None,
        without: Collection[int] = (),
        with_private: bool = False,
        progress: Progress | None = None,
    ) -> "PrintedCalendar":
        """Write the month of ``day``, or its week, and return what was written."""
        ...


@dataclass(frozen=True)
class CommandContext:
    """The surroundings of one command.

    ``region`` is the ISO 3166 code of the user's country; ``open_window`` returns the exit status,
    and so does ``open_log``, None where there is no such window. The printers are loaded when they
    are called. ``languages`` are those that lines are written in, the user's own first.
    """

    notebook_path: Path
    folders: Folders
    region: str
    clock: Clock
    stdout: TextIO
    stderr: TextIO
    open_window: WindowOpener
    document_printer: Callable[[], DocumentPrinter]
    read_picture: "PictureReader"
    open_log: LogOpener | None = None
    label_printer: Callable[[], LabelPrinter] | None = None
    calendar_printer: Callable[[], CalendarPrinter] | None = None
    languages: tuple[str, ...] = ("en", "de")

    @property
    def today(self) -> date:
        """The local calendar date."""
        return self.clock.today()

    def remark(self, text: str) -> None:
        """Write a line to standard error, beside the answer."""
        self.stderr.write(one_line(text) + "\n")

    def say(self, text: str = "") -> None:
        """Write a line to standard output."""
        self.stdout.write(text + "\n")

    @contextmanager
    def reading(self) -> Iterator["Notebook"]:
        """Open the notebook to read it; where there is none yet, an empty one that is not kept.

        Raises:
            UserProblem: it can't be opened.
        """
        if self._is_there():
            with self._opened(self.notebook_path) as notebook:
                yield notebook
            return
        with (
            tempfile.TemporaryDirectory(prefix="contact-notebook-") as folder,
            self._opened(Path(folder, "notebook.db")) as notebook,
        ):
            yield notebook
        if self.notebook_path != self.folders.default_notebook:
            self.stderr.write(one_line(f"There is no notebook at {self.notebook_path} yet.") + "\n")

    @contextmanager
    def writing(self) -> Iterator["Notebook"]:
        """Open the notebook to change it, made new if there is none; back it up once a day.

        Raises:
            UserProblem: it can't be opened.
        """
        was_there = self._is_there()
        with self._opened(self.notebook_path) as notebook:
            if was_there and not notebook.read_only:
                try:
                    notebook.backups.daily()
                except UserProblem as problem:
                    # A full backup disk must not keep anyone from writing things down.
                    _log.warning("no daily backup: %s", problem.one_line())
            yield notebook

    @contextmanager
    def _opened(self, path: Path) -> Iterator["Notebook"]:
        from notebook_app.storage.notebook import Notebook

        notebook = Notebook.open(path, self.clock, self.region)
        try:
            yield notebook
        finally:
            notebook.close()

    def _is_there(self) -> bool:
        try:
            self.notebook_path.lstat()
        except FileNotFoundError:
            return False
        except OSError:
            return True  # Opening it will say what is wrong.
        return True
