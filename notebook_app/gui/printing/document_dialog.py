"""Shows any document as it will be on paper, and prints it or saves it as a PDF."""

from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.gui.frame.background_work import BackgroundWork
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.printing import printer
from notebook_app.gui.printing.document_layout import DocumentLayout
from notebook_app.gui.printing.page_preview import PagePreview
from notebook_app.gui.printing.paper import PAPERS, find_paper, usual_paper
from notebook_app.gui.printing.prepared_list import PreparedList
from notebook_app.gui.printing.preview_bar import PreviewBar
from notebook_app.gui.printing.render_pdf import render_pdf
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, Tone, theme_of
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.choice_field import ChoiceField
from notebook_app.gui.widgets.labels import FieldLabel, PlainLabel
from notebook_app.reports.document import Document


class DocumentDialog(QDialog):
    """``prepared`` is what the preview shows, None while the pages are being planned."""

    def __init__(self, desk: Desk, parent: QWidget, document: Document, file_name: str) -> None:
        """Take the desk, who asked, the document, and what its file is called by itself."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Print: {title}").format(title=document.title))
        self._desk = desk
        self._document = document
        self._file_name = file_name
        self._work: BackgroundWork[object] | None = None
        self.prepared: PreparedList | None = None
        self.preview = PagePreview()
        self.paper = ChoiceField()
        for paper in PAPERS:
            self.paper.addItem(paper.name, paper.name)
        self.paper.choose(usual_paper(self.locale()))
        self.trouble = PlainLabel("", tone=Tone.DANGER, wrap=True)
        self.trouble.hide()
        self._has_printer = printer.there_is_a_printer()
        self.save_button = PrimaryButton(self.tr("Save as P&DF…"), self.choose_file)
        self.print_button = PlainButton(self.tr("Pr&int…"), self.print_pages)
        self._lay_out()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self.print_pages)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self.choose_file)
        self.paper.currentIndexChanged.connect(lambda _index: self._plan())
        self._plan()

    def is_settled(self) -> bool:
        """Return whether nothing is being planned or saved."""
        return self._work is None

    def choose_file(self) -> None:
        """Ask where to save the PDF, and save it."""
        if self.prepared is None:
            return
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(documents))
        name, _kind = QFileDialog.getSaveFileName(
            self,
            self.tr("Save as PDF"),
            str(folder / f"{self._file_name}.pdf"),
            self.tr("PDF (*.pdf)"),
        )
        if name:
            path = Path(name)
            self.save_to(path if path.suffix else path.with_suffix(".pdf"))

    def save_to(self, path: Path) -> None:
        """Write the PDF off the window's thread, then close and say so."""
        prepared = self.prepared
        if prepared is None or self._work is not None:
            return

        def saved(_pages: object) -> None:
            self._desk.say(self.tr("Saved {file}.").format(file=path.name))
            self.accept()

        self._begin(
            lambda progress: render_pdf(prepared.document, path, prepared.paper, progress),
            saved,
        )

    def print_pages(self) -> None:
        """Ask for the printer, and print."""
        if self.prepared is None or not self._has_printer:
            return
        try:
            pages = printer.ask_and_print(self.prepared, self)
        except UserProblem as problem:
            self._tell(problem)
            return
        if pages:
            self._desk.say(self.tr("Sent to the printer."))
            self.accept()

    def done(self, result: int) -> None:
        """Stop what still runs, and close."""
        if self._work is not None:
            self._work.cancel()
            self._work.wait(10)
        super().done(result)

    def _plan(self) -> None:
        document, paper = self._document, str(self.paper.currentData())
        self.prepared = None

        def plan(progress: Progress) -> PreparedList:
            layout = DocumentLayout(document, find_paper(paper), most_kept=0)
            return PreparedList(document, layout.plan(progress), paper)

        self._begin(plan, self._show)

    def _begin(self, work: object, then: object) -> None:
        assert callable(work)
        assert callable(then)
        if self._work is not None:
            self._work.cancel()
            self._work.wait(10)
        title = self._document.title
        running: BackgroundWork[object] = BackgroundWork(
            work, self._desk.notebook.connection, title, writes=False, parent=self
        )
        self._work = running
        running.done.connect(then)
        running.failed.connect(self._failed)
        running.ended.connect(lambda: self._ended(running))
        self._show_state()
        running.start()

    def _ended(self, running: BackgroundWork[object]) -> None:
        if self._work is running:
            self._work = None
        running.deleteLater()
        self._show_state()

    def _show(self, prepared: PreparedList) -> None:
        self.prepared = prepared
        self.preview.show_pages(prepared.painter(), find_paper(prepared.paper))
        self._show_state()

    def _failed(self, trouble: BaseException) -> None:
        if not isinstance(trouble, UserProblem):
            raise trouble
        self._tell(trouble)

    def _tell(self, problem: UserProblem) -> None:
        self.trouble.setText(problem.one_line())
        self.trouble.show()

    def _show_state(self) -> None:
        ready = self.prepared is not None
        self.save_button.setEnabled(ready)
        self.print_button.setEnabled(ready and self._has_printer)

    def _lay_out(self) -> None:
        theme = theme_of(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(PreviewBar(self.preview))
        column.addWidget(self.preview, 1)
        column.addWidget(self.trouble)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(FieldLabel(self.tr("Pape&r"), self.paper))
        buttons.addWidget(self.paper)
        buttons.addStretch(1)
        buttons.addWidget(PlainButton(self.tr("&Close"), self.reject))
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.save_button)
        column.addLayout(buttons)
        room = self.screen().availableSize() * 0.9
        self.resize(QSize(theme.em(58), theme.em(60)).boundedTo(room))
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)
