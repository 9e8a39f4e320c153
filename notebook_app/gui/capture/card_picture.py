"""A picture of a business card that comes to a line: dropped, pasted, or chosen from a file."""

import mimetypes
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from notebook_app.formats.picture_kind import picture_kind
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.attachment import LARGEST_ATTACHMENT


@dataclass(frozen=True, slots=True)
class CardPicture:
    """A picture's bytes as they came, and what to call it."""

    name: str
    media_type: str
    data: bytes


def holds_picture(data: QMimeData) -> bool:
    """Return whether what is dragged or copied is a picture, and no text."""
    local = [url for url in data.urls() if url.isLocalFile()]
    return bool(local) or (data.hasImage() and not data.hasText())


def pictures_in(data: QMimeData) -> list[CardPicture]:
    """Return the pictures that were dropped or copied.

    Raises:
        UserProblem: one can't be read, is no picture, or is too large to keep.
    """
    local = [QUrl.toLocalFile(url) for url in data.urls() if url.isLocalFile()]
    if local:
        return [picture_of_file(Path(path)) for path in local]
    image = data.imageData() if data.hasImage() else None
    return [_picture_of_image(image)] if isinstance(image, QImage) else []


def picture_of_file(path: Path) -> CardPicture:
    """Return the picture in a file.

    Raises:
        UserProblem: it can't be read, is no picture, or is too large to keep.
    """
    try:
        if path.stat().st_size > LARGEST_ATTACHMENT:
            raise UserProblem(
                f"{path.name} is larger than {LARGEST_ATTACHMENT // 1024 // 1024} MB.",
                "",
                "Take a smaller picture of the card.",
            )
        data = path.read_bytes()
    except OSError as error:
        raise UserProblem(
            f"{path.name} can't be read.", f"{error}.", "Look whether it is still there."
        ) from error
    kind = picture_kind(data[:64])
    if not kind:
        raise UserProblem(f"{path.name} is no picture.", "", "Take a photo of the card.")
    media_type = mimetypes.guess_type(f"card.{kind}")[0] or f"image/{kind}"
    return CardPicture(path.name, media_type, data)


def choose_card_picture(owner: QWidget) -> CardPicture | None:
    """Let the user choose a file; None if they don't.

    Raises:
        UserProblem: it can't be read, is no picture, or is too large to keep.
    """
    path, _kind = QFileDialog.getOpenFileName(
        owner,
        owner.tr("A photo of the business card"),
        "",
        owner.tr("Pictures ({endings})").format(endings="*.jpg *.jpeg *.png *.webp *.bmp *.gif"),
    )
    return picture_of_file(Path(path)) if path else None


def _picture_of_image(image: QImage) -> CardPicture:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return CardPicture("Card.png", "image/png", bytes(held.data()))
