"""What came under a name, from a phone or the clipboard, is previewed as a file is."""

from typing import TypeVar

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.importing.calendar_preview import CalendarPreview
from notebook_app.gui.importing.columns_dialog import ColumnsDialog
from notebook_app.gui.importing.import_preview import ImportPreview
from notebook_app.gui.importing.import_run import preview_files
from notebook_app.network.phone_events import Arrived
from notebook_app.network.phone_files import ReceivedFile
from notebook_app.services.receive_from_phone import received_sources

CARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna Berg\r\nEND:VCARD\r\n"
TABLE = "Wer;Nummer;Schuhe\nÅsa Lind;+46 70 1;39\n".encode()
CALENDAR = (
    b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Choir\r\nDTSTART:%s\r\n"
    b"END:VEVENT\r\nEND:VCALENDAR\r\n"
)
_Dialog = TypeVar("_Dialog", bound=QDialog)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the preview opens over."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def shown(qtbot: QtBot, window: QWidget, kind: type[_Dialog]) -> _Dialog:
    """Return the dialog of a kind once it is there."""

    def is_there() -> bool:
        return any(each.isVisible() for each in window.findChildren(kind))

    qtbot.waitUntil(is_there, timeout=10_000)
    return next(each for each in window.findChildren(kind) if each.isVisible())


def came(*files: tuple[str, bytes]) -> Arrived:
    """Return what arrived."""
    return Arrived(tuple(ReceivedFile(name, data) for name, data in files), ())


def test_cards_that_came_are_previewed(qtbot: QtBot, window: QWidget, desk: Desk) -> None:
    sources = received_sources([came(("Contacts.vcf", CARD), ("Contacts.vcf", CARD * 2))], "SE")
    preview_files(desk, window, sources)
    preview = shown(qtbot, window, ImportPreview)
    assert preview.import_button.text() == "Add 1 person"
    assert desk.notebook.contacts.all_ids() == []
    preview.reject()


def test_a_table_that_came_is_asked_about(qtbot: QtBot, window: QWidget, desk: Desk) -> None:
    preview_files(desk, window, received_sources([came(("people.csv", TABLE))], "SE"))
    shown(qtbot, window, ColumnsDialog).reject()


def test_a_calendar_that_came_goes_its_own_way(qtbot: QtBot, window: QWidget, desk: Desk) -> None:
    day = desk.clock.today().strftime("%Y%m%d").encode()
    sources = received_sources([came(("plans.ics", CALENDAR % day), ("a.vcf", CARD))], "SE")
    preview_files(desk, window, sources)
    preview = shown(qtbot, window, CalendarPreview)
    assert preview.import_button.text() == "Add 1 event"
    preview.reject()
    shown(qtbot, window, ImportPreview).reject()
