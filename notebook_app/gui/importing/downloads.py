"""Where files from a phone most likely lie."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def downloads_folder() -> str:
    """Return the folder of downloads; the home folder if there is no such one."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    return folder if Path(folder).is_dir() else str(Path.home())
