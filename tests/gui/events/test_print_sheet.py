"""The sheet to take along is asked for on the event's page, and people from the window's menu."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from notebook_app.gui.events.events_page import EventsPage
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.window_memory import WindowMemory
from notebook_app.gui.printing.document_dialog import DocumentDialog
from notebook_app.gui.printing.people_dialog import PeopleDialog
from notebook_app.gui.window_session import WindowSession
from notebook_app.model.event import EventDraft
from notebook_app.services.save_event import add_event
from notebook_app.storage.notebook import Notebook
from tests.gui.conftest import TODAY
from tests.gui.printing.sample_notebooks import add_person


@pytest.fixture
def session(notebook: Notebook, tmp_path: Path, qtbot: QtBot) -> Iterator[WindowSession]:
    """The whole window, on an event next Monday."""
    add_event(notebook, EventDraft("Breakfast club", TODAY))
    session = WindowSession(notebook, WindowMemory(tmp_path / "window.ini"), example=True)
    qtbot.addWidget(session.window)
    session.window.show()
    qtbot.waitExposed(session.window)
    session.window.activateWindow()
    yield session
    session.window.figures.wait()
    session.desk.stop_background()


def test_the_sheet_of_the_event_that_is_shown_opens(session: WindowSession, qtbot: QtBot) -> None:
    page = session.window.show_page("events")
    assert isinstance(page, EventsPage)
    assert page.panel.head.print_choice.isVisible()
    page.panel.head.print_choice.trigger()

    def dialogs() -> list[DocumentDialog]:
        return session.window.findChildren(DocumentDialog)

    qtbot.waitUntil(lambda: bool(dialogs()) and dialogs()[0].is_settled())
    (dialog,) = dialogs()
    assert dialog.windowTitle() == "Print: Breakfast club"
    assert dialog.preview.page_count >= 1
    dialog.reject()


def test_people_are_printed_from_the_window(session: WindowSession, qtbot: QtBot) -> None:
    add_person(session.desk.notebook, "Ann Berg", phone="+46 70 1")
    session.desk.ask(Act.PRINT_PEOPLE, [])

    def dialogs() -> list[PeopleDialog]:
        return session.window.findChildren(PeopleDialog)

    qtbot.waitUntil(lambda: bool(dialogs()) and dialogs()[0].is_settled())
    (dialog,) = dialogs()
    assert isinstance(dialog.parent(), QWidget)
    assert dialog.panel.whom.currentText() == "Everyone"
    dialog.reject()
