"""A picture of a business card that comes to a line: dropped, pasted, or chosen from a file."""

import mimetypes
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from notebook_app.formats.picture_kind import picture_kind
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.record import record
from notebook_app.gui.widgets.copied_picture import (
    copied_picture,
    holds_copied_picture,
    picture_bytes,
)
from notebook_app.model.attachment import LARGEST_ATTACHMENT


@record
class CardPicture:
    """A picture's bytes as they came, and what to call it."""

    name: str
    media_type: str
    data: bytes


ReadPicture = Callable[[], CardPicture]


def holds_picture(data: QMimeData) -> bool:
    """Return whether what is dragged or copied is a picture, and no text."""
    local = [url for url in data.urls() if url.isLocalFile()]
    return bool(local) or (holds_copied_picture(data) and not data.hasText())


def pictures_in(data: QMimeData) -> list[ReadPicture]:
    """Return what reads each picture that was dropped or copied, on any thread.

    Each raises a ``UserProblem`` if a file can't be read, is no picture, or is too large to keep.
    """
    local = [QUrl.toLocalFile(url) for url in data.urls() if url.isLocalFile()]
    if local:
        return [partial(picture_of_file, Path(path)) for path in local]
    picture = copied_picture(data)
    return [] if picture is None else [partial(_pasted, picture)]


def picture_of_file(path: Path) -> CardPicture:
    """Return the picture in a file.

    Raises:
        UserProblem: it can't be read, is no picture, or is too large to keep.
    """
    try:
        if path.stat().st_size > LARGEST_ATTACHMENT:
            raise too_large(path.name)
        data = path.read_bytes()
    except OSError as error:
        raise UserProblem(
            f"{path.name} can't be read.", f"{error}.", "Look whether it is still there."
        ) from error
    kind = picture_kind(data[:64])
    if not kind:
        raise UserProblem(f"{path.name} is no picture.", "", "Take a photo of the card.")
    return CardPicture(path.name, _media_type(kind), data)


def choose_card_picture(owner: QWidget) -> ReadPicture | None:
    """Let the user choose a file and return what reads it; None if they don't."""
    path, _kind = QFileDialog.getOpenFileName(
        owner,
        owner.tr("A photo of the business card"),
        "",
        owner.tr("Pictures ({endings})").format(endings="*.jpg *.jpeg *.png *.webp *.bmp *.gif"),
    )
    return partial(picture_of_file, Path(path)) if path else None


def _pasted(picture: bytes | QImage) -> CardPicture:
    data = picture_bytes(picture)
    kind = picture_kind(data[:64]) or "png"
    return CardPicture(f"Card.{kind}", _media_type(kind), data)


def too_large(name: str) -> UserProblem:
    """Return what to say of a picture that can't be kept."""
    return UserProblem(
        f"{name} is larger than {LARGEST_ATTACHMENT // 1024 // 1024} MB.",
        "",
        "Take a smaller picture of the card.",
    )


def _media_type(kind: str) -> str:
    return mimetypes.guess_type(f"card.{kind}")[0] or f"image/{kind}"
