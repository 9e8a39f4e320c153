"""Started at login with the tray wanted: no window, until the tray or its absence asks for one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from notebook_app.foundation.clock import StoppedClock
from notebook_app.foundation.folders import Folders
from notebook_app.gui.frame.window_memory import WindowMemory
from notebook_app.gui.reminders.kept_reminders import KeptReminders
from notebook_app.gui.window_session import WindowSession
from tests.empty_notebook import empty_notebook


@pytest.fixture
def memory(tmp_path: Path) -> WindowMemory:
    """Settings in a folder of their own."""
    return WindowMemory(Folders(tmp_path, tmp_path, tmp_path).window_settings)


@pytest.fixture
def session(tmp_path: Path, memory: WindowMemory, qtbot: QtBot) -> Iterator[WindowSession]:
    """A window that is not shown yet."""
    notebook = empty_notebook(tmp_path / "n.db", StoppedClock(date(2026, 11, 21)))
    session = WindowSession(notebook, memory, example=False)
    yield session
    session.window.hide()
    session.close()


def want_tray(session: WindowSession, memory: WindowMemory) -> None:
    """As chosen in the settings of reminders."""
    path = str(session.desk.notebook.path.absolute())
    KeptReminders(memory.settings, path).keep_in_tray(True)


@pytest.mark.qt_log_ignore("No such signal QPlatformNativeInterface", extend=True)
def test_the_window_stays_away_where_the_tray_is_wanted(
    session: WindowSession, memory: WindowMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And can be opened by it; without a tray after a while it comes up by itself."""
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    want_tray(session, memory)
    picture = QPixmap(16, 16)
    picture.fill()
    session.window.setWindowIcon(QIcon(picture))
    session.show((), "", in_tray=True)
    assert not session.window.isVisible()
    session._show_without_tray()
    assert not session.window.isVisible()
    session.window.bring_to_front()
    assert session.window.isVisible()


def test_without_a_tray_the_window_comes_up_after_all(
    session: WindowSession, memory: WindowMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody could open it otherwise."""
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    want_tray(session, memory)
    session.show((), "", in_tray=True)
    assert not session.window.isVisible()
    session._show_without_tray()
    assert session.window.isVisible()


def test_who_did_not_ask_for_the_tray_gets_the_window(session: WindowSession) -> None:
    """Also from an entry of another time."""
    session.show((), "", in_tray=True)
    assert session.window.isVisible()
