"""What the window's menu offers is about all who are selected."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from notebook_app.gui.follow_ups.plan_form import PlanForm
from notebook_app.gui.frame.window_memory import WindowMemory
from notebook_app.gui.people.people_page import PeoplePage
from notebook_app.gui.window_session import WindowSession
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.storage.notebook import Notebook


@pytest.fixture
def session(qtbot: QtBot, notebook: Notebook, tmp_path: Path) -> Iterator[WindowSession]:
    """The whole window, on three people."""
    with notebook.change("Added"):
        for name in ("Ann", "Ben", "Carla"):
            notebook.contacts.insert(ContactDraft(ContactDetails(display_name=name)))
    session = WindowSession(notebook, WindowMemory(tmp_path / "window.ini"), example=True)
    session.show([], "")
    session.window.activateWindow()
    qtbot.waitUntil(session.window.isActiveWindow)
    yield session
    page = session.window.pages.current_page()
    assert isinstance(page, PeoplePage)
    page.photos.wait()
    session.window.close()
    session.desk.stop_background()
    session.window.figures.wait()
    session.window.deleteLater()


def test_a_follow_up_is_planned_with_each_of_the_selected(
    session: WindowSession, notebook: Notebook
) -> None:
    page = session.window.show_page("people")
    assert isinstance(page, PeoplePage)
    page.focus_content()
    QTest.keyClick(page.people.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(page.people_in_hand()) == 2
    session.dialogs.plan_with_chosen()
    [form] = session.window.findChildren(PlanForm)
    form.act()
    assert [len(notebook.follow_ups.open_of(who)) for who in (1, 2, 3)] == [1, 1, 0]
    session.desk.undo()
    assert not notebook.follow_ups.open_of(1)
