"""The icon in the tray, for those who want the program to go on when its window is closed."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget


class TrayIcon(QObject):
    """Opens the window with a click; its menu opens it too, or quits."""

    def __init__(
        self,
        window: QWidget,
        open_window: Callable[[], object],
        end: Callable[[], object],
    ) -> None:
        """Take the window, what brings it to the front, and what ends the program."""
        super().__init__(window)
        self._open = open_window
        self._menu = QMenu(window)
        self._menu.addAction(self.tr("&Open")).triggered.connect(lambda _on: open_window())
        self._menu.addAction(self.tr("&Quit")).triggered.connect(lambda _on: end())
        icon = window.windowIcon()
        self._icon = QSystemTrayIcon(QIcon.fromTheme("contact-notebook", icon), window)
        self._icon.setToolTip("Contact Notebook")
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(open_window)
        self._icon.show()

    @staticmethod
    def is_possible() -> bool:
        """Return whether this desktop has a tray."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def tell(self, title: str, body: str) -> bool:
        """Show a message beside the icon; return whether that is possible."""
        if not QSystemTrayIcon.supportsMessages():
            return False
        self._icon.showMessage(title, body or " ", self._icon.icon())
        return True

    def remove(self) -> None:
        """Take the icon away."""
        self._icon.hide()
        self.deleteLater()

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self._open()
