"""Which folder is watched, kept in the window's own settings: it belongs to this computer."""

import time
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings

from notebook_app.gui.importing.downloads import downloads_folder

WATCHED_KEY: Final = "watched-folder/on"
"""``on`` if a folder is watched; read before any of this is loaded."""

_FOLDER: Final = "watched-folder/folder"
_SINCE: Final = "watched-folder/since"
_DAY: Final = 86_400.0


class KeptFolder:
    """Off until it is switched on; Downloads to begin with."""

    def __init__(self, settings: QSettings) -> None:
        """Take the window's settings."""
        self._settings = settings

    def is_on(self) -> bool:
        """Return whether a folder is watched."""
        return self._text(WATCHED_KEY) == "on"

    def folder(self) -> Path:
        """Return the folder that is watched, or would be."""
        return Path(self._text(_FOLDER) or downloads_folder())

    def since(self) -> float:
        """Return since when files are of interest, in seconds since 1970."""
        try:
            return float(self._text(_SINCE))
        except ValueError:
            return time.time() - _DAY

    def keep(self, folder: Path, *, on: bool) -> None:
        """Remember what is watched; what lay in a folder a day before that is left alone."""
        begins = on and (not self.is_on() or folder != self.folder())
        if begins:
            self._settings.setValue(_SINCE, str(time.time() - _DAY))
        self._settings.setValue(_FOLDER, str(folder))
        self._settings.setValue(WATCHED_KEY, "on" if on else "off")

    def _text(self, name: str) -> str:
        return str(self._settings.value(name, ""))
