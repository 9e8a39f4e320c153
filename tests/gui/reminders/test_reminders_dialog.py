"""The dialog of reminders."""

from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.reminders.kept_reminders import KeptReminders
from notebook_app.gui.reminders.reminders_dialog import RemindersDialog
from notebook_app.gui.theme import Theme
from notebook_app.model.reminders import ReminderHabits
from notebook_app.services.start_at_login import start_at_login, starts_at_login


@pytest.fixture
def followed() -> list[str]:
    """What the dialog asked for."""
    return []


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder of settings, which does not exist yet."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config"


@pytest.fixture
def dialog(
    qtbot: QtBot,
    desk: Desk,
    kept: KeptReminders,
    followed: list[str],
    config: Path,
) -> Iterator[RemindersDialog]:
    """The dialog, shown."""
    assert not config.exists()
    window = QWidget()
    qtbot.addWidget(window)
    dialog = RemindersDialog(
        desk, window, kept, lambda: followed.append("settings"), lambda: followed.append("list")
    )
    dialog.show()
    yield dialog
    window.close()


def test_letters_of_twice_the_size_fit_a_small_window(
    qapp: QApplication, theme: Theme, request: pytest.FixtureRequest
) -> None:
    font = QFont(qapp.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    qapp.setFont(font)
    theme.follow_system_font()
    dialog = request.getfixturevalue("dialog")
    assert isinstance(dialog, RemindersDialog)
    layout = dialog.layout()
    assert layout is not None
    assert layout.minimumSize().width() <= 630


def test_what_is_chosen_is_kept(
    dialog: RemindersDialog, kept: KeptReminders, followed: list[str]
) -> None:
    assert dialog.habits() == ReminderHabits()
    dialog.digest_at.setText("7.45")
    dialog.minutes.choose(60)
    dialog.quiet.setChecked(False)
    assert not dialog.quiet_from.isEnabled()
    dialog.act()
    assert kept.habits() == ReminderHabits(True, time(7, 45), 60, None, None)
    assert followed == ["settings"]


def test_a_time_that_is_not_clear_is_asked_for(
    dialog: RemindersDialog, kept: KeptReminders
) -> None:
    dialog.digest_at.setText("soon")
    dialog.act()
    assert dialog.isVisible()
    assert "14:30" in dialog.trouble.text()
    assert kept.habits() == ReminderHabits()


def test_start_at_login_is_off_and_only_as_asked(dialog: RemindersDialog, tmp_path: Path) -> None:
    entry = tmp_path / "config" / "autostart" / "contact-notebook.desktop"
    assert not dialog.at_login.isChecked()
    dialog.at_login.setChecked(True)
    dialog.act()
    text = entry.read_text(encoding="utf-8")
    assert "Exec=" in text
    assert "%F" not in text
    assert starts_at_login(tmp_path / "config")
    start_at_login(tmp_path / "config", ["x"], wanted=False)
    assert not entry.exists()


def test_an_entry_that_was_switched_off_elsewhere_is_off(tmp_path: Path) -> None:
    start_at_login(tmp_path, ["x"], wanted=True)
    entry = tmp_path / "autostart" / "contact-notebook.desktop"
    entry.write_text(entry.read_text() + "Hidden=true\n")
    assert not starts_at_login(tmp_path)
