"""Receiving from a phone: a real page on the loopback address, and a real client."""

import socket
import time
from urllib.parse import urlsplit

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from notebook_app.formats.qr_picture import codes_in
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.importing.grey_picture import shades_of
from notebook_app.gui.importing.import_preview import ImportPreview
from notebook_app.gui.phone.code_offer import CodeOffer
from notebook_app.gui.phone.help_steps import Source, steps_for
from notebook_app.gui.phone.page_link import PageLink
from notebook_app.gui.phone.receive_dialog import ReceiveDialog
from notebook_app.gui.window_session import WindowSession
from notebook_app.network.phone_events import End
from notebook_app.network.phone_limits import PhoneLimits
from notebook_app.network.words_english import ENGLISH
from notebook_app.storage.notebook import Notebook
from tests.gui.phone.conftest import Dialog, Phone, loopback, url_of
from tests.network.talking import CARD, FORM, form
from tests.qr_pictures import code_picture

BEN = CARD.replace(b"Anna", b"Ben")


def shown(kind: type[QWidget]) -> QWidget | None:
    """The dialog of a kind that is in sight."""
    return next(
        (
            each
            for each in QApplication.topLevelWidgets()
            if type(each) is kind and each.isVisible()
        ),
        None,
    )


def preview() -> ImportPreview:
    """The preview in sight."""
    found = shown(ImportPreview)
    assert isinstance(found, ImportPreview)
    return found


def test_from_the_phone_through_the_preview_into_the_notebook(
    qtbot: QtBot, session: WindowSession, notebook: Notebook, opened: Dialog, phone: Phone
) -> None:
    dialog = ReceiveDialog(session.desk, session.window, addresses=loopback)
    opened(dialog)
    assert dialog.status.text() == "Waiting for the phone…"
    assert not dialog.look_button.isEnabled()
    phone.get(url_of(dialog))
    qtbot.waitUntil(lambda: "has reached the page" in dialog.status.text())
    phone.send(url_of(dialog), ("phone.vcf", CARD), ("song.mp3", b"ID3 la la la"))
    qtbot.waitUntil(dialog.look_button.isEnabled)
    assert dialog.status.text() == "1 file, 1 contact arrived."
    # A second sending is gathered with the first; the same again is not.
    phone.send(url_of(dialog), ("phone.vcf", BEN * 2))
    phone.wait()
    phone.send(url_of(dialog), ("phone.vcf", BEN * 2))
    qtbot.waitUntil(lambda: len(dialog.lines) == 4)
    assert [line.text() for line in dialog.lines] == [
        "phone.vcf: 1 contact",
        "song.mp3 was not taken: there are no contacts in it.",
        "phone.vcf: 2 contacts",
        "The same files came once more.",
    ]
    assert dialog.status.text() == "2 files, 3 contacts arrived."
    page = urlsplit(url_of(dialog))
    assert notebook.contacts.all_ids() == []
    dialog.look()
    qtbot.waitUntil(lambda: shown(ImportPreview) is not None)
    assert not is_open(page.hostname, page.port)
    preview().import_button.click()
    qtbot.waitUntil(lambda: len(notebook.contacts.all_ids()) == 2)


def is_open(host: str | None, port: int | None) -> bool:
    """Whether something listens there."""
    try:
        socket.create_connection((str(host), int(port or 0)), 1).close()
    except OSError:
        return False
    return True


