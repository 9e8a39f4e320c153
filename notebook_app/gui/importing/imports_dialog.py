"""Lists the imports that were done, and takes one of them back."""

from PySide6.QtCore import QDateTime, QLocale, Qt, QTimeZone
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.importing.two_line_delegate import (
    BADGE_ROLE,
    SECOND_ROLE,
    TITLE_ROLE,
    TwoLineDelegate,
)
from notebook_app.gui.importing.undo_import_dialog import UndoImportDialog
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, Tone, theme_of
from notebook_app.gui.widgets.badge import BadgeKind
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.services.undo_import import ImportUndo, plan_undo_import
from notebook_app.storage.import_history import PastImport


class ImportsDialog(QDialog):
    """The imports, the newest first: date, file, what came of it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Imports"))
        self._desk = desk
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Imports, newest first"))
        self.list.setItemDelegate(TwoLineDelegate(self.list, ticks=False))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._enable)
        self.undo_button = PlainButton(self.tr("&Undo this import…"), self.undo_current)
        self.close_button = PlainButton(self.tr("Close"), self.accept)
        self.trouble = PlainLabel(tone=Tone.DANGER, wrap=True)
        self.trouble.hide()
        self.nothing = PlainLabel(self.tr("Nothing was imported yet."), tone=Tone.MUTED, wrap=True)
        self._imports: list[PastImport] = []
        self._lay_out()
        self._read()
        desk.changed.connect(self._read)

    def undo_current(self) -> None:
        """Name what came since, and take the import back if the user agrees."""
        row = self.list.currentRow()
        if not 0 <= row < len(self._imports):
            return
        notebook, import_id = self._desk.notebook, self._imports[row].id
        self.trouble.hide()
        self._desk.run_in_background(
            lambda _progress: plan_undo_import(notebook, import_id),
            self._ask,
            self.tr("Looking what came since"),
            writes=False,
            on_problem=self._failed,
        )

    def _ask(self, plan: ImportUndo) -> None:
        if self.isVisible():
            UndoImportDialog(self._desk, plan, self).open()

    def _failed(self, problem: UserProblem) -> None:
        self.trouble.setText(problem.one_line())
        self.trouble.show()

    def _read(self, _changes: object = None) -> None:
        row = max(0, self.list.currentRow())
        self._imports = self._desk.notebook.import_history.all()
        self.list.clear()
        for past in self._imports:
            first, second = self._words(past)
            item = QListWidgetItem(f"{first}, {second}")
            item.setData(TITLE_ROLE, first)
            item.setData(SECOND_ROLE, second)
            if past.undone_at is not None:
                item.setData(BADGE_ROLE, (self.tr("taken back"), BadgeKind.NEUTRAL))
            self.list.addItem(item)
        self.list.setVisible(bool(self._imports))
        self.nothing.setVisible(not self._imports)
        self.list.setCurrentRow(min(row, len(self._imports) - 1))
        self._enable()

    def _enable(self, _row: int = 0) -> None:
        row = self.list.currentRow()
        can = 0 <= row < len(self._imports) and self._imports[row].undone_at is None
        self.undo_button.setEnabled(can)

    def _words(self, past: PastImport) -> tuple[str, str]:
        counts = (
            (past.added, self.tr("{count} added")),
            (past.updated, self.tr("{count} updated")),
            (past.unchanged, self.tr("{count} already there")),
            (past.rejected, self.tr("{count} not readable")),
        )
        parts = [words.format(count=count) for count, words in counts if count]
        if past.undone_at is not None:
            taken_back = self.tr("taken back on {when}")
            parts.append(taken_back.format(when=self._when(past.undone_at)))
        return past.file_name, f"{self._when(past.imported_at)}   ·   {', '.join(parts)}"

    def _when(self, stamp: str) -> str:
        moment = QDateTime.fromString(stamp, Qt.DateFormat.ISODate)
        moment.setTimeZone(QTimeZone.utc())
        return self.locale().toString(moment.toLocalTime(), QLocale.FormatType.ShortFormat)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(self.undo_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(PlainLabel(self.tr("Imports"), TextRole.TITLE))
        column.addWidget(
            PlainLabel(
                self.tr("Any of them can be taken back as a whole, even long after."),
                tone=Tone.MUTED,
                wrap=True,
            )
        )
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        column.addWidget(self.trouble)
        column.addLayout(buttons)
        self.resize(theme_of(self).em(46), theme_of(self).em(32))
