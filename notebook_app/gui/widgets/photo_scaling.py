"""Pictures made no larger than what is shown of them; safe on any thread."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from notebook_app.model.contact import Photo

LONGEST_SIDE: Final = 512
"""A photo's longer side in pixels, once it is stored."""

_QUALITY: Final = 88
_MEGABYTES: Final = 256


def photo_of(image: QImage, longest_side: int = LONGEST_SIDE) -> Photo:
    """Return ``image`` scaled down, as JPEG, or as PNG where it is partly clear."""
    if max(image.width(), image.height()) > longest_side:
        image = image.scaled(
            QSize(longest_side, longest_side),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    clear = image.hasAlphaChannel()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png" if clear else b"jpeg"))
    if not clear:
        writer.setQuality(_QUALITY)
    writer.write(image)
    return Photo("image/png" if clear else "image/jpeg", bytes(held.data()))


def read_image(path: Path) -> QImage:
    """Return the image in a file, upright; a null image if it holds none."""
    reader = _careful(QImageReader(str(path)))
    size = reader.size()
    if size.isValid() and min(size.width(), size.height()) > 4 * LONGEST_SIDE:
        half = QSize(2 * LONGEST_SIDE, 2 * LONGEST_SIDE)
        reader.setScaledSize(size.scaled(half, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    return reader.read()


def smaller_photo(photo: Photo, longest_side: int) -> Photo | None:
    """Return a photo with no side longer than so many pixels; None if it can't be read."""
    held = QByteArray(photo.data)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    image = _careful(QImageReader(buffer)).read()
    return None if image.isNull() else photo_of(image, longest_side)


def _careful(reader: QImageReader) -> QImageReader:
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    reader.setAllocationLimit(_MEGABYTES)
    return reader
