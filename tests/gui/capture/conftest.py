"""The whole window, played with keys alone, and how many of them were more than the text."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook_app.gui.capture.capture_page import CapturePage
from notebook_app.gui.frame.window_memory import WindowMemory
from notebook_app.gui.window_session import WindowSession
from notebook_app.model.changes import Changed
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.services.save_contact import add_contact
from notebook_app.storage.notebook import Notebook

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@dataclass
class Played:
    """A window and the hands on its keyboard; ``strokes`` counts the keys beside the text."""

    session: WindowSession
    strokes: int = 0

    @property
    def page(self) -> CapturePage:
        """The page for after an event, which must be shown."""
        page = self.session.window.pages.current_page()
        assert isinstance(page, CapturePage)
        return page

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key that is no text."""
        self.strokes += 1
        QTest.keyClick(QApplication.focusWidget() or self.session.window, key, modifiers)
        QApplication.processEvents()

    def write(self, text: str) -> None:
        """Type a text; letters that no test keyboard has come as from an input method."""
        for letter in text:
            target = QApplication.focusWidget()
            assert target is not None
            if letter.isascii():
                QTest.keyClicks(target, letter)
            else:
                event = QInputMethodEvent()
                event.setCommitString(letter)
                QApplication.sendEvent(target, event)
        QApplication.processEvents()

    def open(self) -> None:
        """Open the page by its keys."""
        self.press(Qt.Key.Key_E, CONTROL | SHIFT)

    def enter(self) -> None:
        """Press Enter."""
        self.press(Qt.Key.Key_Return)

    def onwards(self) -> None:
        """Press Ctrl+Enter."""
        self.press(Qt.Key.Key_Return, CONTROL)


@pytest.fixture
def person(notebook: Notebook) -> Callable[..., int]:
    """Add somebody by name and return the row id."""

    def add(name: str, organization: str = "") -> int:
        details = ContactDetails(display_name=name, organization=organization)
        (contact_id,) = add_contact(notebook, ContactDraft(details)).of(Changed.CONTACT)
        return contact_id

    return add


@pytest.fixture
def window(notebook: Notebook, tmp_path: Path, qtbot: QtBot) -> Iterator[Callable[[], Played]]:
    """What opens the window on the notebook, as often as it is asked to."""
    opened: list[WindowSession] = []

    def show() -> Played:
        memory = WindowMemory(tmp_path / "window.ini")
        session = WindowSession(notebook, memory, example=True)
        opened.append(session)
        session.window.show()
        qtbot.waitExposed(session.window)
        session.window.activateWindow()
        qtbot.waitUntil(session.window.isActiveWindow)
        return Played(session)

    yield show
    for session in opened:
        session.window.close()
        session.window.figures.wait()
        session.desk.stop_background()
        session.window.deleteLater()


@pytest.fixture
def played(window: Callable[[], Played]) -> Played:
    """One window."""
    return window()
