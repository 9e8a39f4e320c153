"""Shows a notification and says which button was clicked; a process of its own, with its bus."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from notebook_app.gui.reminders.desktop_notes import DesktopNotes

if __name__ == "__main__":
    application = QCoreApplication(sys.argv)
    server = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("notification_server.py"))],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stdout is not None
        assert server.stdout.readline() == "ready\n"
        notes = DesktopNotes()
        notes.acted.connect(lambda name: (print("clicked", name, flush=True), application.quit()))
        print("shown", notes.show("Carla", "<b>14:30</b>", [("done", "Done"), ("later", "Later")]))
        print(server.stdout.readline().strip(), flush=True)
        QTimer.singleShot(5000, application.quit)
        application.exec()
    finally:
        server.terminate()
        server.wait()
