"""Back from paper in the whole window: by a key, from Today, by a picture, after a restart."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QRect, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPdfWriter
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


def scan(path: Path, notebook: Notebook, page_of_code: int) -> None:
    """Write a scan of three pages as PDF, the list's code a small picture on one of them."""
    printed = notebook.printed_lists.get(1)
    assert printed is not None
    writer = QPdfWriter(str(path))
    writer.setResolution(300)
    painter = QPainter(writer)
    for number in range(3):
        if number:
            writer.newPage()
        painter.drawText(200, 200, f"Page {number + 1}")
        if number == page_of_code:
            code = code_image(reference_code(1, printed.uid))
            painter.drawImage(QRect(1500, 150, 260, 260), code)
    painter.end()


@pytest.mark.parametrize("page_of_code", [0, 2])
def test_a_scan_saved_as_pdf_opens_its_list_wherever_the_code_stands(
    qtbot: QtBot, open_window: OpenWindow, notebook: Notebook, tmp_path: Path, page_of_code: int
) -> None:
    session = open_window()
    target = tmp_path / "Scan 1.PDF"
    scan(target, notebook, page_of_code)
    session.take_files([target])
    qtbot.waitUntil(lambda: isinstance(session.window.pages.current_page(), BackPage))
    assert page_of(session).number == 1


@pytest.mark.parametrize("page", ["today", "back-from-paper"])
def test_a_scan_may_be_dropped_anywhere(
    qtbot: QtBot, open_window: OpenWindow, notebook: Notebook, tmp_path: Path, page: str
) -> None:
    session = open_window()
    window = session.window
    window.show_page(page)
    target = tmp_path / "scan.pdf"
    scan(target, notebook, 1)
    drop(session, target)
    qtbot.waitUntil(lambda: isinstance(window.pages.current_page(), BackPage))
    qtbot.waitUntil(lambda: page_of(session).number == 1)


@pytest.mark.parametrize("content", [b"%PDF-1.4 torn", b"%PDF-1.4\n" + bytes(5_000), b""])
def test_a_pdf_that_cannot_be_read_opens_nothing(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, content: bytes
) -> None:
    session = open_window()
    session.window.show_page("back-from-paper")
    torn = tmp_path / "torn.pdf"
    torn.write_bytes(content)
    drop(session, torn)
    page = page_of(session)
    qtbot.waitUntil(page.which.trouble.isVisible)
    assert "No code" in page.which.trouble.text()
    assert page.number is None


def test_a_pdf_that_is_no_list_says_so(
    qtbot: QtBot, open_window: OpenWindow, notebook: Notebook, tmp_path: Path
) -> None:
    session = open_window()
    target = tmp_path / "letter.pdf"
    scan(target, notebook, page_of_code=-1)
    with qtbot.waitSignal(session.desk.problem_met) as met:
        session.take_files([target])
    (problem,) = met.args
    assert problem.title == "No code of a printed list can be made out in letter.pdf."
    assert not session.window.findChildren(ImportPreview)


def test_a_pdf_beside_cards_does_not_keep_them_from_being_imported(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    session = open_window()
    letter, cards = tmp_path / "letter.pdf", tmp_path / "cards.vcf"
    letter.write_bytes(b"%PDF-1.4")
    cards.write_text(VCARD)
    session.take_files([letter, cards])
    qtbot.waitUntil(lambda: bool(session.window.findChildren(ImportPreview)))
    session.window.findChildren(ImportPreview)[0].reject()


def drop(session: WindowSession, file: Path) -> None:
    """Drop a file on the middle of the window."""
    data, window = QMimeData(), session.window
    data.setUrls([QUrl.fromLocalFile(str(file))])
    at = window.rect().center()
    for event in (enter_event(data, at), move_event(data, at), drop_event(data, at)):
        QApplication.sendEvent(window.windowHandle(), event)
