"""Reads a picture's bytes into shades of grey, for QR codes to be found in; safe on any thread.

It needs neither a window nor an application, so that commands can use it too.
"""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from notebook_app.formats.picture_kind import picture_kind
from notebook_app.formats.qr_picture import GreyPicture
from notebook_app.foundation.problem import UserProblem

MOST_PIXELS: Final = 50_000_000
"""As many as a good phone's camera takes."""

_MEGABYTES: Final = 400
_STRIP_PIXELS: Final = 1_000_000
_GROUNDS: Final = (Qt.GlobalColor.white, Qt.GlobalColor.black)


def grey_pictures(name: str, data: bytes) -> Iterable[GreyPicture]:
    """Return a picture in shades of grey; where it is partly clear, on white and on black.

    Raises:
        UserProblem: it is damaged, of a kind that can't be read here, or too large.
    """
    return shades_of(_image(name, data))


def shades_of(image: QImage) -> Iterable[GreyPicture]:
    """Return an image in shades of grey; where it is partly clear, on white and on black."""
    grounds = _GROUNDS if image.hasAlphaChannel() else _GROUNDS[:1]
    return (_grey(image, QColor(ground)) for ground in grounds)


def check_size(name: str, size: QSize) -> None:
    """Make sure that a picture is not too large to be looked through.

    Raises:
        UserProblem: it is.
    """
    if size.width() * size.height() > MOST_PIXELS:
        raise UserProblem(
            f"{name} is too large to look for a QR code in.",
            f"It is {size.width()} × {size.height()} pixels;"
            f" {MOST_PIXELS // 1_000_000} million pixels are the most.",
            "Cut the code out, or make the picture smaller.",
        )


def readable_endings(endings: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of ``endings`` (".png") that are of pictures that can be read here."""
    readable = {f".{_text(kind)}" for kind in QImageReader.supportedImageFormats()}
    return tuple(ending for ending in endings if ending in readable)


def _image(name: str, data: bytes) -> QImage:
    kind = picture_kind(data[:64])
    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    if kind not in {_text(each) for each in QImageReader.supportedImageFormats()}:
        raise UserProblem(
            f"{name} is a picture of a kind that can't be read here.",
            "",
            "Save it as JPEG or PNG (a screenshot will do), and take that.",
        )
    # Read as what it is and as nothing else, whatever else Qt has readers for.
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setAllocationLimit(_MEGABYTES)
    size = reader.size()
    if size.isValid():
        check_size(name, size)
    image = reader.read()
    if image.isNull():
        raise UserProblem(
            f"{name} is a picture that is damaged.", "", "Copy it once more, or take it again."
        )
    return image


def _grey(image: QImage, ground: QColor) -> GreyPicture:
    """Return an image in grey, made a strip at a time: Qt lets no other thread go on meanwhile."""
    width, height = image.width(), image.height()
    rows = max(1, _STRIP_PIXELS // width)
    pixels = bytearray()
    for top in range(0, height, rows):
        strip = QImage(width, min(rows, height - top), QImage.Format.Format_Grayscale8)
        strip.fill(ground)
        painter = QPainter(strip)
        painter.drawImage(0, 0, image, 0, top, width, strip.height())
        painter.end()
        pixels += strip.constBits()
    return GreyPicture(pixels, width, height, len(pixels) // height)


def _text(kind: QByteArray) -> str:
    return bytes(kind.data()).decode()
