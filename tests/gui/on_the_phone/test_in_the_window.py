"""The calls in the whole window: reached by a key, done by keys, left by Escape."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.window_memory import WindowMemory
from notebook_app.gui.on_the_phone.phone_page import PhonePage
from notebook_app.gui.today.today_page import TodayPage
from notebook_app.gui.window_session import WindowSession
from notebook_app.model.follow_up import FollowUpKind
from notebook_app.storage.notebook import Notebook
from tests.gui.follow_ups.filled import Filler


@pytest.fixture
def session(qtbot: QtBot, notebook: Notebook, tmp_path: Path) -> Iterator[WindowSession]:
    """The whole window, on Today, with two calls to make."""
    fill = Filler(notebook)
    for name in ("Ann", "Ben"):
        fill.plan(fill.person(name), FollowUpKind.CALL, 0)
    session = WindowSession(notebook, WindowMemory(tmp_path / "window.ini"), example=True)
    session.show([], "")
    session.window.show_page("today")
    session.window.activateWindow()
    qtbot.waitUntil(session.window.isActiveWindow)
    yield session
    session.window.close()
    session.desk.stop_background()
    session.window.figures.wait()
    session.window.deleteLater()


def test_the_calls_are_reached_made_and_left_by_keys(
    qtbot: QtBot, session: WindowSession, notebook: Notebook
) -> None:
    pages = session.window.pages
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(session.window, Qt.Key.Key_P, both)
    page = pages.current_page()
    assert isinstance(page, PhonePage)
    assert page.hasFocus()
    for progress in ("1 of 2", "2 of 2"):
        assert page.sheet.progress.text() == progress
        QTest.keyClick(page, Qt.Key.Key_D)
    assert page.end.isVisible()
    assert not notebook.follow_ups.open_between(None, None)
    QTest.keyClick(session.window.focusWidget(), Qt.Key.Key_Escape)
    assert isinstance(pages.current_page(), TodayPage)
