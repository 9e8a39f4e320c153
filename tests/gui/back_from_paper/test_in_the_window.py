"""Back from paper in the whole window: by a key, from Today, by a picture, after a restart."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook_app.gui.back_from_paper.back_page import BackPage
from notebook_app.gui.frame.window_memory import WindowMemory
from notebook_app.gui.importing.import_preview import ImportPreview
from notebook_app.gui.today.today_page import TodayPage
from notebook_app.gui.window_session import WindowSession
from notebook_app.model.follow_up import FollowUpKind
from notebook_app.model.printed_list import PaperAnswer, reference_code, row_code
from notebook_app.storage.notebook import Notebook
from tests.file_dragging import drop_event, enter_event, move_event
from tests.gui.follow_ups.filled import Filler
from tests.qr_pictures import VCARD, code_image, code_picture

OpenWindow = Callable[[], WindowSession]
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def open_window(
    qtbot: QtBot, notebook: Notebook, tmp_path: Path, print_list: Callable[[], int]
) -> Iterator[OpenWindow]:
    """The whole window, on Today, with a printed list of three."""
    fill = Filler(notebook)
    for name in ("Ann", "Ben", "Carla"):
        fill.plan(fill.person(name), FollowUpKind.CALL, 0)
    print_list()
    opened: list[WindowSession] = []

    def open_it() -> WindowSession:
        session = WindowSession(notebook, WindowMemory(tmp_path / "window.ini"), example=True)
        session.show([], "")
        session.window.activateWindow()
        qtbot.waitUntil(session.window.isActiveWindow)
        opened.append(session)
        return session

    yield open_it
    close(opened[-1])


def close(session: WindowSession) -> None:
    """Close the window; the notebook stays open."""
    session.window.close()
    session.desk.stop_background()
    session.window.figures.wait()
    session.window.deleteLater()


def page_of(session: WindowSession) -> BackPage:
    """Return the page that is shown."""
    page = session.window.pages.current_page()
    assert isinstance(page, BackPage)
    return page


def test_a_key_leads_to_it_and_closing_in_the_middle_is_no_end(
    qtbot: QtBot, open_window: OpenWindow, notebook: Notebook
) -> None:
    session = open_window()
    session.window.show_page("today")
    QTest.keyClick(session.window, Qt.Key.Key_B, BOTH)
    page = page_of(session)
    assert page.which.number.hasFocus()
    QTest.keyClicks(page.which.number, "1")
    QTest.keyClick(page.which.number, Qt.Key.Key_Return)
    for key in (Qt.Key.Key_D, Qt.Key.Key_Return):
        QTest.keyClick(page.rows.view, key)
    assert page.rows.panel.name.text() == "Ben"
    QTest.keyClick(page.rows.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.rows.panel.name.text() == "Ann"
    # The lines of the menu are named anew a moment later.
    qtbot.waitUntil(lambda: notebook.journal.redo_label() is not None)
    QTest.qWait(1)
    QTest.keyClick(page.rows.view, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert [row.answer for row in notebook.printed_lists.rows(1)] == [PaperAnswer.DONE, None, None]
    page.rows.view.go_to(2)
    close(session)
    page = page_of(open_window())
    assert (page.number, page.rows.panel.name.text()) == (1, "Carla")


def test_today_reminds_of_the_paper_until_all_of_it_is_back(
    qtbot: QtBot, open_window: OpenWindow, notebook: Notebook
) -> None:
    session = open_window()
    today = session.window.show_page("today")
    assert isinstance(today, TodayPage)
    qtbot.waitUntil(lambda: today.aside is not None)
    assert today.aside is not None
    card = today.aside.paper
    assert card.isVisible()
    assert "3 of 3 to go" in card.words.text()
    card.answer.click()
    page = page_of(session)
    assert page.number == 1
    for _ in range(3):
        for key in (Qt.Key.Key_S, Qt.Key.Key_Return):
            QTest.keyClick(page.rows.view, key)
    session.window.show_page("today")
    assert not card.isVisible()


def test_a_picture_of_the_paper_opens_its_list_and_one_of_a_card_the_import(
    qtbot: QtBot, open_window: OpenWindow, notebook: Notebook, tmp_path: Path
) -> None:
    session = open_window()
    uid = notebook.printed_lists.recent()[0].uid
    scan, card = tmp_path / "scan.png", tmp_path / "card.png"
    scan.write_bytes(code_picture(f"{reference_code(1, uid)}:{row_code(1, 2)}"))
    card.write_bytes(code_picture(VCARD))
    session.window.files_dropped.emit([scan])
    qtbot.waitUntil(lambda: session.window.pages.current_key == "back-from-paper")
    page = page_of(session)
    assert (page.number, page.rows.panel.name.text()) == (1, "Ben")
    session.window.files_dropped.emit([card])
    qtbot.waitUntil(lambda: bool(session.window.findChildren(ImportPreview)))
    (preview,) = session.window.findChildren(ImportPreview)
    preview.reject()


def test_a_picture_is_pasted_and_one_without_a_code_says_so(
    qtbot: QtBot, open_window: OpenWindow, notebook: Notebook
) -> None:
    session = open_window()
    QTest.keyClick(session.window, Qt.Key.Key_B, BOTH)
    page = page_of(session)
    blank = QImage(40, 40, QImage.Format.Format_RGB32)
    blank.fill(0xFFFFFF)
    uid = notebook.printed_lists.recent()[0].uid
    for image in (blank, code_image(reference_code(1, uid))):
        data = QMimeData()
        data.setImageData(image)
        QGuiApplication.clipboard().setMimeData(data)
        control = Qt.KeyboardModifier.ControlModifier
        QTest.keyClick(page.which.number, Qt.Key.Key_V, control)
        if image is blank:
            qtbot.waitUntil(page.which.trouble.isVisible)
            assert "No code of a printed list" in page.which.trouble.text()
    qtbot.waitUntil(lambda: page.number == 1)


def test_a_picture_dropped_on_the_page_is_taken_for_a_list_and_stays_on_it(
    qtbot: QtBot, open_window: OpenWindow, notebook: Notebook, tmp_path: Path
) -> None:
    session = open_window()
    window = session.window
    QTest.keyClick(window, Qt.Key.Key_B, BOTH)
    page = page_of(session)
    uid = notebook.printed_lists.recent()[0].uid
    said: list[str] = []
    session.desk.said.connect(lambda text, _undo: said.append(text))
    for name, code in (("scan.png", reference_code(1, uid)), ("card.png", VCARD)):
        (tmp_path / name).write_bytes(code_picture(code))
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
        at = page.mapTo(window, page.rect().center())
        for event in (enter_event(data, at), move_event(data, at), drop_event(data, at)):
            QApplication.sendEvent(window.windowHandle(), event)
        qtbot.waitUntil(lambda: page.number == 1)
    qtbot.waitUntil(lambda: any("No code of a printed list" in text for text in said))
    assert page.number == 1
    assert not window.findChildren(ImportPreview)
