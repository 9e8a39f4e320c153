"""Waking from sleep is noticed, by what logind says where there is one."""

import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from notebook_app.gui.reminders.wake_watch import EVERY, WakeWatch


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="there is no D-Bus here")
def test_logind_says_that_it_woke() -> None:
    script = str(Path(__file__).with_name("wake_up.py"))
    answer = subprocess.run(
        ["dbus-run-session", sys.executable, script],
        capture_output=True,
        text=True,
        timeout=20,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert answer.stdout.splitlines() == ["sleeps", "wakes", "woke"], answer.stderr


def test_without_a_bus_the_clock_alone_tells(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere")
    moments = [datetime(2026, 11, 21, 9)]
    watch = WakeWatch(lambda: moments[-1])
    watch.listen()
    moments.append(moments[-1] + EVERY)
    with qtbot.assertNotEmitted(watch.woke):
        watch.tick()
    moments.append(datetime(2026, 11, 21, 18))
    with qtbot.waitSignal(watch.woke):
        watch.tick()
    watch.stop()
