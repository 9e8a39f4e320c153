"""Shows the sheet that one takes along to an event, to be printed or saved."""

from PySide6.QtWidgets import QWidget

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.printing.document_dialog import DocumentDialog
from notebook_app.gui.printing.locale_date_words import LocaleDateWords
from notebook_app.reports.document import Document
from notebook_app.services.make_people_document import event_document
from notebook_app.services.safe_file_names import safe_stem


def show_event_sheet(desk: Desk, parent: QWidget, event_id: int) -> None:
    """Open the sheet over ``parent``; it is gathered beside the window."""
    notebook, words = desk.notebook, LocaleDateWords(parent.locale())

    def show(document: Document) -> None:
        name = f"{safe_stem(document.title)} {desk.clock.today().isoformat()}"
        DocumentDialog(desk, parent, document, name, "event").open()

    desk.run_in_background(
        lambda _progress: event_document(notebook, event_id, words),
        show,
        desk.tr("Gathering the sheet"),
        writes=False,
    )
