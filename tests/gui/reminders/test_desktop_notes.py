"""Notifications over D-Bus, with a server of their own."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from notebook_app.gui.reminders.desktop_notes import DesktopNotes


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="there is no D-Bus here")
def test_a_note_is_shown_with_its_buttons_and_the_click_comes_back() -> None:
    script = str(Path(__file__).with_name("show_a_note.py"))
    answer = subprocess.run(
        ["dbus-run-session", sys.executable, script],
        capture_output=True,
        text=True,
        timeout=20,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert answer.stdout.splitlines() == [
        "shown True",
        "Carla|&lt;b&gt;14:30&lt;/b&gt;|['default', '', 'done', 'Done', 'later', 'Later']",
        "clicked later",
    ], answer.stderr


def test_where_nobody_shows_notifications_it_says_no(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    assert not DesktopNotes().show("Carla", "", [])
