"""Shows any document as it will be on paper, and prints it or saves it as a PDF."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.printing.below_preview import stand_below_preview
from notebook_app.gui.printing.latest_work import LatestWork
from notebook_app.gui.printing.page_fields import PageFields, remember_setup, remembered_setup
from notebook_app.gui.printing.pages_dialog import PagesDialog
from notebook_app.gui.printing.prepared_list import PreparedList, prepare_document
from notebook_app.reports.document import Document


class DocumentDialog(PagesDialog):
    """The document is there; only the page can still be chosen, and is remembered."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        document: Document,
        file_name: str,
        remembered_as: str = "document",
    ) -> None:
        """Take the desk, who asked, the document, and what its file is called by itself.

        The page is that of the last document that was ``remembered_as`` the same.
        """
        super().__init__(desk, parent, prints_first=False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Print: {title}").format(title=document.title))
        self._document = document
        self._usual_name = file_name
        self._group = f"print-{remembered_as}"
        self._planning: LatestWork[PreparedList] = LatestWork(
            desk.notebook, self, self._show, self._failed
        )
        setup = remembered_setup(desk.settings, self._group, self.locale())
        self.page = PageFields(setup, across=True)
        self.paper = self.page.paper
        self._lay_out()
        self.page.changed.connect(self._plan)
        self._plan()

    def is_settled(self) -> bool:
        """Return whether nothing is being planned or saved."""
        return not self._planning.busy and self._saving is None

    def done(self, result: int) -> None:
        """Keep the page for the next time, stop what still runs, and close."""
        remember_setup(self._desk.settings, self._group, self.page.setup())
        self._planning.stop()
        super().done(result)

    def _file_name(self) -> str:
        return self._usual_name

    def _plan(self) -> None:
        """Lay the document out on the page that is chosen now."""
        document, paper = self._document, self.page.setup().name()
        self.prepared = None
        self._planning.start(
            lambda progress: prepare_document(document, paper, progress), document.title
        )
        self._show_state()

    def _show_state(self) -> None:
        super()._show_state()
        self.page.setEnabled(self._saving is None)

    def _lay_out(self) -> None:
        stand_below_preview(self, (self.page,), (self.print_button, self.save_button))
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)
