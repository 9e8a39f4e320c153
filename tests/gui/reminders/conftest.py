"""A window with people, a clock that is set by hand, and reminders of it."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.main_window import MainWindow
from notebook_app.gui.frame.page import Page, PageEntry
from notebook_app.gui.frame.window_memory import WindowMemory
from notebook_app.gui.reminders.desktop_notes import DesktopNotes
from notebook_app.gui.reminders.kept_reminders import KeptReminders
from notebook_app.gui.reminders.reminder_watch import ReminderWatch


class HandClock:
    """A clock that stands where it is set to."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 21, 8, 30)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def hand_clock() -> HandClock:
    """Half past eight on 21 November."""
    return HandClock()


@pytest.fixture
def kept(tmp_path: Path) -> KeptReminders:
    """What is kept in a settings file."""
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    return KeptReminders(settings, "people.db")


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, tmp_path: Path) -> MainWindow:
    """A window with one empty page."""
    memory = WindowMemory(tmp_path / "memory.ini")
    window = MainWindow(desk, [PageEntry("today", "Today", Page)], (), memory)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def watch(
    desk: Desk,
    window: MainWindow,
    kept: KeptReminders,
    hand_clock: HandClock,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[ReminderWatch]:
    """Reminders where the desktop shows no notifications."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    watch = ReminderWatch(desk, window, kept, hand_clock, DesktopNotes())
    watch.timer.stop()
    yield watch
    watch.stop()
