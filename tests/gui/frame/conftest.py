"""Two pages that write down what they are told, and a window around them."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.command import Command
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.main_window import MainWindow
from notebook_app.gui.frame.page import Page, PageEntry, PageState
from notebook_app.gui.frame.window_memory import WindowMemory
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.model.changes import ChangeSet

MakeWindow = Callable[..., MainWindow]


class WritingPage(Page):
    """Keeps a list of all calls."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.calls: list[object] = []
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)
        self.right = [PlainButton("Print…"), PrimaryButton("Log a conversation")]

    def top_bar_right(self) -> Sequence[QWidget]:
        return self.right

    def refresh(self, changes: ChangeSet | None) -> None:
        self.calls.append(("refresh", changes))

    def show_contact(self, contact_id: int) -> None:
        self.calls.append(("contact", contact_id))

    def focus_content(self) -> None:
        self.field.setFocus()

    def leaving(self) -> None:
        self.calls.append("leaving")

    def save_state(self) -> PageState:
        return {"text": self.field.text()}

    def restore_state(self, state: PageState) -> None:
        self.field.setText(state.get("text", ""))


class FindingPage(WritingPage):
    """Shows people and searches."""

    takes_search = True  # type: ignore[assignment]

    def search_text_changed(self, text: str) -> None:
        self.calls.append(("search", text))


@pytest.fixture
def entries() -> list[PageEntry]:
    """Today, which doesn't search, and People, which does."""
    return [
        PageEntry("today", "Today", WritingPage, lambda counts: counts.due, True),
        PageEntry("people", "People", FindingPage, lambda counts: counts.people, finds_people=True),
    ]


@pytest.fixture
def make_window(
    qtbot: QtBot, desk: Desk, entries: list[PageEntry], tmp_path: Path
) -> Iterator[MakeWindow]:
    """Makes windows on the same notebook and the same memory, as after a restart."""
    made: list[MainWindow] = []

    def make(*commands: Command, pages: list[PageEntry] | None = None) -> MainWindow:
        memory = WindowMemory(tmp_path / "window.ini")
        window = MainWindow(desk, entries if pages is None else pages, commands, memory)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        made.append(window)
        return window

    yield make
    desk.stop_background()
