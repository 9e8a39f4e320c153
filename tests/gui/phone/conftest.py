"""The dialogs with phones in the real window, on the loopback address; none outlives its test."""

import http.client
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from notebook_app.gui.frame.window_memory import WindowMemory
from notebook_app.gui.people.people_page import PeoplePage
from notebook_app.gui.phone.page_dialog import PageDialog
from notebook_app.gui.window_session import WindowSession
from notebook_app.network.own_addresses import AddressKind, OwnAddress
from notebook_app.storage.notebook import Notebook
from tests.network.talking import FORM, form

Dialog = Callable[[PageDialog], None]


def loopback() -> Sequence[OwnAddress]:
    """Two networks to choose from, both this computer."""
    return (
        OwnAddress("127.0.0.1", "wlan0", AddressKind.LOCAL),
        OwnAddress("127.0.0.2", "docker0", AddressKind.VIRTUAL),
    )


@dataclass
class Phone:
    """A phone's browser, on a thread of its own: the window goes on meanwhile."""

    answers: list[tuple[int, bytes]] = field(default_factory=list)
    _threads: list[threading.Thread] = field(default_factory=list)

    def get(self, url: str, path: str = "") -> None:
        """Ask for the page, or for something below it."""
        self._ask("GET", url, path, b"", {})

    def send(self, url: str, *files: tuple[str, bytes], text: str = "") -> None:
        """Send files as the page's form does."""
        self._ask("POST", url, "", form(files, text), {"Content-Type": FORM})

    def wait(self) -> None:
        """Wait for all answers."""
        for thread in self._threads:
            thread.join(10)

    def _ask(self, method: str, url: str, path: str, body: bytes, headers: dict[str, str]) -> None:
        def ask() -> None:
            parts = urlsplit(url)
            connection = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=10)
            connection.request(method, parts.path + path, body, headers)
            answer = connection.getresponse()
            self.answers.append((answer.status, answer.read()))
            connection.close()

        thread = threading.Thread(target=ask)
        self._threads.append(thread)
        thread.start()


@pytest.fixture
def phone() -> Iterator[Phone]:
    """A phone in the same network."""
    phone = Phone()
    yield phone
    phone.wait()


@pytest.fixture
def session(qtbot: QtBot, notebook: Notebook, tmp_path: Path) -> Iterator[WindowSession]:
    """The whole window, shown."""
    session = WindowSession(notebook, WindowMemory(tmp_path / "window.ini"), example=True)
    session.show([], "")
    session.window.activateWindow()
    qtbot.waitUntil(session.window.isActiveWindow)
    yield session
    # What was written is told a moment later, and the window must still be there.
    qtbot.waitUntil(lambda: not session.desk.running_titles())
    page = session.window.pages.current_page()
    if isinstance(page, PeoplePage):
        page.photos.wait()
    session.window.close()
    session.desk.stop_background()
    session.window.figures.wait()
    session.window.deleteLater()


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Dialog]:
    """What opens a dialog and waits for its page."""
    dialogs: list[PageDialog] = []

    def open_it(dialog: PageDialog) -> None:
        dialogs.append(dialog)
        dialog.open()
        dialog.begin()
        qtbot.waitUntil(lambda: bool(url_of(dialog)))

    yield open_it
    for dialog in dialogs:
        if isValid(dialog):
            dialog.reject()


def url_of(dialog: PageDialog) -> str:
    """Return where the page is, as the dialog says it."""
    return dialog.address.text().replace("\n", "") if dialog.state.is_open else ""


@pytest.fixture
def copy() -> Iterator[Callable[[QMimeData], None]]:
    """What copies something; the clipboard is cleared at the end, or Qt crashes at exit."""
    clipboard = QApplication.clipboard()
    yield clipboard.setMimeData
    clipboard.clear()
