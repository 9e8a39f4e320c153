"""Any document is shown as it will be on paper, and its page is remembered by what it is."""

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.printing.document_dialog import DocumentDialog
from notebook_app.reports.document import Document, Section

DOCUMENT = Document("Report", "2026", (Section("A", (), paragraphs=("Some words.",)),))


def test_the_page_is_remembered_for_each_kind_of_document(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    desk.settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    above = QWidget()
    qtbot.addWidget(above)

    def opened(kind: str) -> DocumentDialog:
        dialog = DocumentDialog(desk, above, DOCUMENT, "Report", kind)
        dialog.show()
        qtbot.waitUntil(lambda: dialog.is_settled() and dialog.prepared is not None)
        return dialog

    first = opened("briefing")
    first.page.orientation.choose(True)
    first.page.margins.choose(10)
    first.paper.choose("Letter")
    qtbot.waitUntil(lambda: first.is_settled() and first.prepared is not None)
    assert first.prepared is not None
    assert first.prepared.paper == "Letter landscape, margins 10 mm"
    chosen = first.page.setup()
    first.reject()
    again, other = opened("briefing"), opened("event")
    assert again.page.setup() == chosen
    assert other.page.setup().margins is None
    assert other.page.setup().landscape is False
    for dialog in (again, other):
        dialog.reject()
