"""Shows any document as it will be on paper, and prints it or saves it as a PDF."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.foundation.progress import Progress
from notebook_app.gui.frame.background_work import BackgroundWork
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.printing.pages_dialog import PagesDialog
from notebook_app.gui.printing.paper import PAPERS, usual_paper
from notebook_app.gui.printing.prepared_list import PreparedList, prepare_document
from notebook_app.gui.printing.preview_bar import PreviewBar
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, theme_of
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.gui.widgets.choice_field import ChoiceField
from notebook_app.gui.widgets.labels import FieldLabel
from notebook_app.reports.document import Document


class DocumentDialog(PagesDialog):
    """The document is there; only the paper can still be chosen."""

    def __init__(self, desk: Desk, parent: QWidget, document: Document, file_name: str) -> None:
        """Take the desk, who asked, the document, and what its file is called by itself."""
        super().__init__(desk, parent, prints_first=False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Print: {title}").format(title=document.title))
        self._document = document
        self._usual_name = file_name
        self._planning: BackgroundWork[PreparedList] | None = None
        self.paper = ChoiceField()
        for paper in PAPERS:
            self.paper.addItem(paper.name, paper.name)
        self.paper.choose(usual_paper(self.locale()))
        self._lay_out()
        self.paper.currentIndexChanged.connect(lambda _index: self._plan())
        self._plan()

    def is_settled(self) -> bool:
        """Return whether nothing is being planned or saved."""
        return self._planning is None and self._saving is None

    def done(self, result: int) -> None:
        """Stop what still runs, and close."""
        self._plan_no_more()
        super().done(result)

    def _file_name(self) -> str:
        return self._usual_name

    def _plan(self) -> None:
        """Lay the document out on the paper that is chosen now."""
        document, paper = self._document, str(self.paper.currentData())
        self.prepared = None
        self._plan_no_more()

        def plan(progress: Progress) -> PreparedList:
            return prepare_document(document, paper, progress)

        running = BackgroundWork(
            plan, self._desk.notebook.connection, document.title, writes=False, parent=self
        )
        self._planning = running
        running.done.connect(self._show)
        running.failed.connect(self._failed)
        running.ended.connect(lambda: self._planned(running))
        self._show_state()
        running.start()

    def _plan_no_more(self) -> None:
        if self._planning is not None:
            self._planning.cancel()
            self._planning.wait(10)

    def _planned(self, running: BackgroundWork[PreparedList]) -> None:
        if self._planning is running:
            self._planning = None
        running.deleteLater()

    def _show_state(self) -> None:
        super()._show_state()
        self.paper.setEnabled(self._saving is None)

    def _lay_out(self) -> None:
        theme = theme_of(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(PreviewBar(self.preview))
        column.addWidget(self.preview, 1)
        column.addWidget(self.trouble)
        column.addWidget(self.missing)
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
