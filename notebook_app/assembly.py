"""The only file that knows every layer: it finds the folders, the country and the clock, and hands
them to the command or the window that was asked for.
"""

import gc
import io
import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from notebook_app.cli.command_context import (
    CalendarPrinter,
    CommandContext,
    DocumentPrinter,
    LabelPrinter,
    LogOpener,
    WindowOpener,
)
from notebook_app.cli.run_command import INTERRUPTED, run_command
from notebook_app.foundation.clock import Clock, SystemClock
from notebook_app.foundation.folders import Folders
from notebook_app.foundation.log_file import start_log
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.quiet_libraries import quiet_libraries

if TYPE_CHECKING:
    # Only the commands that need them load them.
    from notebook_app.formats.qr_picture import GreyPicture

APPLICATION = "contact-notebook"
_LOCALE_VARIABLES = ("LC_ALL", "LC_TELEPHONE", "LC_ADDRESS", "LANG")
_LOCALE = re.compile(r"[A-Za-z]{2,3}[_-]([A-Z]{2})(?=$|[.@])")
# Most numbers that are written without a country code, in files of unknown origin, are from there.
_ANY_REGION = "US"


def main(
    arguments: Sequence[str] | None = None,
    stdout: TextIO | None = None,
    stderr: TextIO | None = None,
    clock: Clock | None = None,
) -> int:
    """Run Contact Notebook and return its exit status.

    Without arguments those of the process are taken, and its streams likewise.
    """
    try:
        folders = own_folders()
        start_log(folders.log_file)
        region = user_region(os.environ)
        context = CommandContext(
            notebook_path=folders.default_notebook,
            folders=folders,
            region=region,
            clock=clock or SystemClock(),
            stdout=stdout or _in_utf_8(sys.stdout),
            stderr=stderr or _in_utf_8(sys.stderr),
            open_window=_window_opener(folders, region),
            open_log=_log_opener(folders, region),
            document_printer=_document_printer,
            label_printer=_label_printer,
            calendar_printer=_calendar_printer,
            read_picture=_read_picture,
            languages=user_languages(os.environ),
        )
        return run_command(sys.argv[1:] if arguments is None else arguments, context)
    except KeyboardInterrupt:
        return INTERRUPTED


def own_folders() -> Folders:
    """Return the platform's folders for the notebook, the window's settings, and the log."""
    import platformdirs

    found = platformdirs.PlatformDirs(APPLICATION, appauthor=False)
    return Folders(found.user_data_path, found.user_config_path, found.user_state_path)


def user_region(environment: Mapping[str, str]) -> str:
    """Return the ISO 3166 code of the user's country, as the locale tells it."""
    named = [environment[name] for name in _LOCALE_VARIABLES if environment.get(name)]
    if os.name == "nt":
        import locale

        named.append(locale.getlocale()[0] or "")
    for value in named:
        if match := _LOCALE.match(value):
            return match[1]
    return _ANY_REGION


def user_languages(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return the languages that lines may be written in, the one of the locale first."""
    named = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    own = next((value for value in named if value), "").partition("_")[0].lower()
    return tuple(dict.fromkeys((own, "en", "de") if own.isalpha() and own != "c" else ("en", "de")))


def _log_opener(folders: Folders, region: str) -> LogOpener:
    def open_on(notebook_path: Path) -> int:
        _ensure_display()
        from notebook_app.gui.open_log import open_log

        return open_log(notebook_path, folders, region)

    return open_on


def _window_opener(folders: Folders, region: str) -> WindowOpener:
    def open_on(
        notebook_path: Path, files: Sequence[Path], example: bool, *, in_tray: bool = False
    ) -> int:
        _ensure_display()
        # Next to nothing that the start makes is garbage; the window has it looked for again.
        gc.disable()
        from notebook_app.gui.frame.plain_imports import import_plainly

        import_plainly()
        from notebook_app.gui.open_window import open_window

        return open_window(notebook_path, folders, files, region, example=example, in_tray=in_tray)

    return open_on


def _ensure_display() -> None:
    # Qt is loaded for a window alone, and not before a display is sure: importing it fails where
    # its system libraries are missing, and without a display it aborts the process.
    from notebook_app.gui.frame.display_check import display_problem

    problem = display_problem()
    if problem is not None:
        raise problem


def _document_printer() -> DocumentPrinter:
    # Qt again, without a window.
    from notebook_app.gui.printing import headless

    return headless


def _label_printer() -> LabelPrinter:
    # Qt again, without a window.
    from notebook_app.gui.printing import labels_headless

    return labels_headless


def _calendar_printer() -> CalendarPrinter:
    # Qt again, without a window.
    from notebook_app.gui.printing import calendar_headless

    return calendar_headless


def _read_picture(name: str, data: bytes) -> "Iterable[GreyPicture]":
    # Qt once more, for its readers of pictures alone.
    try:
        from notebook_app.gui.frame.qt_log import log_qt_messages
        from notebook_app.gui.importing.grey_picture import grey_pictures
    except ImportError as error:
        raise UserProblem(
            f"{name} can't be read: a system library for pictures is missing.",
            f"{error}.",
            "Install it and try again.",
        ) from error
    log_qt_messages()
    with quiet_libraries():
        return grey_pictures(name, data)


def _in_utf_8(stream: TextIO | None) -> TextIO:
    """Return a stream of the process in UTF-8 whatever the locale; one that is closed, as none."""
    if stream is None:
        return io.StringIO()
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return stream
