"""What belongs to the window and not to the notebook: its place, the last page, light or dark.

Kept in an INI file of its own, so that it can be thrown away at any time: whatever is missing or
makes no sense in it is passed over.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QRect, QSettings, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from notebook_app.gui.frame.page import PageState
from notebook_app.gui.theme import Appearance

_FIRST_SIZE: Final = QSize(1280, 800)
_REACHABLE: Final = QSize(160, 60)


class WindowMemory:
    """Reads and writes the file; each value is written at once by Qt's own means."""

    def __init__(self, path: Path) -> None:
        """Take the path of the INI file; it need not be there."""
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def settings(self) -> QSettings:
        """The file itself, for dialogs that keep choices of their own in it."""
        return self._settings

    def appearance(self) -> Appearance:
        """Return light, dark, or as the system."""
        kept = str(self._settings.value("window/appearance", ""))
        return next((each for each in Appearance if each.value == kept), Appearance.SYSTEM)

    def keep_appearance(self, appearance: Appearance) -> None:
        """Remember light, dark, or as the system."""
        self._settings.setValue("window/appearance", appearance.value)

    def page(self) -> str:
        """Return the key of the page that was shown last, or an empty text."""
        return str(self._settings.value("window/page", ""))

    def keep_page(self, key: str) -> None:
        """Remember the page that is shown."""
        self._settings.setValue("window/page", key)

    def page_states(self, keys: list[str]) -> dict[str, PageState]:
        """Return what the pages named by ``keys`` saved."""
        states: dict[str, PageState] = {}
        for key in keys:
            self._settings.beginGroup(f"page-{key}")
            states[key] = {
                name: str(self._settings.value(name, "")) for name in self._settings.childKeys()
            }
            self._settings.endGroup()
        return states

    def keep_page_states(self, states: Mapping[str, PageState]) -> None:
        """Remember what the pages want to find again."""
        for key, state in states.items():
            self._settings.remove(f"page-{key}")
            self._settings.beginGroup(f"page-{key}")
            for name, text in state.items():
                self._settings.setValue(name, text)
            self._settings.endGroup()

    def place(self, window: QMainWindow) -> None:
        """Put the window where it was; on screen, whatever happened to the screens since."""
        kept = self._settings.value("window/geometry")
        if not (isinstance(kept, QByteArray) and window.restoreGeometry(kept)):
            window.resize(_FIRST_SIZE)
            _centre(window)
        elif not window.isMaximized() and not window.isFullScreen():
            _bring_back(window)

    def keep_place(self, window: QMainWindow) -> None:
        """Remember where the window is, and write the file."""
        self._settings.setValue("window/geometry", window.saveGeometry())
        self._settings.sync()


def _bring_back(window: QMainWindow) -> None:
    frame = window.frameGeometry()
    for screen in QGuiApplication.screens():
        seen = screen.availableGeometry().intersected(frame)
        if seen.width() >= _REACHABLE.width() and seen.height() >= _REACHABLE.height():
            area = screen.availableGeometry()
            window.resize(window.size().boundedTo(area.size()))
            if window.y() < area.top():
                window.move(window.x(), area.top())
            return
    _centre(window)


def _centre(window: QMainWindow) -> None:
    screen = QGuiApplication.primaryScreen()
    if screen is None:
        return
    area = screen.availableGeometry()
    size = window.size().boundedTo(area.size()).expandedTo(window.minimumSize())
    place = QRect(area.topLeft(), size)
    place.moveCenter(area.center())
    place.moveTopLeft(place.topLeft() if area.contains(place.topLeft()) else area.topLeft())
    window.setGeometry(place)
