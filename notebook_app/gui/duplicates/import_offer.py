"""After an import: a quiet word if somebody seems to be in the notebook twice now."""

from PySide6.QtCore import QCoreApplication

from notebook_app.foundation.progress import Progress
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.duplicate_score import Certainty
from notebook_app.services.find_duplicates import find_duplicates


def offer_duplicates(desk: Desk, import_id: int) -> None:
    """Look around the imported people; if some seem to be here twice, offer to look at them."""
    notebook = desk.notebook

    def search(progress: Progress) -> int:
        pairs = find_duplicates(notebook, progress, notebook.duplicates.imported_by(import_id))
        return sum(pair.score.certainty is not Certainty.PERHAPS for pair in pairs)

    def done(count: int) -> None:
        if count == 1:
            desk.more_offered.emit(_words("1 seems to be here twice"), Act.DUPLICATES)
        elif count:
            words = _words("{count} seem to be here twice").format(count=count)
            desk.more_offered.emit(words, Act.DUPLICATES)

    desk.run_in_background(search, done, _words("Looking for duplicates"), writes=False)


def _words(text: str) -> str:
    return QCoreApplication.translate("ImportOffer", text)
