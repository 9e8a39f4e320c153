"""The picture that was copied or dragged, not unpacked: that takes as long as a dozen frames.

Other programs give a picture as PNG or the like; asked for an image, Qt would unpack it on the
spot, on the window's thread.
"""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage

_KINDS = ("image/png", "image/jpeg", "image/webp", "image/bmp", "image/gif")


def holds_copied_picture(data: QMimeData) -> bool:
    """Return whether there is a picture that is no file."""
    return data.hasImage() or any(data.hasFormat(kind) for kind in _KINDS)


def copied_picture(data: QMimeData) -> bytes | QImage | None:
    """Return the bytes of the picture as it was given; an image only where there are none.

    None if there is no picture.
    """
    for kind in _KINDS:
        if data.hasFormat(kind) and (given := bytes(data.data(kind).data())):
            return given
    image = data.imageData() if data.hasImage() else None
    return image if isinstance(image, QImage) and not image.isNull() else None


def picture_bytes(picture: bytes | QImage) -> bytes:
    """Return a picture as bytes, an image as PNG; safe on any thread, and meant for another."""
    if isinstance(picture, bytes):
        return picture
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(held.data())
