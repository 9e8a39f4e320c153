"""The files attached to a contact: opened, saved elsewhere, taken away; others are added."""

from collections.abc import Callable, Sequence
from pathlib import Path, PurePath
from typing import Final

from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.people.value_line import ValueLine
from notebook_app.model.attachment import AttachmentRow
from notebook_app.model.changes import ChangeSet
from notebook_app.services.attach_file import (
    OpenedCopies,
    attach_files,
    detach_file,
    save_attachment,
)

_RUNS: Final = frozenset(
    {
        ".appimage",
        ".application",
        ".bat",
        ".cmd",
        ".com",
        ".command",
        ".cpl",
        ".desktop",
        ".exe",
        ".hta",
        ".jar",
        ".js",
        ".jse",
        ".jnlp",
        ".lnk",
        ".msi",
        ".msp",
        ".pif",
        ".ps1",
        ".py",
        ".pyw",
        ".reg",
        ".rpm",
        ".deb",
        ".run",
        ".scr",
        ".sh",
        ".url",
        ".vb",
        ".vbe",
        ".vbs",
        ".wsf",
        ".wsh",
        ".app",
        ".dmg",
        ".pkg",
        ".scpt",
        ".workflow",
    }
)
"""Endings of files that a click might run rather than show."""


class FileActs:
    """What can be done with the files of one contact after another."""

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        """Take the desk, and the widget over which dialogs open."""
        self._desk = desk
        self._owner = owner
        self._copies = OpenedCopies()
        application = QApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._copies.discard)

    def choose(self, contact_id: int) -> None:
        """Let the user choose files and attach them."""
        chosen, _kind = QFileDialog.getOpenFileNames(self._owner, self._owner.tr("Attach files"))
        if chosen:
            self.attach(contact_id, [Path(name) for name in chosen])

    def attach(self, contact_id: int, paths: Sequence[Path]) -> None:
        """Copy files into the notebook."""
        notebook = self._desk.notebook

        def work(progress: Progress) -> ChangeSet:
            return attach_files(notebook, contact_id, paths, progress)

        self._desk.run_in_background(work, self._desk.announce, self._owner.tr("Attaching files"))

    def open(self, row: AttachmentRow) -> None:
        """Show a copy in the system's program for it; never what a click might run."""
        tr = self._owner.tr
        try:
            if PurePath(row.name).suffix.lower() in _RUNS:
                raise UserProblem(
                    tr("{name} was not opened.").format(name=row.name),
                    tr("A file of this kind can run as a program."),
                    tr("Save a copy if you trust where it came from."),
                )
            path = self._copies.path_of(self._desk.notebook, row.id)
        except UserProblem as problem:
            self._desk.problem_met.emit(problem)
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._desk.problem_met.emit(
                UserProblem(
                    tr("No program on this computer opens {name}.").format(name=row.name),
                    remedy=tr("Save a copy instead."),
                )
            )

    def save(self, row: AttachmentRow) -> None:
        """Let the user choose where a copy goes."""
        target, _kind = QFileDialog.getSaveFileName(
            self._owner, self._owner.tr("Save a copy"), row.name
        )
        if not target:
            return
        try:
            save_attachment(self._desk.notebook, row.id, Path(target))
        except UserProblem as problem:
            self._desk.problem_met.emit(problem)
            return
        self._desk.say(self._owner.tr("Saved {name}.").format(name=Path(target).name))

    def take_away(self, row: AttachmentRow) -> None:
        """Take a file off its contact."""
        self._desk.perform(lambda: detach_file(self._desk.notebook, row.id))


class FileLine(ValueLine):
    """One file; Enter and a click open it, Del takes it away."""

    def __init__(self, row: AttachmentRow, acts: FileActs, parent: QWidget | None = None) -> None:
        """Take the file and what can be done with it."""
        size = QLocale().formattedDataSize(row.size, 0 if row.size < 1024 * 1024 else 1)
        super().__init__(f"{row.name}  ·  {size}", "", lambda: acts.open(row), parent)
        self._row = row
        self._acts = acts
        self.setAccessibleName(self.tr("File {name}").format(name=row.name[:200]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take it away."""
        if event.key() == Qt.Key.Key_Delete:
            self._acts.take_away(self._row)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer all of it."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for words, act in self._offered():
            menu.addAction(words).triggered.connect(lambda _on=False, do=act: do(self._row))
        menu.popup(event.globalPos())

    def _offered(self) -> list[tuple[str, Callable[[AttachmentRow], None]]]:
        return [
            (self.tr("Open") + "\t" + self.tr("Enter"), self._acts.open),
            (self.tr("Save a copy…"), self._acts.save),
            (self.tr("Take away") + "\t" + self.tr("Del"), self._acts.take_away),
        ]
