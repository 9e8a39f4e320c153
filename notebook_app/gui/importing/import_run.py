"""From chosen files to imported people: read, look, agree, write; each step can be cancelled."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from notebook_app.foundation.progress import Progress
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.importing.import_preview import ImportPreview
from notebook_app.services.import_plan import ImportPlan
from notebook_app.services.import_vcards import ImportOutcome, import_vcards
from notebook_app.services.plan_import import plan_import


def choose_files(desk: Desk, parent: QWidget) -> None:
    """Ask for vCard files and go on to their preview."""
    downloads = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    names, _kind = QFileDialog.getOpenFileNames(
        parent,
        _words("Choose the files from your phone"),
        downloads,
        _words("vCards (*.vcf *.vcard);;All files (*)"),
    )
    if names:
        preview_files(desk, parent, [Path(name) for name in names])


def preview_files(desk: Desk, parent: QWidget, files: Sequence[Path]) -> None:
    """Read files in the background and show what importing them would do."""

    def show(plan: ImportPlan) -> None:
        preview = ImportPreview(plan, desk.notebook.region, lambda: _carry_out(desk, plan), parent)
        preview.open()

    def read(progress: Progress) -> ImportPlan:
        return plan_import(desk.notebook, list(files), progress)

    title = _words("Reading {file}").format(file=files[0].name)
    desk.run_in_background(read, show, title, writes=False)


def _carry_out(desk: Desk, plan: ImportPlan) -> None:
    def write(progress: Progress) -> ImportOutcome:
        return import_vcards(desk.notebook, plan, progress)

    def done(outcome: ImportOutcome) -> None:
        desk.announce(outcome.changes)
        if outcome.rejected_file is not None:
            desk.said.emit(f"{outcome.changes.label}. {_set_aside(outcome)}", True)

    desk.run_in_background(write, done, _words("Importing people"))


def _set_aside(outcome: ImportOutcome) -> str:
    file = outcome.rejected_file
    where = f"{file.parent.name}/{file.name}" if file else ""
    if outcome.rejected == 1:
        return _words("One card could not be read and is kept in “{file}”.").format(file=where)
    words = _words("{count} cards could not be read and are kept in “{file}”.")
    return words.format(count=outcome.rejected, file=where)


def _words(text: str) -> str:
    return QCoreApplication.translate("ImportRun", text)
