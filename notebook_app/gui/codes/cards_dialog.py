"""Shows a sheet of visiting cards as it will be on paper, and prints it or saves it as a PDF."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from notebook_app.foundation.progress import Progress
from notebook_app.gui.codes.cards_job import visiting_cards
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.printing.below_preview import stand_below_preview
from notebook_app.gui.printing.labels_jobs import paper_of
from notebook_app.gui.printing.labels_pdf import write_job
from notebook_app.gui.printing.labels_printer import ask_and_print_job
from notebook_app.gui.printing.pages_dialog import PagesDialog
from notebook_app.gui.printing.paper import PAPERS, usual_paper
from notebook_app.gui.widgets.choice_field import ChoiceField
from notebook_app.gui.widgets.labels import FieldLabel
from notebook_app.model.contact import ContactDetails
from notebook_app.services.card_as_code import CardCode


class CardsDialog(PagesDialog):
    """Ten equal cards; only the paper can be chosen."""

    def __init__(
        self, desk: Desk, parent: QWidget, details: ContactDetails, code: CardCode
    ) -> None:
        """Take the desk, who asked, whose cards they are, and their code."""
        super().__init__(desk, parent, prints_first=True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Print cards"))
        self._details = details
        self._squares = code.squares()
        self.paper = ChoiceField()
        for paper in PAPERS:
            self.paper.addItem(paper.name, paper.name)
        self.paper.choose(usual_paper(self.locale()))
        self.job = visiting_cards(details, self._squares, str(self.paper.currentData()))
        self._lay_out()
        self.paper.currentIndexChanged.connect(lambda _index: self._take_paper())
        self._take_paper()

    def _take_paper(self) -> None:
        self.job = visiting_cards(self._details, self._squares, str(self.paper.currentData()))
        self.preview.show_pages(self.job.painter(), paper_of(self.job))
        self._show_state()

    def _has_pages(self) -> bool:
        return True

    def _writing(self, path: Path) -> Callable[[Progress], int]:
        job = self.job
        return lambda progress: write_job(job, path, progress)

    def _send_to_printer(self) -> int:
        return ask_and_print_job(self.job, self)

    def _file_name(self) -> str:
        return self.job.title.replace(" – ", " ")

    def _lay_out(self) -> None:
        label = FieldLabel(self.tr("Pape&r"), self.paper)
        stand_below_preview(self, (label, self.paper), (self.save_button, self.print_button))
        self.paper.setFocus(Qt.FocusReason.OtherFocusReason)
