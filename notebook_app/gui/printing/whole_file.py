"""A file that is written whole or not at all: after an error or a cancel all is as it was."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QFileDevice, QIODevice, QSaveFile

from notebook_app.foundation.problem import UserProblem

_NOT_TOLD: Final = "Unknown error"
"""What Qt says where a part was written and it did not ask why no more."""


@contextmanager
def whole_file(path: Path) -> Iterator[QSaveFile]:
    """Give a file to write into, which takes the place of ``path`` once the block ends well.

    Raises:
        UserProblem: it can't be written, or there was no room for it.
    """
    ensure_can_be_written(path)
    # Qt writes beside the target, remembers any error on the way, and renames at the end.
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise not_written(path, file)
    try:
        yield file
    except BaseException:
        file.cancelWriting()
        file.commit()
        raise
    if not file.commit():
        raise not_written(path, file)


def write_into(file: QFileDevice, path: Path, data: bytes | QByteArray) -> None:
    """Write ``data`` into the file that becomes ``path``.

    Raises:
        UserProblem: not all of it was written; Qt takes a part that found room for no error.
    """
    size = data.size() if isinstance(data, QByteArray) else len(data)
    if file.write(data) != size:
        raise not_written(path, file)


def not_written(path: Path, file: QFileDevice) -> UserProblem:
    """Return why a file was not written, as the system tells it."""
    reason = " ".join(file.errorString().split()).rstrip(".")
    if file.error() is QFileDevice.FileError.NoError or reason == _NOT_TOLD:
        reason = "no room for all of it"
    return UserProblem(
        f"“{path.name}” was not written: {reason[:1].lower()}{reason[1:]}.",
        "",
        "Choose another place for it, or make room there.",
    )


def ensure_can_be_written(path: Path) -> None:
    """Look at once whether a file can be put there, before the long work.

    Raises:
        UserProblem: something else has this name, or there is no such folder.
    """
    if os.path.exists(path) and not os.path.isfile(path):
        # QSaveFile renames over whatever is there: for root even over a device.
        raise UserProblem(
            f"“{path.name}” was not written: something that is no file has this name.",
            "",
            "Choose another name.",
        )
    if not os.path.isdir(path.parent):
        raise UserProblem(
            f"“{path.name}” was not written: there is no folder “{path.parent}”.",
            "",
            "Choose another folder, or make this one first.",
        )
