"""Small pictures of what is kept beside conversations, read on a thread of their own."""

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap

from notebook_app.gui.people.photo_shelf import Key, PhotoShelf

_LARGEST_MEGABYTES: Final = 256


class PictureShelf(PhotoShelf):
    """Keeps pictures by attachment and size; whoever paints draws the name until they arrive."""

    def picture(self, attachment_id: int, size: QSize) -> QPixmap | None:
        """Return a picture that fits into ``size``; None while it is on its way or unreadable."""
        return self._picture((attachment_id, size.width(), size.height()))

    def _image(self, key: Key) -> QImage:
        attachment_id, width, height = key
        data = self._notebook.attachments.data(attachment_id)
        return QImage() if data is None else _small(data, QSize(width, height))

    def _finished(self, image: QImage, key: Key) -> QPixmap:
        return QPixmap.fromImage(image)


def _small(data: bytes, size: QSize) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    QImageReader.setAllocationLimit(_LARGEST_MEGABYTES)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    whole = reader.size()
    if whole.isValid():
        reader.setScaledSize(whole.scaled(size, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
