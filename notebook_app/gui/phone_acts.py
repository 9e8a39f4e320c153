"""What the window offers with phones: receiving, sending, pasting, and the watched folder."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QTimer

from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.command import Command, Menu
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.main_window import MainWindow

if TYPE_CHECKING:
    from notebook_app.gui.phone.folder_watcher import FolderWatcher

_WATCH_AFTER_MS = 2_000
_WATCHED = "watched-folder/on"
"""What ``KeptFolder`` keeps, read here so that it need not be loaded."""


class PhoneActs:
    """Those of one window; each loads what it needs when it is asked for."""

    def __init__(
        self,
        desk: Desk,
        window: Callable[[], MainWindow],
        settings: QSettings,
        take_files: Callable[[list[Path]], object],
    ) -> None:
        """Take the desk, who knows the window, the settings, and what shows files' preview."""
        self._desk = desk
        self._window = window
        self._settings = settings
        self._take_files = take_files
        self._watcher: FolderWatcher | None = None
        desk.provide(Act.RECEIVE, self.receive)
        desk.provide(Act.SEND, self.send)

    def commands(self) -> Sequence[Command]:
        """Return the lines of the menus, those of files first."""
        tr = self._desk.tr
        return (
            Command(Menu.FILE, tr("Receive from p&hone…"), self.receive, "Ctrl+Shift+I"),
            Command(Menu.FILE, tr("&Send to phone…"), self.send_here, "Ctrl+Shift+S"),
            Command(Menu.FILE, tr("&Watch a folder…"), self.choose_watched),
            Command(Menu.EDIT, tr("&Paste a contact"), self.paste, "Ctrl+V"),
        )

    def receive(self) -> None:
        """Open the page on which a phone sends contacts."""
        from notebook_app.gui.phone.receive_dialog import show_receive_dialog

        show_receive_dialog(self._desk, self._window())

    def send(self, *contact_ids: int) -> None:
        """Offer these people to a phone; without any, whom to choose there."""
        from notebook_app.gui.phone.send_dialog import show_send_dialog

        show_send_dialog(self._desk, self._window(), contact_ids)

    def send_here(self) -> None:
        """Offer those in hand to a phone, or others."""
        page = self._window().pages.current_page()
        self.send(*(page.people_in_hand() if page is not None else ()))

    def paste(self) -> None:
        """Look at what was copied."""
        from notebook_app.gui.phone.paste import paste_contact

        paste_contact(self._desk, self._window(), self._take_files)

    def choose_watched(self) -> None:
        """Ask which folder is watched."""
        from notebook_app.gui.phone.kept_folder import KeptFolder
        from notebook_app.gui.phone.watch_dialog import WatchDialog

        WatchDialog(self._desk, self._window(), KeptFolder(self._settings), self.watch).open()

    def watch_soon(self) -> None:
        """Begin to watch once the window is settled, if a folder is to be watched."""
        if self._settings.value(_WATCHED, "") == "on":
            QTimer.singleShot(_WATCH_AFTER_MS, self._window(), self.watch)

    def watch(self) -> "FolderWatcher":
        """Watch what is kept now; return who does."""
        if self._watcher is None:
            from notebook_app.gui.phone.folder_watcher import FolderWatcher
            from notebook_app.gui.phone.kept_folder import KeptFolder
            from notebook_app.gui.phone.watch_strip import WatchStrip

            window, strip = self._window(), WatchStrip()
            window.add_strip(strip)
            kept = KeptFolder(self._settings)
            self._watcher = FolderWatcher(self._desk, strip, kept, self._take_files, window)
        self._watcher.follow_settings()
        return self._watcher

    def stop(self) -> None:
        """Watch no more: the notebook is about to be closed."""
        if self._watcher is not None:
            self._watcher.stop()
