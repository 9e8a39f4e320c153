"""Lists the cards that could not be read: to mend and try again, to export, or to forget."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.importing.fixed_font import fixed_font
from notebook_app.gui.importing.two_line_delegate import SECOND_ROLE, TITLE_ROLE, TwoLineDelegate
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.gui.widgets.text_fields import TextField
from notebook_app.services.import_plan import ImportPlan
from notebook_app.services.set_aside import (
    Retry,
    edit_set_aside,
    export_set_aside,
    forget_set_aside,
    retry_cards,
)
from notebook_app.storage.set_aside_cards import SetAsideCard


class SetAsideDialog(QDialog):
    """The cards at one side, the text of the current one at the other."""

    def __init__(
        self,
        desk: Desk,
        show_plan: Callable[[ImportPlan], object],
        parent: QWidget | None = None,
    ) -> None:
        """Take the desk and what shows the preview of the cards that are understood now."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Cards set aside"))
        self._desk = desk
        self._show_plan = show_plan
        self._cards: list[SetAsideCard] = []
        self._shown: SetAsideCard | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Cards that could not be read"))
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setItemDelegate(TwoLineDelegate(self.list, ticks=False))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.reason = PlainLabel(tone=Tone.DANGER, wrap=True, selectable=True)
        self.text = TextField()
        self.text.setFont(fixed_font())
        self.text.setAccessibleName(self.tr("The text of the card"))
        self.where = PlainLabel(role=TextRole.SMALL, tone=Tone.MUTED, wrap=True, selectable=True)
        self.nothing = PlainLabel(
            self.tr("No cards are set aside. All that came could be read."),
            tone=Tone.MUTED,
            wrap=True,
        )
        self.retry_button = PrimaryButton(self.tr("&Try again"), self.retry)
        self.forget_button = PlainButton(self.tr("&Forget"), self.forget)
        self.export_button = PlainButton(self.tr("&Export…"), self._choose_file)
        self.close_button = PlainButton(self.tr("Close"), self.close)
        self._parts = self._lay_out()
        self.list.currentItemChanged.connect(lambda *_: self._show_current())
        self._read()
        desk.changed.connect(self._read)

    def retry(self) -> None:
        """Read the chosen cards once more, as they are mended."""
        chosen = self._chosen()
        if not chosen:
            return
        self._keep_edit()
        notebook = self._desk.notebook
        texts = {card.id: card.raw for card in notebook.set_aside.some(chosen)}

        def work(progress: Progress) -> Retry:
            return retry_cards(notebook, texts, progress)

        self._desk.run_in_background(
            work, self._retried, self.tr("Reading"), writes=False, on_problem=self._failed
        )

    def forget(self) -> None:
        """Take the chosen cards off the list; the message offers to undo it."""
        chosen = self._chosen()
        if chosen:
            self._shown = None
            notebook = self._desk.notebook
            self._desk.perform(lambda: forget_set_aside(notebook, chosen), self._failed)

    def export_to(self, path: Path) -> None:
        """Write the chosen cards, or all if it is only one of several, into a file."""
        self._keep_edit()
        chosen = self._chosen()
        some = chosen if len(chosen) > 1 else None
        try:
            count = export_set_aside(self._desk.notebook, path, some)
        except UserProblem as problem:
            self._failed(problem)
            return
        words = self.tr("Wrote {count} cards to {file}.")
        self._desk.say(words.format(count=count, file=path.name))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was typed."""
        self._keep_edit()
        super().closeEvent(event)

    def reject(self) -> None:
        """Keep what was typed, and leave."""
        self._keep_edit()
        super().reject()

    def _retried(self, retry: Retry) -> None:
        notebook = self._desk.notebook
        self._desk.perform(lambda: edit_set_aside(notebook, {}, retry.reasons), self._failed)
        if retry.plan is not None:
            self._show_plan(retry.plan)
        elif retry.reasons:
            self.reason.setText(next(iter(retry.reasons.values())))
            self.text.setFocus()

    def _failed(self, problem: UserProblem) -> None:
        self.reason.setText(problem.one_line())

    def _choose_file(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name, _kind = QFileDialog.getSaveFileName(
            self,
            self.tr("Export the cards set aside"),
            str(Path(folder) / self.tr("cards set aside.vcf")),
            self.tr("vCards (*.vcf)"),
        )
        if name:
            self.export_to(Path(name))

    def _chosen(self) -> list[int]:
        rows = sorted(index.row() for index in self.list.selectedIndexes())
        if not rows and self.list.currentRow() >= 0:
            rows = [self.list.currentRow()]
        return [self._cards[row].id for row in rows]

    def _keep_edit(self) -> None:
        """Store what was typed into the shown card; it can be undone like any change."""
        shown, text = self._shown, self.text.toPlainText()
        if shown is None or not shown.whole or not self.text.document().isModified():
            return
        self.text.document().setModified(False)
        notebook = self._desk.notebook
        self._desk.perform(lambda: edit_set_aside(notebook, {shown.id: text}, {}), self._failed)

    def _read(self, _changes: object = None) -> None:
        current = self._shown.id if self._shown else None
        unsaved = self.text.toPlainText() if self.text.document().isModified() else None
        row = max(0, self.list.currentRow())
        self._cards = self._desk.notebook.set_aside.all()
        self.list.blockSignals(True)
        self.list.clear()
        for card in self._cards:
            item = QListWidgetItem(self._words(card))
            item.setData(TITLE_ROLE, self._place(card))
            item.setData(SECOND_ROLE, card.reason)
            self.list.addItem(item)
        ids = [card.id for card in self._cards]
        kept = ids.index(current) if current in ids else min(row, len(ids) - 1)
        self.list.setCurrentRow(kept)
        self.list.blockSignals(False)
        self._shown = None
        self._show_current()
        if unsaved is not None and self._shown is not None and self._shown.id == current:
            self.text.setPlainText(unsaved)
            self.text.document().setModified(True)
        self._parts.setVisible(bool(self._cards))
        self.nothing.setVisible(not self._cards)
        for button in (self.retry_button, self.forget_button, self.export_button):
            button.setEnabled(bool(self._cards))

    def _show_current(self) -> None:
        self._keep_edit()
        row = self.list.currentRow()
        card = self._cards[row] if 0 <= row < len(self._cards) else None
        self._shown = card
        self.text.setPlainText(card.raw if card else "")
        self.text.document().setModified(False)
        self.text.setReadOnly(card is None or not card.whole)
        self.reason.setText(card.reason if card else "")
        self.where.setText(self._where(card) if card else "")

    def _where(self, card: SetAsideCard) -> str:
        words = self.tr("{file}, from line {line}").format(file=card.file_name, line=card.line)
        if not card.whole:
            beginning = self.tr(
                "This is only its beginning; all of it is in {file}. Mend it there, then try again."
            )
            words += ". " + beginning.format(file=card.rejected_file or card.file_name)
        return words

    def _words(self, card: SetAsideCard) -> str:
        return f"{self._place(card)}: {card.reason}"

    def _place(self, card: SetAsideCard) -> str:
        name = " ".join(card.file_name.split())
        return self.tr("{file}, line {line}").format(file=name, line=card.line)

    def _lay_out(self) -> QWidget:
        side = QWidget()
        details = QVBoxLayout(side)
        details.setContentsMargins(LARGE, 0, 0, 0)
        details.setSpacing(SMALL)
        details.addWidget(self.reason)
        details.addWidget(self.text, 1)
        details.addWidget(self.where)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.addWidget(self.list)
        parts.addWidget(side)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(1)
        parts.setSizes([theme_of(self).em(22), theme_of(self).em(34)])
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(self.forget_button)
        buttons.addWidget(self.export_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.retry_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(PlainLabel(self.tr("Cards set aside"), TextRole.TITLE))
        column.addWidget(
            PlainLabel(
                self.tr("These could not be read. Mend the text, then try again."),
                tone=Tone.MUTED,
                wrap=True,
            )
        )
        column.addWidget(self.nothing)
        column.addWidget(parts, 1)
        column.addLayout(buttons)
        self.resize(theme_of(self).em(60), theme_of(self).em(38))
        return parts
