"""Names what came since an import, before it is taken back: who stays is the user's choice."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.importing.two_line_delegate import SECOND_ROLE, TITLE_ROLE, TwoLineDelegate
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton, QuietButton
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.changes import ChangeSet
from notebook_app.services.undo_import import ImportUndo, TouchedSince, undo_import


class UndoImportDialog(QDialog):
    """Says what goes and what stays; those whom something came to can be unticked."""

    def __init__(self, desk: Desk, plan: ImportUndo, parent: QWidget | None = None) -> None:
        """Take the desk and what taking the import back would do."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Undo an import"))
        self._desk = desk
        self._plan = plan
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("People whom something came to since"))
        self.list.setItemDelegate(TwoLineDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for touched in plan.touched:
            item = QListWidgetItem(f"{touched.name}, {self._words(touched)}")
            item.setData(TITLE_ROLE, touched.name)
            item.setData(SECOND_ROLE, self._words(touched))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.keep_all = QuietButton(
            self.tr("Keep all"), self.tr("Keep all of them"), lambda: self._tick(True)
        )
        self.keep_none = QuietButton(
            self.tr("Keep none"), self.tr("Take all of them out too"), lambda: self._tick(False)
        )
        self.trouble = PlainLabel(tone=Tone.DANGER, wrap=True)
        self.trouble.hide()
        self.undo_button = PrimaryButton(self.tr("&Undo the import"), self.undo)
        self.undo_button.setDefault(True)
        self._lay_out()

    def kept(self) -> list[int]:
        """Return the ids of those who stay as they are."""
        return [
            touched.contact_id
            for row, touched in enumerate(self._plan.touched)
            if self.list.item(row).checkState() is Qt.CheckState.Checked
        ]

    def undo(self) -> None:
        """Take the import back."""
        notebook, import_id, keep = self._desk.notebook, self._plan.past.id, self.kept()

        def work(progress: Progress) -> ChangeSet:
            return undo_import(notebook, import_id, keep, progress)

        def done(changes: ChangeSet) -> None:
            self._desk.announce(changes)
            self.accept()

        self.trouble.hide()
        self.setEnabled(False)
        running = self._desk.run_in_background(
            work, done, self.tr("Taking an import back"), on_problem=self._failed
        )
        running.ended.connect(lambda: self.setEnabled(True))

    def _failed(self, problem: UserProblem) -> None:
        self.trouble.setText(problem.one_line())
        self.trouble.show()

    def _tick(self, on: bool) -> None:
        for row in range(self.list.count()):
            state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
            self.list.item(row).setCheckState(state)

    def _words(self, touched: TouchedSince) -> str:
        what = ", ".join(touched.what)
        if touched.added:
            return what
        return self.tr("was here before; {what} since").format(what=what)

    def _sentences(self) -> list[str]:
        removed, reverted = len(self._plan.removed), len(self._plan.reverted)
        said = []
        if removed == 1:
            said.append(self.tr("One person whom it added goes."))
        elif removed:
            said.append(self.tr("{count} people whom it added go.").format(count=removed))
        if reverted == 1:
            said.append(self.tr("One whom it changed becomes what they were."))
        elif reverted:
            words = self.tr("{count} whom it changed become what they were.")
            said.append(words.format(count=reverted))
        said.append(self.tr("It can be undone like any change."))
        return said

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(self.keep_all)
        buttons.addWidget(self.keep_none)
        buttons.addStretch(1)
        buttons.addWidget(PlainButton(self.tr("Cancel"), self.reject))
        buttons.addWidget(self.undo_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        title = self.tr("Undo the import of {file}").format(file=self._plan.past.file_name)
        column.addWidget(PlainLabel(title, TextRole.TITLE, wrap=True))
        column.addWidget(PlainLabel(" ".join(self._sentences()), wrap=True))
        touched = bool(self._plan.touched)
        words = PlainLabel(
            self.tr(
                "Something came to these since. Ticked, they stay as they are; unticked, those it "
                "added go into the trash with all you wrote, the others lose what it changed."
            ),
            tone=Tone.MUTED,
            wrap=True,
        )
        column.addWidget(words)
        column.addWidget(self.list, 1)
        for part in (words, self.list, self.keep_all, self.keep_none):
            part.setVisible(touched)
        column.addWidget(self.trouble)
        column.addLayout(buttons)
        self.resize(theme_of(self).em(44), theme_of(self).em(30 if touched else 12))
