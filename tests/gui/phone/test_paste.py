"""Ctrl+V anywhere in the window: cards, pictures of codes, files; and where it is for others."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook_app.gui.importing.import_preview import ImportPreview
from notebook_app.gui.people.people_page import PeoplePage
from notebook_app.gui.phone.code_offer import CodeOffer
from notebook_app.gui.window_session import WindowSession
from notebook_app.services.picture_cards import OtherCode
from notebook_app.storage.notebook import Notebook
from tests.gui.phone.test_receive_dialog import preview, shown
from tests.gui.phone.test_send_dialog import add
from tests.network.talking import CARD
from tests.qr_pictures import MECARD, VCARD, code_image, code_picture

Copy = Callable[[QMimeData], None]


def paste(session: WindowSession) -> None:
    """Ctrl+V, wherever the focus is."""
    focus = session.window.focusWidget() or session.window
    QTest.keyClick(focus, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def text(words: str) -> QMimeData:
    """A text that is copied."""
    data = QMimeData()
    data.setText(words)
    return data


def picture(image: QImage) -> QMimeData:
    """A picture that is copied."""
    data = QMimeData()
    data.setImageData(image)
    return data


class _FromAnotherProgram(QMimeData):
    """A picture as another program gives it; asked for an image, Qt would unpack it."""

    unpacked = False

    def formats(self) -> list[str]:
        return ["image/png", "application/x-qt-image"]

    def retrieveData(self, kind: str, as_what: object) -> object:
        if kind == "application/x-qt-image":
            type(self).unpacked = True
        return super().retrieveData(kind, as_what)  # type: ignore[arg-type]


def given_picture() -> QMimeData:
    """A picture of a code that another program copied."""
    data = _FromAnotherProgram()
    data.setData("image/png", code_picture(VCARD))
    return data


def card_file() -> QMimeData:
    """A card as an address book copies it."""
    data = QMimeData()
    data.setData("text/vcard", CARD)
    return data


@pytest.mark.parametrize(
    ("copied", "name"),
    [
        (lambda: text(VCARD), "Åsa Ørn"),
        (lambda: text(MECARD), "Carla Mendes"),
        (lambda: text("Max Mustermann\n+49 30 1234567"), "Max Mustermann"),
        (lambda: picture(code_image(VCARD)), "Åsa Ørn"),
        (given_picture, "Åsa Ørn"),
        (card_file, "Anna Berg"),
    ],
)
def test_what_was_copied_goes_into_the_preview(
    qtbot: QtBot,
    session: WindowSession,
    notebook: Notebook,
    *,
    copy: Copy,
    copied: Callable[[], QMimeData],
    name: str,
) -> None:
    copy(copied())
    paste(session)
    qtbot.waitUntil(lambda: shown(ImportPreview) is not None)
    assert notebook.contacts.all_ids() == []
    preview().import_button.click()
    qtbot.waitUntil(lambda: len(notebook.contacts.all_ids()) == 1)
    assert notebook.contacts.name_of(notebook.contacts.all_ids()[0]) == name


def test_a_picture_is_not_unpacked_on_the_window_s_thread(
    qtbot: QtBot, session: WindowSession, *, copy: Copy
) -> None:
    copy(given_picture())
    paste(session)
    qtbot.waitUntil(lambda: shown(ImportPreview) is not None)
    preview().reject()
    assert not _FromAnotherProgram.unpacked


def test_copied_files_go_into_the_preview(
    qtbot: QtBot, session: WindowSession, copy: Copy, tmp_path: Path
) -> None:
    path = tmp_path / "phone.vcf"
    path.write_bytes(CARD)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy(data)
    paste(session)
    qtbot.waitUntil(lambda: shown(ImportPreview) is not None)
    preview().reject()


def test_a_link_in_a_picture_that_is_dropped_is_offered_too(
    qtbot: QtBot, session: WindowSession, tmp_path: Path
) -> None:
    path = tmp_path / "sign.png"
    path.write_bytes(code_picture("https://example.org/sign"))
    session.take_files([path])
    qtbot.waitUntil(lambda: shown(CodeOffer) is not None)
    assert "holds no contact card" in session.window.message_bar.text()
    offer = shown(CodeOffer)
    assert isinstance(offer, CodeOffer)
    assert offer.text.toPlainText() == "https://example.org/sign"
    offer.reject()


def test_what_is_no_contact_is_said(qtbot: QtBot, session: WindowSession, copy: Copy) -> None:
    copy(text("Milk, bread, butter"))
    paste(session)
    qtbot.waitUntil(lambda: "no contact in what was copied" in session.window.message_bar.text())
    copy(picture(QImage(40, 40, QImage.Format.Format_RGB32)))
    paste(session)
    qtbot.waitUntil(lambda: "No QR code can be made out" in session.window.message_bar.text())


def test_a_code_with_a_link_says_it_and_offers_to_open_it(
    qtbot: QtBot, session: WindowSession, copy: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    # Else a browser would be started.
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not opened.append(url.toString()))
    copy(picture(code_image("https://example.org/fair?a=1&b=2")))
    paste(session)
    qtbot.waitUntil(lambda: shown(CodeOffer) is not None)
    offer = shown(CodeOffer)
    assert isinstance(offer, CodeOffer)
    assert offer.text.toPlainText() == "https://example.org/fair?a=1&b=2"
    assert opened == []
    offer.open_button.click()
    assert opened == ["https://example.org/fair?a=1&b=2"]


@pytest.mark.parametrize(
    ("said", "can_be_opened"),
    [
        ("https://example.org", True),
        ("HTTP://EXAMPLE.ORG", True),
        ("mailto:a@example.org", True),
        ("tel:+46701112233", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("WIFI:S:cafe;T:WPA;P:secret;;", False),
        ("www.example.org", False),
        ("Just words https://example.org", False),
        ("", False),
    ],
)
def test_only_links_that_leave_safely_can_be_opened(
    session: WindowSession, copy: Copy, said: str, can_be_opened: bool
) -> None:
    offer = CodeOffer(session.desk, session.window, OtherCode("It is no card.", "", "", said))
    offer.open()
    assert offer.open_button.isVisible() == can_be_opened
    copy(text("before"))
    offer.copy()
    assert QApplication.clipboard().text() == said


def test_a_field_to_write_in_takes_the_text(session: WindowSession, copy: Copy) -> None:
    session.window.top_bar.search.setFocus()
    copy(text("MECARD:N:A;;"))
    paste(session)
    assert session.window.top_bar.search.text() == "MECARD:N:A;;"
    assert session.desk.running_titles() == []


def test_a_photo_takes_the_picture(
    qtbot: QtBot, session: WindowSession, notebook: Notebook, copy: Copy
) -> None:
    contact_id = add(notebook, "Anna Berg")
    session.desk.open_contact(contact_id)
    page = session.window.pages.current_page()
    assert isinstance(page, PeoplePage)
    copy(picture(code_image(VCARD)))
    page.contact.head.picture.setFocus()
    paste(session)
    contact = notebook.contacts.get(contact_id)
    assert contact is not None
    assert contact.details.photo is not None
    assert session.desk.running_titles() == []
    # A card that is copied is none of its business.
    copy(text(VCARD))
    paste(session)
    qtbot.waitUntil(lambda: shown(ImportPreview) is not None)
    preview().reject()
