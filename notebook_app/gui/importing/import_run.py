"""From chosen files to imported people: read, look, agree, write; each step can be cancelled."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from notebook_app.formats.csv.column_use import ColumnUse
from notebook_app.formats.csv.look import Origin, TableLook
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.importing.downloads import downloads_folder
from notebook_app.gui.importing.grey_picture import grey_pictures, readable_endings
from notebook_app.gui.importing.import_preview import ImportPreview
from notebook_app.services.card_sources import CardSource, source_name
from notebook_app.services.describe_card import describe_card
from notebook_app.services.import_calendar import is_calendar
from notebook_app.services.import_plan import ImportPlan
from notebook_app.services.import_tables import ChosenColumns, Said, remember_choices, tables_in
from notebook_app.services.import_vcards import ImportOutcome, import_vcards
from notebook_app.services.importable_endings import (
    ARCHIVE_ENDINGS,
    CALENDAR_ENDINGS,
    CARD_ENDINGS,
    PICTURE_ENDINGS,
    TABLE_ENDINGS,
)
from notebook_app.services.plan_import import plan_import
from notebook_app.services.prepare_table import TableReading
from notebook_app.services.watch_folder import remember_imported


def choose_files(desk: Desk, parent: QWidget) -> None:
    """Ask for files of people or calendars and go on to their preview."""
    names, _kind = QFileDialog.getOpenFileNames(
        parent,
        _words("Choose files of people"),
        downloads_folder(),
        _kinds_of_files(),
    )
    if names:
        preview_files(desk, parent, [Path(name) for name in names])


def choose_folder(desk: Desk, parent: QWidget) -> None:
    """Ask for a folder full of cards and go on to the preview of all of them."""
    folder = QFileDialog.getExistingDirectory(
        parent, _words("Choose a folder with contact cards"), downloads_folder()
    )
    if folder:
        preview_files(desk, parent, [Path(folder)])


def preview_files(
    desk: Desk,
    parent: QWidget,
    files: Sequence[CardSource],
    columns: ChosenColumns | None = None,
) -> None:
    """Read files, or what came under a name, and show what importing them would do.

    Where nobody knows what the columns of a table are, they are asked for first. ``columns`` are
    those that the user has said already, by the name of the file.
    """
    columns = dict(columns or {})
    calendars = [source for source in files if is_calendar(source)]
    if calendars:
        from notebook_app.gui.importing.calendar_run import preview_calendars

        preview_calendars(desk, parent, calendars)
        files = [source for source in files if source not in calendars]
        if not files:
            return

    def show(found: ImportPlan | _UnknownTable) -> None:
        if isinstance(found, ImportPlan):
            again = partial(_ask, desk, parent, files, columns)
            show_preview(desk, parent, found, again, files)
        else:
            _ask_columns(desk, parent, files, columns, found)

    def read(progress: Progress) -> ImportPlan | _UnknownTable:
        for name, look in tables_in(desk.notebook, files, progress, columns):
            if look.origin is Origin.GUESSED and name not in columns:
                return _UnknownTable(name, look)
        plan = plan_import(desk.notebook, list(files), progress, grey_pictures, columns)
        if plan.cards:
            # What that loads when it is first done would hold up the window for 50 ms.
            describe_card(plan, 0, desk.notebook.region)
        return plan

    def explain(problem: UserProblem) -> None:
        # Loaded when something is wrong.
        from notebook_app.gui.phone.code_offer import tell_problem

        tell_problem(desk, parent, problem)

    title = _words("Reading {file}").format(file=source_name(files[0]))
    desk.run_in_background(read, show, title, writes=False, on_problem=explain)


class _UnknownTable(NamedTuple):
    """A table whose columns nobody has named yet."""

    name: str
    look: TableLook


def _ask(
    desk: Desk,
    parent: QWidget,
    files: Sequence[CardSource],
    columns: ChosenColumns,
    table: TableReading,
) -> None:
    """Ask for the columns of a table that was read, and read the files anew."""
    _ask_columns(desk, parent, files, columns, _UnknownTable(table.name, table.look))


def _ask_columns(
    desk: Desk,
    parent: QWidget,
    files: Sequence[CardSource],
    columns: ChosenColumns,
    table: _UnknownTable,
) -> None:
    from notebook_app.gui.importing.columns_dialog import ColumnsDialog

    def go_on(uses: Sequence[ColumnUse]) -> None:
        said = Said(uses, table.look.has_header)
        preview_files(desk, parent, files, {**columns, table.name: said})

    def look_again(has_header: bool, uses: Sequence[ColumnUse]) -> None:
        said = {**columns, table.name: Said(None, has_header)}

        def read(progress: Progress) -> _UnknownTable:
            tables = dict(tables_in(desk.notebook, files, progress, said))
            look = tables.get(table.name, table.look)
            if len(look.uses) == len(uses) and tuple(uses) != table.look.uses:
                look = replace(look, uses=tuple(uses))
            return _UnknownTable(table.name, look)

        def show(found: _UnknownTable) -> None:
            _ask_columns(desk, parent, files, columns, found)

        title = _words("Reading {file}").format(file=table.name)
        desk.run_in_background(read, show, title, writes=False)

    ColumnsDialog(table.name, table.look, go_on, look_again, parent).open()


def show_preview(
    desk: Desk,
    parent: QWidget,
    plan: ImportPlan,
    change_columns: Callable[[TableReading], object] | None = None,
    files: Sequence[CardSource] = (),
) -> None:
    """Show a plan made of ``files``; the user may change it, agree to it, or leave it."""
    carry_out = partial(_carry_out, desk, plan, files)
    ImportPreview(plan, desk.notebook, carry_out, parent, change_columns).open()


def show_imports(desk: Desk, parent: QWidget) -> None:
    """Show the imports that were done."""
    from notebook_app.gui.importing.imports_dialog import ImportsDialog

    ImportsDialog(desk, parent).open()


def show_set_aside(desk: Desk, parent: QWidget) -> None:
    """Show the cards that could not be read."""
    from notebook_app.gui.importing.set_aside_dialog import SetAsideDialog

    dialog = SetAsideDialog(desk, lambda plan: _show_mended(desk, dialog, plan), parent)
    dialog.open()


def _show_mended(desk: Desk, parent: QWidget, plan: ImportPlan) -> None:
    if plan.changes_nothing:
        # There is nothing to look at: the mended card is in the notebook already.
        _carry_out(desk, plan)
    else:
        show_preview(desk, parent, plan)


def _carry_out(desk: Desk, plan: ImportPlan, files: Sequence[CardSource] = ()) -> None:
    def write(progress: Progress) -> ImportOutcome:
        outcome = import_vcards(desk.notebook, plan, progress)
        remember_choices(desk.notebook, plan.tables)
        remember_imported(desk.notebook, files)
        return outcome

    def done(outcome: ImportOutcome) -> None:
        desk.announce(outcome.changes)
        if outcome.rejected:
            words = f"{outcome.changes.label}. " if outcome.import_id is not None else ""
            undo = outcome.changes.can_undo and bool(outcome.changes.label)
            desk.said.emit(f"{words}{_set_aside(outcome)}", undo)
            if desk.offers(Act.SET_ASIDE):
                desk.more_offered.emit(_words("Look at them"), Act.SET_ASIDE)
        elif outcome.import_id is not None:
            desk.ask(Act.OFFER_DUPLICATES, outcome.import_id)

    desk.run_in_background(write, done, _words("Importing people"))


def _kinds_of_files() -> str:
    """Return what the chooser of files may be narrowed to, all that can be imported first."""
    pictures = readable_endings(PICTURE_ENDINGS)
    kinds = (
        (
            _words("Contacts and calendars"),
            CARD_ENDINGS + TABLE_ENDINGS + CALENDAR_ENDINGS + ARCHIVE_ENDINGS + pictures,
        ),
        (_words("Cards"), CARD_ENDINGS + ARCHIVE_ENDINGS),
        (_words("Tables"), TABLE_ENDINGS),
        (_words("Calendars"), CALENDAR_ENDINGS),
        (_words("Pictures of QR codes"), pictures),
    )
    shown = [f"{name} ({' '.join(f'*{ending}' for ending in endings)})" for name, endings in kinds]
    return ";;".join((*shown, _words("All files (*)")))


def _set_aside(outcome: ImportOutcome) -> str:
    if outcome.rejected == 1:
        return _words("One could not be read and is set aside.")
    words = _words("{count} could not be read and are set aside.")
    return words.format(count=outcome.rejected)


def _words(text: str) -> str:
    return QCoreApplication.translate("ImportRun", text)
