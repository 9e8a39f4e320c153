"""Duplicates in the whole window: by the menu, from the timeline, and taken back there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook_app.gui.duplicates.duplicates_page import DuplicatesPage
from notebook_app.gui.duplicates.merge_dialog import MergeDialog
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.command import Menu
from notebook_app.gui.frame.window_memory import WindowMemory
from notebook_app.gui.people.people_page import PeoplePage
from notebook_app.gui.timeline.timeline_view import TimelineView
from notebook_app.gui.window_session import WindowSession
from notebook_app.model.contact import ContactDetails, ContactDraft, Phone
from notebook_app.model.rows import EntryKind, TimelineEntry
from notebook_app.storage.notebook import Notebook


@pytest.fixture
def session(qtbot: QtBot, notebook: Notebook, tmp_path: Path) -> Iterator[WindowSession]:
    """The window on a notebook with two who are one."""
    with notebook.change("two"):
        for name in ("Bob Smith", "Robert Smith"):
            details = ContactDetails(display_name=name, phones=(Phone("+46701234567"),))
            notebook.contacts.insert(ContactDraft(details))
    session = WindowSession(notebook, WindowMemory(tmp_path / "window.ini"), example=True)
    session.show([], "")
    session.window.activateWindow()
    qtbot.waitUntil(session.window.isActiveWindow)
    yield session
    page = session.window.pages.current_page()
    if isinstance(page, PeoplePage):
        page.photos.wait()
    session.window.close()
    session.desk.stop_background()
    session.window.figures.wait()
    session.window.deleteLater()


def test_the_menu_leads_to_the_page_which_has_no_line_in_the_side_bar(
    session: WindowSession, notebook: Notebook, qtbot: QtBot
) -> None:
    window = session.window
    [line] = [
        action
        for action in window.menus.menu(Menu.PEOPLE).actions()
        if action.text() == "Look for &duplicates…"
    ]
    line.trigger()

    page = window.pages.current_page()
    assert isinstance(page, DuplicatesPage)
    assert window.top_bar.title == "Duplicates"
    assert not window.side_bar.item("today").isChecked()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_M)
    assert len(notebook.contacts.all_ids()) == 1
    assert window.message_bar.text() == "Merged Bob Smith and Robert Smith" or (
        window.message_bar.text() == "Merged Robert Smith and Bob Smith"
    )
    window.message_bar.act_button.click()
    assert len(notebook.contacts.all_ids()) == 2
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    window.show_page("today")
    assert window.side_bar.item("today").isChecked()


def test_selected_people_are_merged_and_parted_on_the_timeline(
    session: WindowSession, notebook: Notebook, qtbot: QtBot
) -> None:
    session.desk.ask(Act.MERGE, [1, 2])
    [dialog] = session.window.findChildren(MergeDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    page = session.window.pages.current_page()
    assert isinstance(page, PeoplePage)
    [kept] = notebook.contacts.all_ids()
    entries = notebook.timeline.page(kept, 0, 10)
    assert [(entry.kind, entry.title) for entry in entries] == [
        (EntryKind.MERGE, "Merged with Robert Smith")
    ]
    [view] = page.findChildren(TimelineView)
    view.setFocus()
    view.set_current(0)
    QTest.keyClick(view, Qt.Key.Key_Delete)

    assert notebook.contacts.all_ids() == [1, 2]
    assert session.window.message_bar.text() == (
        "Took back the merge of Robert Smith and Bob Smith"
    )
    shown: list[TimelineEntry] = notebook.timeline.page(kept, 0, 10)
    assert shown == []
