"""Hears logind say that the computer sleeps and wakes; a process of its own, with its bus."""

import os
import sys
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage

from notebook_app.gui.reminders.wake_watch import WakeWatch


def say(begins: bool) -> None:
    """Send what logind sends before sleep and after it."""
    signal = QDBusMessage.createSignal(
        "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep"
    )
    signal.setArguments([begins])
    manager.send(signal)


if __name__ == "__main__":
    # The bus of this trial takes the place of the system's.
    os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]
    application = QCoreApplication(sys.argv)
    manager = QDBusConnection.connectToBus(os.environ["DBUS_SESSION_BUS_ADDRESS"], "logind")
    manager.registerService("org.freedesktop.login1")
    watch = WakeWatch(datetime.now)
    watch.woke.connect(lambda: (print("woke", flush=True), application.quit()))
    watch.listen()
    QTimer.singleShot(100, lambda: (print("sleeps", flush=True), say(True)))
    QTimer.singleShot(300, lambda: (print("wakes", flush=True), say(False)))
    QTimer.singleShot(5000, application.quit)
    application.exec()