def test_closed_in_the_middle_of_a_transfer_nothing_is_left(
    qtbot: QtBot, session: WindowSession, notebook: Notebook, opened: Dialog
) -> None:
    dialog = ReceiveDialog(session.desk, session.window, addresses=loopback)
    opened(dialog)
    parts = urlsplit(url_of(dialog))
    body = form([("phone.vcf", CARD * 20_000)])
    with socket.create_connection((str(parts.hostname), int(parts.port or 0)), 5) as sending:
        head = (
            f"POST {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nContent-Type: {FORM}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        sending.sendall(head.encode() + body[: len(body) // 2])
        qtbot.waitUntil(lambda: dialog.state.is_receiving)
        assert dialog.status.text().startswith("Receiving: ")
        assert not dialog.look_button.isEnabled()
        page = dialog.link.session
        assert page is not None
        begun = time.monotonic()
        dialog.reject()
        took = time.monotonic() - begun
        assert page.url == ""
        assert page.arrivals == ()
        # The other side is told at once.
        sending.settimeout(5)
        assert cut_off(sending)
    assert took < 1
    assert dialog.link.session is None
    assert page.wait_until_ended(5)
    assert not is_open(parts.hostname, parts.port)
    assert shown(ImportPreview) is None
    assert notebook.contacts.all_ids() == []


def cut_off(connection: socket.socket) -> bool:
    """Whether the other side closed it, with or without a word."""
    try:
        while connection.recv(65_536):
            pass
    except TimeoutError:
        return False
    except ConnectionError:
        return True
    return True


def test_closed_before_the_page_was_opened_none_is(qtbot: QtBot, session: WindowSession) -> None:
    dialog = ReceiveDialog(session.desk, session.window, addresses=loopback)
    dialog.open()
    opening: PageLink = dialog.link
    dialog.begin()
    dialog.reject()
    qtbot.wait(300)
    assert opening.session is None


def test_a_camera_reads_the_address_from_the_dialog(session: WindowSession, opened: Dialog) -> None:
    dialog = ReceiveDialog(session.desk, session.window, addresses=loopback)
    opened(dialog)
    picture: QImage = dialog.grab().toImage()
    (code,) = [code for shade in shades_of(picture) for code in codes_in(shade)]
    assert code.text == url_of(dialog)
    dialog.copy_address.click()
    assert QApplication.clipboard().text() == code.text
    QApplication.clipboard().clear()


def test_another_network_is_another_page(
    qtbot: QtBot, session: WindowSession, opened: Dialog, phone: Phone
) -> None:
    dialog = ReceiveDialog(session.desk, session.window, addresses=loopback)
    opened(dialog)
    first = url_of(dialog)
    assert [dialog.network.itemText(line) for line in range(dialog.network.count())] == [
        "127.0.0.1 · wlan0",
        "127.0.0.2 · docker0 (Docker or virtual machines: phones don't get there)",
    ]
    phone.send(first, ("phone.vcf", CARD))
    qtbot.waitUntil(dialog.look_button.isEnabled)
    dialog.network.setCurrentIndex(1)
    dialog.network.activated.emit(1)
    qtbot.waitUntil(lambda: url_of(dialog).startswith("http://127.0.0.2:"))
    assert url_of(dialog).rpartition("/")[2] != first.rpartition("/")[2]
    # What came to the first page is still here.
    phone.send(url_of(dialog), ("more.vcf", BEN))
    qtbot.waitUntil(lambda: [line.text() for line in dialog.lines][1:] == ["more.vcf: 1 contact"])
    assert dialog.look_button.isEnabled()
    # That address is answered here, but is none of this computer's own.
    qtbot.waitUntil(lambda: "no longer in that network" in dialog.status.text())


def test_says_why_nobody_reaches_it_and_when_time_is_over(
    qtbot: QtBot, session: WindowSession, opened: Dialog
) -> None:
    limits = PhoneLimits(reach_seconds=0.2)
    dialog = ReceiveDialog(session.desk, session.window, limits=limits, addresses=loopback)
    opened(dialog)
    assert dialog.time_left.text() in ("10:00 left", "9:59 left", "9:58 left")
    qtbot.waitUntil(lambda: "could not reach this computer" in dialog.reason.text())
    page = dialog.link.session
    assert page is not None
    page.stop(End.TIME_OVER)
    qtbot.waitUntil(lambda: "minutes are over" in dialog.status.text())
    assert dialog.time_left.text() == ""
    assert dialog.reason.isHidden()
    dialog.anew_button.click()
    qtbot.waitUntil(lambda: bool(url_of(dialog)))
    assert dialog.status.text() == "Waiting for the phone…"


def test_without_a_network_it_says_so(qtbot: QtBot, session: WindowSession) -> None:
    dialog = ReceiveDialog(session.desk, session.window, addresses=tuple)
    dialog.open()
    dialog.begin()
    qtbot.waitUntil(dialog.trouble.isVisible)
    assert dialog.trouble.text().startswith("This computer is in no network.")
    dialog.reject()


def test_a_picture_of_a_link_is_offered_and_the_rest_looked_at(
    qtbot: QtBot, session: WindowSession, desk: Desk, opened: Dialog, phone: Phone
) -> None:
    dialog = ReceiveDialog(session.desk, session.window, addresses=loopback)
    opened(dialog)
    link = code_picture("https://example.org/fair")
    phone.send(url_of(dialog), ("poster.png", link))
    qtbot.waitUntil(dialog.look_button.isEnabled)
    dialog.look()
    qtbot.waitUntil(lambda: shown(CodeOffer) is not None)
    offer = shown(CodeOffer)
    assert isinstance(offer, CodeOffer)
    assert offer.text.toPlainText() == "https://example.org/fair"
    offer.reject()
    assert dialog.isVisible()
    assert not dialog.look_button.isEnabled()
    # Beside a contact it keeps nothing from going on.
    phone.wait()
    phone.send(url_of(dialog), ("sign.png", link), ("phone.vcf", CARD))
    qtbot.waitUntil(dialog.look_button.isEnabled)
    with qtbot.waitSignal(session.desk.problem_met):
        dialog.look()
    qtbot.waitUntil(lambda: shown(ImportPreview) is not None)
    preview().reject()


def test_the_help_says_what_the_page_on_the_phone_says(
    session: WindowSession, qtbot: QtBot
) -> None:
    dialog = ReceiveDialog(session.desk, session.window, addresses=loopback)
    qtbot.addWidget(dialog)
    assert dialog.help.words() == []
    dialog.help.toggle.click()
    assert dialog.help.words()[0] == f"1. {ENGLISH.iphone_steps[0]}"
    dialog.help.source.choose(Source.ANDROID)
    assert dialog.help.words()[1] == f"2. {ENGLISH.android_steps[1]}"
    assert all(len(steps_for(source)) == 4 for source in Source)
